"""Markdown for a comment on a pull request or a job's summary: counts, then a table a file.

What an author wrote is text here too: no link, image, mention or markup comes of it.
"""

import html
import re
from collections.abc import Mapping, Sequence

from cjm.counting import counted
from cjm.diagnostics import Diagnostic, counts
from cjm.reporters.columns import inert
from cjm.reporters.human import clip
from cjm.reporters.places import page_of, place
from cjm.source import Source

# GitHub refuses a comment that is longer than 65,536 characters.
_ROOM = 60_000
_SIGNS = re.compile(r"([\\`*_\[\]#|~$]|:(?=\S)|(?<=www)\.)", re.IGNORECASE)

# What makes a list or a heading of a line that starts with it.
_START = re.compile(r"^(\d+(?=[.)])|(?=[-+=]))")

# GitHub and GitLab look for people, issues and emoji in the text that Markdown has
# made, where a backslash is gone: what nobody sees keeps these apart.
_REFERENCES = re.compile(r"(@|#(?=\w)|\bGH-(?=\d)|:(?=[\w+-]+:))", re.IGNORECASE)
_APART = "\\1\u200b"


def report(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    *,
    limit: int = 50,
    **_look: object,
) -> str:
    """A line of counts and a foldable table for each file; what finds no room is counted."""
    if not diagnostics:
        return "**cjm**: nothing wrong\n"
    parts = [f"**cjm**: {counts(diagnostics)}\n"]
    files: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        files.setdefault(each.path, []).append(each)
    room, left = _ROOM, len(diagnostics)
    for number, (path, found) in enumerate(files.items()):
        table = _table(path, found[:limit], len(found), sources, room)
        if not table:
            parts.append(f"and {left:,} more in {counted(len(files) - number, 'other file')}\n")
            break
        parts.append(table)
        room -= len(table)
        left -= len(found)
    return "\n".join(parts)


def _table(
    path: str, found: Sequence[Diagnostic], total: int, sources: Mapping[str, Source], room: int
) -> str:
    """As many rows as there is room for; nothing where that is none."""
    name = html.escape(_REFERENCES.sub(_APART, clip(path)))
    head = (
        f"<details open><summary>{name} ({total:,})</summary>\n\n"
        "| line | | what | rule |\n|---:|---|---|---|\n"
    )
    room -= len(head)
    rows: list[str] = []
    for each in found:
        row = _row(each, sources)
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    more = f"\nand {total - len(rows):,} more\n" if total > len(rows) else ""
    return f"{head}{''.join(rows)}{more}\n</details>\n" if rows else ""


def _row(diagnostic: Diagnostic, sources: Mapping[str, Source]) -> str:
    line = place(diagnostic, sources).start.line
    told = _prose(diagnostic.message) + (f"<br>{_prose(diagnostic.help)}" if diagnostic.help else "")
    page = page_of(diagnostic)
    rule = f"[{diagnostic.rule}]({page})" if page else diagnostic.rule
    return f"| {line} | {diagnostic.severity.word} | {told} | {rule} |\n"


def _prose(text: str) -> str:
    """Text, and what stands between backticks as code."""
    *pairs, last = clip(text).split("`")
    if len(pairs) % 2:  # a backtick without its other half
        *pairs, odd = pairs
        last = f"{odd}`{last}"
    parts = [f"<code>{_plain(part)}</code>" if n % 2 else _plain(part) for n, part in enumerate(pairs)]
    return "".join([*parts, _plain(last)])


def escaped(text: str) -> str:
    """All of a text on one line of Markdown: no markup, link or mention comes of it.

    It may stand at the start of a line, in a heading and in a cell of a table.
    """
    return _START.sub(r"\1\\", _plain(inert(text).strip()))


def _plain(text: str) -> str:
    """Every sign of Markdown escaped that means something within a line."""
    return _SIGNS.sub(r"\\\1", html.escape(_REFERENCES.sub(_APART, text), quote=False))
