"""A journey through its commits: what each changed in meaning, and the curve as of then."""

from typing import Literal

import msgspec

from cjm.board.changed import Step
from cjm.differ import Change, Difference, Effects
from cjm.languages import Language

# What a commit did: changed the meaning or not (`same`), began or removed the journey, left it with
# errors, or is as far back as a shallow clone goes.
State = Literal["changed", "same", "added", "removed", "broken", "first"]


class Panel(msgspec.Struct, frozen=True):
    """A version's curve over the one before: the columns of both, and where phases end."""

    steps: tuple[Step, ...]
    ends: tuple[int, ...]


class Version(msgspec.Struct, frozen=True):
    """A commit, and what it changed; `date` is the day on which its author wrote it."""

    hash: str
    date: str
    author: str
    subject: str
    path: str
    state: State
    merge: bool = False
    changes: tuple[Change, ...] = ()
    effects: Effects | None = None
    panel: Panel | None = None


class History(msgspec.Struct, frozen=True):
    """The versions of a journey, the newest first. `same` counts those left out that meant the same."""

    path: str
    title: str
    language: Language
    versions: tuple[Version, ...]
    same: int = 0
    shallow: bool = False


def panel(difference: Difference) -> Panel:
    """The curve of the later version over that of the one before."""
    from cjm.board.arrange_changed import arrange

    found = arrange(difference, ("", ""))
    return Panel(found.steps, tuple(stage.end for stage in found.stages))
