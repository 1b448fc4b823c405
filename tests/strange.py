"""Texts that no reader should trip over: any text, what looks like YAML, and examples with damage done to them."""
# ruff: noqa: E501 (a list of pieces reads best in a few lines)

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from ruamel.yaml import YAML

from cjm.grammar.record import Key, ListOf, MapOf, Record
from cjm.grammar.scalars import Choice
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.model.types import Point

ROOT = Path(__file__).parents[1]
EXAMPLES = {
    path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.cjm.yaml"))
}

# Everything that a text can hold, halves of surrogate pairs and what ends a line among it.
ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\t\n\r\x00\x85\u2028\ufeff:#-[]{}'\"&*!|>%@`?,"),
    ),
    max_size=200,
)
PIECES = st.sampled_from([
    "journey: X\n", "library: L\n", "phases:\n", "  - name: P\n", "    touchpoints:\n", "      - A\n", "      - name: B\n",
    "        ", "emotion: 2\n", "next: end\n", "next: [a, {to: b, share: 110%}]\n", "departments: [Sales]\n", "owner: Sales\n",
    "personas: [tom]\n", "emotions: {tom: 1}\n", "cjm: 2\n", "- ", "? ", ": ", ":", "- - ", "&a ", "*a", "&b [", "<<: ", "{", "}",
    "[", "]", ", ", "'", '"', "|\n", ">-\n  x\n", "|2+\n", "\t", "#c\n", " # d\n", "!!str ", "!x ", "!<y> ", "%YAML 1.1\n",
    "---\n", "...\n", "\r\n", "\r", "\n", "  ", "\u2028", "\x85", "\x00", "\ud800", "\ufeff", "\uf8d0", "\uf8d1", "😀", "é",
    "~", "null", "true", "1,5", "{a: 1,5}", "31%", "€ 3", "10 min", "2026-02-30", "javascript:x", "end",
])  # fmt: skip
YAMLISH = st.lists(PIECES, max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An example with some pieces taken out, doubled, exchanged or put elsewhere."""
    text = draw(st.sampled_from(list(EXAMPLES.values())))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 300)))
        other = draw(st.integers(0, len(text)))
        piece = text[start:end]
        text = draw(
            st.sampled_from(
                [
                    text[:start] + text[end:],
                    text[:end] + piece + text[end:],
                    text[:start] + piece[::-1] + text[end:],
                    text[:other] + piece + text[other:],
                    text[:start] + draw(PIECES) + text[end:],
                ]
            )
        )
    return text


@st.composite
def in_other_lines(draw: st.DrawFn) -> str:
    """An example with lines deleted, doubled or changed about, and comments kept."""
    lines = draw(st.sampled_from(list(EXAMPLES.values()))).splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 6))):
        one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "cut"])):
            case "delete":
                lines[one] = ""
            case "double":
                lines[one] *= 2
            case "swap":
                lines[one], lines[other] = lines[other], lines[one]
            case _:
                lines[one] = lines[one].partition(":")[0] + ":\n"
    return "".join(lines)


# What can stand where something else is expected: too large, too early, of another kind.
STRANGE: list[Any] = [
    None, True, False, 0, -1, 1, 2, 5, 6, -2, 1.5, 1e15, -1e15, 1e300, -1e300, 1e-300, "nan", ".inf", "9" * 400,
    "0001-01-01", "9999-12-31", "2026-02-30", "2024-02-29", "2026-13-01", "1 s", "0 min", "1000000 years", "1 month", "1000 months", "#", "a#", "#a", "x.cjm.yaml#a",
    "P9999Y", "-3 days", "0%", "100%", "101%", "1e9%", "€ 0", "$ 5", "€ -5", "£ 1e15", "", " ", "\u202e", "'", "end", "start", "x" * 3000,
    "w " * 500, "\u0301\u0301", "👩‍👩‍👧‍👦", "שלום", "nl", "zh-Hant", "draft", "archived", "future", "employee", "buyer", "five-phase", "flywheel",
    "delighted", "boos", "ik", "'k", "‘t", ".", "…", "!", "soften-pain", "extend", "purchase", "doing", "assumption", "negative",
    [], {}, [[]], [{}], {"": ""}, [None], {"id": "a"}, {"text": ""}, {"name": ""}, {"score": -2, "feeling": ""}, [0, 0], [1, 5], [5, 1],
    [-1e300, 1e300], {"to": "end", "share": "0%"}, {"value": 0, "target": 0, "benchmark": 0}, {"starts": ""}, {"customer": 5},
    {"nps": 100, "csat": "0%", "dropoff": "100%", "volume": 0, "duration": "0 s"}, {"conversion": {"value": "5%", "target": "€ 5"}},
]  # fmt: skip


def _trees() -> dict[str, Any]:
    """The examples as JSON would have them."""
    reader = YAML(typ="safe", pure=True)
    read = {name: reader.load(text) for name, text in EXAMPLES.items()}
    return {name: json.loads(json.dumps(tree, default=date.isoformat)) for name, tree in read.items()}


TREES = _trees()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every mapping and list of a tree with each of its keys."""
    inner = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in list(inner):
        yield tree, key
        yield from _places(value)


@st.composite
def bent(draw: st.DrawFn) -> str:
    """An example with values left out, exchanged, doubled, or of a kind that nobody meant; in flow style."""
    tree = json.loads(json.dumps(TREES[draw(st.sampled_from(sorted(TREES)))]))
    for _ in range(draw(st.integers(1, 8))):
        places = list(_places(tree))
        holder, key = draw(st.sampled_from(places))
        other, elsewhere = draw(st.sampled_from(places))
        match draw(st.sampled_from(["leave out", "exchange", "double", "bend", "bend", "bend", "send"])):
            case "leave out":
                del holder[key]
            case "exchange":
                held = json.dumps(other[elsewhere])
                other[elsewhere] = json.loads(json.dumps(holder[key]))
                holder[key] = json.loads(held)
            case "double":
                holder[key] = [holder[key], json.loads(json.dumps(holder[key]))]
            case "bend":
                holder[key] = json.loads(json.dumps(draw(st.sampled_from(STRANGE))))
            case _:
                points = [inner for inner, _ in places if isinstance(inner, dict) and "emotion" in inner]
                ids = [point["id"] for point in points if isinstance(point.get("id"), str)] or ["a"]
                ways = st.lists(st.sampled_from([*ids, "end"]), max_size=3)
                for point in points:
                    point["next"] = draw(ways)
        if not isinstance(tree, dict) or not tree:
            break
    return json.dumps(tree)


WORDS = st.sampled_from([
    "a", "b", "A", "Sales", "sales", "tom", "Tom", "end", "nps", "survey", "store", "x" * 300, "買い物", "", " ",
    1, -2, 0.5, 3, 1e300, True, False, None, "31%", "10 min", "€ 3", "2026-05-12", "happy", "boos", "https://a.b",
])  # fmt: skip
JUNK = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=4,
)


def likely(kind: Any) -> st.SearchStrategy[Any]:
    """Values that mostly suit a type of the language."""
    match kind:
        case Record():
            return st.one_of(WORDS, table(kind.keys), table(kind.keys), table(kind.keys))
        case ListOf():
            return st.one_of(likely(kind.item), st.lists(likely(kind.item), max_size=3))
        case MapOf():
            names = st.sampled_from(["tom", "Tom", "nps", "csat", "duration", "visits"])
            return st.dictionaries(names, likely(kind.value), max_size=3)
        case Choice():
            return st.one_of(st.sampled_from(kind.words), WORDS)
        case Point():
            return st.one_of(st.sampled_from([2, -2, 0, 1.5, "happy", "boos"]), likely(kind.record))
        case _:
            return st.one_of(WORDS, WORDS, WORDS, JUNK)


def table(keys: tuple[Key, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings with a few of these keys, and mostly with those that are needed."""
    needed = {key.name: likely(key.type) for key in keys if key.required}
    return st.lists(st.sampled_from(keys), max_size=6).flatmap(
        lambda some: st.fixed_dictionaries({**needed, **{key.name: likely(key.type) for key in some}})
    )


# Flow style is JSON, and what JSON can write YAML can read.
JOURNEYS = table(JOURNEY.keys).map(json.dumps)
LIBRARIES = table(LIBRARY.keys).map(json.dumps)
