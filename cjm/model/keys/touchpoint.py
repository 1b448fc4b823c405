"""Keys of a touchpoint and of what hangs on it."""

from cjm.grammar.addresses import Link
from cjm.grammar.quantities import Date, Ratio
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import Choice, Number, Reference, Text
from cjm.grammar.several import ListOf, MapOf
from cjm.model import entities
from cjm.model.keys.shared import (
    CONTENT,
    EVIDENCE_REFERENCES,
    ID,
    IMAGE,
    LINK,
    METRIC_VALUES,
    OWNER,
    TEXTS,
    WAS,
)
from cjm.model.moves import MOVES
from cjm.model.types import Level, Point, one_point, several_points

_ONE_TO_FIVE = Number(1, 5, whole=True)

TOUCHPOINT_EXPECTATION = Record(
    "touchpoint_expectation",
    entities.Expectation,
    (
        Key("text", Text(), "What is expected here."),
        Key("level", Level(), "How good it is expected to be, on the emotion scale; the gap is drawn."),
    ),
    "What the customer expects at this point.",
    noun="an expectation",
    shorthand="text",
    one_of=("text", "level"),
)
_PAIN = Record(
    "pain",
    entities.Pain,
    (
        ID,
        Key("text", Text(), "What hurts.", required=True),
        Key("severity", _ONE_TO_FIVE, "How much, from 1 to 5."),
        Key("evidence", EVIDENCE_REFERENCES, "What this rests on."),
        Key("accepted", Text(), "Why nothing will be done about it."),
        Key("link", Link(), "Where to read more."),
    ),
    "Something that hurts the customer.",
    shorthand="text",
)
_GAIN = Record(
    "gain",
    entities.Gain,
    (
        Key("text", Text(), "What pleases.", required=True),
        Key("severity", _ONE_TO_FIVE, "How much it matters, from 1 to 5."),
        Key("evidence", EVIDENCE_REFERENCES, "What this rests on."),
        Key("link", Link(), "Where to read more."),
    ),
    "Something that pleases the customer.",
    shorthand="text",
)
_MOMENT = Record(
    "moment_of_truth",
    entities.MomentOfTruth,
    (
        Key("why", Text(), "Why the journey turns here."),
        Key(
            "type",
            Choice("a type of moment of truth", ("zero", "first", "second", "ultimate")),
            "Which moment of truth it is.",
        ),
        Key(
            "impact",
            Choice("an impact", ("positive", "negative")),
            "Which way it turns; the emotion's sign where absent.",
        ),
        Key("success", Text(), "What it is like when it goes well."),
        Key("failure", Text(), "What it is like when it goes wrong."),
    ),
    "A moment that makes or breaks the journey.",
    shorthand="why",
    flag=True,
)
_OPPORTUNITY = Record(
    "opportunity",
    entities.Opportunity,
    (
        ID,
        Key("text", Text(), "What could be better.", required=True),
        Key(
            "move",
            Choice("one of the ten moves", [move.id for move in MOVES]),
            "Which of the ten moves it makes.",
        ),
        Key("impact", _ONE_TO_FIVE, "What it would change for the customer, from 1 to 5."),
        Key("effort", _ONE_TO_FIVE, "What it would cost, from 1 to 5."),
        Key("owner", Reference("department"), "The department that takes it up."),
        Key(
            "status",
            Choice("a status", ("idea", "planned", "doing", "done", "dropped")),
            "How far it is; an idea where absent.",
        ),
        Key("due", Date(), "When it should be done."),
        Key("hypothesis", Text(), "What is believed to happen."),
        Key("test", Text(), "How that will be tried."),
        Key("result", Text(), "What came of it."),
        Key("link", Link(), "The ticket or the document about it."),
    ),
    "Something that would make this point better.",
    shorthand="text",
)
_IMPORTANCE = Record(
    "importance",
    entities.Importance,
    (
        Key("customer", _ONE_TO_FIVE, "To the customer, from 1 to 5."),
        Key("organisation", _ONE_TO_FIVE, "To the organisation, from 1 to 5."),
    ),
    "How much this point matters.",
)
_BRANCH = Record(
    "branch",
    entities.Branch,
    (
        Key(
            "to",
            Text("the id of a touchpoint, `end`, or another journey: `journey` or `journey#touchpoint`"),
            "Where the customer goes.",
            required=True,
        ),
        Key("when", Text(), "In which case."),
        Key("share", Ratio(), "For which share of customers."),
    ),
    "A way on from here.",
    shorthand="to",
)

TOUCHPOINT = Record(
    "touchpoint",
    entities.Touchpoint,
    (
        Key("name", Text(), "What happens, in a few words.", required=True),
        ID,
        WAS,
        Key("action", Text(), "What the customer does, in the first person."),
        Key("channels", ListOf(Reference("channel")), "Where contact happens.", singular="channel"),
        Key("devices", TEXTS, "What it happens on.", singular="device"),
        Key("organisation", Text(), "Whose touchpoint it is, where a journey crosses several."),
        Key("thoughts", TEXTS, "What the customer thinks.", singular="thought"),
        Key("quote", Text(), "A literal quotation."),
        Key("emotion", Point(), "The point on the curve.", meant=several_points),
        Key(
            "emotions",
            MapOf("persona", Point(), "a mapping from persona to a point on the curve", "tom: 1"),
            "A point for each persona, where several travel.",
            meant=one_point,
        ),
        Key(
            "expectation",
            ListOf(TOUCHPOINT_EXPECTATION),
            "What is expected here.",
            singular="expectations",
        ),
        Key("need", Text(), "What the customer needs here."),
        Key("importance", _IMPORTANCE, "How much this point matters."),
        Key("pains", ListOf(_PAIN), "What hurts.", singular="pain"),
        Key("gains", ListOf(_GAIN), "What pleases.", singular="gain"),
        Key("moment_of_truth", _MOMENT, "Whether the journey turns here: `true`, why, or in full."),
        Key("content", ListOf(CONTENT), "The media or message shown here."),
        Key("owner", OWNER, "The department, where it differs from the phase's."),
        Key("frontstage", TEXTS, "What staff do in sight of the customer."),
        Key("backstage", TEXTS, "What staff do out of sight."),
        Key("systems", TEXTS, "What they do it with."),
        Key("opportunities", ListOf(_OPPORTUNITY), "What would make it better.", singular="opportunity"),
        Key("metrics", METRIC_VALUES, "What is measured here."),
        Key("evidence", EVIDENCE_REFERENCES, "What this touchpoint rests on."),
        Key(
            "next",
            ListOf(_BRANCH),
            "Where the customer goes from here; the following touchpoint where absent.",
        ),
        Key(
            "detail",
            Text("the id or path of a journey"),
            "The journey that shows this touchpoint in detail.",
        ),
        Key("image", IMAGE, "A picture of it."),
        Key("links", ListOf(LINK), "Where to read more."),
        Key("notes", Text(), "For the makers of the map; never drawn."),
    ),
    "One contact between the customer and an organisation.",
    shorthand="name",
)
