"""Options that the environment may give too: `CJM_OUTPUT` for `--output`.

What is typed comes before the environment, and that before `cjm.yaml`.
"""

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from cjm.errors import UsageError

LANGUAGE = "CJM_LANGUAGE"
_T = TypeVar("_T")


class Twin(click.Option):
    """An option with a variable, which is named where its value is wrong; `setting` is what it overrides."""

    def __init__(self, *names: Any, setting: str = "", **more: Any) -> None:
        super().__init__(*names, **more)
        self.show_envvar = True
        self.setting = setting

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """The variable, where the value is from there."""
        return str(self.envvar) if from_environment(self, ctx) else click.Parameter.get_error_hint(self, ctx)


def twin(variable: str, *names: str, setting: str = "", **more: Any) -> Callable[[Any], Any]:
    """`click.option` with a variable of the environment."""
    return click.option(*names, cls=Twin, envvar=variable, setting=setting, **more)


def from_environment(option: click.Parameter, context: click.Context | None) -> bool:
    """Whether an option has its value from its variable."""
    if context is None or option.name is None:
        return False
    return context.get_parameter_source(option.name) is ParameterSource.ENVIRONMENT


def typed(name: str, value: _T, otherwise: _T) -> _T:
    """The value of an option, but for one from the environment."""
    context = click.get_current_context()
    found = context.get_parameter_source(name) is ParameterSource.ENVIRONMENT
    return otherwise if found else value


def blamed(error: UsageError, context: click.Context) -> UsageError:
    """The error, with the variable that gave the value which it quotes."""
    for option in context.command.params:
        value = context.params.get(option.name or "")
        if from_environment(option, context) and isinstance(value, str) and value in str(error):
            return UsageError(f"{error}, which {option.envvar} asks for", error.help)
    return error


def language() -> str:
    """The language of journeys that name none, where the environment says it. Raises `UsageError`."""
    tag = os.environ.get(LANGUAGE, "")
    if tag:
        from cjm.grammar.scalars import LANGUAGE_TAG

        if not LANGUAGE_TAG.fits(tag):
            raise UsageError(f"{tag!r} is not a language tag, which {LANGUAGE} asks for", LANGUAGE_TAG.help)
    return tag
