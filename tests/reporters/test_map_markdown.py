"""The map as Markdown: what GitHub makes of it."""

import re
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options
from hostile.everything import TEXTS, journey
from running import run

SHOWN = {"h1", "h2", "p", "strong", "em", "ul", "li", "code"} | {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "br",
}
ROOT = Path(__file__).parents[2]


def markdown(text: str) -> str:
    """What `-f md` gives."""
    done = run("build", "-", "-f", "md", given=text)
    assert done.returncode == 0, done.stderr
    return done.stdout


def html(text: str) -> str:
    """As GitHub shows it: raw markup is left to its own filter."""
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)


def test_a_journey_reads_as_a_document() -> None:
    page = html(markdown((ROOT / "examples/shopping-day/shopping-day.cjm.yaml").read_text(encoding="utf-8")))
    assert "<h1>Een dagje shoppen</h1>" in page
    assert "<strong>Persona</strong>: Noor" in page
    assert page.count("<table>") == 5
    assert page.count("<tr>") == 12 + 5
    assert "<code>▆█ ▃▅ ▃▁ ▇▄█ ▂▂▁</code>" in page
    assert "<li>hoogtepunt: 1.2 Twee maten passen (█ opgetogen +2)</li>" in page
    assert "<li>dieptepunt: 3.2 Schade laten zien (▁ verontwaardigd −2)</li>" in page
    assert "<td>Geen eigenaar</td>" in page
    assert "<li>4 Zelf oplossen: Geen eigenaar</li>" in page


def test_every_cell_of_a_row_is_there() -> None:
    text = markdown((ROOT / "examples/webshop/webshop-today.cjm.yaml").read_text(encoding="utf-8"))
    for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        sizes = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(sizes) == 1


def test_a_journey_with_next_to_nothing_is_a_document_too() -> None:
    page = html(markdown("journey: X\nphases: [P]\n"))
    assert page.startswith("<h1>X</h1>")
    assert "<h2>1. P</h2>" in page


def test_nothing_of_a_journey_is_markup() -> None:
    page = html(markdown(journey()))
    assert set(re.findall(r"<(\w+)", page)) <= SHOWN
    assert page.count("<tr>") == 2 * len(TEXTS)
    assert "alert(document.domain)" in page


def test_a_long_text_is_whole() -> None:
    thought = " ".join(f"word{number}" for number in range(400))
    text = f"journey: X\nphases:\n  - name: P\n    touchpoints:\n      - {{name: A, thought: {thought}}}\n"
    told = markdown(text)
    assert thought in told
    assert "…" not in told
