"""Jinja2's environment: always escaping, and an undefined name is an error.

A wheel brings the templates compiled; a checkout compiles each once into a cache.
"""

from functools import cache
from pathlib import Path

import jinja2

_HERE = Path(__file__).parent
_SOURCES = _HERE.parent / "templates"


def environment(loader: jinja2.BaseLoader, cached: jinja2.BytecodeCache | None = None) -> jinja2.Environment:
    """The one way in which templates are read, ahead of time or not."""
    return jinja2.Environment(
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


@cache
def _environment() -> jinja2.Environment:
    if _SOURCES.is_dir():
        return environment(jinja2.FileSystemLoader(_SOURCES), _cache())
    return environment(jinja2.ModuleLoader(str(_HERE / "_templates")))


def _cache() -> jinja2.BytecodeCache | None:
    folder = _SOURCES.parent / ".cache" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder))


@cache
def template(name: str) -> jinja2.Template:
    """A template by its file name below `templates/`."""
    return _environment().get_template(name)


@cache
def text(name: str) -> str:
    """A file beside the templates as it is: a style sheet or a script."""
    folder = _SOURCES if _SOURCES.is_dir() else _HERE / "_templates"
    return (folder / name).read_text(encoding="utf-8")
