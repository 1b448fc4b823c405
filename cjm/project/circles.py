"""Journeys that show one another in detail, all the way round."""

from collections.abc import Iterator, Mapping

from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import shorten
from cjm.model.entities import Journey

_LONGEST = 6


def circles(journeys: tuple[Journey, ...]) -> Iterator[Diagnostic]:
    """An error at every `detail` from which one comes back to the journey that it stands in."""
    by_path = {journey.path: journey for journey in journeys}
    above: dict[str, dict[str, None]] = {}
    for journey in journeys:
        for point in journey.touchpoints:
            if point.elsewhere:
                above.setdefault(point.elsewhere.path, {})[journey.path] = None
    for journey in journeys:
        back = _ways_back(journey.path, above)
        for point in journey.touchpoints:
            if point.elsewhere and point.elsewhere.path in back:
                titles = [by_path[path].title for path in _round(journey.path, point.elsewhere.path, back)]
                message = f"detail leads back to where it starts: {_said(titles)}"
                help = "a journey in detail can't hold the one that it is a part of; take one `detail:` out"
                place = point.at("detail")
                yield Diagnostic("circular-detail", Severity.ERROR, message, journey.path, place, help)


def _ways_back(path: str, above: Mapping[str, Mapping[str, None]]) -> dict[str, str]:
    """For every journey from which details lead to this one: the next on the shortest way there."""
    onward: dict[str, str] = {}
    todo = [path]
    for each in todo:
        new = [one for one in above.get(each, ()) if one not in onward]
        onward |= dict.fromkeys(new, each)
        todo += new
    return onward


def _round(path: str, first: str, onward: Mapping[str, str]) -> list[str]:
    way = [path, first]
    while way[-1] != path:
        way.append(onward[way[-1]])
    return way


def _said(titles: list[str]) -> str:
    if len(titles) > _LONGEST:
        titles = [*titles[: _LONGEST - 2], "…", titles[-1]]
    return " › ".join(shorten(title) for title in titles)
