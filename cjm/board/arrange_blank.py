"""An empty map to draw on: what is printed on it, of a journey or of a framework alone."""

from collections.abc import Iterable, Mapping

import msgspec

from cjm.board.blank import Blank, Room, Stage
from cjm.board.sheet import Board
from cjm.languages import Language
from cjm.model.entities import Framework as OwnFramework
from cjm.model.entities import Journey
from cjm.model.frameworks import FRAMEWORKS, Framework

# The questions stand under the stages; the lanes below the curve are those of the map.
_PRINTED = ("questions",)
_BELOW_CURVE = ("pains", "gains", "content", "frontstage")
# The lanes of a map that nobody has drawn yet.
_CUSTOMER = ("touchpoints", "channel", "thoughts", "emotion", "pains", "gains")
_ORGANISATION = ("backstage", "owner", "opportunities")


def of_journey(board: Board, journey: Journey, own: Mapping[str, OwnFramework]) -> Board:
    """The board with an empty map of its journey's framework, or else of its phases."""
    framework = own.get(journey.framework) or FRAMEWORKS.get(journey.framework)
    if framework:
        stages = _stages(framework, board.language)
    else:
        asked = (" ".join(phase.questions) or phase.goal for phase in journey.phases)
        stages = tuple(map(Stage, (head.name for head in board.phases), asked))
    customer = [Room(lane.label) for lane in board.customer if lane.key not in _PRINTED + _BELOW_CURVE]
    after = [Room(lane.label) for lane in board.customer if lane.key in _BELOW_CURVE]
    feeling = Room(board.label("emotion"), feeling=True)
    organisation = [Room(lane.label) for lane in board.organisation]
    if board.bands:
        first = bool(board.organisation) and board.organisation[0].key == "backstage"
        organisation.insert(int(first), Room(board.label("owner")))
    blank = Blank(
        model=_name(framework, board.language) if framework else "",
        stages=stages,
        customer=(Room(board.label("touchpoints")), *customer, feeling, *after),
        organisation=tuple(organisation),
        title=board.title,
        persona=", ".join(block.title for block in board.blocks if block.key == "persona"),
        scenario=journey.scenario,
    )
    return msgspec.structs.replace(board, description=_described(stages), blank=blank)


def of_framework(framework: Framework | OwnFramework, words: Language) -> Board:
    """A board without a journey: an empty map of a framework."""
    stages = _stages(framework, words)
    blank = Blank(
        model=_name(framework, words),
        stages=stages,
        customer=tuple(Room(words.labels[key], feeling=key == "emotion") for key in _CUSTOMER),
        organisation=tuple(Room(words.labels[key]) for key in _ORGANISATION),
    )
    return Board(
        id=framework.id,
        title=blank.model,
        kicker=words.labels["journey"],
        language=words,
        file=framework.id,
        description=_described(stages),
        blocks=(),
        phases=(),
        columns=(),
        curves=(),
        lanes=(),
        bands=(),
        figures=(),
        legend=(),
        blank=blank,
    )


def _described(stages: Iterable[Stage]) -> str:
    told = (f"{stage.name}: {stage.question}" if stage.question else f"{stage.name}." for stage in stages)
    return " ".join(f"{number} {each}" for number, each in enumerate(told, 1))


def _name(framework: Framework | OwnFramework, words: Language) -> str:
    return framework.name if isinstance(framework, OwnFramework) else words.frameworks[framework.id].name


def _stages(framework: Framework | OwnFramework, words: Language) -> tuple[Stage, ...]:
    if isinstance(framework, OwnFramework):
        return tuple(Stage(stage.name, stage.question) for stage in framework.stages)
    stages = words.frameworks[framework.id].stages
    return tuple(Stage(stages[stage.id].name, stages[stage.id].question) for stage in framework.stages)
