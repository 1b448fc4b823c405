"""Projects that nobody meant: rules, advice, figures and drawings are made of them, and nothing raises."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st
from made import drawn, judged
from strange import EXAMPLES, JOURNEYS, LIBRARIES, bent, in_other_lines

from cjm import pipeline
from cjm.board.picture import Image
from cjm.pipeline import Checked, Workspace
from cjm.rules import ALL_RULES
from cjm.source import Source

CUSTOM = """\
  custom:
    - {name: said, on: touchpoint, assert: "touchpoint.action.size() < 9 && touchpoint.emotion.score > 0.0"}
    - {name: soon, on: phase, when: "phase.touchpoints.exists(t, t.next != [])", assert: phase.goal != ''}
    - {name: all, on: journey, assert: "journey.phases.all(p, p.metrics.all(m, p.metrics[m].value > 0.0))"}
"""


def extreme(number: float, words: str) -> str:
    """Every rule there is, with every one of its options at a value that nobody meant."""

    def written(default: object) -> str:
        if isinstance(default, tuple):
            return words
        return str(int(number) if isinstance(default, int) else number)

    lines = ["lint:", "  preset: strict", "  rules:"]
    for rule in ALL_RULES:
        options = ", ".join(f"{name}: {written(default)}" for name, default in rule.options.items())
        lines.append(f"    {rule.name}: {{{options}}}")
    return "\n".join([*lines, ""])


SETTINGS = st.sampled_from(
    [
        "lint:\n  preset: strict\n" + CUSTOM,
        extreme(0, "[]"),
        extreme(-1e15, "['']"),
        extreme(1e15, "['', '(', i, nps, retention, '\\']"),
    ]
)
ANY_LIBRARY = st.one_of(st.sampled_from(["", EXAMPLES["library.cjm.yaml"]]), LIBRARIES)
DAYS = st.sampled_from([date.min, date(2024, 2, 29), date(2026, 11, 1), date.max])


def project(texts: list[str], library: str, settings: str) -> Checked:
    """Those journeys, all of them asked for, with a library beside them."""
    asked = tuple(Source(f"{number}.cjm.yaml", text) for number, text in enumerate(texts))
    others = (Source("library.cjm.yaml", library),) if library else ()
    workspace = Workspace(".", Source("cjm.yaml", settings), asked, others)
    return pipeline.check(workspace, lambda _folder, _file: Image("image/png", b""))


@settings(max_examples=max(40, settings().max_examples // 2))
@given(
    st.lists(st.one_of(bent(), bent(), in_other_lines(), JOURNEYS), min_size=1, max_size=2),
    ANY_LIBRARY,
    SETTINGS,
    DAYS,
)
@example(["journey: X"], "", extreme(-1e15, "[]"), date.max)
def test_no_project_is_too_strange_to_be_judged(
    texts: list[str], library: str, config: str, today: date
) -> None:
    checked = project(texts, library, config)
    judged(checked, today)
    assert len(checked.project.journeys) <= len(texts)


@settings(max_examples=max(15, settings().max_examples // 5))
@given(st.one_of(bent(), in_other_lines()), ANY_LIBRARY, DAYS)
def test_no_journey_is_too_strange_to_be_drawn(text: str, library: str, today: date) -> None:
    checked = project([text], library, "lint: {preset: strict}")
    drawn(checked, today)
    assert len(checked.project.journeys) <= 1
