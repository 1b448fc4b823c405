"""A new journey: the phases of a framework, and in comments what to fill in."""

from collections.abc import Iterable, Sequence

import msgspec

from cjm.languages import Language, feeling
from cjm.model.entities import Department
from cjm.model.entities import Framework as OwnFramework
from cjm.model.frameworks import Framework, department
from cjm.scaffold.yaml import commented, remark, schema_line
from cjm.syntax.writing import scalar


class Draft(msgspec.Struct, frozen=True):
    """What a new journey is to be: `language` is empty where its project says it already.

    `personas` are ids or names of who travels; `known` are the names of those who are declared,
    and `departments` what is declared, if any are.
    """

    title: str
    framework: Framework | OwnFramework
    words: Language
    language: str = ""
    personas: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    departments: tuple[Department, ...] = ()


class _Phase(msgspec.Struct, frozen=True):
    name: str
    stage: str
    meaning: str
    question: str
    owners: tuple[str, ...]


def journey(draft: Draft) -> str:
    """The text of a journey file that builds; the linter's findings are what is left to do."""
    words = draft.words.scaffold
    parts = [schema_line("journey"), commented(words["hints"]), f"journey: {scalar(draft.title)}\n"]
    if draft.language:
        parts.append(f"language: {draft.language}\n")
    parts.append(f"status: draft  # {words['draft']}\n")
    if draft.framework.id == "buyers-journey":
        parts.append("kind: buyer\n")
    whole = draft.departments[0].name if draft.departments else words["owner"]
    parts.append(_hint("owner", whole))
    travellers = "".join(f"  - {scalar(name)}\n" for name in draft.personas)
    someone = draft.known[0] if draft.known else words["personas"]
    parts.append(f"personas:\n{travellers}" if travellers else _hint("personas", someone))
    parts += [_hint(key, words[key]) for key in ("scenario", "goal", "business_goal")]
    parts.append(commented(f"scope:\n  starts: {scalar(words['starts'])}\n  ends: {scalar(words['ends'])}\n"))
    parts.append(f"framework: {scalar(draft.framework.id)}\nphases:\n")
    for number, phase in enumerate(_phases(draft)):
        parts += _phase(phase, draft.words, first=number == 0)
    return "".join(parts)


def usual_departments(framework: Framework, words: Language) -> list[str]:
    """The names of the departments that usually own the stages of a framework, each once."""
    ids = dict.fromkeys(id for stage in framework.stages for id in stage.departments)
    return [words.called("departments", id) for id in ids]


def _phase(phase: _Phase, words: Language, first: bool) -> Iterable[str]:
    if not first:
        yield "\n"
    if phase.meaning:
        yield commented(remark(phase.meaning), "  ")
    yield f"  - name: {scalar(phase.name)}\n    stage: {scalar(phase.stage)}\n"
    if phase.question:
        yield _hint("questions", phase.question, "    ")
    if phase.owners:
        usual, *others = phase.owners
        more = f"  # {words.scaffold['or']} {remark(', '.join(others))}" if others else ""
        yield f"    # owner: {scalar(usual)}{more}\n"
    yield "    touchpoints:\n"
    if first:
        yield commented(_touchpoint(words), "      ")


def _touchpoint(words: Language) -> str:
    said = words.scaffold
    return (
        f"- name: {scalar(said['touchpoint'])}\n"
        f"  action: {scalar(said['action'])}\n"
        f"  channel: {scalar(words.called('channels', 'website'))}\n"
        f"  thought: {scalar(said['thought'])}\n"
        f"  emotion: {scalar(feeling(1, words))}\n"
    )


def _hint(key: str, text: str, indent: str = "") -> str:
    return commented(f"{key}: {scalar(remark(text))}", indent)


def _phases(draft: Draft) -> Iterable[_Phase]:
    if isinstance(draft.framework, OwnFramework):
        for own in draft.framework.stages:
            owners = _owners(own.departments, draft.departments)
            yield _Phase(own.name or own.id, own.id or own.name, own.meaning, own.question, owners)
        return
    said = draft.words.frameworks[draft.framework.id].stages
    for stage in draft.framework.stages:
        names = [draft.words.called("departments", id) for id in stage.departments]
        owners = _owners(names, draft.departments)
        yield _Phase(said[stage.id].name, stage.id, said[stage.id].meaning, said[stage.id].question, owners)


def _owners(usual: Sequence[str], declared: Sequence[Department]) -> tuple[str, ...]:
    """The departments that may own a stage: the usual ones, of those that are declared if any are."""
    if not declared:
        return tuple(usual)
    found = [
        each.name
        for name in usual
        for each in declared
        if name in (each.id, each.name) or (department(name) and department(name) == department(each.name))
    ]
    return tuple(dict.fromkeys(found)) or tuple(each.name for each in declared)
