"""Three trees of chunks → the pieces of one text.

In: the trees of the base, ours and theirs, and a way to merge lines. Out: pieces. Down to
the chunks that only read as a whole, what stands in them and in which order is merged by key;
those are merged by line.
"""

from collections.abc import Sequence

from cjm.merger import order
from cjm.merger.chunks import Chunk, shifted
from cjm.merger.families import Family, Gone, Three, family, kind, of_phases, places, raw, trio
from cjm.merger.lines import above, dashed, has_content
from cjm.merger.order import Side
from cjm.merger.pieces import Conflict, MergeLines, Piece, by_lines

_SIDES = ("ours", "theirs")


def woven(base: Chunk, ours: Chunk, theirs: Chunk, style: str, merge: MergeLines) -> list[Piece]:
    """The pieces of the merged text; `style` is git's, of how conflicts are shown."""
    return _Weaver((base, ours, theirs), style, merge).pieces((base, ours, theirs))


class _Weaver:
    def __init__(self, root: Three, style: str, merge: MergeLines) -> None:
        self.style, self.merge = style, merge
        lists = of_phases(root)
        self.touchpoints = family(lists)
        # The phase of every list whose items may move to another one.
        self.phases = {
            (at, each.start): phase for phase, three in lists.items() for at, each in enumerate(three) if each
        }
        self.gone = _gone(self.touchpoints)

    def pieces(self, three: Three) -> list[Piece]:
        """One chunk, as its three versions make it; at least one of them is there."""
        if kind(three) == "leaf":
            return self.leaf(*(self.text(each, at) if each else None for at, each in enumerate(three)))
        head = self.lines(*(chunk.head if chunk else None for chunk in three))
        tail = self.lines(*(chunk.tail if chunk else None for chunk in three))
        inner = self.children(three)
        if kind(three) == "item":
            inner = _with_dash(inner, next(chunk.column for chunk in three if chunk))
        return [*head, *inner, *tail]

    def lines(self, base: str | None, ours: str | None, theirs: str | None) -> list[Piece]:
        """Texts merged by line; of a version that hasn't got it there is none."""
        if ours is None or theirs is None:
            return [ours or theirs or ""]
        return by_lines(base or "", ours, theirs, self.style, self.merge)

    def leaf(self, *texts: str | None) -> list[Piece]:
        """A text, and apart from it what stands above: a blank line more is no other text."""
        leads = (None if text is None else text[: above(text)] for text in texts)
        bodies = (None if text is None else text[above(text) :] for text in texts)
        return [*self.lines(*leads), *self.lines(*bodies)]

    def children(self, three: Three) -> list[Piece]:
        """What stands in a chunk, in order."""
        of_list = kind(three) == "list"
        starts = [(at, each.start) for at, each in enumerate(three) if each and of_list]
        home = next((self.phases[start] for start in starts if start in self.phases), "")
        members = self.touchpoints if home else family({"": three}, items=of_list)
        keys = dict.fromkeys(key for version in members for key in version)
        wanted = {key: there[home] for key in keys if home in (there := places(members, key, self.gone))}
        base, ours, theirs = (
            [key for key, member in version.items() if member.home == home and key in wanted]
            for version in members
        )
        ours = [key for key in ours if wanted[key] != "theirs"]
        theirs = [key for key in theirs if wanted[key] != "ours"]
        column = _column(three)
        pieces: list[Piece] = []
        for key, side in order.merged(base, ours, theirs):
            asking = side if wanted[key] == "both" else wanted[key]
            pieces += self.member(members, key, asking, column)
        return pieces

    def member(self, members: Family, key: str, side: Side, column: int) -> list[Piece]:
        """An item at its place: merged, or where only one side wants it there, for people to decide."""
        base, ours, theirs = (shifted(each, column) if each else None for each in trio(members, key))
        if side == "both":
            return self.pieces((base, ours, theirs))
        text = self.text(ours, 1) if side == "ours" else self.text(theirs, 2)
        if ours and theirs:  # both moved it
            inner = self.pieces((base, ours, theirs))
            text = "".join(map(str, inner)) if all(isinstance(each, str) for each in inner) else text
        before = "" if ours and theirs else self.text(base, 0)
        return [Conflict(text, before, "") if side == "ours" else Conflict("", before, text)]

    def text(self, chunk: Chunk | None, version: int) -> str:
        """What a version says itself, without what now stands elsewhere."""
        return raw(chunk, self.gone[version]) if chunk else ""


def _gone(members: Family) -> Gone:
    """The items that stand in another list than where a version has them."""
    wanted = {key: places(members, key) for version in members for key in version}
    base, ours, theirs = (
        frozenset(
            member.chunk.start
            for key, member in version.items()
            if wanted[key] and member.home not in wanted[key]
        )
        for version in members
    )
    return base, ours, theirs


def _column(three: Three) -> int:
    """Where the children stand: as the side has it that changed it."""
    base, ours, theirs = (chunk.children[0].column if chunk and chunk.children else None for chunk in three)
    found = theirs if ours is None or (ours == base and theirs is not None) else ours
    return found if found is not None else base or 0


def _with_dash(pieces: Sequence[Piece], column: int) -> list[Piece]:
    """The dash of an item at its first key, or on a line of its own where a choice may leave that out."""
    done = list(pieces)
    for number, piece in enumerate(done):
        if isinstance(piece, str):
            if has_content(piece):
                done[number] = dashed(piece, column)
                return done
            continue
        there = [has_content(getattr(piece, side)) for side in _SIDES]
        if all(there):
            before = None if piece.base is None else dashed(piece.base, column)
            done[number] = Conflict(dashed(piece.ours, column), before, dashed(piece.theirs, column))
            return done
        if any(there):
            break
    return [f"{' ' * column}-\n", *done]
