"""The types that only a journey has: points on the curve, known metrics, images."""

from typing import Any

from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, kind_of
from cjm.grammar.entity import Origin
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import NUMBER, Number, Text, number
from cjm.languages import emotion, emotion_words
from cjm.model.entities import Emotion
from cjm.syntax import Mapping, Node, Scalar, Sequence

SCALE = (-2.0, 2.0)


class Scale:
    """`[min, max]` of the scores in a file."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """Two floats, the smaller first."""
        if not isinstance(node, Sequence) or len(node.items) != 2:
            return binder.expected("two numbers, `[1, 5]`", node)
        ends = [Number(-1000, 1000).bind(item, binder) for item in node.items]
        if FAILED in ends:
            return FAILED
        if ends[0] >= ends[1]:
            return binder.error("out-of-range", "the scale's first number must be the smaller", node.span)
        return tuple(ends)

    def schema(self, definitions: Definitions) -> Schema:
        """Two numbers; which is the smaller a schema can't say."""
        bound = {"type": "number", "minimum": -1000, "maximum": 1000}
        return {"type": "array", "items": bound, "minItems": 2, "maxItems": 2}

    def describe(self) -> str:
        """«two numbers»."""
        return "two numbers, `[1, 5]`"


class Level:
    """A number on the file's emotion scale, brought to −2…2."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A float, rounded to four decimals."""
        if not isinstance(node, Scalar):
            return binder.expected("a number on the emotion scale", node)
        value = number(node, binder)
        if not isinstance(value, float):
            return value
        low, high = binder.scope.get("emotion_scale", SCALE)
        if not low <= value <= high:
            scale = f"{low:g} to {high:g}"
            help = f"this file's scale goes from {scale}"
            return binder.error("out-of-range", f"{node.value} is outside the emotion scale", node.span, help)
        return round((value - low) / (high - low) * 4 - 2, 4)

    def schema(self, definitions: Definitions) -> Schema:
        """A number: its range depends on `emotion_scale`, which a schema can't follow."""
        return {"type": "number"}

    def describe(self) -> str:
        """«a number …»."""
        return "a number on the emotion scale, −2 to 2 unless the file says otherwise"


class Point:
    """A point on the curve: a score, a word for a feeling, or both in a mapping."""

    _record = Record(
        "emotion",
        Emotion,
        (
            Key("score", Level(), "Where on the curve this is.", required=True),
            Key("feeling", Text(), "The word for it, drawn at the point."),
        ),
        "A point on the emotion curve.",
    )

    def bind(self, node: Node, binder: Binder) -> Any:
        """An `Emotion`."""
        if isinstance(node, Mapping):
            return self._bind_mapping(node, binder)
        if not isinstance(node, Scalar):
            return binder.expected("a point on the curve", node)
        if NUMBER.match(node.value) or not node.value[:1].isalpha():
            score = Level().bind(node, binder)
            feeling = ""
        else:
            score = self._score_of(node, binder)
            feeling = node.value.strip()
        if score is FAILED:
            return FAILED
        return Emotion(origin=Origin(binder.source.path, node.span), score=score, feeling=feeling)

    def _bind_mapping(self, node: Mapping, binder: Binder) -> Any:
        keys = {entry.key.value: entry.value for entry in node.entries}
        feeling = keys.get("feeling")
        if "score" in keys or not isinstance(feeling, Scalar) or len(keys) > 1:
            return self._record.bind(node, binder)
        return self.bind(feeling, binder)

    def _score_of(self, node: Scalar, binder: Binder) -> Any:
        score = emotion(node.value)
        if score is not None:
            return score
        help = binder.suggestion(
            node.value, emotion_words(), "write {score: 1, feeling: …} for a word of your own"
        )
        return binder.error(
            "unknown-value", f"{kind_of(node)} is not a feeling that has a score", node.span, help
        )

    def schema(self, definitions: Definitions) -> Schema:
        """A number, a known word in any case, or a mapping."""
        record = self._record.schema(definitions)
        definitions["emotion"].pop("required", None)
        definitions["emotion"]["anyOf"] = [
            {"required": ["score"]},
            {"properties": {"feeling": {"$ref": "#/definitions/feeling"}}, "required": ["feeling"]},
        ]
        definitions.setdefault("feeling", {"type": "string", "enum": emotion_words()})
        return {"anyOf": [Level().schema(definitions), {"$ref": "#/definitions/feeling"}, record]}

    def describe(self) -> str:
        """«a score or …»."""
        return "a score, a word for a feeling, or `{score, feeling}`"
