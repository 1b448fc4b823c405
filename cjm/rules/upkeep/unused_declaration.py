"""The rule `unused-declaration`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.languages import folded
from cjm.lint import Problem, rule
from cjm.model.entities import Declarations, Journey, Phase, Touchpoint
from cjm.model.identity import called, id_key
from cjm.project import Project
from cjm.rules.evidence._shared import measuring, named_evidence
from cjm.rules.upkeep._shared import unused


@rule(Severity.INFO, on="project")
def unused_declaration(whole: Project) -> Iterator[Problem]:
    """
    A persona, a channel, a piece of evidence or a metric is declared, and nobody refers to it.

    What is declared and used nowhere is left over from an earlier map, or was meant
    to be named at a touchpoint and wasn't: evidence at the top of a file carries no
    touchpoint by itself. What a library declares is unused when no journey of the
    project refers to it. Departments have a rule of their own, `unused-department`.

    Bad:

        channels: [Counter, Website, Fax]
        phases:
          - name: At the town hall
            touchpoints:
              - {name: Makes an appointment, channel: Website}
              - {name: Applies for a passport, channel: Counter}

    Good:

        channels: [Counter, Website]
        phases:
          - name: At the town hall
            touchpoints:
              - {name: Makes an appointment, channel: Website}
              - {name: Applies for a passport, channel: Counter}
    """
    sections = (
        ("persona", "personas", _personas, "give it its own point under `emotions:`"),
        ("channel", "channels", _channels, "name it at a touchpoint's `channel:`"),
        ("evidence", "evidence", _evidence, "name it under `evidence:` of what rests on it"),
        ("metric", "metrics", _metrics, "give it a value under `metrics:`"),
    )
    for kind, section, named, use in sections:
        for entity in unused(whole, section, named):
            yield Problem(
                entity,
                id_key(entity),
                f"{kind} {(called(entity) or entity.id)!r} is declared, and nobody refers to it",
                f"{use}, or leave it out",
            )


def _personas(holder: Declarations) -> Iterator[str]:
    """Those who travel; where every point is somebody's, those who have one."""
    if not isinstance(holder, Journey):
        return
    own = {id for touchpoint in holder.touchpoints for id in touchpoint.emotions}
    together = any(touchpoint.emotion is not None for touchpoint in holder.touchpoints)
    yield from own if own and not together else (persona.id for persona in holder.personas)


def _channels(holder: Declarations) -> Iterator[str]:
    if isinstance(holder, Journey):
        for touchpoint in holder.touchpoints:
            yield from touchpoint.channels


def _evidence(holder: Declarations) -> Iterator[str]:
    yield from named_evidence(holder)
    if isinstance(holder, Journey):
        yield from measuring(holder)


def _metrics(holder: Declarations) -> Iterator[str]:
    if not isinstance(holder, Journey):
        return
    things: list[Phase | Touchpoint] = [*holder.phases, *holder.touchpoints]
    for thing in things:
        yield from thing.metrics
    # What shows an engagement is free text, and may be a metric's name.
    said = {folded(phase.engagement.metric) for phase in holder.phases if phase.engagement}
    yield from (one.id for one in holder.metrics if said & {folded(one.id), folded(one.name)})
