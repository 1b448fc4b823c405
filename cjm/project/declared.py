"""What a journey may refer to: its own declarations, the libraries', and what everybody knows."""

from collections.abc import Iterable, Sequence
from typing import Any

from cjm.diagnostics import Diagnostic, NewId, Related, Severity, write
from cjm.grammar.binder import Suggestions, shorten
from cjm.grammar.entity import replace
from cjm.grammar.references import rewrite
from cjm.grammar.scalars import Reference, Written
from cjm.model.entities import Emotion, Journey, Library
from cjm.model.identity import called, id_key, is_bare, same_id
from cjm.model.keys.shared import PERSONA
from cjm.project.sections import Section, sections
from cjm.source import Span


def renamed(old: str, id: str, instead: str, path: str, span: Span) -> Diagnostic:
    """The warning that a reference still says what something was called before."""
    message = f"{shorten(old)!r} is called {shorten(id)!r} now"
    return Diagnostic("renamed-reference", Severity.WARNING, message, path, span, write(instead))


class Declared:
    """The five sections of one journey, and the references that led nowhere."""

    def __init__(self, language: str, whose: str = "journey") -> None:
        self.whose = whose
        self.problems: list[Diagnostic] = []
        self.suggestions = Suggestions()
        self.of = sections(language.partition("-")[0].lower())

    def visit(self, reference: Reference, text: Written) -> str | None:
        """The id that a reference means; an error where it means nothing."""
        section = self.of["evidence" if reference.kind == "evidence" else f"{reference.kind}s"]
        if reference.free and not section.closed:
            return None
        return self.find(section, str(text), text.path, text.span)

    def find(self, section: Section, text: str, path: str, span: Span, help: str = "") -> str | None:
        """The id that a text means; noted where it means nothing, or says what was called so before."""
        former = section.former(text)
        if former:
            self.problems.append(renamed(text, former, section.spelled(former, text), path, span))
        found = former or section.find(text)
        if found is None:
            self.unknown(section, text, path, span, help)
        return found

    def unknown(self, section: Section, text: str, path: str, span: Span, help: str = "") -> None:
        """Note a reference that leads nowhere, and what to do besides looking at what is declared."""
        article = "" if section.kind == "evidence" else "an " if section.kind[0] in "aeio" else "a "
        message = f"{shorten(text)!r} is not {article}{section.kind} that this {self.whose} knows"
        help = section.advice(text, self.suggestions) + help
        self.note("unknown-reference", message, path, span, help)

    def note(
        self,
        rule: str,
        message: str,
        path: str,
        span: Span,
        help: str = "",
        related: tuple[Related, ...] = (),
        guess: NewId | None = None,
    ) -> None:
        """Note an error."""
        found = Diagnostic(rule, Severity.ERROR, message, path, span, help, related, guess=guess)
        self.problems.append(found)

    def keyed(self, name: str, values: dict[str, Any], key: str) -> dict[str, Any]:
        """Values by the ids that their keys mean; `key` is where each value knows its key's place."""
        section = self.of[name]
        result: dict[str, Any] = {}
        for text, value in values.items():
            path = value.origin.path
            found = self.find(section, text, path, value.at(key))
            if found is None:
                continue
            if found in result:
                message = f"{shorten(text)!r} is the {section.kind} {found!r}, which stands here already"
                first = Related("first written here", path, result[found].at(key))
                self.note("duplicate-key", message, path, value.at(key), "keep one of them", (first,))
            else:
                result[found] = value
        return result

    def personas_of(self, emotions: dict[str, Emotion]) -> dict[str, Emotion]:
        """Points by persona id."""
        points: dict[str, Emotion] = self.keyed("personas", emotions, "persona") if emotions else emotions
        self.of["personas"].used.update(points)
        return points

    def lists(self) -> dict[str, Any]:
        """The five lists, complete: declared ones first, then those inferred from use; and `named`."""
        lists: dict[str, Any] = {name: tuple(section.entries.values()) for name, section in self.of.items()}
        personas = self.of["personas"]
        lists["personas"] = tuple(one for id, one in personas.entries.items() if id in personas.used)
        return lists | {"named": {name: section.named for name, section in self.of.items() if section.named}}


def declarations(journey: Journey, libraries: Sequence[Library]) -> tuple[Declared, list[Diagnostic]]:
    """What a journey may refer to, and the clashes between its declarations and the libraries'.

    A journey travels with the personas that it names; naming none, with those that its
    emotions name.
    """
    declared = Declared(journey.language)
    problems: list[Diagnostic] = []
    for name, section in declared.of.items():
        _gather(section, name, libraries)
        own = getattr(journey, name)
        section.closed = (section.closed or bool(own)) and name not in journey.origin.failed
        travelling = _declare_own(own, section, declared, problems)
        if section.kind == "persona" and own:
            section.keep(travelling)
            section.used.update(travelling)
    personas = declared.of["personas"].entries
    for id, persona in personas.items():
        if persona.origin.path == journey.path:  # a library's are resolved already
            personas[id] = rewrite(persona, PERSONA, declared.visit)
    return declared, problems


def share(libraries: Sequence[Library]) -> tuple[list[Library], list[Diagnostic]]:
    """The libraries with their own references resolved, and what is wrong between them."""
    declared = Declared("en", "library")
    for name, section in declared.of.items():
        declared.problems += _gather(section, name, libraries)
    result = [
        replace(library, personas=tuple(rewrite(one, PERSONA, declared.visit) for one in library.personas))
        for library in libraries
    ]
    return result, declared.problems


def _gather(section: Section, name: str, libraries: Iterable[Library]) -> list[Diagnostic]:
    """Put what libraries declare into a section; gives the ids that two of them use.

    A list that couldn't be read to its end isn't closed: what is missing may be in it.
    """
    problems = []
    broken = False
    for library in libraries:
        broken = broken or name in library.origin.failed
        for entity in getattr(library, name):
            if entity.id not in section.entries:
                section.add(entity)
            elif entity.origin.path != section.entries[entity.id].origin.path:
                problems.append(same_id(entity, section.entries[entity.id]))
        if section.kind == "channel":
            section.includes_common = section.includes_common or library.include_common
    section.shared = bool(section.entries)
    section.closed = section.shared and not broken
    return problems


def _declare_own(
    own: Iterable[Any], section: Section, declared: Declared, problems: list[Diagnostic]
) -> list[str]:
    """Add a journey's own entities; a bare text refers to the library where that has such a list."""
    ids = []
    for entity in own:
        if section.shared and is_bare(entity):
            text, more = called(entity), f"; to declare it here write `- name: {shorten(called(entity))}`"
            found = declared.find(section, text, entity.origin.path, entity.origin.span, more)
            if found is not None:
                ids.append(found)
                section.named += (found,)
                continue
        elif entity.id in section.entries and section.entries[entity.id].origin.path != entity.origin.path:
            problems.append(_shadows(entity, section.entries[entity.id]))
        section.add(entity)
        ids.append(entity.id)
    return ids


def _shadows(entity: Any, other: Any) -> Diagnostic:
    return Diagnostic(
        "shadowed-declaration",
        Severity.WARNING,
        f"{entity.id!r} is declared in a library too; this file's own holds here",
        entity.origin.path,
        entity.at(id_key(entity)),
        "leave it out to use the library's, or give it another id",
        (Related("the library's", other.origin.path, other.at(id_key(other))),),
    )
