"""Statistics on a terminal: a list for one journey, tables for several.

In: the figures and the page to write them on, 80 columns at least. Out: the whole
report, in which nothing that an author wrote is obeyed by a terminal.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from cjm.counting import counted
from cjm.reporters.columns import inert, width
from cjm.stats import COVERAGES, Curve, Figures, Point, Review, Share, Stats

NOTHING = "–"

_BOLD, _GOOD, _BAD, _RESET = "\x1b[1m", "\x1b[32m", "\x1b[31m", "\x1b[0m"
_BAR = 10
# Signs of our own for a terminal that isn't UTF-8, each as wide as the one it stands for.
_PLAIN = str.maketrans("–…█░─", "-~#.-")
# The least width of each coverage's column, its heading, and that of the review's.
_ROOMS = {"owner": 6, "emotion": 7, "evidence": 8, "metric": 6, "answer": 6, "guard": 7}
_REVIEW = 9


class Page(msgspec.Struct, frozen=True):
    """What people read it on: its columns, and what it can show."""

    columns: int = 100
    color: bool = False
    unicode: bool = True


# The journeys with errors, and how many each has.
Skipped = Mapping[str, int]


def report(stats: Stats, _skipped: Skipped, page: Page) -> str:
    """A list for one journey, two tables for several, nothing for none."""
    if not stats.journeys:
        return ""
    wide = min(max(page.columns, 80), 120)
    lines = _list(stats, wide, page) if len(stats.journeys) == 1 else _tables(stats, wide, page)
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    return text if page.unicode else text.translate(_PLAIN)


def _list(stats: Stats, wide: int, page: Page) -> Iterator[str]:
    (journey,) = stats.journeys
    yield _painted(_cut(journey.title, wide), _BOLD, page)
    yield ""
    for name, share in journey.coverage.items():
        line = f"{name:<8}  {_bar(share)} {_percent(share):>4}  {_sentence(name, share)}"
        yield _painted(_cut(line, wide), _verdict(share), page)
    yield ""
    for label, point in remembered(journey.curve):
        told = f"{score(point.score):>5}  {point.name}" if point else f"{NOTHING:>5}"
        yield _cut(f"{label:<8}  {told}", wide)
    points = counted(journey.curve.points, "point")
    yield f"{'mean':<8}  {score(journey.curve.mean):>5}  of {points} on the curve, from -2 to 2"
    yield _painted(f"{'review':<8}  {_review(journey.review)}", _BAD if journey.review.overdue else "", page)


def _bar(share: Share) -> str:
    # Whatever is there is seen: a bar is empty only where nothing is.
    full = max(share.have * _BAR // share.of, bool(share.have)) if share.of else 0
    return "█" * full + "░" * (_BAR - full)


def _sentence(name: str, share: Share) -> str:
    kind = COVERAGES[name]
    if not share.of:
        return f"no {kind.things}"
    return f"{share.have:,} of {share.of:,} {kind.thing if share.of == 1 else kind.things} {kind.trait}"


def _review(review: Review) -> str:
    if review.reviewed is None:
        return "never reviewed"
    if review.overdue:
        return f"overdue: reviewed on {review.reviewed}, due by {review.due}"
    return f"reviewed on {review.reviewed}" + (f", holds until {review.due}" if review.due else "")


def _tables(stats: Stats, wide: int, page: Page) -> Iterator[str]:
    cells = [_fractions(each.coverage) for each in stats.journeys] + [_fractions(stats.total.coverage)]
    rooms = [max(least, *map(len, column)) for least, *column in zip(_ROOMS.values(), *cells, strict=True)]
    left = wide - sum(rooms) - _REVIEW - 2 * len(rooms) - 2
    names = _names(stats.journeys, max(left, 8))
    room = max(map(width, [*names, "total"]))
    yield from _coverages(stats, names, room, rooms, page)
    yield ""
    yield from _curves(stats, names, room, wide, page)


def _coverages(
    stats: Stats, names: Sequence[str], room: int, rooms: Sequence[int], page: Page
) -> Iterator[str]:
    owner, *of_touchpoints, answer, guard = rooms
    spanning = f"{' touchpoints ':─^{sum(of_touchpoints) + 4}}"
    heads = f"  {'phases':>{owner}}  {spanning}  {'pains':>{answer}}  {'moments':>{guard}}"
    yield _painted(f"{'':{room}}{heads}", _BOLD, page)
    yield _painted(f"{'':{room}}{_row(_ROOMS, rooms)}  {'review':>{_REVIEW}}", _BOLD, page)
    for name, each in zip(names, stats.journeys, strict=True):
        review = _painted(f"{state(each.review):>{_REVIEW}}", _BAD if each.review.overdue else "", page)
        yield f"{_cell(name, room)}{_shares(each.coverage, rooms, page)}  {review}"
    total = stats.total
    late = f"{total.overdue:,} overdue" if total.reviewed else NOTHING
    shares = _shares(total.coverage, rooms, page)
    yield f"{_painted(_cell('total', room), _BOLD, page)}{shares}  {late:>{_REVIEW}}"
    yield f"{'':{room}}{_row(map(_percent, total.coverage.values()), rooms)}"


def _curves(stats: Stats, names: Sequence[str], room: int, wide: int, page: Page) -> Iterator[str]:
    part = (wide - room - 7) // 3
    heads = "".join(f"       {label:<{part - 7}}" for label, _ in remembered(stats.total.curve))
    yield _painted(f"{'':{room}}   mean{heads}", _BOLD, page)
    for name, each in zip(names, stats.journeys, strict=True):
        points = "".join(_cell(_place(point), part) for _, point in remembered(each.curve))
        yield f"{_cell(name, room)}  {score(each.curve.mean):>5}{points}"
    yield f"{_painted(_cell('total', room), _BOLD, page)}  {score(stats.total.curve.mean):>5}"


def _names(journeys: Sequence[Figures], room: int) -> list[str]:
    """The title of each journey, or its id where two would look the same."""
    titles = [_cut(each.title, room) for each in journeys]
    often = Counter(titles)
    return [
        _cut(each.id, room) if often[title] > 1 else title
        for title, each in zip(titles, journeys, strict=True)
    ]


def _shares(coverage: Mapping[str, Share], rooms: Sequence[int], page: Page) -> str:
    cells = zip(_fractions(coverage), coverage.values(), rooms, strict=True)
    return "".join("  " + _painted(f"{text:>{room}}", _verdict(share), page) for text, share, room in cells)


def _fractions(coverage: Mapping[str, Share]) -> list[str]:
    return [f"{share.have}/{share.of}" if share.of else NOTHING for share in coverage.values()]


def _row(texts: Iterable[str], rooms: Sequence[int]) -> str:
    return "".join(f"  {text:>{room}}" for text, room in zip(texts, rooms, strict=True))


def _percent(share: Share) -> str:
    return f"{share.percent}%" if share.of else NOTHING


def _place(point: Point | None) -> str:
    return f"  {score(point.score):>4} {point.name}" if point else f"  {NOTHING:>4}"


def state(review: Review) -> str:
    """Of a review: overdue, in time, or nothing where there was none."""
    if review.reviewed is None:
        return NOTHING
    return "overdue" if review.overdue else "in time"


def remembered(curve: Curve) -> tuple[tuple[str, Point | None], ...]:
    """What is remembered of a curve, by name."""
    return ("peak", curve.peak), ("low", curve.low), ("ending", curve.ending)


def _verdict(share: Share) -> str:
    if not share.of or 0 < share.have < share.of:
        return ""
    return _GOOD if share.have else _BAD


def _painted(text: str, role: str, page: Page) -> str:
    return f"{role}{text}{_RESET}" if role and page.color else text


def _cell(text: str, room: int) -> str:
    cut = _cut(text, room)
    return cut + " " * (room - width(cut))


def _cut(text: str, room: int) -> str:
    """As much of a text, safe to print, as fits into so many columns."""
    text = inert(text[: 8 * room])
    if width(text) <= room:
        return text
    while width(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def score(value: float | None) -> str:
    """A score or a mean, with its sign and at most two decimals."""
    if value is None:
        return NOTHING
    return f"{round(value, 2):+g}" if round(value, 2) else "0"
