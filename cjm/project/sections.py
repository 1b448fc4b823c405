"""The lists that references lead into: what is declared, what everybody knows, what is inferred from use."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

from cjm.grammar.binder import Suggestions, listing
from cjm.grammar.entity import replace
from cjm.languages import folded, named
from cjm.languages import language as words
from cjm.model.channels import CHANNELS, common_channel
from cjm.model.entities import Channel, Department, Evidence, Metric, Persona
from cjm.model.evidence import EVIDENCE_KINDS
from cjm.model.identity import called
from cjm.model.metrics import KNOWN_METRICS
from cjm.naming import slug


class Section:
    """One declared list: what is in it, by id and by name, in the order of colours and columns.

    `known` finds what needs no declaration; `make` infers an entity from a text where
    the list is open. `shared` says that a library has such a list, `named` which of its ids
    the journey's own list names, `used` which ids a journey named.
    """

    def __init__(self, kind: str, known: Callable[[str], Any], make: Callable[[str], Any]) -> None:
        self.kind = kind
        self.known = known
        self.make = make
        self.entries: dict[str, Any] = {}
        self.shared = False
        self.closed = False
        self.includes_common = False
        self.named: tuple[str, ...] = ()
        self.used: set[str] = set()
        self._names: dict[str, str] = {}
        self._former: dict[str, str] = {}
        self._spellings: dict[str, None] = {}
        self._left_out: set[str] = set()

    def add(self, entity: Any) -> None:
        """Declare an entity under its id and its name."""
        self.entries[entity.id] = _filled(entity) if self.kind == "channel" else entity
        if name := called(entity):
            self._names.setdefault(name, entity.id)
        if entity.was:
            self._former.setdefault(entity.was, entity.id)
        # An id that was made from the name is nothing to suggest beside it.
        words = [entity.id] if entity.wrote("id") or not name else []
        self._spellings.update(dict.fromkeys([*words, *filter(None, [name])]))

    def keep(self, ids: Iterable[str]) -> None:
        """Only these, in this order."""
        kept = [self.entries[id] for id in ids]
        self._left_out = {*self.entries, *self._names}
        self.entries, self._names, self._former, self._spellings = {}, {}, {}, {}
        for entity in kept:
            self.add(entity)

    def find(self, text: str) -> str | None:
        """The id of what a text refers to; what is known or inferred is added to the list."""
        if text in self.entries:
            return text
        if text in self._names:
            return self._names[text]
        if former := self.former(text):
            return former
        known = self.kind != "channel" or self.includes_common or not self.closed
        entity = self.known(text) if known else None
        if entity is None and not self.closed:
            entity = self.make(text)
        if entity is None:
            return None
        if entity.id not in self.entries:
            self.add(entity)
        self._names[text] = entity.id
        return str(entity.id)

    def former(self, text: str) -> str | None:
        """The id of what was called so before, by the id that it had or a name that makes that id."""
        if not self._former or text in self.entries or text in self._names:
            return None
        return self._former.get(text) or self._former.get(slug(text))

    def spelled(self, id: str, text: str) -> str:
        """An entity's id or its name, whichever is in the place of what was written before."""
        entity = self.entries[id]
        return id if text == slug(text) and entity.wrote("id") else called(entity) or id

    def advice(self, text: str, suggestions: Suggestions) -> str:
        """What was probably meant, or what there is."""
        if text in self._left_out:
            return "it is declared in a library; name it under `personas:` here to let it travel too"
        some = [called(entity) or entity.id for entity in islice(self.entries.values(), 12)]
        return suggestions.nearest(text, self._spellings, f"declared: {listing(some, len(self.entries))}")


def sections(language: str) -> dict[str, Section]:
    """The five, empty; channels are called as in the map's language."""

    def department(text: str) -> Department:
        return Department(id=slug(text, text), name=text)

    return {
        "personas": Section("persona", _nothing, lambda text: Persona(id=slug(text, text), name=text)),
        "departments": Section(
            "department", _nothing, lambda text: Department(id=slug(text, text), name=text)
        ),
        "channels": Section("channel", lambda text: _common(text, language), _channel),
        "evidence": Section("evidence", _nothing, _evidence),
        "metrics": Section("metric", _known_metric, lambda text: Metric(id=slug(text, text), name=text)),
    }


def _filled(channel: Channel) -> Channel:
    """A declared channel; what it leaves unsaid is as at the common one of its name or id."""
    found = common_channel(channel.name) or common_channel(channel.id)
    if found is None:
        return channel
    kind, medium = channel.kind or found.kind, channel.medium or found.medium
    return replace(channel, kind=kind, medium=medium, icon=channel.icon or found.icon)


def _nothing(_text: str) -> None:
    return None


def _channel(text: str) -> Channel:
    return Channel(id=slug(text, text), name=text[:1].upper() + text[1:])


def _common(text: str, language: str) -> Channel | None:
    """A common channel; under another name, such as Instagram, it lends its glyph only."""
    found = named("channels", text)
    if found is None:
        return None
    common = CHANNELS[found.id]
    if found.exactly:
        id, name = found.id, words(language).called("channels", found.id)
    else:
        id, name = slug(text, found.id), text[:1].upper() + text[1:]
    return Channel(id=id, name=name, kind=common.kind, medium=common.medium, icon=common.icon)


def _evidence(text: str) -> Evidence:
    made = slug(text, text)
    return Evidence(id=made, kind=made if made in EVIDENCE_KINDS else "", title=text)


def _known_metric(text: str) -> Metric | None:
    """A known metric in any case and with any hyphens: `NPS`, `drop-off`."""
    found = KNOWN_METRICS.get(folded(text).replace(" ", ""))
    if found is None:
        return None
    return Metric(id=found.id, better=found.better, min=found.minimum, max=found.maximum)
