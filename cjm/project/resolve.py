"""Journeys × libraries → a project in which every reference is the id of something declared.

A declared list is closed; one that nobody declared is open, and is inferred from use.
"""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from cjm.config import Settings
from cjm.diagnostics import Diagnostic, Severity
from cjm.grammar.binder import listing, suggestion
from cjm.grammar.entity import replace
from cjm.grammar.references import rewrite
from cjm.model.entities import Framework, Journey, Library
from cjm.model.frameworks import FRAMEWORKS
from cjm.model.keys import JOURNEY
from cjm.project.declared import Declared, declarations
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
    journeys: Sequence[Journey], libraries: Sequence[Library], settings: Settings
) -> tuple[Project, list[Diagnostic]]:
    """The project, and every reference that leads nowhere."""
    problems: list[Diagnostic] = []
    by_path = {journey.path: journey for journey in journeys}
    by_id: dict[str, Journey] = {}
    for journey in journeys:
        by_id.setdefault(journey.id, journey)
    resolved = []
    for journey in journeys:
        whole, found = _resolve_journey(journey, libraries, settings)
        resolved.append(whole)
        problems += found
    done = {journey.path: journey for journey in resolved}
    benchmarks = {}
    for journey in resolved:
        if journey.benchmark:
            other = by_path.get(beside(journey.path, journey.benchmark)) or by_id.get(journey.benchmark)
            if other is None or other.path == journey.path:
                problems.append(_no_benchmark(journey, by_id))
            else:
                benchmarks[journey.path] = done[other.path]
    return Project(tuple(resolved), tuple(libraries), settings, benchmarks), problems


def beside(path: str, target: str) -> str:
    """The path of a file that a journey names relative to itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target.replace("\\", "/")))


def _resolve_journey(
    journey: Journey, libraries: Sequence[Library], settings: Settings
) -> tuple[Journey, list[Diagnostic]]:
    declared, problems = declarations(journey, libraries)
    if settings.language and not journey.wrote("language"):
        journey = replace(journey, language=settings.language)
    whole = rewrite(replace(journey, **_empty(declared)), JOURNEY, declared.visit)
    phases = tuple(
        replace(
            phase,
            metrics=resolve_metrics(phase.metrics, declared),
            touchpoints=tuple(
                replace(
                    touchpoint,
                    metrics=resolve_metrics(touchpoint.metrics, declared),
                    emotions=declared.personas_of(touchpoint.emotions),
                )
                for touchpoint in phase.touchpoints
            ),
        )
        for phase in whole.phases
    )
    phases = resolve_next(phases, problems)
    _check_framework(whole, libraries, problems)
    return replace(whole, phases=phases, **declared.sections()), problems + declared.problems


def _empty(declared: Declared) -> dict[str, Any]:
    """The sections resolved by `declared` are left out of the walk over references."""
    return dict.fromkeys(declared.sections(), ())


def _check_framework(journey: Journey, libraries: Iterable[Library], problems: list[Diagnostic]) -> None:
    own = [framework.id for library in libraries for framework in library.frameworks]
    if journey.framework and journey.framework not in FRAMEWORKS and journey.framework not in own:
        known = [*own, *FRAMEWORKS]
        help = suggestion(journey.framework, known, f"one of: {listing(known)}")
        problems.append(_unknown(journey, "framework", f"no framework is called {journey.framework!r}", help))


def _no_benchmark(journey: Journey, known: Iterable[str]) -> Diagnostic:
    others = [id for id in known if id != journey.id]
    help = suggestion(journey.benchmark, others, "give the path of a journey, from this file, or its id")
    return _unknown(journey, "benchmark", f"no other journey is called {journey.benchmark!r}", help)


def _unknown(journey: Journey, key: str, message: str, help: str) -> Diagnostic:
    return Diagnostic("unknown-reference", Severity.ERROR, message, journey.path, journey.at(key), help)
