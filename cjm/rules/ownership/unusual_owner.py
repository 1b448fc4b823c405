"""The rule `unusual-owner`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.languages import folded, language
from cjm.lint import Problem, rule
from cjm.measures import responsible
from cjm.model.entities import Department, Journey
from cjm.model.frameworks import department, framework
from cjm.project import Project


@rule(Severity.INFO, preset="strict")
def unusual_owner(journey: Journey, *, project: Project) -> Iterator[Problem]:
    """
    A phase belongs to a department that usually doesn't own this stage of the framework.

    It may be right: organisations differ. It is often a sign that the phase was
    given to whoever was at the table, and that they can't change what happens in
    it. A department with a name of its own, which says nothing general, is left
    alone, except where a framework of your own lists its departments. (Who usually
    owns which of the five phases: as marketing agencies describe them.)

    Bad:

        framework: five-phase
        phases:
          - {name: Getting help, stage: retention, owner: Sales, touchpoints: [Calls the desk]}

    Good:

        framework: five-phase
        phases:
          - {name: Getting help, stage: retention, owner: Service, touchpoints: [Calls the desk]}
    """
    departments = {found.id: found for found in journey.departments}
    for phase in journey.phases:
        owner = departments.get(responsible(phase) or "")
        usual = _usual(journey.framework, phase.stage, project) if owner and phase.stage else ()
        if owner is None or not usual or _is_one_of(owner, usual):
            continue
        if journey.framework not in project.frameworks and not _generic(owner):
            continue
        yield Problem(
            phase,
            "owner",
            f"phase {phase.name!r} is owned by {owner.name!r}; {phase.stage} is usually "
            f"owned by {' or '.join(usual)}",
            "see whether this department can change what happens here, or name another at `owner:`",
        )


def _usual(named: str, stage: str, project: Project) -> tuple[str, ...]:
    """What the usual departments of a stage are called; one's own framework goes before a known one."""
    own, known = project.frameworks.get(named), framework(named)
    if own is not None:
        word = folded(stage)
        found = [each for each in own.stages if word in (folded(each.id), folded(each.name))]
        return found[0].departments if found else ()
    usual = known.stage(stage) if known else None
    english = language("en")
    return tuple(english.called("departments", id) for id in usual.departments) if usual else ()


def _is_one_of(owner: Department, usual: tuple[str, ...]) -> bool:
    words = {folded(word) for word in usual}
    general = {found for found in map(department, usual) if found}
    return bool(words & {folded(owner.id), folded(owner.name)} or general & _generic(owner))


def _generic(owner: Department) -> set[str]:
    """What kind of department its name and its id stand for."""
    return {found for found in map(department, (owner.name, owner.id)) if found}
