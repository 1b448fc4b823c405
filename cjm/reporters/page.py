"""The report as a page of its own: for who has no terminal, and for a build's artefacts.

One HTML file without a script that asks for nothing else; it allows itself its own
style sheet, by its hash. Every finding shows its line with the words that it is about.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from cjm.counting import counted, plural
from cjm.diagnostics import Diagnostic, Related, Severity, counts
from cjm.reporters.columns import inert, shown
from cjm.reporters.human import clip
from cjm.reporters.places import page_of, place
from cjm.source import Source
from cjm.templating import policy, template, text
from cjm.theme.tokens import DEFAULT, Theme

# Of a long line a reader needs what stands around the marked words.
_BEFORE, _MARKED, _AFTER = 90, 400, 140


class Excerpt(msgspec.Struct, frozen=True):
    """A line, cut around the words that it is about; no `number` where there is no text to show."""

    where: str
    number: int | None
    before: str = ""
    marked: str = ""
    after: str = ""


class Finding(msgspec.Struct, frozen=True):
    """One message, ready to be read; `page` explains its rule."""

    severity: str
    word: str
    rule: str
    page: str
    message: str
    help: str
    excerpt: Excerpt
    related: tuple[tuple[str, Excerpt], ...]


class File(msgspec.Struct, frozen=True):
    """A file, what was found in it, and how many there are beyond those."""

    id: str
    path: str
    counts: str
    findings: tuple[Finding, ...]
    more: int


def report(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    *,
    limit: int = 1000,
    **_look: object,
) -> str:
    """The page, with at most `limit` findings a file."""
    found: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        found.setdefault(each.path, []).append(each)
    style = _style(DEFAULT)
    return template("report.html.j2").render(
        title=counted(len(diagnostics), "finding") if diagnostics else "Nothing wrong",
        policy=policy(style),
        style=style,
        tally=_tally(diagnostics),
        files=[
            _file(number, path, messages, sources, limit)
            for number, (path, messages) in enumerate(found.items(), 1)
        ],
        clean=[clip(path) for path in sorted(sources) if path not in found],
    )


def _tally(diagnostics: Sequence[Diagnostic]) -> list[tuple[str, int, str]]:
    """Severity, number and word, the worst first; those that don't occur too, which is worth knowing."""
    number = Counter(each.severity for each in diagnostics)
    return [(each.value, number[each], plural(number[each], each.word)) for each in Severity]


def _file(
    number: int, path: str, found: Sequence[Diagnostic], sources: Mapping[str, Source], limit: int
) -> File:
    findings = tuple(_finding(each, sources) for each in found[:limit])
    return File(f"file-{number}", clip(path), counts(found), findings, len(found) - len(findings))


def _finding(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> Finding:
    return Finding(
        diagnostic.severity.value,
        diagnostic.severity.word,
        diagnostic.rule,
        page_of(diagnostic),
        clip(diagnostic.message),
        clip(diagnostic.help),
        _excerpt(diagnostic, sources),
        tuple((clip(other.message), _excerpt(other, sources)) for other in diagnostic.related),
    )


def _excerpt(message: Diagnostic | Related, sources: Mapping[str, Source]) -> Excerpt:
    """The line without its indentation; of a span over several lines, to the end of its first."""
    at = place(message, sources)
    where = f"{inert(at.path)}:{at.start.line}:{at.start.column}"
    source = sources.get(at.path)
    if source is None:
        return Excerpt(where, None)
    line = source.line(at.start.line)
    start = min(at.start.column - 1, len(line))
    end = at.end.column - 1 if at.end.line == at.start.line else len(line)
    end = max(end, start + 1)  # a place between two characters marks the next
    before, marked, after = line[:start].lstrip(), line[start:end], line[end:].rstrip()
    if len(before) > _BEFORE:
        before = f"…{before[-_BEFORE:]}"
    if len(marked) > _MARKED:
        marked, after = f"{marked[:_MARKED]}…", ""
    if len(after) > _AFTER:
        after = f"{after[:_AFTER]}…"
    return Excerpt(where, at.start.line, shown(before), shown(marked) or " ", shown(after))


def _style(theme: Theme) -> str:
    """The style sheet behind its colours. Paper is always light, so dark ones are for screens."""
    light, dark = (
        ";".join(f"--{token}:{colour}" for token, colour in colours.items() if f"var(--{token})" in _sheet())
        for colours in (theme.light, theme.dark)
    )
    return "\n".join(
        [
            f":root{{color-scheme:light;--font:{theme.font};{light}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}",
            _sheet(),
        ]
    )


def _sheet() -> str:
    return text("report.css")
