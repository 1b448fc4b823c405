"""What stands in a text, with every comment at the entry that it is about.

In: the tree as written, and its comments. Out: entries. Nothing of a text is in neither:
where a comment can't be placed, `Unclear` says so and the text is left as it is.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from cjm.source import Source, Span
from cjm.syntax import Comment
from cjm.syntax.written import Written

_DEEP = 1000  # columns; entries that stand further in are many on one line
_SILENCES = re.compile(r"#\s*cjm:\s*ignore\[")


class Unclear(Exception):
    """Something that is left as it stands: why, and where."""

    def __init__(self, why: str, span: Span) -> None:
        super().__init__(why)
        self.span = span


class Remark(msgspec.Struct, eq=False):
    """A comment on a line of its own; `blank` where an empty line is above it."""

    text: str
    blank: bool = False


class Entry(msgspec.Struct, eq=False):
    """A value with its key, an item without one, or the whole file.

    Comments stand `before` it, `beside` it (on its line), and deeper than it: behind the last of
    its entries, `trailing`, or `below` what has none. `forced` is a collection in brackets with a
    comment behind its last entry, `whole` one that must stay in its brackets; `apart` are items with
    an empty line between them. `column` is where its entries start in the source.
    """

    key: Written | None
    value: Written
    entries: list["Entry"] = []
    before: list[Remark] = []
    beside: str = ""
    below: list[Remark] = []
    trailing: list[Remark] = []
    blank: bool = False
    forced: bool = False
    whole: bool = False
    apart: bool = False
    column: int = 0

    @property
    def is_block(self) -> bool:
        """Whether entries stand below it, by the source."""
        return bool(self.entries) and not self.value.flow

    @property
    def is_remarked(self) -> bool:
        """Whether it has a comment, those of its entries left aside."""
        return bool(self.before or self.beside or self.below or self.trailing)

    def inner(self) -> "Iterator[Entry]":
        """All entries in it, and itself."""
        yield self
        for each in self.entries:
            yield from each.inner()


def entries(source: Source, top: Written, comments: Sequence[Comment]) -> Entry:
    """A whole file with keys as an entry; what stands at its top and is about the file is `before` it."""
    reader = _Reader(source, comments)
    root = reader.entry(None, top)
    reader.fill(root, is_root=True)
    reader.place(root, root.entries[-1], None, reader.until(len(source.text)))
    part_head(root)
    return root


def part_head(root: Entry) -> None:
    """Part what is about the file from what is about its first key, where nothing is parted yet.

    The key's own starts below the first empty line, or with what silences a rule there.
    """
    first = root.entries[0]
    if root.before:
        return
    blanks = [number for number, each in enumerate(first.before) if each.blank and number]
    silent = [number for number, each in enumerate(first.before) if _SILENCES.match(each.text)]
    at = min([*blanks[:1], *silent[:1], len(first.before)])
    root.before, first.before = first.before[:at], first.before[at:]


class _Reader:
    """Walks a text from start to end, and takes each comment once."""

    def __init__(self, source: Source, comments: Sequence[Comment]) -> None:
        self.source = source
        self.text = source.text
        self.comments = comments
        self.taken = 0
        self.at = 0

    def entry(self, key: Written | None, value: Written) -> Entry:
        """An entry with nothing placed yet."""
        return Entry(key, value, [], [], "", [], [])

    def until(self, end: int) -> list[Comment]:
        """The comments up to there that nobody took."""
        start = self.taken
        while self.taken < len(self.comments) and self.comments[self.taken].span.start < end:
            self.taken += 1
        return list(self.comments[start : self.taken])

    def fill(self, owner: Entry, is_root: bool = False) -> None:
        """Read the entries of a collection."""
        value, last = owner.value, None
        self.at = max(self.at, value.own)
        for key, child in value.pairs():
            each = self.entry(key, child)
            self._open(owner, last, each, is_root)
            owner.entries.append(each)
            if child.holds:
                self.fill(each)
            else:
                self._beside(each)
            self.at = child.span.end
            last = each
        if value.flow:
            self.place(owner, last, None, self.until(value.span.end))
            self.at = value.span.end

    def _open(self, owner: Entry, last: Entry | None, each: Entry, is_root: bool) -> None:
        """Everything up to where the value of an entry starts."""
        key, first = each.key, each.key or each.value
        start = first.span.start
        if key is None and not owner.value.flow:
            start = self._sign("-", self.at, first.span.start)
        asks = self._sign("?", self.at, start) if key else start
        if last is None:
            owner.column = self._place(start)[0]
        self.place(owner, last, each, self.until(min(start, asks)), is_root=is_root and last is None)
        each.blank = self._place(start)[2]
        if key is None:
            self.at = start if owner.value.flow else start + 1
            return
        colon = self._sign(":", key.span.end, each.value.span.start)
        if strange := self.until(min(colon, each.value.span.start)):
            raise Unclear("a comment inside a key", strange[0].span)
        self.at = max(self.at, min(colon + 1, each.value.span.start))

    def _beside(self, each: Entry) -> None:
        """Comments between a key and its text, or on the line of its `|`: the first is beside it."""
        value = each.value
        found = self.until(value.span.end)
        if len(found) > 1 and (value.style in ("|", ">") or any(_SILENCES.match(one.text) for one in found)):
            raise Unclear("comments between a key and its value", found[0].span)
        for one in found:
            self._beside_or_below(each, one)

    def place(
        self,
        owner: Entry,
        last: Entry | None,
        following: Entry | None,
        comments: Sequence[Comment],
        is_root: bool = False,
    ) -> None:
        """Give the comments between two entries of a collection to those that they are about.

        One that is indented deeper than the entry that follows belongs to what is above it.
        """
        reach = [owner]
        while not owner.value.flow and reach[-1].entries and reach[-1].entries[-1].is_block:
            reach.append(reach[-1].entries[-1])
        for one in comments:
            column, alone, blank = self._place(one.span.start)
            remark = Remark(one.text.rstrip(), blank)
            if not alone and not is_root:
                self._same_line(owner, last, following, reach, one)
            elif owner.value.flow:
                self._in_brackets(owner, following, one, remark)
            elif last is None or (following and following.before):
                (following.before if following else owner.trailing).append(remark)
            else:
                self._by_column(reach, column, following, remark)

    def _same_line(
        self, owner: Entry, last: Entry | None, following: Entry | None, reach: list[Entry], one: Comment
    ) -> None:
        if last is None:
            if not owner.beside:
                owner.beside = one.text.rstrip()
            elif following:
                following.before.append(Remark(one.text.rstrip()))
            else:
                self._beside_or_below(owner, one)
            return
        nearest = last if owner.value.flow else reach[-1].entries[-1]
        if nearest.beside and nearest.entries:
            nearest.trailing.append(Remark(one.text.rstrip()))
        else:
            self._beside_or_below(nearest, one)

    def _in_brackets(self, owner: Entry, following: Entry | None, one: Comment, remark: Remark) -> None:
        if following is None and not owner.entries:
            self._beside_or_below(owner, one)
            return
        (following.before if following else owner.trailing).append(remark)
        owner.forced |= following is None

    def _by_column(self, reach: list[Entry], column: int, following: Entry | None, remark: Remark) -> None:
        """Give a line of its own to the innermost that is still open and not deeper than it."""
        depth = 0
        while column > reach[depth].column and depth + 1 < len(reach):
            depth += 1
        within = reach[depth]
        del reach[depth + 1 :]  # a comment closes what is deeper than it
        lowest = within.entries[-1]
        if (
            column > within.column
            and not within.trailing
            and not lowest.is_block
            and lowest.value.style not in ("|", ">")
        ):
            (lowest.trailing if lowest.entries else lowest.below).append(remark)
        elif depth == 0 and following:
            following.before.append(remark)
        else:
            within.trailing.append(remark)

    def _beside_or_below(self, each: Entry, one: Comment) -> None:
        if each.beside:
            each.below.append(Remark(one.text.rstrip()))
        else:
            each.beside = one.text.rstrip()

    def _sign(self, sign: str, start: int, end: int) -> int:
        """Where a sign of YAML's own stands between two places, outside comments; else the end."""
        at, number = start, self.taken
        while at < end:
            stop = end
            if number < len(self.comments) and self.comments[number].span.start < end:
                stop = self.comments[number].span.start
            found = self.text.find(sign, at, stop)
            if found >= 0:
                return found
            at = self.comments[number].span.end if stop < end else end
            number += 1
        return end

    def _place(self, at: int) -> tuple[int, bool, bool]:
        """How far in its line a place is, whether it stands alone there, and below an empty line.

        Dashes before it don't count.
        """
        line, column = self.source.position(at)
        before = self.text[at - column + 1 : at].strip() if column < _DEEP else "…"
        blank = line > 1 and not before.strip("- ") and not self.source.line(line - 1).strip(" \t")
        return column - 1, not before, blank
