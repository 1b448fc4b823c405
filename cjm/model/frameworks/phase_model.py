"""What a phase model is: its stages, and what each of them asks of whom."""

import msgspec

from cjm.languages import folded


class Stage(msgspec.Struct, frozen=True):
    """One stage; texts by language code.

    - `meaning`: what happens here, seen from the customer.
    - `question`: what the customer wants to know here, in the customer's words.
    - `departments`: the usual ones, by their id in `DEPARTMENTS`.
    - `media`: the usual ones, of owned, paid and earned, the most usual first.
    """

    id: str
    names: dict[str, str]
    meaning: dict[str, str]
    question: dict[str, str]
    departments: tuple[str, ...]
    media: tuple[str, ...]
    aliases: tuple[str, ...] = ()


class Framework(msgspec.Struct, frozen=True):
    """A phase model: its stages in order; `cyclic` where the last leads to the first."""

    id: str
    names: dict[str, str]
    about: str
    stages: tuple[Stage, ...]
    cyclic: bool = False

    def stage(self, word: str) -> Stage | None:
        """The stage with this id, name in any language, or alias."""
        wanted = folded(word)
        for stage in self.stages:
            if wanted in map(folded, (stage.id, *stage.names.values(), *stage.aliases)):
                return stage
        return None
