"""The rows of one system: phases, touchpoints, lanes, the curve and the owners' bands."""

from typing import Literal

import msgspec

from cjm.board.sheet import Board, Column, Head, Lane
from cjm.layout import emotion, glyphs
from cjm.layout.captions import room
from cjm.layout.cells import FIRST as FIRST_BASELINE
from cjm.layout.cells import fill
from cjm.layout.curve import number
from cjm.layout.scene import Group, Paint, Path, Rect, Shape, Words
from cjm.layout.systems import FIRST, GUTTER, LABELS, MARGIN, PHASE_GAP, System
from cjm.layout.text import wrap
from cjm.theme import tokens
from cjm.theme.metrics import width

# `titles` are the phases and the touchpoints' names alone, to head a page of their own.
Side = Literal["customer", "organisation", "titles"]
Row = tuple[list[Shape], float]

# Lanes whose texts are what staff do and show.
_QUIET = ("frontstage", "backstage", "systems", "content")
_BELOW = {"channels": 14.0, "thoughts": 17.0, "metrics": 20.0, "evidence": 18.0}
_TIP = 9.0


class Sheet(msgspec.Struct, frozen=True):
    """What all rows of a sheet share."""

    board: Board
    column: float
    width: float
    systems: list[System]

    @property
    def right(self) -> float:
        """Where hairlines end."""
        return self.width - MARGIN


def system_rows(sheet: Sheet, system: System, side: Side) -> tuple[tuple[Shape, ...], float]:
    """The rows of one half of a system below each other, and the height they take."""
    shapes: list[Shape] = []
    y = 0.0
    for place, row in enumerate(_rows(sheet, system, side)):
        drawn, tall = row
        # The line of visibility stands over the organisation's first row.
        hairline = [] if place == 0 else [glyphs.rule(MARGIN, 0, sheet.right)]
        shapes.append(Group((*hairline, *drawn), 0, y))
        y += tall
    return tuple(shapes), y


def _rows(sheet: Sheet, system: System, side: Side) -> list[Row]:
    board = sheet.board
    rows: list[Row] = []
    if side == "titles":
        return [heads(sheet, system), touchpoints(sheet, system, brief=True)]
    if side == "customer":
        rows = [heads(sheet, system), touchpoints(sheet, system)]
        lanes = [lane for lane in board.customer if _is_used(lane, system)]
        rows += [lane_row(sheet, system, lane) for lane in lanes if lane.key in _BEFORE_CURVE]
        if board.curves and system.columns:
            rows.append(_curve(sheet, system))
        return rows + [lane_row(sheet, system, lane) for lane in lanes if lane.key not in _BEFORE_CURVE]
    lanes = [lane for lane in board.organisation if _is_used(lane, system)]
    rows = [lane_row(sheet, system, lane) for lane in lanes if lane.key in _BEFORE_OWNER]
    if board.bands and system.columns:
        rows.append(_bands(sheet, system))
    return rows + [lane_row(sheet, system, lane) for lane in lanes if lane.key not in _BEFORE_OWNER]


_BEFORE_CURVE = ("channels", "questions", "thoughts")
_BEFORE_OWNER = ("backstage", "systems")


def _is_used(lane: Lane, system: System) -> bool:
    return any(lane.cells[column] for column in system.columns)


def _label(text: str, language: str) -> Words:
    lines = wrap(text, LABELS, 13.5, bold=True, language=language)
    return Words(MARGIN, FIRST_BASELINE, lines, 13.5, 17, bold=True)


def lane_row(sheet: Sheet, system: System, lane: Lane) -> Row:
    """A lane: its name, and a cell a column."""
    language = sheet.board.language
    label = _label(lane.label, language.code)
    shapes: list[Shape] = [label]
    tallest = FIRST_BASELINE + label.leading * (len(label.lines) - 1)
    ground = "paper" if lane.side == "customer" else "paper2"
    for column in system.columns:
        if lane.cells[column]:
            cell, quiet = lane.cells[column], lane.key in _QUIET
            drawn, tall = fill(cell, sheet.column, language, quiet=quiet, sheet=ground)
            shapes.append(Group(tuple(drawn), system.x[column], 0))
            tallest = max(tallest, tall)
    return shapes, tallest + _BELOW.get(lane.key, 16) + tokens.room().row


def heads(sheet: Sheet, system: System) -> Row:
    """Phase bars with number, name, goal and owner; all goals start on one line."""
    language = sheet.board.language.code
    named = []
    for part in system.parts:
        head = sheet.board.phases[part.phase]
        name = f"{head.name} ({sheet.board.label('continued')})" if part.continued else head.name
        indent = 26 if head.number < 10 else 40
        size, leading = 25.0, 29.0
        lines = wrap(name, part.width - indent - 2, size, bold=True, language=language)
        if len(lines) > 2:
            size, leading = 19.0, 23.0
            lines = wrap(name, part.width - indent + 4, size, bold=True, language=language)
        goal = (
            wrap(head.goal, min(part.width, 420), 15, language=language)
            if head.goal and not part.continued
            else ()
        )
        named.append((part, head, lines, size, leading, goal, indent))
    names = max(len(lines) * leading for _, _, lines, _, leading, _, _ in named)
    goals = max(len(goal) for *_, goal, _ in named) * 20.0
    shapes: list[Shape] = []
    below = 2.0
    for part, head, lines, size, leading, goal, indent in named:
        items: list[Shape] = [
            *bar(part.width, head, continues=part.continues),
            Words(0, 45, (str(head.number),), size, fill="ink3"),
            Words(indent, 45, lines, size, leading, bold=True),
        ]
        if goal:
            items.append(Words(0, 43 + names, goal, 15, 20, "ink2"))
        if sheet.board.bands:
            said, tall = _owner(head, part.width, language)
            items.append(Group(tuple(said), 0, 50 + names + goals))
            below = max(below, tall)
        title = f"{sheet.board.label('phase')} {head.number}: {head.name}"
        shapes.append(Group(tuple(items), part.x, 0, title=title))
    return shapes, 45 + names + goals + below


def bar(wide: float, head: Head, *, continues: bool = False) -> list[Shape]:
    """A phase's arrow, 12 high, or its outline and a hatch where nobody owns it; no tip if it `continues`."""
    w = number(wide)
    tip = number(wide - _TIP)
    outline = f"M0 0H{w}V12H0Z" if continues else f"M0 0H{tip}L{w} 6L{tip} 12H0Z"
    if head.gap:
        return [glyphs.hatch(0, 0, wide - _TIP, 12, 7, 1.8), Path(outline, Paint("none", "neg", 1.4))]
    return [Path(outline, Paint(tokens.lead()))]


def _owner(head: Head, wide: float, language: str) -> Row:
    said, colour = (head.gap.label, "neg") if head.gap else (head.owner, "ink")
    if not said:
        return [], 30
    missing = bool(head.gap)
    lines = wrap(said, wide - 20, 14, bold=missing, language=language)
    sign = glyphs.swatch(0, -10, head.slot, gap=missing)
    return [*sign, Words(20, 0, lines, 14, 18, colour, bold=missing)], 12 + 18.0 * len(lines)


def touchpoints(
    sheet: Sheet, system: System, *, brief: bool = False, label: str = "touchpoint", link: bool = False
) -> Row:
    """The touchpoints with what the customer does at each; `brief` leaves that out, `link` leads to each."""
    board = sheet.board
    shapes: list[Shape] = [_label(board.label(label), board.language.code)]
    tallest = FIRST_BASELINE
    # All names start on one line, below the tallest word for a moment of truth.
    moments = max((len(_moment(board, board.columns[n], sheet.column)) for n in system.columns), default=1)
    below = FIRST_BASELINE + 22 + 15.0 * (moments - 1)
    for column in system.columns:
        found = board.columns[column]
        drawn, tall = _touchpoint(board, found, sheet.column, below, brief=brief)
        title = f"{found.number} {found.name}"
        target = found.id if link else ""
        shapes.append(Group(tuple(drawn), system.x[column], 0, found.anchor, title, target=target, link=link))
        tallest = max(tallest, tall)
    return shapes, tallest + 14 + tokens.room().row


def _moment(board: Board, column: Column, room: float) -> tuple[str, ...]:
    """The lines beside a touchpoint's number and the sign of its moment of truth."""
    if not column.moment:
        return ("",)
    inner = room - width(column.number, 13) - 30
    return wrap(column.moment, inner, 12.5, bold=True, language=board.language.code)


def _touchpoint(board: Board, column: Column, room: float, y: float, *, brief: bool) -> Row:
    """Its number and moment, its name from `y` on, and what the customer does."""
    language = board.language.code
    shapes: list[Shape] = [Words(0, FIRST_BASELINE, (column.number,), 13, fill="ink3")]
    if column.moment:
        impact = column.point.impact or 1
        left = width(column.number, 13) + 18
        shapes += glyphs.moment(left, FIRST_BASELINE - 4.6, impact, 6.4)
        colour = "pos" if impact > 0 else "neg"
        said = _moment(board, column, room)
        shapes.append(Words(left + 12, FIRST_BASELINE, said, 12.5, 15, colour, bold=True))
    lines = wrap(column.name, room, 16, bold=True, language=language)
    shapes.append(Words(0, y, lines, 16, 20, bold=True))
    y += 20 * (len(lines) - 1)
    if brief:
        return shapes, y
    if column.action:
        lines = wrap(column.action, room, 14.5, language=language)
        shapes.append(Words(0, y + 22, lines, 14.5, 19, "ink2"))
        y += 22 + 19 * (len(lines) - 1)
    if column.branches:
        y += 22
        shapes += glyphs.icon("branch", "", -1, y - 11, 14, "ink3")
        lines = tuple(
            line for text in column.branches for line in wrap(text, room - 20, 12.5, language=language)
        )
        shapes.append(Words(19, y, lines, 12.5, 16, "ink3"))
        y += 16 * (len(lines) - 1)
    if column.inside:
        lines = wrap(column.inside.text, room, 12.5, language=language)
        shapes.append(Words(0, y + 20, lines, 12.5, 16, "ink3"))
        y += 20 + 16 * (len(lines) - 1)
    return shapes, y


def _curve(sheet: Sheet, system: System) -> Row:
    board = sheet.board
    step = 64.0 if len(board.columns) <= 4 else 68.0
    above, below = room(board, system.columns, sheet.column + GUTTER / 2, step)
    baseline = above + 2 * step
    shapes: list[Shape] = [_label(board.label("emotion"), board.language.code)]
    shapes += [glyphs.mood(level, FIRST - 30, baseline - level * step) for level in (2, 1, 0, -1, -2)]
    borders = tuple(part.x - PHASE_GAP / 2 for part in system.parts[1:])
    reach = 2 * step + 34
    for x in borders:
        border = f"M{number(x)} {number(baseline - reach)}V{number(baseline + reach)}"
        shapes.append(Path(border, Paint("none", "line", 1)))
    first, last = system.columns[0], system.columns[-1]
    away = sheet.column + PHASE_GAP
    shapes.append(
        emotion.draw(
            board,
            [(column, system.x[column] + 9) for column in system.columns],
            left=FIRST - 10,
            right=sheet.right,
            baseline=baseline,
            step=step,
            width=sheet.column + GUTTER / 2,
            # The line runs on beyond the edge, so that a break never looks like an end.
            before=(first - 1, FIRST + 9 - away) if first > 0 else None,
            after=(last + 1, system.right + PHASE_GAP + 9) if last + 1 < len(board.columns) else None,
            borders=borders,
        )
    )
    return shapes, baseline + 2 * step + below - 4


def _bands(sheet: Sheet, system: System) -> Row:
    """A band for each run of neighbours with one owner; its name wraps, it never shrinks."""
    board = sheet.board
    shapes: list[Shape] = [_label(board.label("owner"), board.language.code)]
    placed = []
    for band in board.bands:
        for part in system.parts:
            columns = [column for column in part.columns if band.first <= column <= band.last]
            if columns:
                left = system.x[columns[0]]
                wide = system.x[columns[-1]] + sheet.column - left
                said = band.gap.label if band.gap else band.name
                inner = glyphs.missing_room(wide, warning=True) if band.gap else wide - 22
                lines = wrap(said, inner, 14, bold=True, language=board.language.code)
                placed.append((band, left, wide, lines))
    tall = max((14 + 18.0 * len(lines) for *_, lines in placed), default=32.0)
    for band, left, wide, lines in placed:
        if band.gap:
            items, _ = glyphs.missing(wide, lines, h=tall, warning=True)
        else:
            items = [
                Rect(0, 0, wide, tall, Paint(f"d{band.slot}_t")),
                Rect(0, 0, 5, tall, Paint(f"d{band.slot}")),
                Words(15, 21, lines, 14, 18, bold=True),
            ]
        shapes.append(Group(tuple(items), left, 11))
    return shapes, tall + 22
