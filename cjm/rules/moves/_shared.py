"""What the moves need of a journey: which are made already, and which stage a phase stands for."""

from cjm.languages import folded
from cjm.measures import open_opportunities
from cjm.model.entities import Journey, Opportunity, Touchpoint
from cjm.model.frameworks import framework
from cjm.project import Project


def making(touchpoint: Touchpoint, move: str) -> Opportunity | None:
    """The opportunity of a touchpoint that makes a move and wasn't dropped."""
    return next(iter(open_opportunities(touchpoint, move)), None)


def makes(touchpoint: Touchpoint, move: str) -> bool:
    """Whether a touchpoint has an opportunity for a move, or one that couldn't be read."""
    unread = "opportunities" in touchpoint.origin.failed
    unread = unread or any("move" in found.origin.failed for found in touchpoint.opportunities)
    return unread or making(touchpoint, move) is not None


def stages(journey: Journey, project: Project) -> dict[str, str]:
    """Spellings of the stages of a journey's framework, folded, and the id each means; in order.

    Of a framework that cjm knows: the ids, and what the journey's phases say.
    """
    if own := project.frameworks.get(journey.framework):
        return {folded(word): stage.id for stage in own.stages for word in (stage.id, stage.name) if word}
    known = framework(journey.framework)
    if known is None:
        return {}
    said = ((phase.stage, known.stage(phase.stage)) for phase in journey.phases if phase.stage)
    ids = {folded(stage.id): stage.id for stage in known.stages}
    return ids | {folded(word): stage.id for word, stage in said if stage}
