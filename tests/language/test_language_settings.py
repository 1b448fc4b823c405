"""`cjm.yaml`: read by the same reader, with the same errors."""

import pytest
from model_of import checked, errors, settings, with_top

from cjm.config import Settings


def said(text: str) -> list[str]:
    """What is wrong with settings beside a good journey."""
    return errors(with_top(""), settings=text)


@pytest.mark.parametrize("text", ["", "# nothing\n", "~\n", "---\n", "output:\nlint: ~\n"])
def test_no_settings_are_the_defaults(text: str) -> None:
    assert settings(text) == Settings()
    found = Settings()
    assert (found.output, found.formats, found.views, found.language) == (
        "build",
        ("svg", "html"),
        ("map", "flow"),
        "",
    )


def test_every_setting() -> None:
    found = settings(
        """
        required_version: 0.1
        sources: [journeys/, /library.cjm.yaml]
        exclude: [old/, "*.draft.cjm.yaml"]
        output: maps
        formats: svg
        views: [flow]
        engine: dot
        language: nl
        vocabulary: {touchpoint: stap, moment_of_truth: kantelpunt}
        crm: [Lead, Customer]
        lint:
          preset: strict
          select: below-target
          ignore: [phase-without-owner]
          rules:
            hypothesis: off
            pain-without-opportunity: {severity: error}
        """
    )
    assert (found.exclude, found.output, found.engine) == (("old/", "*.draft.cjm.yaml"), "maps", "dot")
    assert found.sources == ("journeys/", "/library.cjm.yaml")
    assert (found.vocabulary, found.crm) == (
        {"touchpoint": "stap", "moment": "kantelpunt"},
        ("Lead", "Customer"),
    )
    assert (found.formats, found.views, found.language) == (("svg",), ("flow",), "nl")
    assert (found.lint.preset, found.lint.select, found.lint.ignore) == (
        "strict",
        ("below-target",),
        ("phase-without-owner",),
    )
    assert {name: rule.severity for name, rule in found.lint.rules.items()} == {
        "hypothesis": "off",
        "pain-without-opportunity": "error",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("outptu: x", "unknown-key: unknown key 'outptu' in settings"),
        ("cjm: 2", "unsupported-version: written in language version 2; this program knows version 1"),
        ("- a", "wrong-type: expected settings, found a list"),
        ("words", "wrong-type: expected settings, found 'words'"),
        ("formats: gif", "unknown-value: 'gif' is not a format"),
        ("engine: /bin/sh", "unknown-value: '/bin/sh' is not an engine"),
        ("language: dutch", "unknown-value: 'dutch' is not a language tag"),
        ("output: ../x", "unsafe-path: '../x' is not a folder in the project"),
        ("required_version: new", "unknown-value: 'new' is not a version"),
        ("sources: ../x", "unsafe-path: '../x' is not a folder or a pattern in the project"),
        ("sources: ./x", "unsafe-path: './x' is not a folder or a pattern in the project"),
        ("sources: a\\b", "unsafe-path: 'a\\\\b' is not a folder or a pattern in the project"),
        ("crm: {a: b}", "wrong-type: expected text, found a mapping"),
        ("vocabulary: stap", "wrong-type: expected a mapping from a label's name to its words, found 'stap'"),
        ("vocabulary: {fase: x}", "unknown-key: no label is called 'fase'"),
        ("vocabulary: {phase: [x]}", "wrong-type: expected the words of a label, found a list"),
        ("vocabulary: {phase: 'a {n}'}", "unknown-value: 'a {n}' doesn't fit the label 'phase'"),
        ("vocabulary: {phase: 'a {'}", "unknown-value: 'a {' doesn't fit the label 'phase'"),
        ("vocabulary: {on_device: op}", "unknown-value: 'op' doesn't fit the label 'on_device'"),
        (
            "vocabulary: {on_device: '{device!r}'}",
            "unknown-value: '{device!r}' doesn't fit the label 'on_device'",
        ),
        (
            "vocabulary: {moment: a, moment_of_truth: b}",
            "duplicate-key: 'moment_of_truth' is the label 'moment', which is given",
        ),
        ("lint: strict", "wrong-type: expected settings of the linter, found 'strict'"),
        ("lint: {preset: easy}", "unknown-value: 'easy' is not a preset"),
        ("lint: {select: No_Rule}", "unknown-value: 'No_Rule' is not a rule's name"),
        (
            "lint: {rules: [x]}",
            "wrong-type: expected a mapping from a rule's name to its settings, found a list",
        ),
        ("lint: {rules: {x: loud}}", "unknown-value: 'loud' is not a severity"),
        ("output: a\noutput: b", "duplicate-key: key 'output' stands here a second time"),
        ('output: "a', "syntax: this quote is never closed"),
    ],
)
def test_a_mistake_in_settings_is_told_at_its_place(text: str, message: str) -> None:
    assert said(text) == [message]
    [found] = checked(with_top(""), settings=text).diagnostics
    assert found.path == "cjm.yaml"


@pytest.mark.parametrize("version", ["0.1", "v0.1", "'>= 0.1'", "0", "0.1.0"])
def test_this_version_is_enough(version: str) -> None:
    assert said(f"required_version: {version}") == []


@pytest.mark.parametrize("version", ["99", "'>=99.1'", "0.99", "0.1.99"])
def test_a_later_version_is_asked_for(version: str) -> None:
    [message] = said(f"required_version: {version}")
    assert message.startswith(
        f"unsupported-version: this project needs cjm {version.strip(chr(39)).lstrip('>=')}"
    )


IN_CRM = "journey: X\nphases: [{name: P, crm: Laed, touchpoints: [A]}, {name: Q, crm: Lead}]\n"


def test_a_list_of_the_stages_of_a_crm_is_closed() -> None:
    [found] = checked(IN_CRM, settings="crm: [Lead, Customer]").diagnostics
    assert found.message == "'Laed' is not a stage of the CRM that the settings know"
    assert found.help == "did you mean 'Lead'?"


@pytest.mark.parametrize("text", ["", "crm:\n", "crm: [Lead, [x]]", "crm: [Laed, Lead]"])
def test_without_such_a_list_or_with_a_torn_one_it_is_open(text: str) -> None:
    found = checked(IN_CRM, settings=text).diagnostics
    assert [each for each in found if each.path != "cjm.yaml"] == []
