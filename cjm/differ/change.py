"""What differs between two versions of a journey, in the journey's own terms."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from cjm.config import LEVELS
from cjm.diagnostics import Diagnostic
from cjm.model.entities import Journey
from cjm.source import Source, Span
from cjm.stats import Curve, Share

Kind = Literal["added", "removed", "renamed", "moved", "split", "merged", "changed-kind", "changed"]


class Side(msgspec.Struct, frozen=True):
    """A change as one version has it.

    `ids` are those of the thing, outermost first: the journey's, the phase's or touchpoint's, its
    part's. `value` is what a person would write there; `span` is where it stands in the file at `path`.
    """

    ids: tuple[str, ...]
    path: str
    span: Span
    value: str = ""


class Change(msgspec.Struct, frozen=True):
    """One change of meaning.

    `words` lead to it, outermost first: the phase, the touchpoint, what is said of it. `topic` is the
    sort of change that its `level` follows from; `thing` is what it is about: `touchpoint`, `pain`,
    `department`; `key` is the language's key that holds it, empty where that is the thing itself.
    Of what is new there is no `before`, of what is gone no `after`. `note` says where a thing moved
    to or what it became; `fingerprint` stays as long as the change is about the same thing.
    """

    kind: Kind
    topic: str
    level: str
    thing: str
    words: tuple[str, ...]
    key: str = ""
    before: Side | None = None
    after: Side | None = None
    note: str = ""
    advice: str = ""
    fingerprint: str = ""


class Effects(msgspec.Struct, frozen=True):
    """What the changes did: gaps that opened and closed, and coverage and curve before and after."""

    opened: tuple[Diagnostic, ...]
    closed: tuple[Diagnostic, ...]
    coverage: Mapping[str, tuple[Share, Share]]
    before: Curve
    after: Curve


class Difference(msgspec.Struct, frozen=True):
    """Two versions of a journey, their changes in the order of the map, and what is the same thing in both.

    `phases` and `touchpoints` lead from an id before to the one after; `split` from a touchpoint that
    is new to the one that it was a part of, `merged` from one that is gone to the one that it is a
    part of; `parts` from a touchpoint's id after and its pain's id before to the pain's id after, and so
    for all that hangs on one. One side is None where the journey is new or gone as a whole.
    """

    before: Journey | None
    after: Journey | None
    changes: tuple[Change, ...] = ()
    phases: Mapping[str, str] = {}
    touchpoints: Mapping[str, str] = {}
    split: Mapping[str, str] = {}
    merged: Mapping[str, str] = {}
    parts: Mapping[tuple[str, str], str] = {}
    effects: Effects | None = None

    @property
    def level(self) -> str:
        """The level of its gravest change; empty where there is none."""
        found = {change.level for change in self.changes}
        return next((level for level in LEVELS if level in found), "")

    def reaches(self, level: str) -> bool:
        """Whether a change is at least of that level."""
        return bool(self.changes) and LEVELS.index(self.level) <= LEVELS.index(level)

    def of(self, *ids: str) -> tuple[Change, ...]:
        """The changes of a thing, by its id on either side."""
        return tuple(
            change
            for change in self.changes
            if any(side and {*ids} & {*side.ids[1:]} for side in (change.before, change.after))
        )


class Comparison(msgspec.Struct, frozen=True):
    """Two versions of some journeys, what each version is called, and the texts to show places in.

    A name is empty for what lies on disk. `broken` are the files that can't be compared because of
    their errors: the version's name and the path.
    """

    before: str
    after: str
    differences: tuple[Difference, ...]
    old: Mapping[str, Source] = {}
    new: Mapping[str, Source] = {}
    broken: tuple[tuple[str, str], ...] = ()

    @property
    def changed(self) -> tuple[Difference, ...]:
        """The journeys of which something changed in meaning."""
        return tuple(each for each in self.differences if each.changes)
