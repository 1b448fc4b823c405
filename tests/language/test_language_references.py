"""One fact, one place: what is declared, what is inferred, and what a library shares."""

import pytest
from model_of import checked, errors, journey, kinds, point, top, with_phase, with_point, with_top

from cjm.measures import is_hypothesis
from cjm.model.entities import Channel, Department, Emotion, Evidence, Metric, Persona

LIBRARY = """
library: Our shop
personas:
  - {id: tom, name: Tom Smith}
  - {id: ann, name: Ann}
departments: [{id: sales, name: Sales team}, Marketing]
channels: [{id: shop, name: Our shop, kind: owned}]
evidence: [{id: q3, kind: survey, title: Autumn survey}]
metrics: [{id: returns, name: Returned, unit: "%", better: lower, min: 0, max: 100}]
"""


# --- a list that isn't declared is open


def test_what_is_used_and_not_declared_is_inferred_in_order() -> None:
    found = journey(
        with_point("owner: {responsible: R&D, informed: [Sales, r-d]}\nopportunity: {text: x, owner: IT}")
    )
    assert [(one.id, one.name) for one in found.departments] == [
        ("r-d", "R&D"),
        ("sales", "Sales"),
        ("it", "IT"),
    ]
    assert found.touchpoints[0].owner is not None
    assert found.touchpoints[0].owner.informed == ("sales", "r-d")


def test_personas_are_inferred_from_emotions() -> None:
    found = journey(with_point("emotions: {Tom: 1, ann: -1}"))
    assert [(one.id, one.name) for one in found.personas] == [("tom", "Tom"), ("ann", "ann")]
    assert found.touchpoints[0].emotions == {"tom": Emotion(score=1), "ann": Emotion(score=-1)}


@pytest.mark.parametrize(
    ("written", "id", "name", "icon"),
    [
        ("store", "store", "Store", "store"),
        ("Winkel", "store", "Store", "store"),
        ("e-mail", "email", "E-mail", "email"),
        ("Instagram", "instagram", "Instagram", "social"),
        ("whatsapp", "whatsapp", "Whatsapp", "chat"),
        ("our mirror", "our-mirror", "Our mirror", ""),
        ("買い物", "買い物", "買い物", ""),
    ],
)
def test_channels_that_everybody_knows(written: str, id: str, name: str, icon: str) -> None:
    found = journey(with_point(f"channel: {written}"))
    assert found.touchpoints[0].channels == (id,)
    [channel] = found.channels
    assert (channel.id, channel.name, channel.icon) == (id, name, icon)


def test_two_spellings_of_one_channel_are_one() -> None:
    assert point("channels: [store, winkel, Store, store]").channels == ("store",)
    assert point("channels: [store, store]").channels == ("store",)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("assumption", "assumption"),
        ("Survey", "survey"),
        ("staff workshop", "staff-workshop"),
        ("a hunch", ""),
    ],
)
def test_evidence_that_is_not_declared_is_its_kind_or_research(written: str, kind: str) -> None:
    [found] = journey(with_point(f"evidence: {written}")).evidence
    assert (found.title, found.kind) == (written, kind)


def test_known_metrics_need_no_declaration_and_others_are_inferred() -> None:
    found = journey(with_point("metrics: {NPS: 3, drop-off: 2%, visits: 7}"))
    assert list(found.touchpoints[0].metrics) == ["nps", "dropoff", "visits"]
    assert [(one.id, one.better, one.min, one.max) for one in found.metrics] == [
        ("nps", "higher", -100, 100),
        ("dropoff", "lower", 0, 1),
        ("visits", "", None, None),
    ]


# --- a list that is declared is closed


@pytest.mark.parametrize(
    ("above", "lines", "message"),
    [
        ("departments: [IT]", "owner: Sales", "'Sales' is not a department that this journey knows"),
        ("departments: IT", "owner: {accountable: X}", "'X' is not a department that this journey knows"),
        ("departments: IT", "owner: {informed: [IT, X]}", "'X' is not a department that this journey knows"),
        (
            "departments: IT",
            "opportunity: {text: x, owner: X}",
            "'X' is not a department that this journey knows",
        ),
        ("channels: shop", "channel: store", "'store' is not a channel that this journey knows"),
        ("evidence: survey", "evidence: q3", "'q3' is not evidence that this journey knows"),
        ("evidence: survey", "pain: {text: x, evidence: q3}", "'q3' is not evidence that this journey knows"),
        ("evidence: survey", "gain: {text: x, evidence: q3}", "'q3' is not evidence that this journey knows"),
        ("personas: tom", "emotions: {ann: 1}", "'ann' is not a persona that this journey knows"),
        ("metrics: visits", "metrics: {sales: 1}", "'sales' is not a metric that this journey knows"),
        (
            "evidence: survey",
            "metrics: {nps: {value: 3, source: q3}}",
            "'q3' is not evidence that this journey knows",
        ),
    ],
)
def test_a_declared_list_is_closed(above: str, lines: str, message: str) -> None:
    assert errors(with_point(lines, above)) == [f"unknown-reference: {message}"]


def test_a_declared_list_is_closed_everywhere() -> None:
    assert kinds(with_top("departments: IT\nowner: Sales")) == ["unknown-reference"]
    assert kinds(with_top("evidence: survey\npersonas: {name: Tom, evidence: q3}")) == ["unknown-reference"]
    for line in ("owner: Sales", "evidence: q3", "metrics: {visits: 1}"):
        text = with_phase(line).replace(
            "phases:", "departments: IT\nevidence: survey\nmetrics: {id: v}\nphases:", 1
        )
        assert kinds(text) == ["unknown-reference"]


def test_ids_and_names_mean_the_same_thing() -> None:
    above = "departments: {id: it, name: The IT crowd}\nevidence: {id: q3, title: Autumn survey}"
    by_id = point("owner: it\nevidence: q3", above)
    assert by_id == point("owner: The IT crowd\nevidence: Autumn survey", above)
    assert by_id.owner is not None
    assert (by_id.owner.responsible, by_id.evidence) == ("it", ("q3",))


def test_known_metrics_stay_known_beside_declared_ones() -> None:
    assert list(point("metrics: {nps: 3, visits: 7}", "metrics: [visits]").metrics) == ["nps", "visits"]


def test_a_figure_of_another_kind_is_told_the_range_of_its_metric() -> None:
    found = checked(with_point("metrics: {csat: 10 min, nps: 31%, volume: € 3}")).diagnostics
    assert [(each.message, each.help) for each in found] == [
        ("expected a number for csat, found '10 minutes'", "csat goes from 1 to 5"),
        ("expected a number for nps, found '31%'", "nps goes from -100 to 100"),
        ("expected a number for volume, found '3 EUR'", "volume is 0 or more"),
    ]


def test_a_metric_of_ones_own_has_its_own_range() -> None:
    own = "{id: returns, name: Returned, unit: pieces, better: lower, min: 0, max: 10}"
    above = f"metrics: [{own}, {{id: nps, max: 10}}]"
    found = journey(with_point("metrics: {Returned: 7, nps: 31%}", above))
    assert list(found.touchpoints[0].metrics) == ["returns", "nps"]
    assert found.metrics[0] == Metric(
        id="returns", name="Returned", unit="pieces", better="lower", min=0, max=10
    )
    assert errors(with_point("metrics: {returns: {value: 5, target: 11}, nps: 11}", above)) == [
        "out-of-range: '11' is outside the range of returns",
        "out-of-range: '11' is outside the range of nps",
    ]
    assert kinds(with_top("metrics: {id: x, min: 2, max: 1}")) == ["out-of-range"]


def test_declared_things_keep_everything() -> None:
    found = top(
        """
        personas:
          {id: t, name: Tom, role: R, segment: S, quote: Q, goals: G, needs: [N], frustrations: F, about: A}
        departments: {id: d, name: D, lead: L, contact: C, about: A}
        channels: {id: c, name: C, kind: earned, medium: human, icon: web}
        evidence: {id: e, kind: interview, title: T, date: 2026-01-02, participants: 7, link: https://a.b}
        """
    )
    assert found.personas == (
        Persona(
            id="t",
            name="Tom",
            role="R",
            segment="S",
            quote="Q",
            goals=("G",),
            needs=("N",),
            frustrations=("F",),
            about="A",
        ),
    )
    assert found.departments == (Department(id="d", name="D", lead="L", contact="C", about="A"),)
    assert found.channels == (Channel(id="c", name="C", kind="earned", medium="human", icon="web"),)
    [evidence] = found.evidence
    assert (evidence.kind, evidence.title, evidence.participants, evidence.link) == (
        "interview",
        "T",
        7,
        "https://a.b",
    )


def test_a_declared_channel_that_everybody_knows_is_completed() -> None:
    [bare, renamed] = top("channels: [store, {id: app, name: Our app, kind: paid}]").channels
    assert bare == Channel(id="store", name="store", kind="owned", medium="physical", icon="store")
    assert renamed == Channel(id="app", name="Our app", kind="paid", medium="digital", icon="app")


# --- evidence


def test_declared_evidence_named_after_a_kind_is_of_that_kind() -> None:
    [bare, given, other] = top("evidence: [survey, {id: assumption}, {id: x}]").evidence
    assert bare == Evidence(id="survey", kind="survey", title="survey")
    assert (given.kind, other.kind) == ("assumption", "")


def test_a_metric_source_is_evidence_where_evidence_is_declared() -> None:
    above = "evidence: {id: q3, title: Autumn survey}"
    assert point("metrics: {nps: {value: 3, source: Autumn survey}}", above).metrics["nps"].source == "q3"


def test_a_metric_source_is_free_text_where_none_is_and_no_evidence_comes_of_it() -> None:
    found = journey(with_point("metrics: {nps: {value: 3, source: 'the dashboard, 3 May'}}"))
    assert found.touchpoints[0].metrics["nps"].source == "the dashboard, 3 May"
    assert found.evidence == ()
    assert not is_hypothesis(found.phases[0], found.touchpoints[0], found)


def test_evidence_of_a_phase_of_a_pain_and_of_a_persona_is_evidence_of_the_map() -> None:
    assert [one.id for one in journey(with_phase("evidence: q1\ntouchpoints: A")).evidence] == ["q1"]
    assert [one.id for one in journey(with_point("pain: {text: x, evidence: [q2, q3]}")).evidence] == [
        "q2",
        "q3",
    ]
    assert [one.id for one in top("personas: {name: Tom, evidence: q4}").evidence] == ["q4"]


# --- libraries


def test_a_journey_refers_to_its_library_by_id_and_by_name() -> None:
    found = journey(
        with_point(
            "owner: Sales team\nchannel: shop\nevidence: Autumn survey\n"
            "metrics: {Returned: 3}\nemotions: {tom: 1}",
            "personas: [tom]",
        ),
        library=LIBRARY,
    )
    first = found.touchpoints[0]
    assert first.owner is not None
    assert (first.owner.responsible, first.channels, first.evidence) == ("sales", ("shop",), ("q3",))
    assert (list(first.metrics), list(first.emotions)) == (["returns"], ["tom"])
    assert [one.name for one in found.departments] == ["Sales team", "Marketing"]


@pytest.mark.parametrize(
    ("line", "word"),
    [("owner: Finance", "Finance"), ("channel: store", "store"), ("evidence: diary", "diary")],
)
def test_a_list_that_a_library_declares_is_closed(line: str, word: str) -> None:
    [said] = errors(with_point(line), library=LIBRARY)
    assert said.startswith(f"unknown-reference: {word!r} is not ")


def test_a_list_that_no_library_declares_is_open() -> None:
    assert (
        kinds(with_point("owner: Finance\nchannel: store"), library="library: L\nevidence: [survey]\n") == []
    )


def test_common_channels_are_closed_off_unless_a_library_includes_them() -> None:
    library = "library: L\nchannels: [shop]\ninclude_common: WORD\n"
    assert kinds(with_point("channel: app"), library=library.replace("WORD", "false")) == [
        "unknown-reference"
    ]
    assert kinds(with_point("channel: app"), library=library.replace("WORD", "true")) == []
    assert kinds(with_point("channel: mirror"), library=library.replace("WORD", "true")) == [
        "unknown-reference"
    ]


@pytest.mark.parametrize(
    "section", ["personas: [NAME]", "departments: NAME", "channels: [NAME]", "evidence: NAME"]
)
def test_a_bare_word_at_the_top_refers_to_the_library(section: str) -> None:
    known = {
        "personas": "Tom Smith",
        "departments": "Sales team",
        "channels": "Our shop",
        "evidence": "Autumn survey",
    }
    name = known[section.partition(":")[0]]
    assert kinds(with_top(section.replace("NAME", name)), library=LIBRARY) == []
    [said] = errors(with_top(section.replace("NAME", "Nobody")), library=LIBRARY)
    assert said.startswith("unknown-reference: 'Nobody' is not ")


def test_a_bare_word_that_the_library_lacks_is_told_once() -> None:
    text = with_point("owner: Finance", "departments: [Finance]")
    [found] = checked(text, library=LIBRARY).diagnostics
    assert found.help == "declared: Sales team, Marketing; to declare it here write `- name: Finance`"


def test_a_bare_word_declares_where_the_library_has_no_such_list() -> None:
    found = journey(with_point("owner: Finance", "departments: [Finance]"), library="library: L\n")
    assert [one.name for one in found.departments] == ["Finance"]


def test_a_journeys_own_declarations_join_the_librarys() -> None:
    found = journey(
        with_point("owner: Finance", "departments: [{name: Finance}, marketing]"), library=LIBRARY
    )
    assert [one.id for one in found.departments] == ["sales", "marketing", "finance"]


def test_a_journeys_own_wins_with_a_warning() -> None:
    text = with_point("owner: sales", "departments: [{id: sales, name: Shop floor}]")
    project = checked(text, library=LIBRARY)
    [found] = project.diagnostics
    assert (found.rule, found.severity) == ("shadowed-declaration", "warning")
    assert [one.path for one in found.related] == ["library.cjm.yaml"]
    assert [one.name for one in project.project.journeys[0].departments] == ["Shop floor", "Marketing"]
    assert not project.failed("a.cjm.yaml")


def test_two_libraries_share_no_id() -> None:
    project = checked(with_top(""), library=LIBRARY, more="library: More\ndepartments: [{id: sales}]\n")
    [found] = project.diagnostics
    assert (found.rule, found.path) == ("duplicate-id", "more.cjm.yaml")


def test_personas_travel_where_they_are_named() -> None:
    assert [one.id for one in top("personas: [ann]", library=LIBRARY).personas] == ["ann"]
    assert [one.id for one in top("personas: [ann, Tom Smith]", library=LIBRARY).personas] == ["ann", "tom"]
    assert top("", library=LIBRARY).personas == ()
    assert [one.id for one in journey(with_point("emotions: {ann: 1}"), library=LIBRARY).personas] == ["ann"]
    assert kinds(with_point("emotions: {ann: 1}", "personas: tom"), library=LIBRARY) == ["unknown-reference"]


def test_emotions_are_keyed_by_id_or_name_once() -> None:
    found = point("emotions: {Tom Smith: 1}", "personas: tom", library=LIBRARY)
    assert found.emotions == {"tom": Emotion(score=1)}
    assert kinds(with_point("emotions: {tom: 1, Tom Smith: 2}"), library=LIBRARY) == ["duplicate-key"]
    assert kinds(with_point("metrics: {nps: 1, Nps: 2}")) == ["duplicate-key"]


def test_what_a_librarys_persona_rests_on_is_resolved_there() -> None:
    library = (
        "library: L\nevidence: [{id: q3, title: Autumn survey}]\npersonas: [{id: tom, evidence: WORD}]\n"
    )
    good = checked(with_top("personas: tom"), library=library.replace("WORD", "Autumn survey"))
    assert good.diagnostics == []
    assert good.project.journeys[0].personas[0].evidence == ("q3",)
    assert good.project.libraries[0].personas[0].evidence == ("q3",)
    [found] = checked(with_top("personas: tom"), library=library.replace("WORD", "diary")).diagnostics
    assert (found.path, found.message) == (
        "library.cjm.yaml",
        "'diary' is not evidence that this library knows",
    )


def test_a_library_is_no_journey() -> None:
    assert kinds("library: L\nphases: [A]\n") == ["unknown-key"]
    assert kinds("library: L\nlanguage: nl\nsummary: S\ncjm: 1\n") == []
    assert (
        kinds("library: L\njourney: X\n")
        == kinds("library: L\njourney: X\nphases: [A]\n")
        == ["conflicting-keys"]
    )
    assert kinds("library:\n") == ["missing-key"]


@pytest.mark.parametrize(
    "library",
    [
        "library: L\ndepartments: [Sales, {nme: Finance}]\n",
        "library: L\ndepartments: [Sales, [Finance]]\n",
        'library: L\ndepartments: [Sales, "Finance\n',
        "library: L\ntags: [\ndepartments: [Finance]\n",
        "cjm: 2\nlibrary: L\ndepartments: [Sales]\n",
    ],
)
def test_a_mistake_in_a_library_is_told_there_and_nowhere_else(library: str) -> None:
    project = checked(with_point("owner: Finance"), library=library)
    assert {found.path for found in project.diagnostics} == {"library.cjm.yaml"}


def test_a_library_without_a_title_still_declares() -> None:
    project = checked(with_point("owner: Finance"), library="library:\ndepartments: [Sales]\n")
    assert [found.rule for found in project.diagnostics] == ["unknown-reference", "missing-key"]


# --- frameworks and benchmarks


def test_frameworks_are_known_or_stand_in_a_library() -> None:
    assert top("framework: five-phase").framework == "five-phase"
    assert errors(with_top("framework: five-fase")) == [
        "unknown-reference: no framework is called 'five-fase'"
    ]
    library = "library: L\nframeworks: [{id: own, stages: [Look around, {id: pay, name: Pay}]}]\n"
    project = checked(with_top("framework: own"), library=library)
    assert project.diagnostics == []
    assert [stage.id for stage in project.project.frameworks["own"].stages] == ["look-around", "pay"]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("frameworks: [{id: own}]", "missing-key"),
        ("frameworks: [{id: own, stages: []}]", "missing-key"),
        ("frameworks: [{id: own, stages: [a, a]}]", "duplicate-id"),
        ("frameworks: [{id: own, stages: a}, {id: own, stages: b}]", "duplicate-id"),
        ("frameworks: [{name: Own, stages: a}]", "missing-key"),
        ("frameworks: [{id: own, stages: {id: a, media: bought}}]", "unknown-value"),
        ("frameworks: [{id: aida, stages: a}]", "shadowed-declaration"),
    ],
)
def test_what_is_wrong_with_a_framework(lines: str, kind: str) -> None:
    assert kinds(f"library: L\n{lines}\n") == [kind]


@pytest.mark.parametrize("named", ["now.cjm.yaml", "./now.cjm.yaml", "x/../now.cjm.yaml", "now", "as-is"])
def test_a_benchmark_by_path_and_by_id(named: str) -> None:
    now = "journey: Now\nphases: [A]\n" + ("id: as-is\n" if named == "as-is" else "")
    project = checked(with_top(f"benchmark: {named}"), now=now)
    assert project.diagnostics == []
    assert project.project.benchmarks["a.cjm.yaml"].title == "Now"


@pytest.mark.parametrize(
    ("named", "message"),
    [
        *((named, f"no other journey is called {named!r}") for named in ("then", "../../etc/passwd", "lib")),
        *((named, f"{named!r} is this journey itself") for named in ("a", "a.cjm.yaml", "./a.cjm.yaml")),
        ("lib.cjm.yaml", "'lib.cjm.yaml' is a library, and no journey"),
        ("/etc/passwd", "no other journey is called '/etc/passwd'"),
    ],
)
def test_a_benchmark_that_is_not_there(named: str, message: str) -> None:
    others = {"now": "journey: Now\nphases: [A]\n", "lib": "library: L\n"}
    [said] = errors(with_top(f"benchmark: {named}"), **others)
    assert said == f"unknown-reference: {message}"
