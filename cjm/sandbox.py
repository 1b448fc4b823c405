"""A project's own templates, in Jinja2's sandbox.

In: the texts of templates that a project brings. Out: an environment in which they reach
nothing but what they are handed, and can't change that; and errors that say where in a
template they come from.

What isn't guarded: the time and the memory that a template takes (loops are held to
100,000 rounds each, but may be nested), and what it writes: a template can leave out
the page's policy, or mark a text as safe that isn't. Therefore a project says in its
`cjm.yaml` that it has templates, and no folder counts by being there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from traceback import walk_tb
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cjm.errors import UsageError
from cjm.theme.tokens import Templates

_LONGEST = 100_000  # like `MAX_RANGE` of Jinja2


@contextmanager
def told(own: Templates) -> Iterator[None]:
    """Whatever goes wrong in a project's template becomes a `UsageError` with its file and line."""
    try:
        yield
    except UsageError:
        raise
    except jinja2.TemplateSyntaxError as error:
        if error.name is None or error.name not in dict(own.texts):
            raise
        raise _fault(_path(own, error.name), error.lineno, error) from error
    except Exception as error:
        paths = {_path(own, name) for name, _ in own.texts}
        lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
        places = [place for place in lines if place[0] in paths]
        if not places:
            raise
        raise _fault(*places[-1], error) from error


class Sandbox(ImmutableSandboxedEnvironment):
    """Attributes that can be changed or lead elsewhere aren't there; nor is a product too large."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """No text, list or number of a size that fills the memory."""
        sizes = [len(side) if hasattr(side, "__len__") else abs(side) for side in (left, right)]
        if operator == "**" and (sizes[0] > _LONGEST or sizes[1] > 64):
            raise SecurityError(f"the power is too large: at most {_LONGEST:,} ** 64")
        if any(hasattr(side, "__len__") for side in (left, right)) and sizes[0] * sizes[1] > _LONGEST:
            raise SecurityError(f"what is repeated gets too long: at most {_LONGEST:,}")
        return super().call_binop(context, operator, left, right)


class Loader(jinja2.BaseLoader):
    """Texts that know their file, so that an error does."""

    def __init__(self, own: Templates) -> None:
        self.own = own
        self.texts = dict(own.texts)

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text, and the path for tracebacks."""
        if template not in self.texts:
            raise jinja2.TemplateNotFound(template)
        return self.texts[template], _path(self.own, template), lambda: True


def _path(own: Templates, name: str) -> str:
    return f"{own.folder}/{name}"


def _fault(path: str, line: int, error: Exception) -> UsageError:
    said = str(error).splitlines()[0] if str(error) else ""
    if isinstance(error, jinja2.TemplateNotFound):
        said = f"there is no template {error.name!r}"
    message = said if isinstance(error, jinja2.TemplateError) and said else f"{type(error).__name__}: {said}"
    return UsageError(
        f"{path}:{line}: {message.rstrip(': ')}", "`cjm templates eject` writes cjm's own to compare"
    )
