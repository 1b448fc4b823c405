"""One line a diagnostic, for grep, editors and people in a hurry."""

from collections import Counter
from collections.abc import Mapping, Sequence

from cjm.diagnostics import Diagnostic
from cjm.reporters.columns import inert
from cjm.reporters.human import headline
from cjm.reporters.places import place
from cjm.source import Source


def report(
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    *,
    color: bool = False,
    limit: int = 50,
    **_look: object,
) -> str:
    """`path:line:col: error: message [rule]`, at most `limit` a file."""
    lines = []
    count: Counter[str] = Counter()
    for diagnostic in diagnostics:
        count[diagnostic.path] += 1
        if count[diagnostic.path] <= limit:
            lines.append(headline(diagnostic, place(diagnostic, sources), color))
    for path, found in count.items():
        if found > limit:
            lines.append(f"and {found - limit:,} more in {inert(path)}")
    return "".join(f"{line}\n" for line in lines)
