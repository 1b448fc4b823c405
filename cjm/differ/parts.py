"""Which parts of a touchpoint are the same in two versions: pains, opportunities, ways on, thoughts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cjm.differ.likeness import LEAST, assigned, likeness, words, words_of
from cjm.naming import slug


def same_parts(
    old: Sequence[Any], new: Sequence[Any], said: Callable[[Any], str], said_now: Callable[[Any], str]
) -> dict[int, int]:
    """By id, then by what they say, then by likeness; the only one on both sides is the same one."""
    pairs: dict[int, int] = {}
    for of_old, of_new in ((_written_id, _written_id), (said, said_now)):
        for at, part in enumerate(old):
            key = of_old(part)
            alike = (n for n, each in enumerate(new) if of_new(each) == key and n not in pairs.values())
            if at not in pairs and key and (found := next(alike, None)) is not None:
                pairs[at] = found
    left = [at for at in range(len(old)) if at not in pairs]
    right = [at for at in range(len(new)) if at not in pairs.values()]
    if len(old) == len(new) == len(left) == 1:
        return {0: 0}
    told = [words_of(each) for each in old], [words_of(each) for each in new]
    return dict(sorted((pairs | assigned(left, right, told)).items()))


def _written_id(part: Any) -> str:
    return str(getattr(part, "id", ""))


def own_id(part: Any) -> str:
    """A part's id, or the one that its text makes."""
    return _written_id(part) or slug(str(getattr(part, "text", "")))


def nearest(text: str, others: Mapping[int, str]) -> int | None:
    """The number of the text that is most like another, if one is like it at all."""
    scores = {at: likeness(words(text), words(other)) for at, other in others.items()}
    best = max(scores, key=lambda at: (scores[at], -at), default=None)
    return best if best is not None and scores[best] >= LEAST else None
