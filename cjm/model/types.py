"""The types that only a journey has: points on the curve and the scale they are on."""

import re
from functools import cache
from typing import Any

from cjm.diagnostics import Advice
from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, head, shorten
from cjm.grammar.entity import Entity, Origin
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import Number, Text, number
from cjm.languages import emotion, emotion_words, folded
from cjm.model.entities import Emotion
from cjm.source import Span
from cjm.syntax import Mapping, Node, Scalar, Sequence

SCALE = (-2.0, 2.0)
_SCORE = r"[-+−]?[0-9]+(?:[.,][0-9]+)?"


class Scale:
    """`[min, max]` of the scores in a file."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """Two floats, the smaller first."""
        help = "write the lowest and the highest score: [1, 5]"
        if not isinstance(node, Sequence):
            return binder.expected("a list of two numbers", node, help)
        if len(node.items) != 2:
            message = f"expected two numbers, found {len(node.items)}"
            return binder.error("wrong-type", message, head(node), help)
        ends = [Number(-1000, 1000).bind(item, binder) for item in node.items]
        if FAILED in ends:
            return FAILED
        if ends[0] >= ends[1]:
            message = "the scale's first number must be the smaller"
            help = f"write [{ends[1]:g}, {ends[0]:g}]" if ends[0] > ends[1] else help
            return binder.error("out-of-range", message, node.span, help)
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
        scale = binder.scope.get("emotion_scale", SCALE)
        if not isinstance(value, float) or scale is FAILED:  # one message for a wrong scale is enough
            return FAILED
        low, high = scale
        if not low <= value <= high:
            help = f"this file's scale goes from {low:g} to {high:g}"
            message = f"{shorten(node.value)!r} is outside the emotion scale"
            return binder.error("out-of-range", message, node.span, help)
        return round((value - low) / (high - low) * 4 - 2, 4)

    def schema(self, definitions: Definitions) -> Schema:
        """A number: its range depends on `emotion_scale`, which a schema can't follow."""
        return {"type": "number"}

    def describe(self) -> str:
        """«a number …»."""
        return "a number on the emotion scale, −2 to 2 unless the file says otherwise"


class _Mapped(Entity, frozen=True):
    """A point as a mapping says it."""

    score: float | None = None
    feeling: str = ""


class Point:
    """A point on the curve: a score, a word for a feeling, or both in a mapping."""

    record = Record(
        "emotion",
        _Mapped,
        (
            Key("score", Level(), "Where on the curve this is."),
            Key("feeling", Text(), "The word for it, drawn at the point; one that is known needs no score."),
        ),
        "A point on the emotion curve.",
        one_of=("score", "feeling"),
    )

    def bind(self, node: Node, binder: Binder) -> Any:
        """An `Emotion`."""
        if isinstance(node, Mapping):
            return self._bind_mapping(node, binder)
        if not isinstance(node, Scalar) or not node.value.strip():
            return binder.expected(
                "a score or a word for a feeling", node, "write 1, happy or {score: 1, feeling: …}"
            )
        text = node.value.strip()
        if text[0].isalpha():
            score, feeling = _score_of(text, node.span, binder), text
        else:
            score, feeling = Level().bind(node, binder), ""
        if score is FAILED:
            return FAILED
        return Emotion(origin=Origin(binder.source.path, node.span), score=score, feeling=feeling)

    def _bind_mapping(self, node: Mapping, binder: Binder) -> Any:
        said = self.record.bind(node, binder)
        if said is FAILED or said.origin.keys.keys() & {"score", "feeling"} & said.origin.failed:
            return FAILED
        score: Any = said.score
        if score is None:
            score = _score_of(said.feeling, said.at("feeling"), binder) if said.feeling else FAILED
        return FAILED if score is FAILED else Emotion(origin=said.origin, score=score, feeling=said.feeling)

    def schema(self, definitions: Definitions) -> Schema:
        """A number, a feeling, or a mapping."""
        feeling = {"$ref": "#/definitions/feeling"}
        definitions.setdefault("feeling", _feelings())
        record = self.record.schema(definitions)
        scored = definitions["emotion"]["anyOf"][0]
        definitions["emotion"]["anyOf"] = [
            scored,
            {"required": ["feeling"], "properties": {"feeling": feeling}},
        ]
        return {"anyOf": [Level().schema(definitions), feeling, record]}

    def describe(self) -> str:
        """«a score or …»."""
        return "a score, a word for a feeling, or `{score, feeling}`"


def one_point(node: Node, _binder: Binder) -> str:
    """`emotion`, where a value is one point and not a mapping from personas to points."""
    if isinstance(node, Mapping):
        keys = {entry.key.value for entry in node.entries}
        return "emotion" if keys and keys <= {"score", "feeling"} else ""
    text = node.value.strip() if isinstance(node, Scalar) else ""
    return "emotion" if re.fullmatch(_SCORE, text) or (text and emotion(text) is not None) else ""


def several_points(node: Node, binder: Binder) -> str:
    """`emotions`, where a value is a mapping from personas that the file declares."""
    keys = {folded(entry.key.value) for entry in node.entries} if isinstance(node, Mapping) else set()
    declared = binder.scope.get("personas") or ()
    names = {folded(word) for persona in declared for word in (persona.id, persona.name)}
    return "emotions" if keys and keys <= names - {"", "score", "feeling"} else ""


def _feelings() -> Schema:
    """The known words to choose from; any text, since case, accents and hyphens don't count."""
    return {
        "description": "A word for a feeling that has a score.",
        "anyOf": [{"enum": _words()}, {"type": "string", "pattern": r"^\s*[^\s0-9+.-]"}],
    }


def _score_of(word: str, span: Span, binder: Binder) -> Any:
    score = emotion(word)
    if score is not None:
        return score
    own = f"write {{score: 1, feeling: {shorten(word)}}} for a word of your own"
    near = binder.suggestions.nearest(word, _words(), likeness=0.8)
    message = f"{shorten(word)!r} is not a feeling that has a score"
    help = Advice(f"{near} or {own}", near.instead) if isinstance(near, Advice) else own
    return binder.error("unknown-value", message, span, help)


@cache
def _words() -> list[str]:
    return emotion_words()
