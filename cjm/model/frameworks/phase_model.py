"""What a phase model is: its stages, and what each of them asks of whom."""

import msgspec

from cjm.languages import folded, stage


class Stage(msgspec.Struct, frozen=True):
    """One stage; its name, its meaning and the customer's question are in `cjm/languages`.

    - `departments`: the usual ones, by their id in `DEPARTMENTS`.
    - `media`: the usual ones, of owned, paid and earned, the most usual first.
    """

    id: str
    departments: tuple[str, ...]
    media: tuple[str, ...]
    aliases: tuple[str, ...] = ()


class Framework(msgspec.Struct, frozen=True):
    """A phase model: its stages in order; `cyclic` where the last leads to the first."""

    id: str
    about: str
    stages: tuple[Stage, ...]
    cyclic: bool = False

    def stage(self, word: str) -> Stage | None:
        """The stage with this id, name in any language, or alias."""
        wanted = folded(word)
        for own in self.stages:
            if wanted in map(folded, (own.id, *own.aliases)):
                return own
        id = stage(self.id, word)
        return next((own for own in self.stages if own.id == id), None)
