"""Where generated pages hang in the site: the lines of mkdocs.yml that are written, the list of decisions.

In: the rules, the pages of the gallery, the files of docs/adr. Out: mkdocs.yml, Markdown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from cjm.lint import Rule
from cjm.lint.pages import in_order

ROOT = Path(__file__).parent.parent
DECISIONS = ROOT / "docs" / "adr"
# `# written: rules`, what was written there, `# end`, all equally far in.
_PART = re.compile(r"^( *)# written: (\w+)\n(?:.*\n)*?\1# end\n", re.MULTILINE)


def decisions() -> str:
    """The decisions in their order, each with what was decided."""
    rows = "".join(f"- [{title}]({path.name}). {decided}\n" for path, title, decided in _decided())
    return f"# Decisions\n\nHalf a page each, about what somebody will ask.\n\n{rows}"


def _decided() -> Iterator[tuple[Path, str, str]]:
    for path in sorted(DECISIONS.glob("0*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ")
        decided = text.partition("**Decided:** ")[2].partition("\n\n")[0]
        yield path, title, " ".join((decided[:1].upper() + decided[1:]).split())


def navigation(rules: Sequence[Rule], gallery: Iterable[str]) -> str:
    """mkdocs.yml with the pages of today in the places that are kept for them."""
    written = {
        "gallery": [f"- {path}" for path in gallery if path.endswith(".md") and "README" not in path],
        "rules": list(_by_category(rules)),
        "adr": [f"- adr/{path.name}" for path, *_ in _decided()],
    }
    return _PART.sub(lambda part: _filled(part, written), (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def _by_category(rules: Sequence[Rule]) -> Iterator[str]:
    for category, members in groupby(in_order(rules), lambda rule: rule.category):
        yield f"- {category.capitalize()}:"
        yield from (f"    - rules/{rule.name}.md" for rule in members)


def _filled(part: re.Match[str], written: Mapping[str, Sequence[str]]) -> str:
    margin, name = part[1], part[2]
    lines = (f"{margin}{line}\n" for line in written[name])
    return f"{margin}# written: {name}\n{''.join(lines)}{margin}# end\n"
