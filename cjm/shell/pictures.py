"""SVG → PNG and PDF, by the native libraries of two extras, with fonts from files only.

Arimo comes from `fontpkg-arimo`, so that a picture is the same on every machine: no font
of the system is looked at. Fonts that were given stand in where Arimo has no glyph.
"""

import contextlib
import os
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from cjm.errors import MissingTool, Unpainted, UsageError
from cjm.render.pictures import Document, Tools
from cjm.shell.assets import inside
from cjm.shell.files import reason

# By format: what is imported, and the package that holds it.
_NEEDED = {
    "png": {"resvg_py": "resvg-py", "fontpkg_arimo": "fontpkg-arimo", "fontTools": "fonttools"},
    "pdf": {"typst": "typst", "fontpkg_arimo": "fontpkg-arimo", "fontTools": "fonttools"},
}

_FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")

# The sheets as images; every text comes in as a value, so that none of it is code.
_TYPESETTING = b"""\
#let document = json(bytes(sys.inputs.document))
#let language = document.language.split("-")
#set std.document(title: document.title, date: if document.date != none { datetime(..document.date) })
#set text(font: "Arimo", lang: language.first(), hyphenate: false)
#for sheet in document.sheets {
  page(width: sheet.page.at(0) * 1pt, height: sheet.page.at(1) * 1pt, margin: 0pt,
    align(center + horizon, image(bytes(sheet.svg), format: "svg", alt: document.description,
      width: sheet.size.at(0) * 1pt, height: sheet.size.at(1) * 1pt)))
}
"""


def require(formats: Collection[str]) -> None:
    """Raise `MissingTool` with the line that installs what these formats need and isn't there."""
    for format_, needed in _NEEDED.items():
        missing = [package for module, package in needed.items() if find_spec(module) is None]
        if format_ in formats and missing:
            names = " ".join(missing)
            help = f"pip install 'cjm-compiler[{format_}]', or with pipx: pipx inject cjm-compiler {names}"
            raise MissingTool(f"-f {format_} needs {' and '.join(missing)}, which isn't installed", help)


def tools(fonts: Sequence[str]) -> Tools:
    """What paints and typesets, with further fonts by their paths. Raises `UsageError` for a bad one."""
    given = tuple(map(os.path.abspath, fonts))
    for path in given:
        _covered(path)
    return Tools(
        rasterise=lambda svg, scale: _rasterise(svg, scale, given),
        typeset=lambda document: _typeset(document, given),
        lacking=lambda chars: chars.difference(*(_covered(path) for path in (*_arimo(), *given))),
    )


def usable(path: str, root: str) -> str:
    """The path of a font below `root`. Raises `UsageError` for one that is none, or lies elsewhere."""
    if not inside(os.path.realpath(path), os.path.realpath(root)):
        raise UsageError(f"the font {path} is outside the project")
    _covered(os.path.abspath(path))
    return path


def _arimo() -> list[str]:
    import fontpkg_arimo

    folder = Path(fontpkg_arimo.__file__).parent / "files"
    return [str(path) for path in sorted(folder.glob("*.ttf"))]


@cache
def _covered(path: str) -> frozenset[str]:
    """The characters that a font has a glyph for; of a collection, those of any of its fonts."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        if not path.lower().endswith(_FONT_SUFFIXES):
            raise UsageError(f"{path} is not a font", f"cjm takes {', '.join(_FONT_SUFFIXES)}")
        collection = path.lower().endswith("c")
        fonts = TTCollection(path, lazy=True).fonts if collection else [TTFont(path, lazy=True)]
        if not all(font["name"].getDebugName(6) for font in fonts):  # resvg passes over such a font
            raise UsageError(f"cannot use the font {path}: it has no PostScript name")
        return frozenset(chr(code) for font in fonts for code in font.getBestCmap() or ())
    except OSError as error:
        raise UsageError(f"cannot read the font {path}: {reason(error)}") from None
    except (TTLibError, ValueError, KeyError, EOFError, AssertionError) as error:
        raise UsageError(f"cannot read the font {path}: it is damaged or no font") from error


def _rasterise(svg: str, scale: float, fonts: Sequence[str]) -> bytes:
    import resvg_py

    with _by("resvg"):
        # Bytes: some versions give a list of numbers.
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                background="#ffffff",
                skip_system_fonts=True,
                font_files=[*_arimo(), *fonts],
                font_family="Arimo",
                sans_serif_family="Arimo",
            )
        )


@contextlib.contextmanager
def _by(name: str) -> Iterator[None]:
    """Whatever a library raises is about this one drawing."""
    try:
        yield
    except Exception as error:
        raise Unpainted(f"{name} can't make this picture: {error or type(error).__name__}") from error


def _typeset(document: Document, fonts: Sequence[str]) -> bytes:
    import msgspec
    import typst

    with _by("Typst"), _folders(fonts) as folders:
        pdf = typst.Compiler(
            _TYPESETTING,
            font_paths=typst.Fonts(False, False, list(folders)),
            sys_inputs={"document": msgspec.json.encode(document).decode()},
        ).compile(format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


@contextlib.contextmanager
def _folders(fonts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Folders with Arimo and nothing but the fonts given, in their order: Typst takes no files."""
    arimo = os.path.dirname(_arimo()[0])
    if not fonts:
        yield (arimo,)
        return
    import shutil
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="cjm-") as folder:
        for number, path in enumerate(fonts):
            shutil.copy(path, os.path.join(folder, f"{number:03}-{os.path.basename(path)}"))
        yield arimo, folder
