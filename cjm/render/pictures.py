"""Drawings as PNG and PDF: what is asked of the libraries that make them, and its bounds."""

import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

import msgspec

from cjm.board.sheet import Board
from cjm.diagnostics import Diagnostic, Severity
from cjm.errors import Unpainted
from cjm.grammar.binder import shorten
from cjm.layout.papers import Leaf
from cjm.layout.scene import Scene, lines
from cjm.render import svg
from cjm.source import Source, Span
from cjm.theme.metrics import foreign
from cjm.theme.tokens import current

_NAMED = 8

# 100 megapixels are 400 MB while they are painted.
MAX_PIXELS = 100_000_000


class Sheet(msgspec.Struct, frozen=True):
    """A page: an SVG of `size` points, in the middle of `page`, also in points."""

    svg: str
    size: tuple[float, float]
    page: tuple[float, float]


class Day(msgspec.Struct, frozen=True):
    """A date, as Typst takes it."""

    year: int
    month: int
    day: int


class Document(msgspec.Struct, frozen=True):
    """A PDF: its sheets, and what it says of itself. `description` stands for the picture of each."""

    title: str
    description: str
    language: str
    date: Day | None
    sheets: tuple[Sheet, ...]


class Tools(msgspec.Struct, frozen=True):
    """The libraries, with their fonts.

    `rasterise` makes a PNG of an SVG at so many pixels a user unit, `typeset` a PDF, and
    either raises `Unpainted` where its library can't;
    `lacking` gives those characters that no font has a glyph for.
    """

    rasterise: Callable[[str, float], bytes]
    typeset: Callable[[Document], bytes]
    lacking: Callable[[set[str]], set[str]]


def png(board: Board, scene: Scene, tools: Tools, scale: float) -> bytes:
    """The drawing with `scale` pixels for each of its units. `Unpainted` where that is too many."""
    wide, tall = scene.width * scale, scene.height * scale
    if wide * tall > MAX_PIXELS:
        most = int((MAX_PIXELS / scene.width / scene.height) ** 0.5 * 100) / 100
        raise Unpainted(
            f"{shorten(board.title)!r} would be {wide:,.0f} × {tall:,.0f} pixels;"
            f" cjm paints up to {MAX_PIXELS:,}",
            f"--scale {most:g} fits, and an SVG or a PDF has no such bound",
        )
    return tools.rasterise(svg.render(board, scene, mode=_mode()), scale)


def pdf(board: Board, leaves: Iterable[Leaf], tools: Tools, day: date | None) -> bytes:
    """The leaves as pages, dated where there is a day."""
    sheets = tuple(
        Sheet(
            svg.render(board, leaf.scene, mode=_mode()),
            (leaf.scene.width * leaf.scale, leaf.scene.height * leaf.scale),
            (leaf.width, leaf.height),
        )
        for leaf in leaves
    )
    dated = Day(day.year, day.month, day.day) if day else None
    return tools.typeset(Document(board.title, board.description, board.language.code, dated, sheets))


def warnings(source: Source, scenes: Iterable[Scene], tools: Tools) -> list[Diagnostic]:
    """That characters come out as boxes: one warning, where the text has the first of them."""
    texts = "".join(text for scene in scenes for text in lines(scene.items))
    chars = tools.lacking({char for char in foreign(texts) if _is_seen(char)})
    # In the order of the text; an escaped one (`"\u6f22"`) isn't in it and comes first.
    found = sorted(chars, key=lambda char: (source.text.find(char), char))
    if not found:
        return []
    named = " ".join(f"{char} (U+{ord(char):04X})" for char in found[:_NAMED])
    more = f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else ""
    message = f"PNG and PDF show a box for {named}{more}: no font here has a glyph"
    at = next((place for char in found if (place := source.text.find(char)) >= 0), -1)
    span = Span(max(at, 0), at + 1)
    help = "give a font that does: --font FILE.ttf, or `fonts:` in cjm.yaml"
    return [Diagnostic("missing-glyph", Severity.WARNING, message, source.path, span, help)]


def _is_seen(char: str) -> bool:
    """Not so joiners, variation selectors and spaces, which no font need have."""
    kind = unicodedata.category(char)
    return kind not in ("Cf", "Cc", "Zs", "Zl", "Zp") and not "\ufe00" <= char <= "\ufe0f"


def _mode() -> str:
    """A picture can't follow its viewer: it is light unless the theme is dark."""
    return "dark" if current().mode == "dark" else "light"
