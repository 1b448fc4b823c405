"""Keys of a journey, a phase and a library."""

from cjm.grammar.quantities import Date, Duration
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import LANGUAGE_TAG, Choice, Number, Text
from cjm.grammar.several import ListOf
from cjm.model import entities
from cjm.model.keys.shared import (
    CHANNELS,
    CONTENT,
    DEPARTMENTS,
    EVIDENCE_REFERENCES,
    FLAG,
    ID,
    LINK,
    MEDIA,
    METRIC_VALUES,
    OWNER,
    PERSONAS,
    SLUG,
    SOURCES,
    TEXTS,
    WAS,
)
from cjm.model.keys.touchpoint import TOUCHPOINT
from cjm.model.types import Level, Scale

VERSION = Key("cjm", Number(1, whole=True), "The language's version; 1 where absent.")
LANGUAGE = Key("language", LANGUAGE_TAG, "The language of the map's words and of the labels round them.")
_EXPECTATION = Record(
    "expectation",
    entities.Expectation,
    (
        Key("text", Text(), "What is expected.", required=True),
        Key(
            "from",
            Choice("a source of expectations", ("experience", "competitor", "advertising", "word-of-mouth")),
            "Where the expectation comes from.",
            field="source",
        ),
        Key("level", Level(), "How good it is expected to be, on the emotion scale."),
    ),
    "What the customer expects beforehand.",
    shorthand="text",
)
_SCOPE = Record(
    "scope",
    entities.Scope,
    (
        Key("starts", Text(), "What the journey starts with."),
        Key("ends", Text(), "What it ends with."),
    ),
    "Where the journey starts and ends.",
)
_ENGAGEMENT = Record(
    "engagement",
    entities.Engagement,
    (
        Key("behaviour", Text(), "What the customer does."),
        Key("metric", Text(), "What shows it."),
    ),
    "What the customer does afterwards.",
    shorthand="behaviour",
)
_PHASE = Record(
    "phase",
    entities.Phase,
    (
        Key("name", Text(), "What the phase is called.", required=True),
        ID,
        WAS,
        Key("stage", Text(), "The framework's stage that this phase is."),
        Key("goal", Text(), "What the customer wants here."),
        Key("questions", TEXTS, "What the customer asks here.", singular="question"),
        Key("owner", OWNER, "The department that is responsible for this phase."),
        Key("crm", Text(), "The lifecycle stage's name in a CRM."),
        Key("duration", Duration(), "How long it takes."),
        Key("content", ListOf(CONTENT), "What the organisation offers here."),
        Key("engagement", _ENGAGEMENT, "What the customer does afterwards."),
        Key("evidence", EVIDENCE_REFERENCES, "What this phase rests on."),
        Key("metrics", METRIC_VALUES, "What is measured over the phase."),
        Key("touchpoints", ListOf(TOUCHPOINT), "The contacts, in order."),
    ),
    "A part of the journey.",
    shorthand="name",
)
JOURNEY = Record(
    "journey",
    entities.Journey,
    (
        Key("journey", Text(), "The journey's title.", required=True, field="title"),
        VERSION,
        Key("id", SLUG, "A stable name; from the file name where absent."),
        WAS,
        LANGUAGE,
        Key("summary", Text(), "A few sentences for the overview of all journeys."),
        Key("tags", TEXTS, "Words to find it by."),
        Key("links", ListOf(LINK), "Where to read more."),
        Key("status", Choice("a status", ("draft", "review", "approved", "archived")), "How far the map is."),
        Key("state", Choice("a state", ("current", "future")), "As it is (the default), or as it should be."),
        Key(
            "kind",
            Choice("a kind of journey", ("customer", "buyer", "employee", "communication")),
            "Whose journey it is; a buyer's ends with the purchase.",
        ),
        Key("owner", OWNER, "The department that answers for the whole journey."),
        Key("reviewed", Date(), "The day it was last checked against reality."),
        Key("review_every", Duration(), "How long that holds; 6 months where absent."),
        Key(
            "benchmark",
            Text("the path or id of a journey"),
            "Another journey to draw beside this one. Touchpoints meet by `id` or `was`; a phase without "
            "such has the mean of the one with its `id` or `stage`; what meets nothing interrupts the line.",
        ),
        PERSONAS,
        Key("scenario", Text(), "The situation."),
        Key("goal", Text(), "What the customer wants out of it."),
        Key("business_goal", Text(), "What the organisation wants out of it."),
        Key("scope", _SCOPE, "Where it starts and ends."),
        Key(
            "expectations",
            ListOf(_EXPECTATION),
            "What the customer expects beforehand.",
            singular="expectation",
        ),
        Key("framework", Text(), "The phase model that `stage` refers to."),
        Key(
            "emotion_scale",
            Scale(),
            "The scale of the scores in this file; −2 to 2 where absent.",
            early=True,
        ),
        DEPARTMENTS,
        CHANNELS,
        *SOURCES,
        Key("phases", ListOf(_PHASE, required=True), "The phases, in order.", required=True),
    ),
    "A customer journey.",
)
_STAGE = Record(
    "stage",
    entities.Stage,
    (
        ID,
        Key("name", Text(), "What the stage is called."),
        Key("meaning", Text(), "What happens in it."),
        Key("question", Text(), "What the customer asks in it."),
        Key("departments", TEXTS, "The departments that usually own it."),
        Key("media", ListOf(MEDIA), "The media that usually serve it."),
    ),
    "A stage of a phase model.",
    shorthand="name",
    one_of=("id", "name"),
)
_FRAMEWORK = Record(
    "framework",
    entities.Framework,
    (
        Key("id", SLUG, "What journeys call it by.", required=True),
        Key("name", Text(), "What it is called."),
        Key("about", Text(), "What it is for."),
        Key("stages", ListOf(_STAGE, required=True), "Its stages, in order.", required=True),
    ),
    "A phase model of one's own.",
)
LIBRARY = Record(
    "library",
    entities.Library,
    (
        Key("library", Text(), "The library's title.", required=True, field="title"),
        VERSION,
        LANGUAGE,
        Key("summary", Text(), "What it is for."),
        PERSONAS,
        DEPARTMENTS,
        Key("include_common", FLAG, "Whether the common channels stay known beside the declared ones."),
        CHANNELS,
        *SOURCES,
        Key("frameworks", ListOf(_FRAMEWORK), "Phase models of one's own."),
    ),
    "Declarations that a project's journeys share.",
)
