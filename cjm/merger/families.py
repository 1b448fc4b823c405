"""Lists of three versions as one: what each item is called in all of them, and where it is to stand.

In: chunks. Out: a `Family`: of touchpoints one over all phases, so that one that moves to
another phase is still the same; of all else one for each list.
"""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec.structs import replace

from cjm.merger.chunks import Chunk
from cjm.merger.lines import dashed, told
from cjm.merger.matching import matched
from cjm.merger.order import Side

# The base, ours, theirs; None where a version hasn't got it.
Three = tuple[Chunk | None, Chunk | None, Chunk | None]


class Member(msgspec.Struct, frozen=True):
    """An item in one version, and the list that it stands in."""

    chunk: Chunk
    home: str


Family = tuple[dict[str, Member], dict[str, Member], dict[str, Member]]
_AGAIN = " again"  # behind the key of a second one

# The starts of each version's chunks that stand elsewhere in the merged text.
Gone = tuple[frozenset[int], frozenset[int], frozenset[int]]
NONE: Gone = (frozenset(), frozenset(), frozenset())


def family(homes: Mapping[str, Three], *, items: bool = True) -> Family:
    """The members of lists by their keys, or of mappings where they are no `items`; `homes` are those."""
    base, ours, theirs = (
        [Member(child, home) for home, three in homes.items() for child in _children(three[version])]
        for version in range(3)
    )
    before = {member.chunk.key: member for member in _unlike(base, {})}
    return before, _known(before, ours, items), _known(before, theirs, items)


def _children(chunk: Chunk | None) -> tuple[Chunk, ...]:
    return chunk.children if chunk else ()


def _unlike(members: Sequence[Member], before: Mapping[str, Member]) -> list[Member]:
    """Members of which no two have one key; of those of one name each is the one before in its own list."""
    keys: dict[int, str] = {}
    taken: set[str] = set()
    for number, member in enumerate(members):
        key = member.chunk.key
        while key in before:
            if before[key].home == member.home and key not in taken:
                keys[number] = key
                taken.add(key)
                break
            key += _AGAIN
    for number, member in enumerate(members):
        if number not in keys:
            key = member.chunk.key
            while key in taken:
                key += _AGAIN
            keys[number] = key
            taken.add(key)
    return [
        Member(replace(member.chunk, key=keys[number]), member.home) for number, member in enumerate(members)
    ]


def _known(before: dict[str, Member], side: Sequence[Member], items: bool) -> dict[str, Member]:
    members = _unlike(side, before)
    chunks = [member.chunk for member in members]
    keys = [chunk.key for chunk in chunks]
    if items:
        keys = matched([member.chunk for member in before.values()], chunks)
    return dict(zip(keys, members, strict=True))


def of_phases(root: Three) -> dict[str, Three]:
    """The lists of touchpoints, by the key of their phase, where all versions write phases as blocks."""
    phases = child(root, "phases")
    if kind(phases) != "list":
        return {}
    found = {}
    members = family({"": phases})
    for key in {key: None for version in members for key in version}:
        phase = trio(members, key)
        points = child(phase, "touchpoints")
        if kind(phase) == "item" and kind(points) == "list":
            found[key] = points
    return found


def trio(members: Family, key: str) -> Three:
    """An item as each version has it."""
    base, ours, theirs = (version[key].chunk if key in version else None for version in members)
    return base, ours, theirs


def child(three: Three, key: str) -> Three:
    """The child of a key in each version."""
    base, ours, theirs = (
        next((each for each in _children(chunk) if each.key == key), None) for chunk in three
    )
    return base, ours, theirs


def kind(three: Three) -> str:
    """What all versions that have it write it as; `leaf` where they differ."""
    kinds = {chunk.kind for chunk in three if chunk}
    return kinds.pop() if len(kinds) == 1 else "leaf"


def places(members: Family, key: str, gone: Gone = NONE) -> dict[str, Side]:
    """The lists that an item is to stand in, with the side that wants it there; none where it goes.

    One side alone wants what the other left out and it changed, and what both moved to
    different lists.
    """
    base, ours, theirs = (version.get(key) for version in members)
    if ours and theirs:
        if ours.home == theirs.home or (base and theirs.home == base.home):
            return {ours.home: "both"}
        if base and ours.home == base.home:
            return {theirs.home: "both"}
        return {ours.home: "ours", theirs.home: "theirs"}
    left = ours or theirs
    if not left:
        return {}
    if not base:
        return {left.home: "both"}
    mine = gone[1 if ours else 2]
    if left.home == base.home and [*told(raw(left.chunk, mine))] == [*told(raw(base.chunk, gone[0]))]:
        return {}
    return {left.home: "ours" if ours else "theirs"}


def raw(chunk: Chunk, gone: frozenset[int]) -> str:
    """A chunk's own text, without the chunks that now stand elsewhere."""
    if chunk.start in gone:
        return ""
    if not gone or not chunk.children:
        return chunk.text
    inner = "".join(raw(each, gone) for each in chunk.children)
    return chunk.head + (dashed(inner, chunk.column) if chunk.kind == "item" else inner) + chunk.tail
