"""Journeys × libraries → a project in which every reference is the id of something declared.

A declared list is closed; one that nobody declared is open, and is inferred from use.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cjm.config import Settings
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import Suggestions, listing, shorten
from cjm.grammar.entity import replace
from cjm.grammar.references import rewrite
from cjm.model.entities import Framework, Journey, Library, Touchpoint
from cjm.model.frameworks import FRAMEWORKS
from cjm.model.identity import same_id
from cjm.model.keys import JOURNEY
from cjm.naming import Ids
from cjm.project.declared import Declared, declarations, share
from cjm.project.others import Others
from cjm.project.route import Router
from cjm.project.values import resolve_metrics


class Project(msgspec.Struct, frozen=True):
    """The journeys of one folder and what they share; `benchmarks` maps a journey's path to one beside it."""

    journeys: tuple[Journey, ...]
    libraries: tuple[Library, ...] = ()
    settings: Settings = Settings()
    benchmarks: Mapping[str, Journey] = {}

    @property
    def frameworks(self) -> dict[str, Framework]:
        """Frameworks of one's own, by id."""
        return {framework.id: framework for library in self.libraries for framework in library.frameworks}


def resolve(
    journeys: Sequence[Journey],
    libraries: Sequence[Library],
    settings: Settings,
    ids: Mapping[str, Ids],
    every: Sequence[str] = (),
) -> tuple[Project, list[Diagnostic]]:
    """The project, and every reference that leads nowhere.

    `ids` are what the files of journeys are called, by their paths; `every` the ids of all there are.
    """
    others = Others(journeys, libraries, ids, every)
    shared, problems = share(libraries)
    frameworks = _frameworks(libraries, problems)
    done: dict[str, Journey] = {}
    for journey in journeys:
        language = journey.language if journey.wrote("language") else settings.language or "en"
        done[journey.path], found = _resolve_journey(replace(journey, language=language), shared, others)
        problems += found
        _check_framework(journey, frameworks, problems)
        problems += _unknown_crm(journey, settings)
    benchmarks = {}
    for journey in done.values():
        if journey.benchmark:
            place = journey.at("benchmark")
            other, told = others.place(journey.benchmark, (journey.benchmark, ""), journey, place)
            problems += told
            if other:
                benchmarks[journey.path] = done[other.path]
    return Project(tuple(done.values()), tuple(shared), settings, benchmarks), problems


def _resolve_journey(
    journey: Journey, libraries: Sequence[Library], others: Others
) -> tuple[Journey, list[Diagnostic]]:
    declared, problems = declarations(journey, libraries)
    # What is declared is resolved already, and left out of the walk over references.
    whole = rewrite(replace(journey, **dict.fromkeys(declared.of, ())), JOURNEY, declared.visit)
    router = Router(journey, declared, others)
    phases = tuple(
        replace(
            phase,
            metrics=resolve_metrics(phase.metrics, declared),
            touchpoints=tuple(
                router.resolve(_resolve_touchpoint(point, declared)) for point in phase.touchpoints
            ),
        )
        for phase in whole.phases
    )
    links = tuple(router.follow(link) for link in journey.links)
    return replace(whole, phases=phases, links=links, **declared.lists()), problems + declared.problems


def _resolve_touchpoint(touchpoint: Touchpoint, declared: Declared) -> Touchpoint:
    if not touchpoint.metrics and not touchpoint.emotions:
        return touchpoint
    return replace(
        touchpoint,
        metrics=resolve_metrics(touchpoint.metrics, declared),
        emotions=declared.personas_of(touchpoint.emotions),
    )


def _frameworks(libraries: Sequence[Library], problems: list[Diagnostic]) -> list[str]:
    """The ids of all frameworks, own ones first; an own one that hides one that cjm knows is told of."""
    own: dict[str, Framework] = {}
    for framework in (framework for library in libraries for framework in library.frameworks):
        first = own.setdefault(framework.id, framework)
        if first.origin.path != framework.origin.path:
            problems.append(same_id(framework, first))
        elif framework.id in FRAMEWORKS:
            message = f"{framework.id!r} is a framework that cjm knows; this one holds here"
            path, place, help = framework.origin.path, framework.at("id"), "give it another id"
            problems.append(Diagnostic("shadowed-declaration", Severity.WARNING, message, path, place, help))
    return [*own, *(id for id in FRAMEWORKS if id not in own)]


def _check_framework(journey: Journey, known: Sequence[str], problems: list[Diagnostic]) -> None:
    if journey.framework and journey.framework not in known:
        help = Suggestions().nearest(journey.framework, known, f"one of: {listing(known)}")
        message = f"no framework is called {shorten(journey.framework)!r}"
        place = journey.at("framework")
        problems.append(Diagnostic("unknown-reference", Severity.ERROR, message, journey.path, place, help))


def _unknown_crm(journey: Journey, settings: Settings) -> Iterator[Diagnostic]:
    """Stages of a CRM that aren't among those that the settings list; a list that was torn isn't closed."""
    known = () if "crm" in settings.origin.failed else settings.crm
    for phase in journey.phases:
        if known and phase.crm and phase.crm not in known:
            message = f"{shorten(phase.crm)!r} is not a stage of the CRM that the settings know"
            help = Suggestions().nearest(phase.crm, known, f"{settings.origin.path} lists: {listing(known)}")
            place = phase.at("crm")
            yield Diagnostic("unknown-reference", Severity.ERROR, message, journey.path, place, help)
