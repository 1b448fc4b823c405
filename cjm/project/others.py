"""The other journeys of a project, as one may name them: by id, by a former id, or by path.

In: journeys as they were bound, and what each file is called. Out: one of them, or what is
wrong with the name. Only what the name leads to is looked at, so that whoever gives just
those journeys gets the same.
"""

from collections.abc import Iterator, Mapping, Sequence

from cjm.diagnostics import Advice, Diagnostic, Related, Severity
from cjm.grammar.binder import Suggestions, shorten
from cjm.grammar.entity import replace
from cjm.model.entities import Journey, Library
from cjm.model.parts import Elsewhere, Link
from cjm.naming import Called, Ids, beside, is_file, leads_to
from cjm.project.declared import renamed
from cjm.project.targets import END, Targets
from cjm.source import Span

_PATH = "give the path of a journey of this project, from this file"


def names(journey: Journey) -> Iterator[str]:
    """How this journey names others: as its benchmark, and where its touchpoints lead."""
    if journey.benchmark:
        yield journey.benchmark
    points = journey.touchpoints
    for link in (*journey.links, *(link for point in points for link in point.links)):
        if file := linked(link)[0]:
            yield file
    yield from (point.detail for point in points if point.detail)
    own = {END, *(point.id for point in points)}
    away = [way.to for point in points for way in point.next or () if way.to not in own]
    if away:
        targets = Targets(journey.phases)
        yield from (name for to in away if not targets.find(to) and (name := parted(to)[0]))


def parted(text: str) -> tuple[str, str]:
    """`after-sales#first-call` → the journey and the touchpoint, which may be left out."""
    name, mark, point = text.rpartition("#")
    return (name, point) if mark else (text, "")


def linked(link: Link) -> tuple[str, str]:
    """The file of a journey, and the touchpoint, that a link leads to; empty for any other link."""
    file, _, point = link.url.partition("#")
    # What has a colon has a scheme.
    is_other = is_file(file) and ":" not in file and file[0] not in "/\\?"
    if not is_other:
        return "", ""
    from urllib.parse import unquote

    return unquote(file), unquote(point)


class Others:
    """What the journeys of a project can be named by.

    `ids` maps their files to what they are called, files that couldn't be understood
    included; `every` are the ids there are, to suggest one.
    """

    def __init__(
        self,
        journeys: Sequence[Journey],
        libraries: Sequence[Library],
        ids: Mapping[str, Ids],
        every: Sequence[str],
    ) -> None:
        self.journeys = {journey.path: journey for journey in journeys}
        self.libraries = {library.path for library in libraries}
        self.ids = Called(ids)
        self.every = every
        self.suggestions = Suggestions()
        self._targets: dict[str, Targets] = {}

    def find(self, name: str, journey: Journey, place: Span) -> Journey | Diagnostic:
        """The journey that another one means by a name, or the error that it means none."""
        found = leads_to(name, journey.path, self.ids)
        said = shorten(name)
        if len(found) > 1:
            message, help = (
                f"{said!r} could be any of {len(found)} journeys",
                "give the path of the one that is meant",
            )
            some = [self.journeys[path] for path in found if path in self.journeys]
            related = tuple(Related("one of them", other.path, other.at("id")) for other in some[:3])
            return _unknown(journey, place, message, help, related)
        if found and found[0] in self.journeys:
            return self.journeys[found[0]]
        if found:
            message = f"the journey {said!r} can't be read"
            return _unknown(
                journey, place, message, "mend that file first: `cjm check` tells what is wrong with it"
            )
        if is_same(name, journey):
            return _unknown(journey, place, f"{said!r} is this journey itself", "name another one")
        if beside(journey.path, name) in self.libraries:
            return _unknown(journey, place, f"{said!r} is a library, and no journey", _PATH)
        known = dict.fromkeys(id for id in self.every if id != journey.id)
        help = self.suggestions.nearest(name, known, f"{_PATH}, or its id")
        return _unknown(journey, place, f"no other journey is called {said!r}", help)

    def is_there(self, name: str, journey: Journey) -> bool:
        """Whether a name means some other journey, or several."""
        return bool(name and leads_to(name, journey.path, self.ids))

    def place(
        self, text: str, named: tuple[str, str], journey: Journey, place: Span
    ) -> tuple[Elsewhere | None, list[Diagnostic]]:
        """Where a reference that was written as `text` leads, and what is to be said of it.

        `named` are the journey and, perhaps, its touchpoint.
        """
        name, point = named
        other = self.find(name, journey, place)
        if isinstance(other, Diagnostic):
            return None, [other]
        told = []
        if self._is_former(name, other):
            again = f"{other.id}#{point}" if point else other.id
            told.append(renamed(name, other.id, again, journey.path, place))
        first = other.touchpoints[0].id if other.touchpoints else ""
        whole = Elsewhere(path=other.path, title=other.title, journey=other.id, point=first)
        if not point or "phases" in other.origin.failed:  # what is wrong there is told there
            return whole, told
        targets = self._targets.setdefault(other.path, Targets(other.phases))
        to = targets.find(point)
        if isinstance(to, str):
            if targets.is_former(point):
                told.append(renamed(point, to, f"{text.rpartition('#')[0]}#{to}", journey.path, place))
            return replace(whole, point=to, name=targets.ids[to].name), told
        said, of = shorten(point), shorten(other.title)
        if to:
            message = f"{said!r} could be any of {len(to)} touchpoints of {of!r}"
            related = tuple(Related("one of them", each.origin.path, each.at("name")) for each in to[:3])
            help = "give the one that is meant an `id:` of its own"
            return None, [*told, _unknown(journey, place, message, help, related)]
        help = self.suggestions.nearest(point, targets.known, targets.listed())
        if instead := getattr(help, "instead", ""):
            help = Advice(help, f"{text.rpartition('#')[0]}#{instead}")
        message = f"no touchpoint of {of!r} is called {said!r}"
        return None, [*told, _unknown(journey, place, message, help)]

    def _is_former(self, name: str, journey: Journey) -> bool:
        ids = self.ids[journey.path]
        return name == ids.was and name != ids.id and not is_file(name)


def is_same(name: str, journey: Journey) -> bool:
    """Whether a journey means itself by a name."""
    return name == journey.id or beside(journey.path, name) == journey.path


def _unknown(
    journey: Journey, place: Span, message: str, help: str, related: tuple[Related, ...] = ()
) -> Diagnostic:
    return Diagnostic("unknown-reference", Severity.ERROR, message, journey.path, place, help, related)
