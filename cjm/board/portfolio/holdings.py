"""Who answers for what: owners × stages over all journeys, how much it is and how it goes there."""

from collections import Counter
from functools import reduce
from operator import add

import msgspec

from cjm.board.portfolio.parts import Cell, Column, Line, Section, Table, Tone
from cjm.board.portfolio.telling import House, Told
from cjm.languages import number, plural, signed

# More columns than these can't be seen at once: the rarest stages stand together.
_STAGES = 12
# A mean as far from zero as this is good or bad.
_CLEAR = 0.5


class _Held(msgspec.Struct, frozen=True):
    """Touchpoints, those of them with a score, and the sum of these."""

    contacts: int = 0
    scored: int = 0
    score: float = 0.0

    def plus(self, other: "_Held") -> "_Held":
        return _Held(self.contacts + other.contacts, self.scored + other.scored, self.score + other.score)


class Holdings:
    """Gathers what each owner has in each stage; nobody's name is empty."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._held: dict[tuple[str, str], _Held] = {}
        self._names: dict[str, str] = {}
        self._places: Counter[str] = Counter()
        self._count: Counter[str] = Counter()

    def add(self, told: Told) -> None:
        """One more journey."""
        entry = told.entry
        if entry.shared:
            return
        keys = []
        for place in range(len(entry.phases)):
            name = told.stage(place)
            keys.append(name.casefold())
            self._names.setdefault(keys[-1], name)
            self._count[keys[-1]] += 1
            # Where in its journey a stage stands, in thousandths: whole numbers add up alike in any order.
            self._places[keys[-1]] += 1000 * place // max(len(entry.phases) - 1, 1)
        here: dict[tuple[int, int], list[float | None]] = {}
        for found in entry.contacts:
            here.setdefault((found.owner, found.phase), []).append(found.score)
        for (place, phase), all_scores in here.items():
            scores = [score for score in all_scores if score is not None]
            # Not `sum`, which newer Pythons round otherwise.
            held = _Held(len(all_scores), len(scores), reduce(add, scores, 0.0))
            owner = told.owner(place)
            of = "" if owner.tone == "missing" else owner.text, keys[phase]
            self._held[of] = self._held.get(of, _Held()).plus(held)

    def section(self) -> Section | None:
        """The tab; None where there are no touchpoints, or nobody owns any."""
        owners = {owner for owner, _ in self._held}
        if not owners - {""}:
            return None
        label, words = self._house.label, self._house.words
        stages, rest = self._stages()
        columns = [Column(label("owner"), "heads"), *(Column(self._names[key]) for key in stages)]
        if rest:
            columns.append(Column(plural("other_phases", len(rest), words)))
        columns.append(Column(label("all_together")))
        rows = []
        for owner in sorted(owners, key=lambda name: (name != "", -self._of(name).contacts, name)):
            cells = [self._cell(owner, self._held.get((owner, key), _Held())) for key in stages]
            if rest:
                cells.append(self._cell(owner, self._of(owner, rest)))
            head = (
                Cell(owner, sign=("swatch", self._house.slots[owner]))
                if owner
                else Cell(label("no_owner"), tone="missing")
            )
            rows.append(Line((head, *cells, self._cell(owner, self._of(owner)))))
        table = Table("holdings", label("heat"), tuple(columns), tuple(rows), len(rows))
        count = number(len(owners - {""}), words)
        return Section("owners", label("owners"), count, label("heat_lede"), (table,))

    def _stages(self) -> tuple[list[str], list[str]]:
        """The commonest in the order of journeys, and the others."""
        size: Counter[str] = Counter()
        for (_, key), held in self._held.items():
            size[key] += held.contacts
        common = sorted(self._count, key=lambda key: (-self._count[key], -size[key], key))
        kept = common if len(common) <= _STAGES + 1 else common[:_STAGES]
        mean = {key: self._places[key] / self._count[key] for key in kept}
        return sorted(kept, key=lambda key: (mean[key], key)), common[len(kept) :]

    def _of(self, owner: str, stages: list[str] | None = None) -> _Held:
        found = _Held()
        for (name, stage), held in self._held.items():
            if name == owner and (stages is None or stage in stages):
                found = found.plus(held)
        return found

    def _cell(self, owner: str, held: _Held) -> Cell:
        if not held.contacts:
            return Cell()
        words = self._house.words
        mean = round(held.score / held.scored, 1) if held.scored else None
        tone: Tone = "nobody" if not owner else ""
        if owner and mean is not None and abs(mean) >= _CLEAR:
            tone = "good" if mean > 0 else "bad"
        note = "" if mean is None else signed(mean, words)
        return Cell(number(held.contacts, words), sort=held.contacts, note=note, tone=tone)
