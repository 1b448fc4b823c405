"""Settings of `cjm diff`: `diff:` in `cjm.yaml`, how much each sort of change matters."""

from collections.abc import Mapping as Named
from typing import Any

import msgspec

from cjm.grammar.binder import Binder, Definitions, Schema, shorten
from cjm.grammar.entity import Entity
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import Choice
from cjm.grammar.several import whole_entries
from cjm.syntax import Mapping, Node, Scalar

LEVELS = ("breaking", "notable", "minor", "cosmetic")


class Topic(msgspec.Struct, frozen=True):
    """A sort of change: its level where the settings name none, and what belongs to it."""

    level: str
    meaning: str


TOPICS: dict[str, Topic] = {
    "id": Topic("breaking", "An id that is written out or referred to is gone, and no `was` says where to."),
    "journey_removed": Topic("breaking", "A journey is gone."),
    "phase_removed": Topic("breaking", "A phase is gone."),
    "persona_removed": Topic("breaking", "A persona no longer travels."),
    "journey_added": Topic("notable", "A journey is new."),
    "phase_added": Topic("notable", "A phase is new."),
    "touchpoint_added": Topic("notable", "A touchpoint is new, or one became two."),
    "touchpoint_removed": Topic("notable", "A touchpoint is gone, or two became one."),
    "order": Topic("notable", "Phases or touchpoints come in another order, or in another phase."),
    "owner": Topic("notable", "Another department answers for something."),
    "emotion": Topic("notable", "A point on the curve appears, goes, or moves by one or through zero."),
    "emotion_slightly": Topic("minor", "A point on the curve moves by less than one, on one side of zero."),
    "moment_of_truth": Topic("notable", "The journey turns here now, or no longer, or the other way."),
    "channels": Topic("notable", "Contact happens elsewhere."),
    "next": Topic("notable", "The customer goes on another way."),
    "target": Topic("notable", "A metric should reach another value."),
    "kind": Topic("notable", "A thing is one of another kind: a pain that is a gain now."),
    "renamed": Topic("minor", "Something has another name, or an id that `was` accounts for."),
    "evidence": Topic("minor", "It rests on something else."),
    "detail": Topic("minor", "Anything else that is said: wording, a severity, a status."),
    "look": Topic(
        "cosmetic", "Pictures, colours, links, tags, notes, and the order of what stands in a cell."
    ),
}


class DiffSettings(Entity, frozen=True):
    """What `cjm diff` makes of changes: levels of topics."""

    levels: Named[str, str] = {}


class _Levels:
    """A mapping from a topic to its level."""

    _level = Choice("a level", LEVELS)

    def bind(self, node: Node, binder: Binder) -> Any:
        """Levels by topic."""
        if not isinstance(node, Mapping):
            return binder.expected(self.describe(), node, "write `owner: breaking`")
        found: dict[str, str] = {}
        entries, torn = whole_entries(node, binder)
        for entry in entries:
            topic = entry.key.value
            if topic not in TOPICS:
                help = binder.suggestions.nearest(topic, TOPICS, f"one of: {', '.join(TOPICS)}")
                message = f"{shorten(topic)!r} is no sort of change"
                binder.error("unknown-key", message, entry.key.span, help)
            elif topic not in torn and not (isinstance(entry.value, Scalar) and entry.value.empty):
                level = self._level.bind(entry.value, binder)
                if isinstance(level, str):
                    found[topic] = level
        return found

    def schema(self, definitions: Definitions) -> Schema:
        """The topics, each with its meaning and the levels."""
        level: Schema = {"anyOf": [self._level.schema(definitions), {"type": "null"}]}
        properties = {
            name: {"description": f"{topic.meaning} Otherwise {topic.level}.", **level}
            for name, topic in TOPICS.items()
        }
        return {"type": "object", "properties": properties, "additionalProperties": False}

    def describe(self) -> str:
        """What the mapping holds."""
        return "a mapping from a sort of change to its level"


DIFF = Record(
    "diff",
    DiffSettings,
    (
        Key(
            "levels",
            _Levels(),
            "How much each sort of change matters: breaking, notable, minor or cosmetic.",
        ),
    ),
    "What `cjm diff` makes of changes.",
    noun="settings of diff",
)
