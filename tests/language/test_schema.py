"""The schema that editors check with: sound, explained, and of one mind with the checker."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from model_of import checked

from cjm import config
from cjm.config import theming
from cjm.model.schema import schema
from cjm.source import Source
from cjm.syntax import Mapping, Node, Scalar, parse

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
EXAMPLES = sorted((ROOT / "examples").rglob("*.cjm.yaml"))
GOOD = sorted((CORPUS / "good").iterdir())
GOOD_SETTINGS = sorted((CORPUS / "settings/good").iterdir())
BAD_SETTINGS = sorted((CORPUS / "settings/bad").iterdir())
BAD = sorted((CORPUS / "bad").iterdir())
SCHEMAS = {"journey": schema(), "settings": config.schema()}
VALIDATOR = Draft7Validator(SCHEMAS["journey"])

# Bad files that a schema takes for good ones, and why it can't know better.
UNSEEN = {
    "unseen-empty-file": "an editor shows nothing on an empty file",
    "unseen-syntax": "it sees values, and a broken text has none",
    "unseen-tag": "it sees values, not tags",
    "unseen-merge-key": "the reader leaves the key out, an editor merges it before it looks",
    "unseen-duplicate-key": "it sees one value a key",
    "unseen-duplicate-id": "it compares no two values",
    "unseen-duplicate-person": "it compares no two values",
    "unseen-reference": "what may be referred to is another list of the file or of a library",
    "unseen-way": "what may be referred to is in the file",
    "unseen-framework": "a library may hold it",
    "unseen-benchmark": "it is another file",
    "unseen-detail": "it is another file",
    "unseen-way-into-a-journey": "it is another file",
    "unseen-link": "it is another file",
    "unseen-was": "it compares no two values",
    "unseen-score-outside-the-scale": "the scale is another value of the file",
    "unseen-scale-upside-down": "it compares no two values",
    "unseen-range-of-a-metric": "a metric's range may be declared in the file or in a library",
    "unseen-form-of-a-metric": "a metric's form may be declared in the file or in a library",
    "unseen-range-upside-down": "it compares no two values",
    "unseen-shares": "it adds nothing up",
    "unseen-feeling": "case, accents and hyphens of a word don't count; an enumeration would refuse them",
    "unseen-unit": "case and plurals of a unit don't count",
    "unseen-day": "it knows no calendar",
    "unseen-later-version": "a later schema will know that version",
    "unseen-missing-space": "a text may look like a key",
    "unseen-too-large": "no bound beside the one that is meant belongs into what an editor shows",
    "unseen-too-many": "no bound beside the one that is meant belongs into what an editor shows",
    "unseen-image": "it is another file",
}
UNSEEN_SETTINGS = {
    "unseen-unquoted-colour": "it sees values, and a comment is none",
    "unseen-vocabulary-without-a-placeholder": "it knows the labels, and not what stands in them",
}
# Good texts that a schema refuses: an editor may ask for the plain spelling.
STRICTER = {
    "severity: '3'": "a number in quotes is one to the reader",
    "id: true": "a word that YAML takes for a value is one to the reader",
}

_CORE = (
    (re.compile(r"(?:~|null|Null|NULL)?\Z"), lambda _text: None),
    (re.compile(r"(?:true|True|TRUE)\Z"), lambda _text: True),
    (re.compile(r"(?:false|False|FALSE)\Z"), lambda _text: False),
    (re.compile(r"[-+]?[0-9]+\Z"), int),
    (re.compile(r"0o[0-7]+\Z|0x[0-9a-fA-F]+\Z"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), float),
    (re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"\.(?:nan|NaN|NAN)\Z"), lambda _text: float("nan")),
)


def value(node: Node) -> Any:
    """What YAML 1.2's core schema (§10.3) makes of a node: what an editor checks."""
    match node:
        case Scalar(plain=True):
            kind = next((kind for shape, kind in _CORE if shape.match(node.value)), str)
            return kind(node.value)
        case Scalar():
            return node.value
        case Mapping():
            return {entry.key.value: value(entry.value) for entry in node.entries}
        case _:
            return [value(item) for item in node.items]


def valid(text: str) -> bool:
    """Whether the schema takes a text for good; a broken one has no value to look at."""
    parsed = parse(Source("x.cjm.yaml", text))
    return not parsed.complete or parsed.root is None or VALIDATOR.is_valid(value(parsed.root))


def parts(found: object) -> Iterator[dict[str, Any]]:
    """Every object in a schema."""
    if isinstance(found, dict):
        yield found
        for inner in found.values():
            yield from parts(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from parts(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_sound_schema_of_draft_07(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_and_every_definition_is_described(name: str) -> None:
    definitions = SCHEMAS[name]["definitions"]
    silent = [which for which, found in definitions.items() if not found.get("description")]
    silent += [
        f"{which}.{key}"
        for which, found in definitions.items()
        for key, said in found.get("properties", {}).items()
        if not said.get("description", "").endswith((".", "…"))
    ]
    assert silent == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_nothing_stands_beside_a_reference(name: str) -> None:
    # Draft-07 ignores it there, and an editor would show no description.
    assert [found for found in parts(SCHEMAS[name]) if "$ref" in found and len(found) > 1] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_definition_is_used_and_every_reference_is_defined(name: str) -> None:
    used = {found["$ref"] for found in parts(SCHEMAS[name]) if "$ref" in found}
    assert used == {f"#/definitions/{which}" for which in SCHEMAS[name]["definitions"]}


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_pattern_hangs(name: str) -> None:
    patterns = {found["pattern"] for found in parts(SCHEMAS[name]) if isinstance(found.get("pattern"), str)}
    texts = [sign * 20_000 + end for sign in "a1. /:-" for end in ("", "!", "%", " ")] + [
        "../" * 9_000,
        "a-" * 9_000,
    ]
    assert len(patterns) > 3
    for pattern in patterns:
        assert all(re.search(pattern, text) is None or text for text in texts)


def test_an_editor_completes_words_and_says_what_they_mean() -> None:
    definitions = SCHEMAS["journey"]["definitions"]
    offered = {word for found in parts(definitions["opportunity"]) for word in found.get("enum", ())}
    assert {"soften-pain", "redesign", "planned"} <= offered
    assert "blij" in next(found["enum"] for found in parts(definitions["feeling"]) if "enum" in found)
    known = next(
        found["properties"]
        for found in parts(definitions["touchpoint"]["properties"]["metrics"])
        if "properties" in found
    )
    assert known["nps"]["description"]


@pytest.mark.parametrize("text", ["journey: X\nphases: [A]\n", "library: L\n"])
def test_it_reports_against_what_is_meant(text: str) -> None:
    assert valid(text)
    root = parse(Source("x", text + "colour: red\n")).root
    assert root is not None
    [error] = VALIDATOR.iter_errors(value(root))
    assert "'colour' was unexpected" in error.message


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_valid(path: Path) -> None:
    assert valid(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").rglob("cjm.yaml")), ids=lambda path: path.parent.name
)
def test_the_examples_settings_are_valid(path: Path) -> None:
    root = parse(Source("cjm.yaml", path.read_text(encoding="utf-8"))).root
    assert root is not None
    Draft7Validator(SCHEMAS["settings"]).validate(value(root))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_what_is_good_is_so_to_both(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [f"{found.rule}: {found.message}" for found in checked(text).diagnostics] == []
    root = parse(Source("x", text)).root
    assert root is not None
    VALIDATOR.validate(value(root))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name.removesuffix(".cjm.yaml"))
def test_what_is_bad_is_so_to_both(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(checked(text).diagnostics) == 1
    assert valid(text) == (path.name.removesuffix(".cjm.yaml") in UNSEEN)


def settings_problems(text: str) -> list[str]:
    """What the reader has against settings."""
    source = Source("cjm.yaml", text)
    parsed = parse(source)
    found = [*parsed.diagnostics, *config.bind(source, parsed, "1.0")[1]]
    return [f"{each.rule}: {each.message}" for each in found]


def settings_valid(text: str) -> bool:
    """Whether the schema takes settings for good."""
    root = parse(Source("cjm.yaml", text)).root
    assert root is not None
    return Draft7Validator(SCHEMAS["settings"]).is_valid(value(root))


@pytest.mark.parametrize("path", GOOD_SETTINGS, ids=lambda path: path.stem)
def test_good_settings_are_so_to_both(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert settings_problems(text) == []
    assert settings_valid(text)


@pytest.mark.parametrize("path", BAD_SETTINGS, ids=lambda path: path.stem)
def test_bad_settings_are_so_to_both(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(settings_problems(text)) == 1
    assert settings_valid(text) == (path.stem in UNSEEN_SETTINGS)


def test_every_key_of_a_theme_has_a_bad_file_or_more() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (*GOOD_SETTINGS, *BAD_SETTINGS)]
    for key in theming.THEME.spellings:
        assert sum(f"{key}:" in text for text in texts) > 1, key


def test_the_list_of_what_it_can_not_see_is_up_to_date() -> None:
    assert [name for name in UNSEEN if not (CORPUS / "bad" / f"{name}.cjm.yaml").is_file()] == []


def test_where_it_is_stricter() -> None:
    for line in STRICTER:
        text = f"journey: X\nphases: {{name: P, touchpoints: {{name: A, pain: {{text: x, {line}}}}}}}\n"
        assert checked(text).diagnostics == []
        assert not valid(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("{}", True),
        ("output: maps\nlanguage: nl\nformats: svg\nlint: {rules: {hypothesis: off}}\n", True),
        ("output: ../x\n", False),
        ("output: a/../../x\n", False),
        ("output: a/..b\n", True),
        ("formats: [gif]\n", False),
        ("required_version: new\n", False),
        ("required_version: 0.1\n", True),
        ("lint: {rules: {x: loud}}\n", False),
        ("colour: red\n", False),
    ],
)
def test_the_schema_of_settings_agrees_with_their_reader(text: str, good: bool) -> None:
    root = parse(Source("cjm.yaml", text)).root
    assert root is not None
    assert Draft7Validator(SCHEMAS["settings"]).is_valid(value(root)) == good
    found = checked("journey: X\nphases: [A]\n", settings=text).diagnostics
    assert (not found) == good
