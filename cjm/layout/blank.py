"""An empty map on A3 in landscape: stages with their questions, and room to write and draw.

Drawn larger, in the same proportions, where stages or lanes are many: nothing is cut.
"""

from collections.abc import Sequence
from math import sqrt

import msgspec

from cjm.board.blank import Blank, Room
from cjm.board.sheet import Board
from cjm.layout import glyphs
from cjm.layout.curve import number
from cjm.layout.grid import ground
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.systems import MARGIN
from cjm.layout.text import wrap
from cjm.theme.metrics import width

# 420 mm at 96 px to the inch; the height follows from ISO 216.
_A3 = 1587.4
_LABELS, _NARROWEST, _GAP = 140.0, 132.0, 22.0
# Px that a lane has at least; of the room that is left each has a share.
_LEAST, _FEELING_LEAST = 54.0, 190.0
_BREAK, _FOOT = 24.0, 46.0


class _Form(msgspec.Struct, frozen=True):
    """The sheet's width in px, a stage's, and the text's language."""

    board: Board
    blank: Blank
    wide: float
    column: float

    def x(self, stage: int) -> float:
        """The text edge of a stage."""
        return MARGIN + _LABELS + stage * (self.column + _GAP)


def place(board: Board) -> Scene | str:
    """The empty map; a board without one has none."""
    blank = board.blank
    if blank is None or not blank.stages:
        return "there are no stages and no phases to draw on"
    rooms = (*blank.customer, *blank.organisation)
    least = sum(map(_least, rooms))
    count = len(blank.stages)
    wide = max(_A3, 2 * MARGIN + _LABELS + count * (_NARROWEST + _GAP) - _GAP)
    while True:
        form = _Form(board, blank, wide, (wide - 2 * MARGIN - _LABELS + _GAP) / count - _GAP)
        top, y = _top(form)
        bottom = wide / sqrt(2) - _FOOT
        if bottom - _BREAK - y >= least:
            break
        wide *= 1.08  # columns get wider and their texts lower, so that it fits in the end
    lanes = _lanes(form, y, bottom, (bottom - _BREAK - y - least) / sum(map(_share, rooms)))
    height = wide / sqrt(2)
    made = Words(MARGIN, height - 18, (f"{board.label('made_with')} · {board.file}",), 13, fill="ink3")
    return Scene(wide, height, (Rect(0, 0, wide, height, Paint("paper")), *lanes, *top, made))


def _least(room: Room) -> float:
    return _FEELING_LEAST if room.feeling else _LEAST


def _share(room: Room) -> float:
    return 3.0 if room.feeling else 1.0


def _top(form: _Form) -> tuple[list[Shape], float]:
    """The fields to fill in, and the stages; and where the lanes start."""
    board, blank, right = form.board, form.blank, form.wide - MARGIN
    kicker = " · ".join(filter(None, (board.kicker, blank.model)))
    shapes: list[Shape] = [Words(MARGIN, MARGIN, (kicker,), 15, fill="ink2")]
    room = (right - MARGIN - 2 * 40) * 0.2
    title = right - MARGIN - 2 * (room + 40)
    y = MARGIN + 16
    drawn = [
        _title(form, title),
        _field(form, "date", "", room),
        _field(form, "drawn_by", "", room),
    ]
    shapes += [
        Group(field, x, y)
        for (field, _), x in zip(drawn, (MARGIN, right - 2 * room - 40, right - room), strict=True)
    ]
    y += max(tall for _, tall in drawn) + 2
    persona = (right - MARGIN) * 0.3
    drawn = [
        _field(form, "persona", blank.persona, persona),
        _field(form, "scenario", blank.scenario, right - MARGIN - persona - 40),
    ]
    shapes += [
        Group(field, x, y) for (field, _), x in zip(drawn, (MARGIN, MARGIN + persona + 40), strict=True)
    ]
    y += max(tall for _, tall in drawn) + 30
    heads = [_stage(form, index) for index in range(len(blank.stages))]
    shapes += [Group(tuple(head), form.x(index), y) for index, (head, _) in enumerate(heads)]
    return shapes, y + max(tall for _, tall in heads) + 14


def _title(form: _Form, wide: float) -> tuple[tuple[Shape, ...], float]:
    """The journey's title, or a line to write it on."""
    if not form.blank.title:
        return _field(form, "title", "", wide)
    lines = wrap(form.blank.title, wide, 38, bold=True, language=form.board.language.code)
    return (Words(-1, 42, lines, 38, 42, bold=True, tracking=-0.9),), 54 + 42.0 * (len(lines) - 1)


def _field(form: _Form, label: str, text: str, wide: float) -> tuple[tuple[Shape, ...], float]:
    """A label, and behind it what is known or a line to write on."""
    name = Words(0, 50, (form.board.label(label),), 13, fill="ink3")
    indent = width(form.board.label(label), 13) + 12
    if not text:
        return (name, glyphs.rule(indent, 54, wide, "ink3")), 54
    lines = wrap(text, wide - indent, 15.5, language=form.board.language.code)
    return (name, Words(indent, 50, lines, 15.5, 21)), 54 + 21.0 * (len(lines) - 1)


def _stage(form: _Form, index: int) -> tuple[list[Shape], float]:
    stage, code = form.blank.stages[index], form.board.language.code
    end, middle = number(form.column), number(form.column - 9)
    shapes: list[Shape] = [Path(f"M0 0H{middle}L{end} 6L{middle} 12H0Z", Paint("ink"))]
    lines = wrap(f"{index + 1} {stage.name}", form.column, 22, bold=True, language=code)
    shapes.append(Words(0, 38, lines, 22, 26, bold=True))
    y = 38.0 + 26 * (len(lines) - 1)
    if stage.question:
        lines = wrap(stage.question, form.column, 14.5, italic=True, language=code)
        shapes.append(Words(0, y + 24, lines, 14.5, 19, "ink2", italic=True))
        y += 24 + 19 * (len(lines) - 1)
    return shapes, y


def _lanes(form: _Form, top: float, bottom: float, unit: float) -> list[Shape]:
    """The lanes down to `bottom`, `unit` px a share above what each needs; and what parts the stages."""
    shapes: list[Shape] = []
    y = top
    for room in form.blank.customer:
        tall = _least(room) + unit * _share(room)
        shapes.append(Group(tuple(_lane(form, room, tall)), 0, y))
        y += tall
    borders = _borders(form, top, y)
    if form.blank.organisation:
        y += _BREAK / 2
        shapes.append(Group(ground(form.board, form.wide, bottom - y), 0, y))
        y += _BREAK / 2
        borders += _borders(form, y + 6, bottom)
    for index, room in enumerate(form.blank.organisation):
        tall = _least(room) + unit
        shapes.append(Group(tuple(_lane(form, room, tall, ruled=index > 0)), 0, y))
        y += tall
    return [*shapes, *borders]


def _borders(form: _Form, top: float, bottom: float) -> list[Shape]:
    edges = [form.x(stage) - _GAP / 2 for stage in range(1, len(form.blank.stages))]
    return [Path(f"M{number(x)} {number(top)}V{number(bottom)}", Paint("none", "line2", 1)) for x in edges]


def _lane(form: _Form, room: Room, tall: float, *, ruled: bool = True) -> list[Shape]:
    code = form.board.language.code
    right = form.wide - MARGIN
    lines = wrap(room.label, _LABELS - (48 if room.feeling else 12), 13.5, bold=True, language=code)
    shapes: list[Shape] = [glyphs.rule(MARGIN, 0, right, "line2")] if ruled else []
    shapes.append(Words(MARGIN, 24, lines, 13.5, 17, bold=True))
    return [*shapes, *_axis(form, tall)] if room.feeling else shapes


def _axis(form: _Form, tall: float) -> Sequence[Shape]:
    """Five levels with their faces, and nothing on them yet."""
    step = (tall - 48) / 4
    shapes: list[Shape] = []
    left, right = form.x(0), form.wide - MARGIN
    for level in (2, 1, 0, -1, -2):
        y = tall / 2 - level * step
        stroke, weight = ("ink", 1.2) if level == 0 else ("line", 1.0)
        shapes += [glyphs.rule(left, y, right, stroke, weight), glyphs.mood(level, left - 18, y)]
    return shapes
