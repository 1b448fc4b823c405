"""The whole journey in one line: phases, the curve, and words at the points that count."""

from cjm.board.sheet import Board, Head
from cjm.layout import glyphs
from cjm.layout.captions import Place
from cjm.layout.curve import number, path, segments
from cjm.layout.scene import Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.layout.text import wrap
from cjm.theme.metrics import width as text_width

_WORD, _NOTE = 13.5, 12.5


def place(board: Board, wide: float, *, narrow: bool = False) -> Scene | None:
    """The strip, `wide` across; `narrow` shows numbers for phases and no words. None without a curve."""
    if not board.curves or not board.columns:
        return None
    step = 22.0 if narrow else 35.0
    spots, spans = _spots(board, 2, wide - 2, 6.0 if narrow else 14.0)
    pitch = spans[0][2] / max(1, spans[0][0].end - spans[0][0].first)
    heads, below = _heads(board, spans, narrow=narrow)
    baseline = below + 2 * step + (20 if narrow else 52)
    shapes: list[Shape] = [*heads, *_areas(board, spots, baseline, step, wide)]
    shapes.append(glyphs.rule(2, baseline, wide - 2, "ink", 1))
    shapes += _line(board, spots, baseline, step)
    for column, x in spots:
        target = _target(board, column, x, pitch, baseline, step)
        shapes.append(
            Group(
                (target, *_marker(board, column, x, baseline, step, narrow=narrow, pitch=pitch)),
                hook="go",
                target=board.columns[column].id,
            )
        )
    if not narrow:
        shapes += _words(board, spots, baseline, step, wide - 2)
    return Scene(wide, baseline + 2 * step + (14 if narrow else 44), tuple(shapes))


def _spots(
    board: Board, left: float, right: float, gap: float
) -> tuple[list[Place], list[tuple[Head, float, float]]]:
    """Evenly pitched points, with a little more room between phases; and the phases' spans."""
    cells = sum(max(1, head.end - head.first) for head in board.phases)
    pitch = (right - left - gap * (len(board.phases) - 1)) / cells
    x = left
    spots: list[Place] = []
    spans = []
    for head in board.phases:
        columns = range(head.first, head.end)
        spots += [(column, x + pitch * (n + 0.5)) for n, column in enumerate(columns)]
        span = pitch * max(1, len(columns))
        spans.append((head, x, span))
        x += span + gap
    return spots, spans


def _heads(
    board: Board, spans: list[tuple[Head, float, float]], *, narrow: bool
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    most = 1
    for head, x, span in spans:
        tip = number(max(0.0, span - 6))
        outline = f"M0 0H{tip}L{number(span)} 3.5L{tip} 7H0Z"
        if head.gap:
            bar: list[Shape] = [
                glyphs.hatch(0, 0, max(1.0, span - 6), 7, 6, 1.6),
                Path(outline, Paint("none", "neg", 1.2)),
            ]
        else:
            bar = [Path(outline, Paint("ink"))]
        if narrow:
            bar.append(Words(0, 22, (str(head.number),), 12.5, fill="ink2", bold=True))
        else:
            lines = wrap(head.name, max(24.0, span - 18), _WORD, bold=True, language=board.language.code)[:3]
            most = max(most, len(lines))
            bar += [
                Words(0, 25, (str(head.number),), _WORD, fill="ink3"),
                Words(16 if head.number < 10 else 24, 25, lines, _WORD, 16, bold=True),
            ]
        shapes.append(Group(tuple(bar), x, 4))
    return shapes, 34.0 if narrow else 16 + 16.0 * most


def _runs(
    board: Board, spots: list[Place], baseline: float, step: float
) -> list[list[tuple[int, float, float]]]:
    runs: list[list[tuple[int, float, float]]] = [[]]
    for column, x in spots:
        score = board.curves[0].points[column].score
        if score is None:
            runs.append([])
        else:
            runs[-1].append((column, x, baseline - score * step))
    return [run for run in runs if run]


def _areas(board: Board, spots: list[Place], baseline: float, step: float, wide: float) -> list[Shape]:
    closed = ""
    for run in _runs(board, spots, baseline, step):
        if len(run) > 1:
            line = path(segments([(x, y) for _, x, y in run]))
            closed += (
                f"{line}L{number(run[-1][1])} {number(baseline)}L{number(run[0][1])} {number(baseline)}Z"
            )
    tall = 2.8 * step
    return [
        Group((Path(closed, Paint("pos_t")),), clip=(0, baseline - tall, wide, tall)),
        Group((Path(closed, Paint("neg_t")),), clip=(0, baseline, wide, tall)),
    ]


def _line(board: Board, spots: list[Place], baseline: float, step: float) -> list[Shape]:
    shapes: list[Shape] = []
    points = board.curves[0].points
    for run in _runs(board, spots, baseline, step):
        line = segments([(x, y) for _, x, y in run])
        for n, segment in enumerate(line):
            dashed = points[run[n][0]].assumed or points[run[n + 1][0]].assumed
            shapes.append(
                Path(
                    path([segment]),
                    Paint("none", "ink", 2.6, "6 4" if dashed else "", "" if dashed else "round"),
                )
            )
    return shapes


def _target(board: Board, column: int, x: float, pitch: float, baseline: float, step: float) -> Rect:
    wide = max(14.0, pitch)
    return Rect(x - wide / 2, baseline - 2 * step - 20, wide, 4 * step + 40, Paint("none"), hook="hit")


def _marker(
    board: Board, column: int, x: float, baseline: float, step: float, *, narrow: bool, pitch: float
) -> list[Shape]:
    point = board.columns[column].point
    y = baseline - (point.score or 0) * step
    if point.score is None:
        return glyphs.unscored(x, y)
    if point.impact:
        return glyphs.moment(x, y, point.impact, 7.5 if narrow else 9)
    if pitch > 22 or point.notes:
        return glyphs.point(x, y, assumed=point.assumed, radius=3.4 if narrow else 4.2)
    return []


def _words(board: Board, spots: list[Place], baseline: float, step: float, right: float) -> list[Shape]:
    """Words at what is remembered first, then at moments of truth; none where they would collide."""
    points = board.curves[0].points
    everybody = len(spots) <= 8
    order = sorted(
        (
            index
            for index, (column, _) in enumerate(spots)
            if points[column].score is not None
            and (everybody or points[column].impact or points[column].notes)
        ),
        key=lambda index: (not points[spots[index][0]].notes, -abs(points[spots[index][0]].score or 0)),
    )
    taken: list[tuple[float, float, float]] = []
    shapes: list[Shape] = []
    for index in order:
        column, x = spots[index]
        point = points[column]
        score = point.score or 0
        after = points[spots[index + 1][0]].score if index + 1 < len(spots) else None
        up = score >= 0 if after is None or after == score else after < score
        note = " · ".join(point.notes)
        wide = max(text_width(point.word, _WORD, bold=True), text_width(note, _NOTE))
        away = 14 if point.impact else 8
        y = baseline - score * step
        y = y - away - 6 - (14 if note else 0) if up else y + away + 13
        inside = up == (score < 0) and score != 0
        left = x + 8 if inside else x - 8
        at_edge = left + wide > right
        span = (right - wide if at_edge else left, right if at_edge else left + wide)
        if any(
            span[0] < end + 6 and start < span[1] + 6 and abs(y - other) < 32 for start, end, other in taken
        ):
            continue
        taken.append((*span, y))
        colour = "pos" if point.impact > 0 else "neg" if point.impact < 0 else "ink"
        at, anchor = (right, "end") if at_edge else (left, "")
        shapes.append(Words(at, y, (point.word,), _WORD, fill=colour, bold=True, anchor=anchor))
        if note:
            shapes.append(Words(at, y + 14.5, (note,), _NOTE, fill="ink2", anchor=anchor))
    return shapes
