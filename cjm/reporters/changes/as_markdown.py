"""Markdown for a comment on a pull request: a table a journey, foldable, and short enough for GitHub.

The first line is a mark that nobody sees, by which whoever posts it finds the comment to replace.
"""

import html
import re
from collections.abc import Iterator, Sequence

from cjm.diagnostics import Diagnostic
from cjm.differ import Change, Comparison, Difference
from cjm.differ.change import Effects
from cjm.reporters.changes.telling import (
    broken,
    counts,
    coverage,
    curve,
    remarks,
    summary,
    title,
    values,
    what,
)
from cjm.reporters.human import clip
from cjm.reporters.markdown import escaped

MARK = "<!-- cjm-diff -->"

# GitHub refuses a comment that is longer than 65,536 characters.
_ROOM = 60_000
_OF_EFFECTS = 4_000


def report(comparison: Comparison, **_look: object) -> str:
    """A line of counts, and what changed in each journey; what finds no room is counted."""
    parts = [f"{MARK}\n**cjm diff**: {summary(comparison.differences)}\n"]
    room = _ROOM
    changed = comparison.changed
    for number, each in enumerate(changed):
        block = _block(each, room)
        if not block:
            left = sum(len(other.changes) for other in changed[number:])
            parts.append(f"and {left:,} more in {len(changed) - number:,} more of the journeys\n")
            break
        parts.append(block)
        room -= len(block)
    for place in broken(comparison):
        line = f"{escaped(place)} has errors and isn't compared\n"
        room -= len(line)
        if room > 0:
            parts.append(line)
    return "\n".join(parts)


def _block(difference: Difference, room: int) -> str:
    """The changes of one journey, as many as there is room for; nothing where that is none."""
    path, name = title(difference)
    head = (
        f"<details open><summary>{html.escape(clip(name))} ({html.escape(clip(path))}):"
        f" {counts(difference.changes)}</summary>\n\n"
        "| level | where | | before | after |\n|---|---|---|---|---|\n"
    )
    told = _effects(difference.effects) if difference.effects else ""
    room -= len(head) + len(told) + 100
    rows: list[str] = []
    for change in difference.changes:
        row = _row(change)
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    left = len(difference.changes) - len(rows)
    more = f"\nand {left:,} more\n" if left else ""
    return f"{head}{''.join(rows)}{more}{told}\n</details>\n" if rows else ""


def _row(change: Change) -> str:
    words = " › ".join(escaped(clip(word)) for word in change.words)
    more = "".join(f"<br>{_with_code(part)}" for part in remarks(change))
    before, after = (escaped(clip(value)) for value in values(change))
    return f"| {_level(change)} | {words}{more} | {what(change)} | {before} | {after} |\n"


def _level(change: Change) -> str:
    return f"**{change.level}**" if change.level in ("breaking", "notable") else change.level


def _with_code(text: str) -> str:
    """Text, and what stands between backticks as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escaped(text).replace("\\`", "`"))


def _effects(effects: Effects) -> str:
    lines = [
        *_gaps("Gaps closed", effects.closed),
        *_gaps("Gaps opened", effects.opened),
        *_rows("Coverage", coverage(effects)),
        *_rows("Curve", curve(effects)),
    ]
    return "\n" + "".join(f"{line}\n" for line in lines) if lines else ""


def _gaps(head: str, found: Sequence[Diagnostic]) -> Iterator[str]:
    if not found:
        return
    room = _OF_EFFECTS
    yield f"- {head}:"
    for number, each in enumerate(found):
        line = f"  - {escaped(clip(each.message))} ({each.rule})"
        room -= len(line)
        if room < 0:
            yield f"  - and {len(found) - number:,} more"
            return
        yield line


def _rows(head: str, rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    if rows:
        told = ", ".join(
            f"{name} {escaped(clip(before))} → {escaped(clip(after))}" for name, before, after in rows
        )
        yield f"- {head}: {told}"
