"""Jinja2's environment: always escaping, and an undefined name is an error.

A wheel brings the templates compiled; a checkout compiles each once into a cache. The
build of a wheel loads this file by itself: it may need nothing but Jinja2.
"""

import contextlib
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

if TYPE_CHECKING:  # the build of a wheel has no `cjm` to import
    from cjm.theme.tokens import Templates

ENDINGS = (".j2", ".css", ".js")
_HERE = Path(__file__).parent
_COMPILED = _HERE / "_templates"
_SOURCES = _HERE.parent / "templates"


def environment(
    loader: jinja2.BaseLoader,
    cached: jinja2.BytecodeCache | None = None,
    kind: type[jinja2.Environment] = jinja2.Environment,
) -> jinja2.Environment:
    """The one way in which templates are read, ahead of time or not."""
    made = kind(
        loader=loader,
        bytecode_cache=cached,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        optimized=True,
    )
    made.code_generator_class, made.context_class = _Code, _Context
    if kind is jinja2.Environment:
        made.template_class = _Template
    made.extend(shown=_shown)
    return made


def escaped(text: str) -> str:
    """A text for an element or an attribute. Few need escaping, and to look costs a fifth of it."""
    special = "&" in text or "<" in text or ">" in text or "'" in text or '"' in text
    return str(escape(text)) if special else text


@cache
def template(name: str, own: "Templates | None" = None) -> jinja2.Template:
    """A template by its file name below `templates/`: the project's own, or else ours."""
    found = (_sandbox(own) if own else _environment()).get_template(name)
    found.globals = dict(found.globals)  # a chain of mappings is walked whenever it is rendered
    return found


@cache
def text(name: str, own: "Templates | None" = None) -> str:
    """A file beside the templates as it is: a style sheet or a script."""
    found = dict(own.texts).get(name) if own else None
    return found if found is not None else (_folder() / name).read_text(encoding="utf-8")


def names() -> list[str]:
    """The templates of maps and pages, and the files beside them: what a project can have its own of."""
    folder = _folder()
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in ENDINGS)
    return sorted(name for name in found if not name.startswith(("badge", "report")))


@lru_cache(maxsize=8)  # the same for every page in a theme
def policy(style: str, script: str = "", images: str = "'none'") -> str:
    """What a page may load: its own style and script, by their hashes, and `images`. For a meta element."""
    styles, scripts = (
        f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'" if part else "'none'"
        for part in (style, script)
    )
    return (
        f"default-src 'none'; img-src {images}; style-src {styles}; script-src {scripts}; "
        "base-uri 'none'; form-action 'none'"
    )


class _Code(CodeGenerator):
    """Compiles what a template puts out to a call of `_shown`, and `a.b` and `a[b]` to Python's own.

    A page has thousands of them. A project's own templates see what the sandbox lets them.
    """

    def visit_Getattr(self, node: Any, frame: Any) -> None:
        if self.environment.sandboxed:
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: Any, frame: Any) -> None:
        if self.environment.sandboxed:
            super().visit_Getitem(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.shown(")
        else:  # a project's own template may turn escaping off
            super()._output_child_pre(node, frame, finalize)


def _shown(value: Any) -> str:
    """As `escape`, which makes a new text of each."""
    kind = type(value)
    return value if kind is Markup else escaped(value) if kind is str else escape(value)


# Those of what is being rendered.
_contexts: ContextVar[list[Context]] = ContextVar("contexts")


class _Template(jinja2.Template):
    """Passes what it puts out to a template that includes it at once, and lets go of what it rendered.

    A macro and the context that it was made in hold each other, and a whole journey with them, until
    Python next looks for cycles. What a template imports it must import with its context, or it is kept.
    """

    def render(self, *args: Any, **values: Any) -> str:
        made: list[Context] = []
        token = _contexts.set(made)
        try:
            return super().render(*args, **values)
        finally:
            _contexts.reset(token)
            for context in made:
                context.vars.clear()

    @property
    def root_render_func(self) -> Callable[[Context], Iterator[str]]:
        """What Jinja2 goes through, piece by piece and include by include."""
        return self._root

    @root_render_func.setter
    def root_render_func(self, root: Callable[[Context], Iterator[str]]) -> None:
        def whole(context: Context) -> Iterator[str]:
            yield "".join(root(context))

        self._root = whole


class _Context(Context):
    """Calls as they stand: Jinja2 looks each time whether what is called wants the context."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        _contexts.get([]).append(self)

    def call(
        self, called: Any, /, *args: Any, _loop_vars: object = None, _block_vars: object = None, **named: Any
    ) -> Any:
        return called(*args, **named)


@cache
def _sandbox(own: "Templates") -> jinja2.Environment:
    """The project's own first; what it doesn't bring is ours."""
    from cjm.sandbox import Loader, Sandbox

    ours = _environment().loader
    assert ours is not None
    return environment(jinja2.ChoiceLoader([Loader(own), ours]), kind=Sandbox)


@cache
def _environment() -> jinja2.Environment:
    folder = _folder()
    if folder == _COMPILED:
        return environment(jinja2.ModuleLoader(folder))
    return environment(jinja2.FileSystemLoader(folder), _cache(folder.parent / ".cache" / "templates"))


@cache
def _folder() -> Path:
    """Compiled ones first: in a wheel `templates` beside the package would be somebody else's."""
    return _COMPILED if _COMPILED.is_dir() else _SOURCES


def _cache(folder: Path) -> jinja2.BytecodeCache | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return _Cache(str(folder))


class _Cache(jinja2.FileSystemBytecodeCache):
    """Bytecode that is older than the template or the settings above isn't used."""

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(source + Path(__file__).read_text(encoding="utf-8"))

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):  # a checkout that can't be written to
            super().dump_bytecode(bucket)
