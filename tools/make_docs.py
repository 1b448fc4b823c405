# ruff: noqa: E501 (a row of a table stands in one line)
"""Write the pages under docs/ that follow from the code; `--check` only tells which are out of date.

python tools/make_docs.py [--check]
"""

import json
import re
import sys
import textwrap
from pathlib import Path

import click

from cjm import config, languages
from cjm.cli.main import COMMANDS, cli
from cjm.grammar.record import Key, ListOf, MapOf, Record
from cjm.grammar.several import Later
from cjm.languages.en import LABELS
from cjm.lint import Rule
from cjm.lint.pages import index, page
from cjm.model.channels import COMMON_CHANNELS
from cjm.model.evidence import EVIDENCE_KINDS
from cjm.model.frameworks import FRAMEWORKS
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.model.metrics import KNOWN_METRICS
from cjm.model.moves import MOVES
from cjm.model.schema import schema
from cjm.rules import ALL_RULES
from tools.docs_craft import frameworks, moves
from tools.docs_gallery import gallery
from tools.docs_nav import decisions, navigation

DOCS = Path(__file__).parent.parent / "docs"
NOTE = "<!-- Written by tools/make_docs.py; change the code that it describes. -->\n\n"


def main() -> int:
    """0, or 1 where `--check` finds a page that isn't what the code says."""
    check = "--check" in sys.argv[1:]
    stale = {path: text for path, text in pages().items() if not _same(path, text)}
    for path, text in stale.items():
        if check:
            print(f"out of date: docs/{path}; run python tools/make_docs.py")
        else:
            (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / path).write_text(text, encoding="utf-8")
            print(f"written: docs/{path}")
    return int(check and bool(stale))


def pages() -> dict[str, str]:
    """Every generated page, by its path below docs/."""
    found = {
        "reference/language.md": language(),
        "reference/settings.md": settings(),
        "reference/vocabulary.md": vocabulary(),
        "reference/cli.md": commands(),
        "rules/README.md": rules(),
        "adr/README.md": f"{NOTE}{decisions()}",
        "craft/frameworks.md": f"{NOTE}{frameworks()}",
        "craft/moves.md": f"{NOTE}{moves(ALL_RULES)}",
        "journey.schema.json": f"{json.dumps(schema(), indent=2, ensure_ascii=False)}\n",
        "settings.schema.json": f"{json.dumps(config.schema(), indent=2, ensure_ascii=False)}\n",
    }
    found |= {f"rules/{rule.name}.md": rule_page(rule) for rule in ALL_RULES}
    drawn = gallery()
    found["../mkdocs.yml"] = navigation(ALL_RULES, drawn)
    return found | {path: f"{NOTE}{text}" if path.endswith(".md") else text for path, text in drawn.items()}


def _same(path: str, text: str) -> bool:
    place = DOCS / path
    return place.exists() and place.read_text(encoding="utf-8") == text


def language() -> str:
    """Every key of a journey and a library, and what is known without being declared."""
    parts = [NOTE, "# The journey language\n\n", _INTRODUCTION]
    seen: set[str] = set()
    for record in (JOURNEY, LIBRARY):
        parts += _tables(record, seen)
    parts += [
        "## Known without being declared\n\n",
        _metrics(),
        _evidence(),
        _channels(),
        _frameworks(),
        _moves(),
    ]
    return "".join(parts)


_INTRODUCTION = """A journey is a YAML file, `NAME.cjm.yaml`. Every field has a short form and a full one:

- one item where a list is expected is a list of one;
- a text where a mapping is expected is that mapping's main key (named below each table);
- an empty value is an absent one;
- a key with a singular and a plural takes either, not both.

What is declared in a list (`departments:`, `channels:` …) closes that list: a reference outside it is an error with a
suggestion. A list that nobody declares is open, and is inferred from use.

"""


def _tables(record: Record, seen: set[str]) -> list[str]:
    """A table for a record, then for every record that its keys lead to."""
    if record.name in seen:
        return []
    seen.add(record.name)
    title = record.name.replace("_", " ")
    lines = [
        f"## {title[0].upper()}{title[1:]}\n\n{record.meaning}",
        "\n\n| key | value | meaning |\n|---|---|---|\n",
    ]
    lines += [
        f"| {_spelling(key)} | {_escape(key.type.describe())} | {key.meaning} |\n" for key in record.keys
    ]
    if record.shorthand:
        lines.append(f"\nA bare text is its `{record.shorthand}`.\n")
    if record.flag:
        lines.append("\n`true` is one without anything further said.\n")
    lines.append("\n")
    for key in record.keys:
        for inner in _records(key.type):
            lines += _tables(inner, seen)
    return lines


def _spelling(key: Key) -> str:
    name = f"`{key.name}`" + (f", `{key.singular}`" if key.singular else "")
    return f"**{name}**" if key.required else name


def _records(type_: object) -> list[Record]:
    match type_:
        case Record():
            return [type_]
        case ListOf():
            return _records(type_.item)
        case MapOf():
            return _records(type_.value)
        case Later():
            return _records(type_.record)
        case _:
            return []


def _escape(text: str) -> str:
    return text.replace("|", "\\|")


def _metrics() -> str:
    rows = "".join(
        f"| `{metric.id}` | {metric.form} | {_bound(metric.minimum)} … {_bound(metric.maximum)} | {metric.better or '–'} |\n"
        for metric in KNOWN_METRICS.values()
    )
    return f"### Metrics\n\n| metric | form | range | better |\n|---|---|---|---|\n{rows}\n"


def _bound(value: float | None) -> str:
    return "" if value is None else f"{value:g}".replace("-", "−")


def _evidence() -> str:
    names = ", ".join(f"`{kind}`" for kind in EVIDENCE_KINDS)
    return f"### Kinds of evidence\n\nWeakest first: {names}.\n\n"


def _channels() -> str:
    spoken = [languages.language(code) for code in languages.languages()]
    rows = "".join(
        f"| `{channel.id}` | {' | '.join(words.called('channels', channel.id) for words in spoken)} | {channel.kind} | {channel.medium} |\n"
        for channel in COMMON_CHANNELS
    )
    names = " | ".join(words.name for words in spoken)
    return f"### Channels\n\n| id | {names} | kind | medium |\n|---|{'---|' * len(spoken)}---|---|\n{rows}\n"


def _frameworks() -> str:
    parts = ["### Frameworks\n\n"]
    for framework in FRAMEWORKS.values():
        stages = ", ".join(f"`{stage.id}`" for stage in framework.stages)
        parts.append(
            f"- `{framework.id}` ({languages.language('en').frameworks[framework.id].name}): {stages}. {framework.about.strip()}\n"
        )
    return "".join([*parts, "\n"])


def _moves() -> str:
    rows = "".join(f"- `{move.id}`: {' '.join(move.meaning.split())}\n" for move in MOVES)
    return f"### The ten moves\n\n{rows}"


def settings() -> str:
    """Every key of cjm.yaml."""
    return "".join([NOTE, "# Settings: cjm.yaml\n\n", *_tables(config.SETTINGS, set())]).rstrip("\n") + "\n"


def vocabulary() -> str:
    """Every label that `vocabulary:` in cjm.yaml may reword."""
    spoken = [languages.language(code) for code in languages.languages()]
    names = " | ".join(words.name for words in spoken)
    rows = "".join(
        f"| `{label}` | {' | '.join(words.labels[label] for words in spoken)} |\n" for label in LABELS
    )
    return f"{NOTE}{_VOCABULARY}| label | {names} |\n|---|{'---|' * len(spoken)}\n{rows}"


_VOCABULARY = """# Vocabulary: the labels on maps

What your organisation calls a touchpoint, a phase or a lane goes into `cjm.yaml`, and maps say it:

```yaml
# cjm.yaml
language: nl
vocabulary:
  touchpoint: stap
  touchpoints: stappen      # with both, "12 stappen" is counted too
  frontstage: Balie
```

A label that says just the same, such as that of the legend, follows. A word gets a capital where the label below has
one, and keeps its `{placeholder}`. `moment_of_truth` and `moments_of_truth` stand for `moment` and `moments`. The keys
of a journey stay what they are.

"""


def commands() -> str:
    """The help of every command, as a terminal of 80 columns shows it."""
    parts = [NOTE, "# Commands\n\n", _help(cli, "cjm")]
    context = click.Context(cli, info_name="cjm")
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        parts.append(f"\n## cjm {name}\n\n{_help(command, f'cjm {name}')}")
    return "".join(parts)


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, terminal_width=80, max_content_width=80)
    return f"```text\n{command.get_help(context)}\n```\n"


def rules() -> str:
    """The index of the rules, by category."""
    return f"{NOTE}{index(ALL_RULES).replace('# Rules', f'# Rules{_RULES}', 1)}"


_RULES = """

What `cjm lint` looks for, each rule with a page of its own: why it matters, a map that breaks it and one that doesn't.
[Finding the gaps](../linting.md#choose-the-rules) tells how to choose among them. A preset holds those of the smaller ones:
`minimal`, then `recommended` (the default), then `strict`."""


def rule_page(rule: Rule) -> str:
    """A rule's docstring as a page, its indented examples as blocks of YAML."""
    text = re.sub(r"(?:^    .*\n)+(?:\n(?:    .*\n)+)*", _fenced, page(rule), flags=re.MULTILINE)
    return f"{NOTE}{text}"


def _fenced(found: re.Match[str]) -> str:
    return f"```yaml\n{textwrap.dedent(found[0])}```\n"


if __name__ == "__main__":
    raise SystemExit(main())
