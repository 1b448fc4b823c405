"""Keys of what is declared once, and of small things that occur in many places."""

from typing import Any

from cjm.grammar.addresses import Link, Path
from cjm.grammar.binder import Binder
from cjm.grammar.entity import replace
from cjm.grammar.quantities import Date, Measured
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import Choice, Colour, Flag, Number, Pattern, Reference, Text
from cjm.grammar.several import ListOf, MapOf
from cjm.model import entities
from cjm.model.channels import COMMON_CHANNELS
from cjm.model.evidence import EVIDENCE_KINDS
from cjm.model.metrics import KNOWN_METRICS
from cjm.naming import slug
from cjm.syntax import Node

SLUG = Pattern(
    "an id",
    r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "bad-id",
    "ids are made of a–z, 0–9 and single hyphens",
    reserved={"end": "`end` is taken: in `next` it says that the journey ends there"},
    mend=slug,
)
TEXTS = ListOf(Text())
ID = Key("id", SLUG, "A stable name of its own, for references and for diffs.")
WAS = Key("was", SLUG, "The id that this had before it was renamed; who names it by that id still finds it.")
MEDIA = Choice("a kind of media", ("owned", "paid", "earned"))
EVIDENCE_REFERENCES = ListOf(Reference("evidence"))

LINK = Record(
    "link",
    entities.Link,
    (
        Key("url", Link(), "The address.", required=True),
        Key("text", Text(), "What to call it."),
    ),
    "An address and what to call it.",
    shorthand="url",
)
IMAGE = Record(
    "image",
    entities.Image,
    (
        Key("file", Path("a path in the project"), "The picture's path, from this file.", required=True),
        Key("alt", Text(empty=True), "What it shows, for whoever can't see it."),
    ),
    "A picture in the project.",
    shorthand="file",
)
OWNER = Record(
    "owner",
    entities.Owner,
    (
        Key("responsible", Reference("department"), "The department that does the work."),
        Key("accountable", Reference("department"), "The department that answers for the result."),
        Key("consulted", ListOf(Reference("department")), "Departments that are asked beforehand."),
        Key("informed", ListOf(Reference("department")), "Departments that are told afterwards."),
    ),
    "Who answers for this (RACI).",
    shorthand="responsible",
)
CONTENT = Record(
    "content",
    entities.Content,
    (
        Key("text", Text(), "The article, call to action, download, message …", required=True),
        Key("media", MEDIA, "Whether the medium is owned, paid or earned."),
    ),
    "What the organisation offers or shows.",
    noun="content",
    shorthand="text",
)
_METRIC_VALUE = Record(
    "metric_value",
    entities.MetricValue,
    (
        Key("value", Measured(), "The measured value.", required=True),
        Key("target", Measured(), "The value to reach."),
        Key("benchmark", Measured(), "The value of others, or of before."),
        Key(
            "source",
            Reference("evidence", free=True),
            "The evidence it comes from; any text where none is declared.",
        ),
        Key("date", Date(), "The day it was measured."),
    ),
    "A measurement.",
    noun="a measurement",
    shorthand="value",
)
METRIC_VALUES = MapOf(
    "metric",
    _METRIC_VALUE,
    "a mapping of metrics",
    "nps: 32",
    dict.fromkeys(KNOWN_METRICS, "A known metric: its range and which way is better need no declaration."),
)
DEPARTMENT = Record(
    "department",
    entities.Department,
    (
        ID,
        WAS,
        Key("name", Text(), "What it is called."),
        Key(
            "colour",
            Colour(entities.DEPARTMENT_COLOURS),
            "The colour of its bands: one of the palette, or one of its own; the next free one where absent.",
        ),
        Key("lead", Text(), "Who leads it."),
        Key("contact", Text(), "How to reach it."),
        Key("about", Text(), "What it does."),
    ),
    "A team that can answer for something.",
    shorthand="name",
    one_of=("id", "name"),
)
CHANNEL = Record(
    "channel",
    entities.Channel,
    (
        ID,
        WAS,
        Key("name", Text(), "What it is called on the map."),
        Key("kind", MEDIA, "Whether it is owned, paid or earned."),
        Key("medium", Choice("a medium", ("physical", "digital", "human")), "What contact there is like."),
        Key(
            "icon",
            Choice("an icon", sorted({channel.icon for channel in COMMON_CHANNELS})),
            "The glyph drawn for it; its first letter where absent.",
        ),
    ),
    "Where contact happens.",
    shorthand="name",
    one_of=("id", "name"),
)
EVIDENCE = Record(
    "evidence",
    entities.Evidence,
    (
        ID,
        WAS,
        Key(
            "kind",
            Choice("a kind of evidence", EVIDENCE_KINDS),
            "How it was found; kinds differ in strength.",
        ),
        Key("title", Text(), "What it is called."),
        Key("date", Date(), "When it was gathered."),
        Key("participants", Number(0, whole=True), "How many people took part."),
        Key("link", Link(), "Where it can be read."),
    ),
    "A source that claims rest on.",
    noun="a piece of evidence",
    shorthand="title",
    one_of=("id", "title"),
)


class _MetricRecord(Record):
    """A metric whose range must not be empty."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `Metric`."""
        metric = super().bind(node, binder)
        low, high = getattr(metric, "min", None), getattr(metric, "max", None)
        if low is not None and high is not None and low > high:
            message = f"`max` {high:g} is below `min` {low:g}"
            binder.error("out-of-range", message, metric.at("max"), "exchange them")
            return replace(metric, min=None, max=None)
        return metric


METRIC = _MetricRecord(
    "metric",
    entities.Metric,
    (
        ID,
        WAS,
        Key("name", Text(), "What it is called on the map."),
        Key("unit", Text(), "The unit drawn behind the value."),
        Key("better", Choice("a direction", ("higher", "lower")), "Which way is better."),
        Key("min", Number(), "The smallest value there is."),
        Key("max", Number(), "The largest value there is."),
    ),
    "A metric of one's own.",
    shorthand="name",
    one_of=("id", "name"),
)
PERSONA = Record(
    "persona",
    entities.Persona,
    (
        ID,
        WAS,
        Key("name", Text(), "What the persona is called."),
        Key("role", Text(), "Who that is, in a few words."),
        Key("segment", Text(), "The group of customers it stands for."),
        Key("quote", Text(), "A sentence in the persona's own words."),
        Key("goals", TEXTS, "What the persona wants."),
        Key("needs", TEXTS, "What the persona needs."),
        Key("frustrations", TEXTS, "What annoys the persona anyway."),
        Key("about", Text(), "Background."),
        Key("image", IMAGE, "A portrait."),
        Key("evidence", EVIDENCE_REFERENCES, "What this persona rests on."),
    ),
    "Who travels.",
    shorthand="name",
    one_of=("id", "name"),
)
PERSONAS = Key("personas", ListOf(PERSONA), "Who travels.", singular="persona", early=True)
DEPARTMENTS = Key(
    "departments", ListOf(DEPARTMENT), "The teams that can own something; declared, the list is closed."
)
CHANNELS = Key(
    "channels", ListOf(CHANNEL), "Where contact happens; declared, the list is closed.", singular="channel"
)
SOURCES = (
    Key("evidence", ListOf(EVIDENCE), "What claims rest on; declared, the list is closed."),
    Key("metrics", ListOf(METRIC), "Metrics of one's own."),
)
FLAG = Flag()
