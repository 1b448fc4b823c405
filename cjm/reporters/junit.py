"""JUnit's XML, which every CI server shows: a suite a file, a failed case a finding.

Source: the XSD of Jenkins' xUnit plugin, and `file` and `line`, by which GitLab and
CircleCI lead to the place. A file without findings is a case that passed, so that a
report is never empty.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from cjm.diagnostics import Diagnostic
from cjm.reporters.human import clip, headline
from cjm.reporters.places import place, well_formed
from cjm.source import Source

# What XML 1.0 can't carry, not even as a reference. A carriage return it can, but only as one.
_BARRED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def report(diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], **_look: object) -> str:
    """One document with a suite for each file that was read."""
    files: dict[str, list[Diagnostic]] = {path: [] for path in sorted(sources)}
    for each in diagnostics:
        files.setdefault(each.path, []).append(each)
    suites = "".join(_suite(path, found, sources) for path, found in files.items())
    counts = _counts(sum(max(1, len(found)) for found in files.values()), len(diagnostics))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cjm" {counts}>\n{suites}</testsuites>\n'
    )


def _suite(path: str, found: Sequence[Diagnostic], sources: Mapping[str, Source]) -> str:
    name = _attribute(path)
    seen: Counter[str] = Counter()
    cases = "".join(_case(each, sources, seen) for each in found) or (
        f'    <testcase name="nothing wrong" classname={name} file={name}/>\n'
    )
    counts = _counts(max(1, len(found)), len(found))
    return f"  <testsuite name={name} {counts}>\n{cases}  </testsuite>\n"


def _counts(tests: int, failures: int) -> str:
    return f'tests="{tests}" failures="{failures}" errors="0"'


def _case(diagnostic: Diagnostic, sources: Mapping[str, Source], seen: Counter[str]) -> str:
    """A case named after what is wrong, not where: servers compare names from run to run."""
    at = place(diagnostic, sources)
    name = f"{diagnostic.rule}: {clip(diagnostic.message)}"
    seen[name] += 1
    if seen[name] > 1:  # the second of one name would replace the first
        name += f" ({seen[name]})"
    path = _attribute(at.path)
    text = headline(diagnostic, at) + (f"\nhelp: {diagnostic.help}" if diagnostic.help else "")
    return (
        f'    <testcase name={_attribute(name)} classname={path} file={path} line="{at.start.line}">\n'
        f"      <failure type={_attribute(diagnostic.severity.value)}"
        f" message={_attribute(diagnostic.message)}>{escape(_carried(text))}</failure>\n"
        "    </testcase>\n"
    )


def _attribute(text: str) -> str:
    return quoteattr(_carried(text))


def _carried(text: str) -> str:
    """Without what XML can't carry."""
    return _BARRED.sub("\ufffd", well_formed(text))
