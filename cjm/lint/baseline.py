"""Findings that a project has settled with: known gaps, told by what they are about.

A finding is known by its rule, its journey's id and the ids of the thing, never by its
line, so that an edit above it changes nothing. In: the text of a baseline, findings.
Out: those that are new, the entries that no finding needs any more, a new text.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from cjm.diagnostics import Diagnostic

VERSION = 1
NAME = ".cjm-baseline.json"

Entry = tuple[str, ...]


class Settled(NamedTuple):
    """What remains of findings over a baseline, and what of the baseline is left over."""

    new: list[Diagnostic]
    stale: list[Entry]


class _Document(msgspec.Struct):
    version: int
    findings: list[list[str]]


def entry(finding: Diagnostic) -> Entry:
    """`("phase-without-owner", "buying-a-jacket", "decision")`."""
    return (finding.rule, *finding.subject)


def read(text: str) -> list[Entry]:
    """The entries; raises `ValueError` with what is wrong where it is no baseline."""
    try:
        found = msgspec.json.decode(text, type=_Document)
    except msgspec.DecodeError as error:
        raise ValueError(f"it is no baseline: {str(error)[:120]}") from None
    if found.version != VERSION:
        raise ValueError(f"it is of version {found.version}, and this program writes {VERSION}")
    if not all(found.findings):
        raise ValueError("it has an entry without a rule")
    return [tuple(each) for each in found.findings]


def written(entries: Iterable[Entry]) -> str:
    """A baseline of these, an entry a line, in an order that makes small diffs."""
    lines = [msgspec.json.encode(each).decode() for each in sorted(entries)]
    rows = ",\n    ".join(lines)
    listed = f"[\n    {rows}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {listed}\n}}\n'


def settle(findings: Sequence[Diagnostic], entries: Iterable[Entry]) -> Settled:
    """Each entry settles one finding; of several alike the last are new."""
    left = Counter(entries)
    new = []
    for finding in findings:
        known = entry(finding)
        if finding.subject and left[known] > 0:
            left[known] -= 1
        else:
            new.append(finding)
    return Settled(new, sorted(left.elements()))
