"""Journeys × libraries → a project in which every reference is the id of something declared.

A declared list is closed; one that nobody declared is open, and is inferred from use.
"""

from collections.abc import Mapping, Sequence

import msgspec

from cjm.config import Settings
from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.grammar.binder import Suggestions, listing, shorten
from cjm.grammar.entity import replace
from cjm.grammar.references import rewrite
from cjm.model.entities import Framework, Journey, Library, Touchpoint
from cjm.model.frameworks import FRAMEWORKS
from cjm.model.identity import same_id
from cjm.model.keys import JOURNEY
from cjm.naming import beside
from cjm.project.declared import Declared, declarations, share
from cjm.project.route import resolve_next
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
    journeys: Sequence[Journey], libraries: Sequence[Library], settings: Settings, ids: Sequence[str] = ()
) -> tuple[Project, list[Diagnostic]]:
    """The project, and every reference that leads nowhere; `ids` are those of all journeys there are."""
    shared, problems = share(libraries)
    frameworks = _frameworks(libraries, problems)
    done: dict[str, Journey] = {}
    for journey in journeys:
        language = journey.language if journey.wrote("language") else settings.language or "en"
        done[journey.path], found = _resolve_journey(replace(journey, language=language), shared)
        problems += found
        _check_framework(journey, frameworks, problems)
    benchmarks = {}
    for journey in done.values():
        if journey.benchmark and (other := _benchmark(journey, done, ids, problems)):
            benchmarks[journey.path] = other
    return Project(tuple(done.values()), tuple(shared), settings, benchmarks), problems


def _resolve_journey(journey: Journey, libraries: Sequence[Library]) -> tuple[Journey, list[Diagnostic]]:
    declared, problems = declarations(journey, libraries)
    # What is declared is resolved already, and left out of the walk over references.
    whole = rewrite(replace(journey, **dict.fromkeys(declared.of, ())), JOURNEY, declared.visit)
    phases = tuple(
        replace(
            phase,
            metrics=resolve_metrics(phase.metrics, declared),
            touchpoints=tuple(_resolve_touchpoint(touchpoint, declared) for touchpoint in phase.touchpoints),
        )
        for phase in whole.phases
    )
    phases = resolve_next(phases, declared)
    return replace(whole, phases=phases, **declared.lists()), problems + declared.problems


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
        problems.append(_unknown(journey, "framework", message, help))


def _benchmark(
    journey: Journey, journeys: Mapping[str, Journey], ids: Sequence[str], problems: list[Diagnostic]
) -> Journey | None:
    """The journey that another one names by its path or its id."""
    named = journeys.get(beside(journey.path, journey.benchmark))
    others = [other for other in journeys.values() if other.path != journey.path]
    found = [other for other in others if other.id == journey.benchmark]
    if named is not None and named.path != journey.path:
        found = [named]
    if len(found) == 1:
        return found[0]
    said = shorten(journey.benchmark)
    if found:
        message = f"{said!r} could be any of {len(found)} journeys"
        related = tuple(Related("one of them", other.path, other.at("id")) for other in found[:3])
        problems.append(
            _unknown(journey, "benchmark", message, "give the path of the one that is meant", related)
        )
    else:
        otherwise = "give the path of a journey, from this file, or its id"
        help = Suggestions().nearest(
            journey.benchmark, dict.fromkeys(id for id in ids if id != journey.id), otherwise
        )
        problems.append(_unknown(journey, "benchmark", f"no other journey is called {said!r}", help))
    return None


def _unknown(
    journey: Journey, key: str, message: str, help: str, related: tuple[Related, ...] = ()
) -> Diagnostic:
    place = journey.at(key)
    return Diagnostic("unknown-reference", Severity.ERROR, message, journey.path, place, help, related)
