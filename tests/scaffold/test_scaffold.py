"""New files: they are right, they build, and what the linter finds in them is the author's to do."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_of import checked

from cjm import config, pipeline
from cjm.errors import UsageError
from cjm.formatter import formatted
from cjm.languages import language, languages
from cjm.model.frameworks import FRAMEWORKS
from cjm.scaffold.journey import Draft, journey
from cjm.scaffold.project import LIBRARY, SETTINGS, Plan, first_maps, project
from cjm.scaffold.yaml import refuse_unwritable
from cjm.shell.graphviz import run_dot
from cjm.source import Source
from cjm.syntax import parse, uncarried
from cjm.syntax.writing import scalar

# What nobody but the author can say.
TO_DO = {
    *("journey-without-persona", "journey-without-scenario", "journey-without-goal", "journey-without-scope"),
    *("journey-without-evidence", "journey-without-owner", "phase-without-owner", "empty-phase"),
    "short-journey",  # the first and the last phase have no touchpoints yet
}
EVERYWHERE = [(id, code) for id in FRAMEWORKS for code in languages()]
HINT = re.compile(r"^( *)# (?= *- | *\w+:(?: |$))", re.MULTILINE)


def draft(framework: str, code: str, **more: tuple[str, ...]) -> Draft:
    return Draft("A: journey #1", FRAMEWORKS[framework], language(code), "" if code == "en" else code, **more)


def taken_up(text: str) -> str:
    """The text after its author took the sign from every hint."""
    return HINT.sub(r"\1", text)


@pytest.mark.parametrize(("framework", "code"), EVERYWHERE)
def test_a_new_journey_is_right_builds_and_lacks_what_only_its_author_knows(
    framework: str, code: str
) -> None:
    found = checked(journey(draft(framework, code)))
    assert [each.message for each in found.diagnostics] == []
    options = pipeline.Options(formats=("svg", "html"), views=("map",))
    built = pipeline.build(found, "a.cjm.yaml", options, lambda _dot: b"")
    assert {each.format for each in built.artefacts} == {"svg", "html"}
    assert {each.rule for each in built.findings} - TO_DO == set()
    assert {str(each.severity) for each in built.findings} == {"info"}  # it is a draft
    [made] = found.project.journeys
    words = language(code).frameworks[framework].stages
    assert [phase.name for phase in made.phases] == [stage.name for stage in words.values()]


@pytest.mark.parametrize(("framework", "code"), EVERYWHERE)
def test_its_hints_are_right_once_they_are_taken_up(framework: str, code: str) -> None:
    text = taken_up(journey(draft(framework, code)))
    found = checked(text)
    assert [each.message for each in found.diagnostics] == []
    [made] = found.project.journeys
    assert all((made.goal, made.scope and made.scope.ends, made.touchpoints[0].emotion))
    usual = language(code).frameworks[framework].stages
    assert [phase.questions for phase in made.phases] == [(stage.question,) for stage in usual.values()]
    assert all(phase.owner and phase.owner.responsible for phase in made.phases)


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("personas", [(), ("Sanne", 'Jo "J": #2')])
def test_a_new_project_is_right_with_its_hints_and_without(code: str, personas: tuple[str, ...]) -> None:
    plan = Plan("One", FRAMEWORKS["five-phase"], language(code), code, personas, "0.1.0")
    maps = first_maps(plan, "one")
    settings = project(plan)[SETTINGS]
    for change in (str, taken_up):
        text, library = change(maps["journeys/one.cjm.yaml"]), change(maps[LIBRARY])
        found = checked(text, settings=change(settings), library=library)
        assert [each.message for each in found.diagnostics] == []
        [made] = found.project.journeys
        assert made.language == code
        assert found.project.settings.wrote("theme") == (change is taken_up)
    first = checked(maps["journeys/one.cjm.yaml"], settings=settings, library=maps[LIBRARY])
    assert [each.name for each in first.project.journeys[0].personas] == list(personas)
    findings = pipeline.lint_all(first, ["a.cjm.yaml"])
    assert {each.rule for each in findings} - TO_DO == set()
    assert ("journey-without-persona" in {each.rule for each in findings}) == (not personas)


LIBRARY_WITH_A_MODEL = """
library: L
departments: [Helpdesk, {id: cash, name: "Kas: en zo"}]
frameworks:
  - id: "2026"
    stages:
      - name: "Eerst: dit #1"
        question: "Wat?\\n# en hoe"
        meaning: "Dit\\n  - x"
        departments: [cash, Onbekend]
      - id: daarna
"""


def test_a_framework_of_ones_own_with_declared_departments() -> None:
    libraries = checked("journey: X\nphases: [{name: P}]\n", l=LIBRARY_WITH_A_MODEL).project
    [library] = libraries.libraries
    made = journey(
        Draft("X", libraries.frameworks["2026"], language("nl"), "nl", departments=library.departments)
    )
    for text in (made, taken_up(made)):
        found = checked(text, l=LIBRARY_WITH_A_MODEL)
        assert [each.message for each in found.diagnostics] == []
        first, second = found.project.journeys[0].phases
        assert (first.name, first.stage, second.name) == ("Eerst: dit #1", "eerst-dit-1", "daarna")
    assert (first.owner and first.owner.responsible) == "cash"
    assert first.questions == ("Wat? # en hoe",)
    assert "    # owner: Helpdesk  # of Kas: en zo\n" in made  # nobody is usual there: whoever is declared


def test_a_declared_department_stands_for_the_usual_one() -> None:
    library = "library: L\ndepartments: [Brand, Helpdesk]\n"
    [found] = checked("journey: X\nphases: [{name: P}]\n", l=library).project.libraries
    made = journey(Draft("X", FRAMEWORKS["see-think-do-care"], language("en"), departments=found.departments))
    assert re.findall("# owner: (.*)", made)[1:] == ["Brand", "Brand", "Brand", "Helpdesk  # or Brand"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_text_reads_back_as_it_was(text: str) -> None:
    if not text.strip() or any(uncarried(text)):
        return
    found = checked(f"journey: {scalar(text)}\npersonas:\n  - {scalar(text)}\nphases:\n  - name: P\n")
    assert [each.message for each in found.diagnostics if each.rule != "bad-id"] == []
    assert found.project.journeys[0].title == text.strip()


@pytest.mark.parametrize(
    "text", ["no", "NULL", "~", "1.10", "0x1F", "2026-01-01", "- a", "a: b", "a #b", "&a", "*a"]
)
def test_what_yaml_would_take_for_something_else_is_quoted(text: str) -> None:
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize("text", ["Een jas kopen", "Ik … pas", "Zoë's map", "What, and who?", "B2B (2026)"])
def test_prose_stays_as_it_is(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["", " \n", "a\x07b", "a\ud800", "\ufffe"])
def test_what_no_file_can_hold_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        refuse_unwritable("name", text)


def test_the_first_line_leads_an_editor_to_the_schema() -> None:
    from pathlib import Path

    plan = Plan("One", FRAMEWORKS["aida"], language("en"), "en", (), "0.1.0")
    texts = project(plan) | first_maps(plan, "one")
    said = {
        name: re.match(r"# yaml-language-server: \$schema=https://\S+/(\S+)\n", text)
        for name, text in texts.items()
        if "cjm." in name
    }
    assert len(said) == 3
    docs = Path(__file__).parents[2] / "docs"
    assert all(found and (docs / found[1]).is_file() for found in said.values())


def test_the_whole_of_a_new_journey_has_a_flow_too() -> None:
    found = checked(journey(draft("flywheel", "de")))
    built = pipeline.build(found, "a.cjm.yaml", pipeline.Options(), run_dot)
    assert [(each.view, each.format) for each in built.artefacts][-1] == ("map", "html")


def test_the_settings_of_a_new_project_ask_for_this_cjm() -> None:
    plan = Plan("One", FRAMEWORKS["aida"], language("en"), "en", (), "2.5.1")
    source = Source("cjm.yaml", project(plan)[SETTINGS])
    assert config.bind(source, parse(source), "2.5.0")[1] == []
    assert [each.rule for each in config.bind(source, parse(source), "2.4.9")[1]] == ["unsupported-version"]


@pytest.mark.parametrize(("id", "code"), EVERYWHERE)
def test_what_is_begun_is_in_the_layout_of_fmt(id: str, code: str) -> None:
    plan = Plan("Een jas: ruilen", FRAMEWORKS[id], language(code), code, ("Noor", "Tom"), "0.1.0")
    for path, text in {**project(plan), **first_maps(plan, "x")}.items():
        if path.endswith("cjm.yaml"):
            assert formatted(Source(path, text)).text == text
