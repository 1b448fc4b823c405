"""Numbers, shares, durations, amounts, feelings: what people write, and what it is worth."""

import pytest
from model_of import checked, errors, kinds, phase, point, top, with_phase, with_point, with_top

from cjm.grammar.quantities import Quantity
from cjm.model.entities import Emotion, Expectation, Importance, MomentOfTruth


@pytest.mark.parametrize(
    ("written", "score", "feeling"),
    [
        ("2", 2, ""),
        ("-2", -2, ""),
        ("+1", 1, ""),
        ("0", 0, ""),
        (".5", 0.5, ""),
        ("-1.25", -1.25, ""),
        ("1e0", 1, ""),
        ("'1'", 1, ""),
        ("delighted", 2, "delighted"),
        ("happy", 1, "happy"),
        ("neutral", 0, "neutral"),
        ("annoyed", -1, "annoyed"),
        ("angry", -2, "angry"),
        ("blij", 1, "blij"),
        ("teleurgesteld", -1, "teleurgesteld"),
        ("boos", -2, "boos"),
        ("Geïrriteerd", -1, "Geïrriteerd"),
        ("geirriteerd", -1, "geirriteerd"),
        ("so-so", 0, "so-so"),
        ("over the moon", 2, "over the moon"),
        ("{score: 1, feeling: in my element}", 1, "in my element"),
        ("{score: -0.5}", -0.5, ""),
        ("{feeling: boos}", -2, "boos"),
        ("{score: , feeling: boos}", -2, "boos"),
        ("{score: 1, feeling: boos}", 1, "boos"),
    ],
)
def test_a_point_on_the_curve(written: str, score: float, feeling: str) -> None:
    assert point(f"emotion: {written}").emotion == Emotion(score=score, feeling=feeling)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("3", "out-of-range"),
        ("-2.01", "out-of-range"),
        ("1e300", "out-of-range"),
        ("1,5", "bad-number"),
        ("½", "bad-number"),
        ("２", "bad-number"),
        ("0x1", "bad-number"),
        ("1_0", "bad-number"),
        (".nan", "bad-number"),
        ("--1", "bad-number"),
        ("hapy", "unknown-value"),
        ("true", "unknown-value"),
        ("no", "unknown-value"),
        ("''", "wrong-type"),
        ("[1]", "wrong-type"),
        ("{}", "missing-key"),
        ("{score: x}", "bad-number"),
        ("{feeling: grandioos}", "unknown-value"),
        ("{feeling: happy, mood: good}", "unknown-key"),
        ("{score: 7, feeling: happy}", "out-of-range"),
        ("{score: [1], feeling: happy}", "wrong-type"),
    ],
)
def test_what_is_no_point_is_one_error(written: str, kind: str) -> None:
    assert kinds(with_point(f"emotion: {written}")) == [kind]


def test_no_feeling_is_suggested_that_means_something_else() -> None:
    for word in ("grandioos", "true", "woest", "sadistic"):
        [found] = checked(with_point(f"emotion: {word}")).diagnostics
        assert found.help == f"write {{score: 1, feeling: {word}}} for a word of your own"
    [found] = checked(with_point("emotion: teleurgestelt")).diagnostics
    assert found.help.startswith("did you mean 'teleurgesteld'?")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("10 min", (10, "minutes")),
        ("10min", (10, "minutes")),
        ("10 min.", (10, "minutes")),
        ("3 d", (3, "days")),
        ("1 day", (1, "days")),
        ("2 weeks", (2, "weeks")),
        ("1.5 h", (1.5, "hours")),
        ("30 s", (30, "seconds")),
        ("45 sec", (45, "seconds")),
        ("6 months", (6, "months")),
        ("1 Year", (1, "years")),
        ("3 dagen", (3, "days")),
        ("2 uur", (2, "hours")),
        ("1 maand", (1, "months")),
        ("5 jaar", (5, "years")),
        ("PT10M", (10, "minutes")),
        ("P3D", (3, "days")),
        ("P2W", (2, "weeks")),
        ("P6M", (6, "months")),
        ("P1Y", (1, "years")),
        ("PT1H30M", (90, "minutes")),
        ("P1DT12H", (36, "hours")),
        ("PT0S", (0, "seconds")),
    ],
)
def test_a_duration(written: str, value: tuple[float, str]) -> None:
    assert phase(f"duration: {written}").duration == Quantity(value[0], "duration", value[1])
    assert point(f"metrics: {{duration: {written}}}").metrics["duration"].value == Quantity(
        value[0], "duration", value[1]
    )


@pytest.mark.parametrize(
    "written",
    [
        "10",
        "min",
        "10 fortnights",
        "-3 d",
        "1,5 uur",
        "half an hour",
        "P",
        "PT",
        "P1",
        "pt10m",
        "1 h 30 min",
        "''",
    ],
)
def test_what_is_no_duration(written: str) -> None:
    assert kinds(with_phase(f"duration: {written}")) == ["bad-duration"]
    assert kinds(with_top(f"review_every: {written}")) == ["bad-duration"]


@pytest.mark.parametrize(
    ("metric", "written", "value"),
    [
        ("nps", "32", Quantity(32)),
        ("nps", "-100", Quantity(-100)),
        ("nps", "+7.5", Quantity(7.5)),
        ("csat", "4.2", Quantity(4.2)),
        ("ces", "7", Quantity(7)),
        ("conversion", "31%", Quantity(0.31, "ratio")),
        ("conversion", "0.31", Quantity(0.31, "ratio")),
        ("conversion", "31 %", Quantity(0.31, "ratio")),
        ("conversion", "0", Quantity(0, "ratio")),
        ("dropoff", "3.1%", Quantity(0.031, "ratio")),
        ("volume", "120000", Quantity(120000)),
        ("duration", "10 min", Quantity(10, "duration", "minutes")),
        ("cost", "38", Quantity(38, "amount")),
        ("cost", "€ 38", Quantity(38, "amount", "EUR")),
        ("cost", "€38.50", Quantity(38.5, "amount", "EUR")),
        ("cost", "38 EUR", Quantity(38, "amount", "EUR")),
        ("cost", "USD 38", Quantity(38, "amount", "USD")),
        ("cost", "38 $", Quantity(38, "amount", "USD")),
        ("cost", "£3", Quantity(3, "amount", "GBP")),
        ("visits", "1e3", Quantity(1000)),
        ("returns", "12%", Quantity(0.12, "ratio")),
        ("profit", "-€ 3", Quantity(-3, "amount", "EUR")),
        ("profit", "€ -3", Quantity(-3, "amount", "EUR")),
        ("wait", "PT10M", Quantity(10, "duration", "minutes")),
    ],
)
def test_a_measurement(metric: str, written: str, value: Quantity) -> None:
    assert (
        point(f"metrics: {{{metric}: {written}}}").metrics
        == point(f"metrics:\n  {metric}: {{value: {written}}}").metrics
    )
    assert point(f"metrics: {{{metric}: {written}}}").metrics[metric].value == value


@pytest.mark.parametrize(
    ("metric", "written", "kind"),
    [
        ("nps", "101", "out-of-range"),
        ("nps", "-101", "out-of-range"),
        ("nps", "31%", "wrong-type"),
        ("csat", "0.9", "out-of-range"),
        ("csat", "5.1", "out-of-range"),
        ("ces", "8", "out-of-range"),
        ("conversion", "31", "out-of-range"),
        ("conversion", "101%", "out-of-range"),
        ("conversion", "-1%", "out-of-range"),
        ("conversion", "3 min", "wrong-type"),
        ("dropoff", "2", "out-of-range"),
        ("volume", "-1", "out-of-range"),
        ("volume", "€ 3", "wrong-type"),
        ("duration", "10", "wrong-type"),
        ("duration", "-10 min", "bad-number"),
        ("cost", "-1", "out-of-range"),
        ("cost", "€ -1", "out-of-range"),
        ("cost", "3 min", "wrong-type"),
        ("cost", "€ 3,80", "bad-number"),
        ("cost", "38 euro", "bad-number"),
        ("visits", "many", "bad-number"),
        ("visits", "1,000", "bad-number"),
        ("visits", "1e16", "out-of-range"),
        ("visits", f"{'9' * 30}%", "out-of-range"),
        ("visits", f"€ {'9' * 30}", "out-of-range"),
        ("visits", f"{'9' * 30} years", "out-of-range"),
        ("visits", "''", "bad-number"),
        ("visits", "[1]", "wrong-type"),
        ("visits", "{target: 3}", "missing-key"),
        ("visits", "{value: ~}", "missing-key"),
    ],
)
def test_what_is_no_measurement_is_one_error(metric: str, written: str, kind: str) -> None:
    found = checked(with_point(f"metrics:\n  {metric}: {written}"))
    assert [problem.rule for problem in found.diagnostics] == [kind]
    assert found.project.journeys[0].touchpoints[0].metrics == {}


def test_a_target_and_a_benchmark_are_measured_alike() -> None:
    found = point("metrics: {conversion: {value: 3%, target: 0.04, benchmark: 5%, date: 2026-01-02}}")
    measured = found.metrics["conversion"]
    assert (measured.target, measured.benchmark) == (Quantity(0.04, "ratio"), Quantity(0.05, "ratio"))
    assert kinds(with_point("metrics: {csat: {value: 3, target: 9, benchmark: 3%}}")) == [
        "out-of-range",
        "wrong-type",
    ]


@pytest.mark.parametrize(
    ("written", "help"),
    [
        ("3,1", "write 3.1"),
        ("3,1%", "write 3.1%"),
        ("−3", "write -3"),
        ("1 000", "write 1000"),
        ("1_000", "write 1000"),
        ("1.234,50", "write 1234.50"),
        ("1,234.50", "write 1234.50"),
        ("1,000", "write 1000 (or 1.000, with a decimal point)"),
        ("€ 3,80", "write € 3.80"),
        ("€ 38,-", "write € 38"),
        ("3,5 min", "write 3.5 min"),
        ("lots", "write a number, 31%, 10 min or € 38"),
    ],
)
def test_the_right_spelling_is_shown(written: str, help: str) -> None:
    [found] = checked(with_point(f"metrics:\n  visits: {written}")).diagnostics
    assert found.help == help


@pytest.mark.parametrize(
    "lines",
    [
        "metrics: {nps: 3,1}",
        "metrics: {nps: {value: 3,1}}",
        "metrics: {wait: 3,5 min}",
        "metrics: {cost: € 3,80}",
        "emotion: {score: 1,5}",
        "next: {to: b, share: 12,5%}",
        "pain: {text: Rain, severity: 3,5}",
    ],
)
def test_a_decimal_comma_in_braces_is_one_error(lines: str) -> None:
    [said] = errors(with_point(lines))
    assert said.startswith("bad-number: ")
    assert said.endswith("is torn apart by its comma")


def test_a_comma_in_braces_that_tears_nothing() -> None:
    assert kinds(with_point("pain: {text: Rain, 5: }")) == ["unknown-key"]
    assert kinds(with_point("metrics: {nps: 3, csat: }")) == []


@pytest.mark.parametrize(("written", "value"), [("1", 1), ("5", 5), ("3.0", 3), ("'2'", 2), ("+4", 4)])
def test_one_to_five(written: str, value: int) -> None:
    assert point(f"importance: {{customer: {written}}}").importance == Importance(customer=value)
    found = point(f"pain: {{text: x, severity: {written}}}").pains[0].severity
    assert (found, type(found)) == (value, int)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("0", "out-of-range"),
        ("6", "out-of-range"),
        ("3.5", "bad-number"),
        ("high", "bad-number"),
        ("''", "wrong-type"),
    ],
)
def test_what_is_not_one_to_five(written: str, kind: str) -> None:
    assert kinds(with_point(f"importance: {{organisation: {written}}}")) == [kind]


def test_participants_are_counted() -> None:
    assert top("evidence: {id: s, participants: 0}").evidence[0].participants == 0
    assert kinds(with_top("evidence: {id: s, participants: -1}")) == ["out-of-range"]
    assert kinds(with_top("evidence: {id: s, participants: 1e20}")) == ["out-of-range"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("true", MomentOfTruth()),
        ("True", MomentOfTruth()),
        ("TRUE", MomentOfTruth()),
        ("{}", MomentOfTruth()),
        ("De knoop mist", MomentOfTruth(why="De knoop mist")),
        ("'true'", MomentOfTruth(why="true")),
        ("'no'", MomentOfTruth(why="no")),
        ("3", MomentOfTruth(why="3")),
        ("{type: zero, impact: positive}", MomentOfTruth(type="zero", impact="positive")),
        ("false", None),
        ("False", None),
        ("~", None),
    ],
)
def test_a_moment_of_truth(written: str, found: MomentOfTruth | None) -> None:
    assert point(f"moment_of_truth: {written}").moment_of_truth == found


@pytest.mark.parametrize("written", ["no", "yes", "Yes", "NO", "on", "off"])
def test_a_moment_of_truth_is_not_guessed(written: str) -> None:
    assert kinds(with_point(f"moment_of_truth: {written}")) == ["wrong-type"]


def test_an_expectation_may_be_words_or_a_level_or_both() -> None:
    assert point("expectation: {level: 1}").expectation == (Expectation(level=1),)
    assert point("expectation: {text: Quick, level: -0.5}").expectation == (
        Expectation(text="Quick", level=-0.5),
    )
    assert kinds(with_point("expectation: {}")) == ["missing-key"]
    assert kinds(with_point("expectation: {text: Quick, from: experience}")) == ["unknown-key"]


@pytest.mark.parametrize(
    "written",
    ["1.10", "no", "2026-01-01", "0x1F", "true", "1e5", "12:30", "~x", "50% off", "a: b".replace(": ", ":")],
)
def test_a_text_is_read_as_it_is_written(written: str) -> None:
    assert point(f"action: {written}").action == written
    assert point(f"thoughts: ['{written}']").thoughts == (written,)
    assert top(f"summary: {written}").summary == written


def test_texts_lose_the_white_space_around_them_only() -> None:
    assert point("action: '  I  try  '").action == "I  try"
    assert point("action: |\n  I try.\n\n  It fits.\n").action == "I try.\n\nIt fits."
    assert point("action: >-\n  I\n  try.").action == "I try."
    assert kinds(with_point("action: ''")) == kinds(with_point("action: ' '")) == ["wrong-type"]
