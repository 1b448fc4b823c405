"""A place in both versions at once: where a comparison stands."""

from typing import NamedTuple

from cjm.grammar.entity import Entity


class Where(NamedTuple):
    """Where a walk stands: the words that lead there, what it is in, and its ids and owner on both sides."""

    words: tuple[str, ...]
    thing: str
    old: tuple[tuple[str, ...], Entity]
    new: tuple[tuple[str, ...], Entity]
    topic: str = "detail"
    key: str = ""

    def at(self, *words: str, topic: str = "", key: str = "") -> "Where":
        """Further in."""
        return self._replace(words=(*self.words, *words), topic=topic or self.topic, key=key or self.key)
