"""What is done, measured and kept up: opportunities, metrics, reviews, declarations, images."""

from datetime import date

import pytest
from linting import TODAY, findings, fragment, names

from cjm import lint, pipeline
from cjm.board.picture import Image
from cjm.diagnostics import Diagnostic
from cjm.lint import Rule
from cjm.rules import ALL_RULES
from cjm.rules.access.image_without_alternative import image_without_alternative
from cjm.rules.action.future_without_current import future_without_current
from cjm.rules.action.opportunity_overdue import opportunity_overdue
from cjm.rules.action.opportunity_without_estimate import opportunity_without_estimate
from cjm.rules.action.opportunity_without_pain import opportunity_without_pain
from cjm.rules.action.quick_win_idle import quick_win_idle
from cjm.rules.measurement.below_benchmark import below_benchmark
from cjm.rules.measurement.below_target import below_target
from cjm.rules.measurement.metric_against_emotion import metric_against_emotion
from cjm.rules.measurement.metric_without_date import metric_without_date
from cjm.rules.measurement.metric_without_source import metric_without_source
from cjm.rules.measurement.metric_without_target import metric_without_target
from cjm.rules.measurement.phase_without_metric import phase_without_metric
from cjm.rules.measurement.unexplained_dropoff import unexplained_dropoff
from cjm.rules.ownership.unused_department import unused_department
from cjm.rules.upkeep.never_reviewed import never_reviewed
from cjm.rules.upkeep.review_overdue import review_overdue
from cjm.rules.upkeep.unused_declaration import unused_declaration
from cjm.rules.upkeep.unused_ignore import unused_ignore
from cjm.source import Source

ACTION = (
    *(opportunity_without_estimate, opportunity_overdue, opportunity_without_pain, quick_win_idle),
    future_without_current,
)
MEASUREMENT = (
    *(phase_without_metric, metric_without_source, metric_without_date, metric_without_target),
    *(unexplained_dropoff, metric_against_emotion, below_benchmark),
)
UPKEEP = (review_overdue, never_reviewed, unused_declaration)
PHASES = "phases:\n  - name: At the till\n    touchpoints: [Pays in cash]\n"


def at(said: str, head: str = "") -> str:
    """A journey with one touchpoint that says this."""
    return f"journey: X\n{head}phases:\n  - name: Paying\n    touchpoints:\n      - {{name: Queue, {said}}}\n"


def words(text: str, found: Diagnostic) -> str:
    return found.span.of(text)


def project(rules: tuple[Rule, ...], *sources: tuple[str, str], preset: str = "strict") -> list[Diagnostic]:
    """What rules find in several files at once; every image is there."""
    made = tuple(Source(path, text) for path, text in sources)
    settings = Source("cjm.yaml", f"lint: {{preset: {preset}}}\n")
    checked = pipeline.check(
        pipeline.Workspace(".", settings, made), lambda _folder, _target: Image("image/png", b"")
    )
    where = checked.project, checked.sources, checked.comments, TODAY
    found = [one for each in checked.project.journeys for one in lint.run(rules, where[0], each, *where[1:])]
    return found + lint.run_project(rules, *where)


@pytest.mark.parametrize("rule", [*ACTION, *MEASUREMENT, *UPKEEP], ids=lambda rule: rule.name)
def test_bad_raises_and_good_is_silent(rule: Rule) -> None:
    assert names(findings(fragment(rule, "Bad"), [rule])) == {rule.name}
    assert not findings(fragment(rule, "Good"), [rule])


@pytest.mark.parametrize("rule", [*ACTION, *MEASUREMENT, *UPKEEP], ids=lambda rule: rule.name)
def test_an_empty_journey_is_no_trouble(rule: Rule) -> None:
    assert not findings("phases: [Leeg, {name: Ook leeg, metrics: {}, touchpoints: []}]", [rule])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("", "opportunity 'Tweede kassa' is doing without an estimate of its impact and effort"),
        (", impact: 3", "opportunity 'Tweede kassa' is doing without an estimate of its effort"),
        (", effort: 3", "opportunity 'Tweede kassa' is doing without an estimate of its impact"),
    ],
)
def test_a_missing_estimate_is_named(said: str, message: str) -> None:
    text = at(f"opportunity: {{text: Tweede kassa, status: doing{said}}}", "language: nl\n")
    (found,) = findings(text, [opportunity_without_estimate])
    assert found.message == message
    assert words(text, found) == "doing"


@pytest.mark.parametrize("status", ["idea", "done", "dropped"])
def test_ideas_and_what_is_over_need_no_estimate_and_have_no_day(status: str) -> None:
    text = at(f"opportunity: {{text: Second till, status: {status}, due: 2020-01-01}}")
    assert not findings(text, [opportunity_without_estimate, opportunity_overdue])


@pytest.mark.parametrize(("due", "told"), [("2026-10-31", True), ("2026-11-01", False)])
def test_an_opportunity_is_overdue_after_its_day(due: str, told: bool) -> None:
    text = at(f"opportunity: {{text: Second till, status: planned, due: {due}}}")
    found = findings(text, [opportunity_overdue])
    assert [one.message for one in found] == (
        [f"opportunity 'Second till' was due on {due} and is still planned"] if told else []
    )
    assert [words(text, one) for one in found] == ([due] if told else [])
    assert not findings(text, [opportunity_overdue], today=None)
    assert not findings(text.replace("phases", "status: archived\nphases"), [opportunity_overdue])


@pytest.mark.parametrize(
    "asking",
    [
        *("pain: Slow", "need: To sit down", "emotion: -0.1", "moment_of_truth: true"),
        *("emotion: 1, expectation: {text: Better, level: 1.5}", "metrics: {nps: {value: 3, target: 9}}"),
    ],
)
def test_what_asks_for_an_opportunity(asking: str) -> None:
    assert not findings(at(f"opportunity: Chairs, {asking}"), [opportunity_without_pain])


@pytest.mark.parametrize(
    "calm",
    [
        *("emotion: 0", "gain: Music", "emotion: -0.0, expectation: {text: Worse, level: -1}"),
        *("metrics: {nps: {value: 9, target: 9}}", "thought: Chairs?"),
    ],
)
def test_what_asks_for_nothing(calm: str) -> None:
    text = at(f"opportunity: Chairs, {calm}")
    (found,) = findings(text, [opportunity_without_pain])
    assert found.message == "nothing at 'Queue' asks for the opportunity 'Chairs'"
    assert words(text, found) == "Chairs"


def test_moves_for_good_moments_need_no_pain() -> None:
    for move in ("amplify-peak", "start-strong", "end-with-a-smile", "personalise"):
        text = at(f"opportunity: {{text: Chairs, move: {move}}}")
        assert not findings(text, [opportunity_without_pain])
    assert findings(at("opportunity: {text: Chairs, move: skip}"), [opportunity_without_pain])
    assert not findings(at("opportunity: {text: Chairs, status: dropped}"), [opportunity_without_pain])


def test_one_of_several_personas_below_zero_asks() -> None:
    text = at("opportunity: Chairs, emotions: {ann: 1, bob: -1}", "personas: [ann, bob]\n")
    assert not findings(text, [opportunity_without_pain])


@pytest.mark.parametrize(("impact", "effort", "told"), [(4, 2, True), (3, 2, False), (4, 3, False)])
def test_a_quick_win(impact: int, effort: int, told: bool) -> None:
    text = at(f"opportunity: {{text: Chairs, impact: {impact}, effort: {effort}}}")
    found = findings(text, [quick_win_idle])
    assert bool(found) is told
    if told:
        assert found[0].message == "opportunity 'Chairs' has impact 4 for effort 2, and is still an idea"
        assert words(text, found[0]) == "Chairs"
    options = "{impact: 3, effort: 3}"
    settings = f"lint: {{preset: strict, rules: {{quick-win-idle: {options}}}}}"
    assert findings(text, [quick_win_idle], settings=settings)
    assert not findings(at("opportunity: {text: Chairs, impact: 5}"), [quick_win_idle])


FUTURE = f"journey: Morgen\nstate: future\n{PHASES}"
CURRENT = f"journey: Vandaag\n{PHASES}"


def test_a_future_without_a_current_is_told_at_its_state() -> None:
    (found,) = findings(FUTURE, [future_without_current])
    assert found.message == "journey 'Morgen' is to be, and no journey shows how it is now"
    assert words(FUTURE, found) == "future"


def test_a_current_on_either_side_is_enough() -> None:
    rules = (future_without_current,)
    naming = FUTURE.replace("phases", "benchmark: now.cjm.yaml\nphases")
    assert not project(rules, ("now.cjm.yaml", CURRENT), ("then.cjm.yaml", naming))
    named = CURRENT.replace("phases", "benchmark: then.cjm.yaml\nphases")
    assert not project(rules, ("now.cjm.yaml", named), ("then.cjm.yaml", FUTURE))
    assert project(rules, ("now.cjm.yaml", CURRENT), ("then.cjm.yaml", FUTURE))


def test_a_future_beside_a_future_has_no_current() -> None:
    naming = FUTURE.replace("phases", "benchmark: later.cjm.yaml\nphases")
    found = project((future_without_current,), ("then.cjm.yaml", naming), ("later.cjm.yaml", FUTURE))
    assert found[0].message == "'Morgen' is a journey of tomorrow too, and none shows how it is now"
    assert words(naming, found[0]) == "later.cjm.yaml"


def test_nothing_measures_a_phase() -> None:
    (found,) = findings(f"journey: X\n{PHASES}", [phase_without_metric])
    assert found.message == "nothing measures the phase 'At the till'"
    assert words(f"journey: X\n{PHASES}", found) == "At the till"
    for said in ("metrics: {nps: 3}", "engagement: {behaviour: Comes back, metric: visits}"):
        assert not findings(PHASES.replace("touchpoints", f"{said}\n    touchpoints"), [phase_without_metric])
    assert not findings(at("metrics: {nps: 3}"), [phase_without_metric])
    behaviour = PHASES.replace("touchpoints", "engagement: Comes back\n    touchpoints")
    assert findings(behaviour, [phase_without_metric])


def test_what_a_metric_lacks_is_told_at_its_name() -> None:
    text = at("metrics: {drop-off: 12%}")
    found = findings(text, [metric_without_source, metric_without_date, metric_without_target])
    assert [one.message for one in found] == [
        "dropoff of 'Queue' doesn't say when it was measured",
        "dropoff of 'Queue' doesn't say where it comes from",
        "dropoff of 'Queue' has no target",
    ]
    assert {words(text, one) for one in found} == {"drop-off"}


def test_the_date_of_a_source_is_a_date() -> None:
    head = "evidence: [{id: survey, kind: survey, date: 2026-05-05}, {id: log, kind: analytics}]\n"
    assert not findings(at("metrics: {nps: {value: 3, source: survey}}", head), [metric_without_date])
    assert findings(at("metrics: {nps: {value: 3, source: log}}", head), [metric_without_date])


def test_what_has_no_better_side_needs_no_target() -> None:
    assert not findings(at("metrics: {volume: 300, mood: 3}"), [metric_without_target])
    head = "metrics: [{id: mood, better: higher}]\n"
    assert findings(at("metrics: {mood: 3}", head), [metric_without_target])


@pytest.mark.parametrize(("dropoff", "told"), [("20%", False), ("20.1%", True), ("0.5", True)])
def test_a_dropoff_over_a_fifth_asks_for_a_pain(dropoff: str, told: bool) -> None:
    text = at(f"metrics: {{dropoff: {dropoff}}}")
    found = findings(text, [unexplained_dropoff])
    assert bool(found) is told
    if told:
        assert found[0].message.endswith("% drop off at 'Queue', and no pain says why")
        assert words(text, found[0]) == dropoff
    settings = "lint: {preset: strict, rules: {unexplained-dropoff: {most: 0.6}}}"
    assert not findings(text, [unexplained_dropoff], settings=settings)
    assert not findings(at(f"pain: Slow, metrics: {{dropoff: {dropoff}}}"), [unexplained_dropoff])


def test_the_dropoff_of_a_phase_is_explained_by_any_of_its_touchpoints() -> None:
    text = "phases: [{name: A, metrics: {dropoff: 40%}, touchpoints: [B, {name: C, pain: D}]}]"
    assert not findings(text, [unexplained_dropoff])
    assert findings(text.replace("pain", "gain"), [unexplained_dropoff])


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            "emotion: -1, metrics: {nps: 34}",
            "nps of 'Queue' is high at 34, and the curve is at -1",
        ),
        (
            "emotion: delighted, metrics: {csat: 2.3}",
            "csat of 'Queue' is low at 2.3, and the curve is at 2 ('delighted')",
        ),
        ("emotion: -0.9, metrics: {nps: 90}", ""),
        ("emotion: -1, metrics: {nps: 33}", ""),
        ("emotion: 1, metrics: {nps: 90}", ""),
        ("emotion: -2, metrics: {ces: 7}", ""),
        ("metrics: {nps: 90}", ""),
    ],
)
def test_marks_against_the_curve(said: str, message: str) -> None:
    assert [one.message for one in findings(at(said), [metric_against_emotion])] == [message] * bool(message)


def test_which_metrics_are_marks_is_an_option() -> None:
    text = at(
        "emotion: -0.5, metrics: {ces: 7, effort: 1, mood: 3}",
        "metrics: [{id: effort, better: lower, min: 1, max: 5}, mood]\n",
    )
    options = "{metrics: [ces, effort, mood], emotion: 0.5}"
    settings = f"lint: {{preset: strict, rules: {{metric-against-emotion: {options}}}}}"
    found = findings(text, [metric_against_emotion], settings=settings)
    assert [one.message[:4] for one in found] == ["ces ", "effo"]
    assert [words(text, one) for one in found] == ["7", "1"]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("nps: {value: 3, benchmark: 4}", "nps of 'Queue' is 3, worse than its benchmark of 4"),
        ("dropoff: {value: 9%, benchmark: 7%}", "dropoff of 'Queue' is 9%, worse than its benchmark of 7%"),
        (
            "duration: {value: 2 h, benchmark: 90 min}",
            "duration of 'Queue' is 2 hours, worse than its benchmark of 90 minutes",
        ),
        ("nps: {value: 4, benchmark: 4}", ""),
        ("duration: {value: 1 h, benchmark: 90 min}", ""),
        ("cost: {value: € 40, benchmark: $ 30}", ""),
        ("cost: {value: € 30, benchmark: € 40}", ""),
        ("volume: {value: 3, benchmark: 4}", ""),
    ],
)
def test_a_benchmark(value: str, message: str) -> None:
    text = at(f"metrics: {{{value}}}")
    assert [one.message for one in findings(text, [below_benchmark])] == [message] * bool(message)


@pytest.mark.parametrize(
    ("reviewed", "every", "today", "told"),
    [
        ("2026-05-01", "6 months", date(2026, 11, 1), False),
        ("2026-05-01", "6 months", date(2026, 11, 2), True),
        ("2026-08-31", "6 maanden", date(2027, 2, 28), False),
        ("2026-08-31", "6 maanden", date(2027, 3, 1), True),
        ("2024-02-29", "1 year", date(2025, 2, 28), False),
        ("2024-02-29", "1 year", date(2025, 3, 1), True),
        ("2025-12-31", "P2M", date(2026, 3, 1), True),
        ("2026-10-20", "2 weeks", date(2026, 11, 3), False),
        ("2026-10-20", "2 weeks", date(2026, 11, 4), True),
        ("2026-10-31", "12 h", date(2026, 11, 1), True),
        ("2026-10-01", "1.5 months", date(2026, 11, 15), False),
        ("2026-10-01", "1000000 years", date(2026, 11, 15), False),
        ("2026-10-01", "11000000 days", date(2026, 11, 15), False),
        ("9999-12-31", "1 day", date(2026, 11, 15), False),
    ],
)
def test_a_review_is_overdue_by_the_calendar(reviewed: str, every: str, today: date, told: bool) -> None:
    text = f"reviewed: {reviewed}\nreview_every: {every}\n{PHASES}"
    assert bool(findings(text, [review_overdue], today=today)) is told


def test_an_overdue_review_is_told_at_its_day() -> None:
    text = f"journey: X\nreviewed: 2026-01-31\n{PHASES}"
    (found,) = findings(text, [review_overdue])
    assert found.message == "the journey was last reviewed on 2026-01-31, and again due on 2026-07-31"
    assert words(text, found) == "2026-01-31"
    assert not findings(text, [review_overdue], today=None)
    assert not findings(f"status: archived\n{text}", [review_overdue])
    assert not findings(PHASES, [review_overdue])


def test_approved_and_never_reviewed() -> None:
    text = f"journey: X\nstatus: approved\n{PHASES}"
    (found,) = findings(text, [never_reviewed])
    assert found.message == "journey 'X' is approved, and nothing says when it was last reviewed"
    assert words(text, found) == "approved"
    assert not findings(text.replace("approved", "review"), [never_reviewed])


USED = """journey: X
personas: [{id: ann, evidence: talks}, bob]
channels: [Kassa, Fax]
evidence: [talks, {id: log, title: Kassalogboek, kind: analytics}, diary]
metrics: [mood, {id: visits, name: Visits a year}, {id: heat, name: Heat}]
phases:
  - name: Paying
    engagement: {behaviour: Comes back, metric: visits a year}
    touchpoints:
      - name: Pays
        channel: Kassa
        emotions: {ann: 1}
        metrics: {mood: {value: 3, source: log}}
"""


def test_what_is_declared_and_used_nowhere_is_told_where_it_stands() -> None:
    found = findings(USED, [unused_declaration])
    assert [one.message for one in found] == [
        "persona 'bob' is declared, and nobody refers to it",
        "channel 'Fax' is declared, and nobody refers to it",
        "evidence 'diary' is declared, and nobody refers to it",
        "metric 'Heat' is declared, and nobody refers to it",
    ]
    assert [words(USED, one) for one in found] == ["bob", "Fax", "diary", "heat"]


def test_personas_who_share_a_point_travel() -> None:
    assert len(findings(USED.replace("emotions: {ann: 1}", "emotion: 1"), [unused_declaration])) == 3


LIBRARY = """library: L
personas: [{id: ann, evidence: talks}]
channels: [Till, Fax]
evidence: [talks, diary]
"""
ONE = "journey: One\nphases: [{name: A, touchpoints: [{name: B, channel: Till}]}]\n"
TWO = """journey: Two
persona: ann
phases: [{name: A, evidence: diary, touchpoints: [{name: B, channel: Fax}]}]
"""


def test_a_library_is_used_by_all_journeys_together() -> None:
    library = ("library.cjm.yaml", LIBRARY)
    rules = (unused_declaration,)
    assert not project(rules, ("one.cjm.yaml", ONE), ("two.cjm.yaml", TWO), library)
    alone = project(rules, ("one.cjm.yaml", ONE), library)
    assert {one.path for one in alone} == {"library.cjm.yaml"}
    assert [words(LIBRARY, one) for one in alone] == ["ann", "Fax", "diary"]
    assert not project(rules, library)


def test_a_journey_that_declares_its_own_does_not_use_the_library() -> None:
    own = ONE.replace("phases", "channels: [{id: fax, name: Fax}]\nphases").replace("Till", "fax")
    library = "library: L\nchannels: [{id: fax, name: Old fax}]\n"
    found = project((unused_declaration,), ("own.cjm.yaml", own), ("library.cjm.yaml", library))
    assert [one.path for one in found] == ["library.cjm.yaml"]


@pytest.mark.parametrize("mistake", ["chanel: Fax", "channel: Faks", "owner: [Depot]"])
def test_in_a_journey_with_mistakes_nothing_is_called_unused(mistake: str) -> None:
    text = (
        "journey: X\ndepartments: [Depot]\nchannels: [Fax]\n"
        f"phases: [{{name: A, touchpoints: [{{name: B, {mistake}}}]}}]\n"
    )
    found = project((unused_declaration, unused_department), ("x.cjm.yaml", text))
    assert "channel 'Fax' is declared, and nobody refers to it" not in {one.message for one in found}


def test_an_ignore_comment_that_silences_nothing() -> None:
    rules = list({each.name: each for each in (*ALL_RULES, unused_ignore)}.values())
    bad = findings(fragment(unused_ignore, "Bad"), rules)
    assert "unused-ignore" in names(bad)
    assert "unused-ignore" not in names(findings(fragment(unused_ignore, "Good"), rules))
    assert not list(unused_ignore.check(None))


def test_an_image_needs_words() -> None:
    rules = (image_without_alternative,)
    bad = f"journey: X\n{fragment(image_without_alternative, 'Bad')}"
    (found,) = project(rules, ("x.cjm.yaml", bad))
    assert found.message == (
        "image 'hall.png' of 'Looks for the counter' has no words for whoever can't see it"
    )
    assert words(bad, found) == "hall.png"
    good = f"journey: X\n{fragment(image_without_alternative, 'Good')}"
    assert not project(rules, ("x.cjm.yaml", good))


@pytest.mark.parametrize("alt", ["''", '"  "'])
def test_empty_words_are_no_words(alt: str) -> None:
    text = at(f"image: {{file: hall.png, alt: {alt}}}")
    (found,) = project((image_without_alternative,), ("x.cjm.yaml", text))
    assert words(text, found) == alt


@pytest.mark.parametrize(
    ("answers", "help"),
    [
        ("goal: x", "say under `opportunities:` of one of its touchpoints what would bring it there"),
        ("need: x", "say under `opportunities:` what would bring it there"),
        (
            "opportunity: {text: Sing, status: dropped}",
            "say under `opportunities:` what would bring it there",
        ),
        ("opportunity: Sing", "see whether the opportunity 'Sing' will bring it there, or add another"),
    ],
)
def test_a_figure_that_falls_short_is_answered_by_what_is_under_way(answers: str, help: str) -> None:
    value = "metrics: {csat: {value: 2, target: 3.5, benchmark: 4}}"
    text = at(f"{answers}, {value}")
    if "goal" in answers:
        text = f"phases: [{{name: P, {answers}, {value}, touchpoints: [A]}}]\n"
    target, benchmark = findings(text, [below_target, below_benchmark])
    assert {target.help, benchmark.help} == {help}
    assert "is 2, and its target is 3.5" in f"{target.message} {benchmark.message}"


def test_what_a_journey_names_beside_its_own_is_used() -> None:
    own = ONE.replace("phases:", "evidence: [diary, {id: mine, kind: survey}]\nphases:", 1)
    library = "library: L\nevidence: [{id: diary, kind: interview}, {id: visits, kind: observation}]\n"
    found = project((unused_declaration,), ("x.cjm.yaml", own), ("library.cjm.yaml", library))
    told = {words(library, each) for each in found if each.path == "library.cjm.yaml"}
    assert told == {"visits"}


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (ONE, {"unused-declaration"}),
        *((broken, set()) for broken in ("phasen: []\n", "- a\n", "journey: [\n", "\n")),
    ],
)
def test_a_file_that_cannot_be_understood_may_use_anything(other: str, told: set[str]) -> None:
    asked = (Source("one.cjm.yaml", ONE), Source("two.cjm.yaml", other))
    library = Source("library.cjm.yaml", "library: L\nevidence: [{id: talks, kind: interview}]\n")
    checked = pipeline.check(pipeline.Workspace(".", None, asked, (library,)), lambda _folder, _file: "")
    found = pipeline.lint_all(checked, ["one.cjm.yaml"])
    assert names([each for each in found if each.path == "library.cjm.yaml"]) == told


def test_a_portrait_in_a_library_is_told_there_once_it_travels() -> None:
    library = ("l.cjm.yaml", "library: L\npersonas: [{id: ann, name: Ann, image: ann.png}]\n")
    (found,) = project((image_without_alternative,), ("x.cjm.yaml", TWO.replace("diary", "a")), library)
    assert (found.path, words(library[1], found)) == ("l.cjm.yaml", "ann.png")
    assert not project((image_without_alternative,), ("x.cjm.yaml", ONE), library)
