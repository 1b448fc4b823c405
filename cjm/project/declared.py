"""What a journey may refer to: its own declarations, the libraries', and what everybody knows."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.grammar.binder import listing, shorten, suggestion
from cjm.grammar.references import rewrite
from cjm.grammar.scalars import Written
from cjm.languages import folded
from cjm.model.channels import common_channel
from cjm.model.entities import Channel, Department, Emotion, Evidence, Journey, Library, Metric
from cjm.model.evidence import EVIDENCE_KINDS
from cjm.model.identity import is_bare, same_id, slug
from cjm.model.keys.shared import PERSONA
from cjm.model.metrics import KNOWN_METRICS
from cjm.source import Span


class Section:
    """One declared list: what is in it, by id and by name, in the order of colours and columns.

    `known` finds what needs no declaration; `make` infers an entity from a text
    where the list is open, and None leaves the text as it is.
    """

    def __init__(
        self,
        kind: str,
        known: Callable[[str], Any] = lambda text: None,
        make: Callable[[str], Any] = lambda text: None,
    ) -> None:
        self.kind = kind
        self.known = known
        self.make = make
        self.entries: dict[str, Any] = {}
        self.closed = False
        self.open_to_known = True
        self._names: dict[str, str] = {}

    def add(self, entity: Any) -> None:
        """Declare an entity under its id and its name."""
        self.entries[entity.id] = entity
        self._names.setdefault(getattr(entity, "name", "") or getattr(entity, "title", ""), entity.id)

    def keep(self, ids: Iterable[str]) -> None:
        """Only these, in this order."""
        self.entries = {id: self.entries[id] for id in ids}
        self._names = {name: id for name, id in self._names.items() if id in self.entries}

    def find(self, text: str) -> str | None:
        """The id of what a text refers to; what is known or inferred is added to the list."""
        if text in self.entries:
            return text
        if text in self._names:
            return self._names[text]
        entity = self.known(text) if self.open_to_known else None
        if entity is None and not self.closed:
            entity = self.make(text)
        if entity is None:
            return None
        if entity.id not in self.entries:
            self.add(entity)
        self._names[text] = entity.id
        return str(entity.id)

    def advice(self, text: str, others: int) -> str:
        """What was probably meant, or what there is."""
        names = [*self.entries, *filter(None, self._names)]
        otherwise = (
            f"declared: {listing(self.entries)}" if self.entries else f"declare it under `{self.kind}s:`"
        )
        return suggestion(text, names, otherwise) if others < 100 else otherwise


class Declared:
    """The five sections of one journey, and the references that led nowhere."""

    def __init__(self, journey: Journey) -> None:
        self.path = journey.path
        self.problems: list[Diagnostic] = []
        language = journey.language.split("-")[0].lower()
        self.of = {
            "personas": Section("persona"),
            "departments": Section("department", make=_department),
            "channels": Section("channel", lambda text: _common(text, language), _channel),
            "evidence": Section("evidence", make=_evidence),
            "metrics": Section("metric", _known_metric, lambda text: Metric(id=slug(text, text), name=text)),
        }

    def visit(self, kind: str, text: Written) -> str | None:
        """The id that a reference means; an error where it means nothing."""
        section = self.of["evidence" if kind == "evidence" else f"{kind}s"]
        found = section.find(text)
        if found is None:
            self.unknown(section, text, text.span)
        return found

    def unknown(self, section: Section, text: str, span: Span) -> None:
        """Note a reference that leads nowhere."""
        article = "" if section.kind == "evidence" else "an " if section.kind[0] in "aeio" else "a "
        self.problems.append(
            Diagnostic(
                "unknown-reference",
                Severity.ERROR,
                f"{shorten(text)!r} is not {article}{section.kind} that this journey knows",
                self.path,
                span,
                section.advice(text, len(self.problems)),
            )
        )

    def personas_of(self, emotions: dict[str, Emotion]) -> dict[str, Emotion]:
        """Points by persona id."""
        result = {}
        for text, point in emotions.items():
            found = self.of["personas"].find(text)
            if found is None:
                self.unknown(self.of["personas"], text, point.at("persona"))
            else:
                result[found] = point
        return result

    def sections(self) -> dict[str, Any]:
        """The five lists, complete: declared ones first, then those inferred from use."""
        lists: dict[str, Any] = {name: tuple(section.entries.values()) for name, section in self.of.items()}
        return lists


def declarations(journey: Journey, libraries: Sequence[Library]) -> tuple[Declared, list[Diagnostic]]:
    """What a journey may refer to, and the clashes between its declarations and the libraries'.

    A journey travels with its own personas, or with all of the libraries' where it names none.
    """
    declared = Declared(journey)
    problems: list[Diagnostic] = []
    for name, section in declared.of.items():
        shared = [entity for library in libraries for entity in getattr(library, name)]
        own = getattr(journey, name)
        section.closed = bool(shared or own)
        if section.kind == "channel":
            section.open_to_known = not section.closed or any(library.include_common for library in libraries)
        for entity in shared:
            if entity.id in section.entries:
                problems.append(same_id(entity, section.entries[entity.id]))
            else:
                section.add(entity)
        travelling = _declare_own(own, section, bool(shared), declared, problems)
        if section.kind == "persona" and own:
            section.keep(travelling)
    personas = declared.of["personas"].entries
    for id, persona in personas.items():
        if persona.evidence and persona.origin.path == journey.path:
            personas[id] = rewrite(persona, PERSONA, declared.visit)
    return declared, problems


def _declare_own(
    own: Iterable[Any], section: Section, shared: bool, declared: Declared, problems: list[Diagnostic]
) -> list[str]:
    """Add a journey's own entities; a bare text refers to the library where that has such a list."""
    ids = []
    for entity in own:
        text = getattr(entity, "name", "") or getattr(entity, "title", "")
        if shared and is_bare(entity):
            found = section.find(text)
            if found is None:
                declared.unknown(section, text, entity.origin.span)
            else:
                ids.append(found)
            continue
        if entity.id in section.entries and section.entries[entity.id].origin.path != entity.origin.path:
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
        entity.at("id" if entity.wrote("id") else "name"),
        "leave it out to use the library's, or give it another id",
        (Related("the library's", other.origin.path, other.at("id" if other.wrote("id") else "name")),),
    )


def _department(text: str) -> Department:
    return Department(id=slug(text, text), name=text)


def _channel(text: str) -> Channel:
    return Channel(id=slug(text, text), name=text[:1].upper() + text[1:])


def _common(text: str, language: str) -> Channel | None:
    """A common channel; under another name, such as Instagram, it lends its glyph only."""
    found = common_channel(text)
    if found is None:
        return None
    if folded(text) in {folded(name) for name in (found.id, *found.names.values())}:
        id, name = found.id, found.names.get(language) or found.names["en"]
    else:
        id, name = slug(text, found.id), text[:1].upper() + text[1:]
    return Channel(id=id, name=name, kind=found.kind, medium=found.medium, icon=found.icon)


def _evidence(text: str) -> Evidence:
    made = slug(text, text)
    return Evidence(id=made, kind=made if made in EVIDENCE_KINDS else "", title=text)


def _known_metric(text: str) -> Metric | None:
    found = KNOWN_METRICS.get(text)
    if found is None:
        return None
    return Metric(id=found.id, better=found.better, min=found.minimum, max=found.maximum)
