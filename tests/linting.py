"""Runs rules over a text that a user could have written."""

import re
import textwrap
from collections.abc import Sequence
from datetime import date

from cjm import lint, pipeline
from cjm.board.picture import Image
from cjm.diagnostics import Diagnostic, ordered
from cjm.lint import Rule
from cjm.rules import ALL_RULES, TABLE
from cjm.source import Source

TODAY = date(2026, 11, 1)
PICTURE = Image("image/png", b"")


def findings(
    text: str,
    rules: Sequence[Rule] = ALL_RULES,
    *,
    preset: str = "strict",
    settings: str = "",
    today: date | None = TODAY,
    library: str = "",
) -> list[Diagnostic]:
    """What the rules find in a journey, or in the fragment of one, and in its project."""
    if not re.search("^journey:", text, re.MULTILINE):
        text = f"journey: A journey\n{text}"
    source = Source("x.cjm.yaml", text)
    config = Source("cjm.yaml", settings or f"lint: {{preset: {preset}}}\n")
    others = (Source("library.cjm.yaml", library),) if library else ()
    workspace = pipeline.Workspace(".", config, (source,), others)
    checked = pipeline.check(workspace, lambda _folder, _file: PICTURE)
    wrong = [found for found in checked.diagnostics if found.path != "cjm.yaml"]
    assert not wrong, [found.message for found in wrong]
    (journey,) = checked.project.journeys
    where = checked.project, checked.sources, checked.comments, today
    found = lint.run(rules, checked.project, journey, *where[1:], TABLE) + lint.run_project(rules, *where)
    return ordered(found)


def names(found: Sequence[Diagnostic]) -> set[str]:
    """The rules that found something."""
    return {finding.rule for finding in found}


def fragment(rule: Rule, heading: str) -> str:
    """A rule's *Bad* or *Good*."""
    doc = textwrap.dedent(rule.check.__doc__ or "")
    found = re.search(rf"^{heading}:\n\n((?:    .*\n|\n)+)", f"{doc}\n", re.MULTILINE)
    assert found, f"{rule.name} has no {heading}"
    return textwrap.dedent(found[1])
