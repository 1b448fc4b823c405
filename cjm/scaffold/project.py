"""A new project: its settings, library and first journey, and what keeps its maps right in git."""

from collections.abc import Iterable

import msgspec

from cjm.languages import Language
from cjm.links import REPOSITORY
from cjm.model.entities import Department
from cjm.model.frameworks import Framework
from cjm.offered import DEFAULT_FORMATS, DEFAULT_OUTPUT, DEFAULT_VIEWS
from cjm.scaffold import git
from cjm.scaffold.journey import Draft, journey, usual_departments
from cjm.scaffold.yaml import commented, schema_line
from cjm.syntax.writing import scalar

SETTINGS = "cjm.yaml"
LIBRARY = "library.cjm.yaml"
JOURNEYS = "journeys"
WORKFLOW = ".github/workflows/maps.yml"
HOOKS = ".pre-commit-config.yaml"
ATTRIBUTES = ".gitattributes"


class Plan(msgspec.Struct, frozen=True):
    """What a new project is to be; `language` is a tag, `version` that of cjm."""

    title: str
    framework: Framework
    words: Language
    language: str
    personas: tuple[str, ...]
    version: str


def project(plan: Plan) -> dict[str, str]:
    """The texts of the project's own files, by their paths, without journeys and a library."""
    return {
        SETTINGS: _settings(plan.language, plan.version),
        WORKFLOW: _workflow(plan.version),
        HOOKS: _hooks(plan.version),
        ATTRIBUTES: _ATTRIBUTES,
    }


def first_maps(plan: Plan, name: str) -> dict[str, str]:
    """The texts of a library and a first journey, by their paths; `name` is the journey's id."""
    usual = tuple(Department(name=each) for each in usual_departments(plan.framework, plan.words))
    travelling = tuple(dict.fromkeys(plan.personas))
    draft = Draft(plan.title, plan.framework, plan.words, personas=travelling, departments=usual)
    return {LIBRARY: _library(plan), f"{JOURNEYS}/{name}.cjm.yaml": journey(draft)}


def _settings(language: str, version: str) -> str:
    settled = [schema_line("settings"), f"required_version: {scalar('.'.join(version.split('.')[:2]))}\n"]
    settled.append(f"language: {language}\n")
    hints = (
        f"sources: [{JOURNEYS}/, {LIBRARY}]\n"
        f"output: {DEFAULT_OUTPUT}\n"
        f"formats: {_list(DEFAULT_FORMATS)}\n"
        f"views: {_list(DEFAULT_VIEWS)}\n"
        "theme: default\n"
        "lint:\n"
        "  preset: recommended\n"
        "  fail_on: warning\n"
    )
    return "".join([*settled, commented(hints)])


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(words)}]"


def _library(plan: Plan) -> str:
    words = plan.words.scaffold
    role, wants = f"role: {scalar(words['role'])}", f"goals: {scalar(words['wants'])}"
    parts = [schema_line("journey"), commented(words["hints"]), f"library: {scalar(words['library'])}\n"]
    if plan.language != "en":
        parts.append(f"language: {plan.language}\n")
    if plan.personas:
        parts.append("personas:\n")
        for name in dict.fromkeys(plan.personas):
            parts += [f"  - name: {scalar(name)}\n", commented(f"{role}\n{wants}", "    ")]
    else:
        parts.append(
            commented(f"personas:\n  - name: {scalar(words['personas'])}\n    {role}\n    {wants}\n")
        )
    parts.append("departments:\n")
    parts += [f"  - {scalar(name)}\n" for name in usual_departments(plan.framework, plan.words)]
    parts.append(commented(f"evidence:\n  - title: {scalar(words['evidence'])}\n    kind: interview\n"))
    return "".join(parts)


def _workflow(version: str) -> str:
    # The tag of a major version moves with its releases; pre-commit wants one that stays.
    major = version.partition(".")[0]
    return f"""\
name: Maps
on: [push, pull_request]
permissions:
  contents: read
  pull-requests: write  # for the comment that says what a pull request changes
jobs:
  maps:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      # Errors and gaps at their lines; the maps, to download and on the page of the run.
      # Maps that are committed must be up to date.
      - uses: {REPOSITORY.removeprefix("https://github.com/")}@v{major}
"""


def _hooks(version: str) -> str:
    return f"""\
repos:
  - repo: {REPOSITORY}
    rev: v{version}
    hooks:
      - id: cjm-fmt
      - id: cjm-lint
      # Where maps are committed:
      # - id: cjm-build-check
"""


_ATTRIBUTES = "".join(
    f"{line}\n"
    for line in (
        "*.cjm.yaml text eol=lf",
        "cjm.yaml text eol=lf",
        *git.ATTRIBUTES,
        f"{DEFAULT_OUTPUT}/** linguist-generated",
    )
)
