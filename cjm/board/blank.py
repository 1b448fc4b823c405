"""An empty map to draw on. Texts are final."""

import msgspec


class Stage(msgspec.Struct, frozen=True):
    """A stage of an empty map, and what the customer asks there."""

    name: str
    question: str


class Room(msgspec.Struct, frozen=True):
    """A lane to write in, or with `feeling` the empty axis to draw a curve on."""

    label: str
    feeling: bool = False


class Blank(msgspec.Struct, frozen=True):
    """What is printed on an empty map: its model, stages and lanes, and whose journey it is."""

    model: str
    stages: tuple[Stage, ...]
    customer: tuple[Room, ...]
    organisation: tuple[Room, ...]
    title: str = ""
    persona: str = ""
    scenario: str = ""
