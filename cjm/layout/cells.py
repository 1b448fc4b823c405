"""A cell's content → shapes and their height, at a given column width."""

from collections.abc import Sequence
from typing import assert_never

from cjm.board.sheet import Anchor, Chance, Figure, Glyph, Hole, Item, Strength, Text
from cjm.languages import Language
from cjm.layout import glyphs
from cjm.layout.scene import Group, Paint, Path, Shape, Words
from cjm.layout.text import wrap
from cjm.theme import tokens
from cjm.theme.metrics import width

# From a lane's hairline to its first baseline, and between two items of a list.
FIRST, BETWEEN = 27.0, 5.0

Placed = tuple[list[Shape], float]


def fill(
    items: Sequence[Item], room: float, language: Language, *, quiet: bool = False, sheet: str = "paper"
) -> Placed:
    """The shapes of a cell on a sheet of this colour, relative to its corner, and their height.

    `quiet` sets running text in the secondary ink, as what staff do is.
    """
    shapes: list[Shape] = []
    y = FIRST
    last = FIRST - 12
    between = tokens.room().item
    for item in items:
        drawn, advance, bottom = _item(item, y, room, language, quiet=quiet, sheet=sheet)
        shapes += drawn
        last = y + bottom
        y += advance + between
    return shapes, last if items else 0


def _item(
    item: Item, y: float, room: float, language: Language, *, quiet: bool, sheet: str
) -> tuple[list[Shape], float, float]:
    """An item with its first baseline at `y`: shapes, the way to the next item, its lowest line."""
    match item:
        case Text():
            return _text(item, y, room, language, quiet=quiet)
        case Glyph():
            lines = wrap(item.text, room - 23, 14, language=language.code)
            drawn = [*glyphs.icon(item.icon, item.text, -1, y - 12.5), Words(23, y, lines, 14, 18, "ink2")]
            return drawn, 22 + 18 * (len(lines) - 1), 18 * (len(lines) - 1)
        case Figure():
            return _figure(item, y + 8, room, language)
        case Chance():
            return _chance(item, y, room, language)
        case Strength():
            return _strength(item, y, room, language)
        case Hole():
            said = wrap(item.gap.label, glyphs.missing_room(room), 14, bold=True, language=language.code)
            box, tall = glyphs.missing(room, said, sheet=sheet)
            return [Group(tuple(box), 0, y - 16)], tall + 16, tall - 12
        case Anchor():
            lines = wrap(item.text, room, 14.5, language=language.code)
            return (
                [Words(0, y, lines, 14.5, 18.5, "ink2")],
                18.5 * len(lines) + BETWEEN,
                18.5 * (len(lines) - 1),
            )
        case _:
            assert_never(item)


def _text(
    item: Text, y: float, room: float, language: Language, *, quiet: bool
) -> tuple[list[Shape], float, float]:
    listed = item.style in ("pain", "gain")
    indent = 16.0 if listed else 0.0
    leading = 19.0 if item.style == "quote" else 18.5
    italic = item.style == "quote"
    lines = wrap(item.text, room - indent, 14.5, italic=italic, language=language.code)
    ink = "ink2" if quiet and not listed else "ink"
    shapes: list[Shape] = [
        *glyphs.sign(0, y - 4.3, item.style),
        Words(indent, y, lines, 14.5, leading, ink, italic=italic),
    ]
    tall = leading * (len(lines) - 1)
    if item.note:
        notes = wrap(item.note, room - indent, 12.5, language=language.code)
        shapes.append(Words(indent, y + tall + 16, notes, 12.5, 15, "ink3"))
        tall += 16 * len(notes)
    if item.gap:
        notes = wrap(item.gap.label, room - indent - 18, 12.5, language=language.code)
        shapes.append(glyphs.warning_sign(indent, y + tall + 6, "warn"))
        shapes.append(Words(indent + 19, y + tall + 17, notes, 12.5, 15, "warn"))
        tall += 2 + 16 * len(notes)
    return shapes, tall + leading + BETWEEN, tall


def _figure(item: Figure, y: float, room: float, language: Language) -> tuple[list[Shape], float, float]:
    size = 25.0
    while width(item.value, size, bold=True) > room and size > 13:
        size -= 1
    shapes: list[Shape] = [Words(0, y, (item.value,), size, bold=True, tracking=-0.4)]
    after = width(item.value, size, bold=True) - 0.4 * len(item.value) + 4
    unit_room = room - after
    extra = 0.0
    if item.unit and width(item.unit, 15) <= unit_room:
        shapes.append(Words(after, y, (item.unit,), 15, fill="ink2"))
        after += width(item.unit, 15) + 8
    elif item.unit:
        lines = wrap(item.unit, room, 13, language=language.code)
        shapes.append(Words(0, y + 18, lines, 13, 16.5, "ink2"))
        extra = 16.5 * len(lines)
    if item.below:
        shapes.append(glyphs.below(min(after + 4, room - 11), y - 9))
    caption = wrap(item.caption, room, 13, language=language.code)
    shapes.append(Words(0, y + 20 + extra, caption, 13, 16.5, "ink2"))
    bottom = 28 + extra + 16.5 * (len(caption) - 1)
    return shapes, bottom + 24, bottom


def _chance(item: Chance, y: float, room: float, language: Language) -> tuple[list[Shape], float, float]:
    spot = glyphs.locator(1, y - 12, item.impact, item.effort)
    shapes: list[Shape] = [*spot, Words(24 if spot else 0, y, (item.key,), 13, fill="ink3", bold=True)]
    lines = wrap(item.text, room, 14.5, language=language.code)
    shapes.append(Words(0, y + 21, lines, 14.5, 18.5))
    below = 21 + 18.5 * len(lines)
    shapes += glyphs.status(4.5, y + below - 3, item.status)
    if item.gap:
        said, colour = f"{item.gap.label}, {item.status_label}", "neg"
    else:
        said, colour = ", ".join(part for part in (item.owner, item.status_label) if part), "ink2"
    meta = wrap(said, room - 15, 13, bold=bool(item.gap), language=language.code)
    shapes.append(Words(15, y + below + 1.5, meta, 13, 16.5, colour, bold=bool(item.gap)))
    bottom = below + 1.5 + 16.5 * (len(meta) - 1)
    return shapes, bottom + 33, bottom


def _strength(item: Strength, y: float, room: float, language: Language) -> tuple[list[Shape], float, float]:
    lines = wrap(item.text, room - 22, 13.5, italic=item.assumed, language=language.code)
    shapes: list[Shape] = [*glyphs.strength(0, y + 1, item.bars)]
    shapes.append(Words(22, y, lines, 13.5, 17, "ink2", italic=item.assumed))
    bottom = 17.0 * (len(lines) - 1)
    if item.assumed:
        # Dashed means "we assume this", here as on the curve.
        long = width(lines[-1], 13.5, italic=True)
        shapes.append(Path(f"M0 0H{long:.1f}", Paint("none", "ink2", 1.3, "4 3"), 22, y + bottom + 5))
        bottom += 5
    return shapes, bottom + 22, bottom
