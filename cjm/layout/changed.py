"""Two versions of a journey over each other → Scene: phases, touchpoints with badges, both curves.

The columns are those of both versions. A long journey wraps into systems, between phases where
it can; the curves run on into the neighbouring ones.
"""

from collections.abc import Iterable, Iterator, Sequence

from cjm.board.changed import Badge, Changed, Owner, Stage, Step
from cjm.board.words import capital
from cjm.layout import glyphs, strip
from cjm.layout.changed_curves import curves
from cjm.layout.changed_signs import badge, legend
from cjm.layout.curve import number
from cjm.layout.field import Place
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.text import cut, wrap
from cjm.theme.metrics import width as text_width
from cjm.theme.tokens import SLOTS, lead

_WIDE, _MARGIN = 1708.0, 56.0
_NARROWEST, _WIDEST, _PHASE_GAP, _GUTTER = 118.0, 240.0, 18.0, 16.0
_NAME, _LEADING = 16.0, 19.0
_BETWEEN = 54.0  # from one system to the next

# A phase, or a part of one, and its steps by their places among all.
_Part = tuple[Stage, range]


def place(changed: Changed) -> Scene:
    """The drawing for a page, without a margin or a title."""
    shapes: list[Shape] = []
    y = 0.0
    for row in _rows(changed):
        drawn, tall = _system(changed, row)
        shapes.append(Group(tuple(drawn), 0, y))
        y += tall + _BETWEEN
    signs, tall = legend(changed, _WIDE, set(_tints(shapes)))
    shapes.append(Group(tuple(signs), 0, y - _BETWEEN / 2))
    return Scene(_WIDE, y - _BETWEEN / 2 + tall, tuple(shapes))


def alone(changed: Changed) -> Iterator[tuple[str, Scene]]:
    """Each version in one line, with its name; none of one without a curve."""
    for key, name, board in zip(("before", "after"), changed.names, changed.alone, strict=False):
        scene = strip.place(board, _WIDE)
        if scene is not None:
            yield f"{capital(changed.label(key))} ({name})", scene


def sheet(boards: Sequence[Changed], nothing: str) -> Scene:
    """A drawing that stands alone: every journey with its title, below each other."""
    shapes: list[Shape] = []
    y = _MARGIN
    for changed in boards:
        told = f"{changed.label('changes')} · {' → '.join(changed.names)}"
        names = cut(told, _WIDE, 15, 1, language=changed.language.code)
        title = wrap(changed.title, _WIDE, 40, bold=True, language=changed.language.code)
        shapes += [
            Words(_MARGIN, y + 12, names, 15, fill="ink2"),
            Words(_MARGIN - 2, y + 58, title, 40, 44, bold=True, tracking=-1.1),
        ]
        y += 58 + 44 * (len(title) - 1)
        counts = wrap(changed.counts, _WIDE, 15, language=changed.language.code)
        shapes.append(Words(_MARGIN, y + 32, counts, 15, 20, "ink2"))
        y += 32 + 20 * len(counts) + 24
        scene = place(changed)
        shapes.append(Group(scene.items, _MARGIN, y))
        y += scene.height + _MARGIN
        for told, line in alone(changed):
            [name] = cut(told, _WIDE, 20, 1, bold=True, language=changed.language.code)
            shapes += [Words(_MARGIN, y + 20, (name,), 20, bold=True), Group(line.items, _MARGIN, y + 36)]
            y += 36 + line.height + _MARGIN / 2
    if not boards:
        shapes.append(Words(_MARGIN, y + 20, (nothing,), 19, fill="ink2"))
        y += 20 + _MARGIN
    return Scene(_WIDE + 2 * _MARGIN, y, tuple(shapes))


def _tints(shapes: Iterable[Shape]) -> Iterator[str]:
    """The tints that are drawn between curves."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from _tints(shape.items)
        elif isinstance(shape, Path):
            yield shape.paint.fill


def _rows(changed: Changed) -> Iterator[list[_Part]]:
    """The systems, none longer than there is room for, and none much longer than another."""
    most = int((_WIDE + _GUTTER) // (_NARROWEST + _PHASE_GAP / 3))
    cells = sum(max(1, stage.end - stage.first) for stage in changed.stages)
    fewest = -(-cells // most)
    balanced = next(
        (limit for limit in range(-(-cells // fewest), most) if len(list(_filled(changed, limit))) <= fewest),
        most,
    )
    yield from _filled(changed, balanced)


def _filled(changed: Changed, most: int) -> Iterator[list[_Part]]:
    row: list[_Part] = []
    used = 0
    for stage in changed.stages:
        first = stage.first
        cells = max(1, stage.end - stage.first)
        if row and used + cells > most:
            yield row
            row, used = [], 0
        while stage.end - first > most:
            yield [(stage, range(first, first + most))]
            first += most
        row.append((stage, range(first, stage.end)))
        used += max(1, stage.end - first)
    if row:
        yield row


def _system(changed: Changed, row: list[_Part]) -> tuple[list[Shape], float]:
    cells = sum(max(1, len(columns)) for _, columns in row)
    pitch = min((_WIDE - _PHASE_GAP * (len(row) - 1)) / cells, _WIDEST)
    x = 0.0
    spots: list[Place] = []
    spans: list[tuple[_Part, float, float]] = []
    for stage, columns in row:
        spots += [(column, x + pitch * at + 10) for at, column in enumerate(columns)]
        span = pitch * max(1, len(columns))
        spans.append(((stage, columns), x, span))
        x += span + _PHASE_GAP
    heads = [_head(changed, part, span - _GUTTER + 8) for part, _, span in spans]
    shapes: list[Shape] = [
        _linked(drawn, left, 0, stage.anchor, span - _GUTTER, tall)
        for (drawn, tall), ((stage, _), left, span) in zip(heads, spans, strict=True)
    ]
    top = max(tall for _, tall in heads) + 20
    most = 0.0
    for column, left in spots:
        step = changed.steps[column]
        drawn, tall = _name(changed, step, pitch - _GUTTER)
        most = max(most, tall)
        shapes.append(_linked(drawn, left - 10, top, step.anchor, pitch - _GUTTER, tall))
    drawn, tall = curves(changed, spots, pitch, top + most, x - _PHASE_GAP)
    return [*shapes, *drawn], top + most + tall


def _linked(drawn: list[Shape], x: float, y: float, anchor: str, wide: float, tall: float) -> Group:
    """Shapes that lead to what changed there, wherever one points within them."""
    target = [Rect(0, 0, max(wide, 24), tall, Paint("none"), hook="hit")] if anchor else []
    return Group((*target, *drawn), x, y, url=f"#{anchor}" if anchor else "")


def _head(changed: Changed, part: _Part, span: float) -> tuple[list[Shape], float]:
    """A phase's bar, number, name, badge, and who owns it; and how high that is."""
    stage, columns = part
    gone = stage.badge in ("removed", "left")
    tip = number(max(span - 9, 1))
    outline = f"M0 4H{tip}L{number(max(span, 1))} 9L{tip} 14H0Z"
    paint = Paint("none", "ink3", 1.4, "4 3") if gone else Paint(lead())
    shapes: list[Shape] = [Path(outline, paint)]
    indent = text_width(stage.number, 20) + 9
    language = changed.language.code
    name = (
        stage.name
        if not columns or columns[0] == stage.first
        else f"{stage.name} ({changed.label('continued')})"
    )
    lines = wrap(name, max(span - indent, 40), 20, bold=True, language=language)
    fill = "ink3" if gone else "ink"
    shapes += [
        Words(0, 41, (stage.number,), 20, fill="ink3"),
        Words(indent, 41, lines, 20, 23, fill, bold=True),
    ]
    if gone:
        shapes += _struck(lines, indent, 35, 23, 20)
    y = 41 + 23.0 * (len(lines) - 1)
    if stage.badge:
        shapes += badge(0, y + 13, stage.badge, _badge_word(changed, stage.badge))
        y += 24
    owners = [each for each in (stage.before, stage.after) if each]
    if any(each.name for each in owners):
        drawn, tall = _owners(changed, owners, y + 12, span)
        shapes += drawn
        y += tall
    return shapes, y + 8


def _owners(changed: Changed, owners: list[Owner], y: float, span: float) -> tuple[list[Shape], float]:
    """Who owns it; where that was somebody else, their name struck out above it."""
    language = changed.language.code
    *before, owner = owners
    changes = any(each.name != owner.name for each in before)
    shapes: list[Shape] = []
    top, x = y, 0.0
    if changes and before[0].name:
        old = wrap(before[0].name, max(span, 40), 13.5, language=language)
        shapes += [Words(0, y + 10.5, old, 13.5, 17, "ink3"), *_struck(old, 0, y + 6, 17, 13.5, bold=False)]
        y += 17.0 * len(old) + 3
    elif changes:
        shapes += glyphs.swatch(0, y, 0, gap=True)
        x = 16
    if changes:
        shapes.append(Path("M0 0h14m-5-4l5 4l-5 4", Paint("none", "ink2", 1.4), x, y + 6))
        x += 20
    right, drawn = _swatch(x, y, owner)
    told = owner.name or changed.label("nobody")
    fill = ("ink" if changes else "ink2") if owner.name else "neg"
    lines = wrap(told, max(span - right - 6, 40), 13.5, bold=changes, language=language)
    shapes += [*drawn, Words(right + 6, y + 10.5, lines, 13.5, 17, fill, bold=changes)]
    return shapes, y - top + 20 + 17.0 * (len(lines) - 1)


def _swatch(x: float, y: float, owner: Owner) -> tuple[float, list[Shape]]:
    """A department's colour; one of its own stands on the map only."""
    if owner.name and owner.slot >= SLOTS:
        return x, []
    return x + 12, glyphs.swatch(x, y, owner.slot, gap=not owner.name)


def _name(changed: Changed, step: Step, room: float) -> tuple[list[Shape], float]:
    """A touchpoint's badge and name, struck out where it isn't there any more."""
    language = changed.language.code
    shapes: list[Shape] = []
    y = 0.0
    if step.badge:
        shapes += badge(0, 6, step.badge, _badge_word(changed, step.badge))
    y += 39
    gone = step.badge in ("removed", "left")
    if step.was:
        old = wrap(step.was, room, 13.5, language=language)
        shapes += [Words(0, y - 1, old, 13.5, 17, "ink3"), *_struck(old, 0, y - 5.5, 17, 13.5, bold=False)]
        y += 17 * len(old) + 2
    lines = wrap(step.name, room, _NAME, bold=True, language=language)
    shapes.append(Words(0, y, lines, _NAME, _LEADING, "ink3" if gone else "ink", bold=True))
    if gone:
        shapes += _struck(lines, 0, y - 5, _LEADING, _NAME)
    return shapes, y + _LEADING * (len(lines) - 1) + 8


def _struck(
    lines: Sequence[str], x: float, y: float, leading: float, size: float, *, bold: bool = True
) -> list[Shape]:
    """Lines through words, in the colour of what is gone."""
    return [
        glyphs.rule(x, y + leading * at, x + text_width(line, size, bold=bold), "neg", 1.4)
        for at, line in enumerate(lines)
    ]


def _badge_word(changed: Changed, name: Badge) -> str:
    return changed.label("moved" if name == "left" else name)
