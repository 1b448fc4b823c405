"""The map in signs, for a terminal: phases across, what happens in them below, the curve.

In: a board, a width in columns, and whether signs beyond ASCII can be shown. Out: lines
of runs of text with the name of a style each; `write` gives them plain. A journey that
is wider is wrapped like a score: its further phases stand below.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cjm.board.sheet import Board, Glyph, Head, Hole, Text
from cjm.reporters import map_curve
from cjm.reporters.columns import inert, width

WIDTH = 100
_NARROWEST, _WIDEST = 13, 24

# What has a near sign in ASCII; accents are dropped, anything else becomes a question mark.
_NEAR = str.maketrans("“”„‘’‚–—−…·×→•\u00a0\u202f", "\"\"\"'''---.-x>*  ")


class Run(msgspec.Struct, frozen=True):
    """A piece of a line: `style` is empty, bold, dim, pos, neg or warn."""

    text: str
    style: str = ""


Line = tuple[Run, ...]
_Cells = Sequence[Sequence[Run]]


class _Part(msgspec.Struct, frozen=True):
    """Phases side by side, with touchpoints `first` up to but not including `end`, `cell` columns each."""

    heads: list[Head]
    first: int
    end: int
    cell: int


def write(board: Board) -> str:
    """The lines without styles, at 100 columns, without spaces at their ends."""
    return "".join(
        "".join(run.text for run in line).rstrip() + "\n" for line in lines(board, WIDTH, unicode=True)
    )


def lines(board: Board, columns: int, *, unicode: bool) -> list[Line]:
    """The whole map; no line is wider than `columns`."""
    sheet = _Sheet(board, columns, unicode)
    return [*sheet.head(), *(line for part in sheet.parts() for line in sheet.part(part)), *sheet.gaps()]


class _Sheet:
    def __init__(self, board: Board, columns: int, unicode: bool) -> None:
        self.board = board
        self.columns = columns
        self.unicode = unicode
        labels = ["touchpoints", "channels", "moments", "emotion", "owner"]
        self.margin = min(max(width(self.safe(board.label(name))) for name in labels), columns // 4, 18) + 2

    def safe(self, text: str) -> str:
        """Text that this terminal shows as it is."""
        text = inert(text)
        return text if self.unicode or text.isascii() else _ascii(text)

    def short(self, label: str, room: int) -> str:
        """A label, with an ellipsis where there is no room for all of it."""
        label = self.safe(label)
        if width(label) <= room:
            return label
        return _pieces(label, room - 1)[0] + ("…" if self.unicode else ".")

    def head(self) -> Iterator[Line]:
        board = self.board
        yield from self.told(board.title, "bold")
        yield from self.told(board.kicker, "dim")
        for block in board.blocks:
            if block.key == "persona":
                yield from self.told(": ".join(filter(None, (block.label, block.title))))

    def told(self, text: str, style: str = "", indent: int = 0) -> Iterator[Line]:
        """A text over the whole width, its further lines indented."""
        for number, line in enumerate(_wrap(self.safe(text), self.columns - indent)):
            yield (Run(" " * (indent if number else 0) + line, style),)

    def parts(self) -> list[_Part]:
        """The systems: whole phases together where they fit, else as many columns as do.

        A phase without touchpoints is one of its own.
        """
        room = self.columns - self.margin
        most = max(room // (_NARROWEST + 1), 1)
        parts: list[tuple[list[Head], int, int]] = []
        for head in self.board.phases:
            count = head.end - head.first
            before = parts[-1] if parts else None
            if before and count and before[1] < before[2] and head.end - before[1] <= most:
                parts[-1] = ([*before[0], head], before[1], head.end)
                continue
            pieces = max(-(-count // most), 1)
            cuts = [head.first + count * piece // pieces for piece in range(pieces + 1)]
            parts += [([head], first, end) for first, end in pairwise(cuts)]
        return [
            _Part(heads, first, end, min(room // max(end - first, 1) - 1, _WIDEST))
            for heads, first, end in parts
        ]

    def part(self, part: _Part) -> Iterator[Line]:
        """A system: its phases, and a row for each thing that is told of their touchpoints."""
        board = self.board
        yield ()
        spans = [min(head.end, part.end) - max(head.first, part.first) for head in part.heads]
        wide = [max(span, 1) * (part.cell + 1) - 1 for span in spans]
        bar = "━" if self.unicode else "="
        bars = [
            [Run(bar * size, "neg" if head.gap else "")] for head, size in zip(part.heads, wide, strict=True)
        ]
        yield self.beside("", bars, wide)
        names = [[Run(f"{head.number} {head.name}", "bold"), self.owned(head)] for head in part.heads]
        yield from self.row("", names, wide)
        own = range(part.first, part.end)
        if not own:
            return
        cells = [part.cell] * len(own)
        yield ()
        yield from self.row("touchpoints", [self.touchpoint(index) for index in own], cells)
        yield from self.row("channels", [self.channels(index) for index in own], cells)
        yield from self.row("moments", [self.moment(index) for index in own], cells)
        if board.curves:
            yield from self.curve(part)
            yield from self.row("", [self.feeling(index) for index in own], cells)
        if board.bands:
            yield from self.row("owner", [self.owner(index) for index in own], cells)

    def owned(self, head: Head) -> Run:
        return Run(head.gap.label, "neg") if head.gap else Run(head.owner, "dim")

    def touchpoint(self, index: int) -> list[Run]:
        """The number and the name, where it leads if not to the next one, and how many gaps there are."""
        column = self.board.columns[index]
        told = [Run(f"{column.number} {column.name}", "bold"), *(Run(way, "dim") for way in column.branches)]
        if column.inside:
            told.append(Run(column.inside.text, "dim"))
        if count := len(column.gaps):
            gaps = self.board.language.plurals["gaps"][count != 1]
            told.append(Run(f"! {gaps.format(n=count)}", "warn"))
        return told

    def channels(self, index: int) -> list[Run]:
        lane = next((lane for lane in self.board.lanes if lane.key == "channels"), None)
        return [_run(item) for item in lane.cells[index]] if lane else []

    def moment(self, index: int) -> list[Run]:
        column = self.board.columns[index]
        if not column.moment:
            return []
        sign = map_curve.sign(column.point, unicode=self.unicode)
        return [Run(f"{sign} {column.moment}", "pos" if column.point.impact > 0 else "neg")]

    def feeling(self, index: int) -> list[Run]:
        """The first curve's word and score, what is said of them, and what else is felt there."""
        first = self.board.curves[0]
        point = first.points[index]
        told = [*(Run(note, "dim") for note in point.notes), *map(Run, self.board.columns[index].beside)]
        if point.score is None:
            return told
        style = "pos" if point.score > 0 else "neg" if point.score < 0 else ""
        name = f"{first.name}: " if first.name else ""
        return [Run(f"{name}{point.word} {_signed(point.score, self.board)}".strip(), style), *told]

    def owner(self, index: int) -> list[Run]:
        for band in self.board.bands:
            if band.first <= index <= band.last:
                return [Run(band.gap.label, "neg") if band.gap and not band.name else Run(band.name)]
        return []

    def curve(self, part: _Part) -> Iterator[Line]:
        points = self.board.curves[0].points
        drawn = map_curve.drawn(points, part.first, part.end, part.cell + 1, unicode=self.unicode)
        label = self.board.label("emotion")
        for row, (score, line) in enumerate(drawn):
            name = "" if row else self.short(label, self.margin - 4)
            sign = f"{score:+d}".replace("-", "−" if self.unicode else "-") if score else "0"
            gap = " " * (self.margin - width(name) - 3)
            yield (
                Run(name, "dim"),
                Run(f"{gap}{sign:>2} ", "dim"),
                Run(line, "pos" if score > 0 else "neg" if score < 0 else ""),
            )

    def row(self, key: str, cells: _Cells, wide: Sequence[int]) -> Iterator[Line]:
        """A row of cells under their label, as tall as the fullest cell; none if all are empty."""
        filled = [
            [Run(line, run.style) for run in cell if run.text for line in _wrap(self.safe(run.text), size)]
            for cell, size in zip(cells, wide, strict=True)
        ]
        label = self.board.label(key) if key else ""
        for number in range(max(map(len, filled), default=0)):
            yield self.beside("" if number else label, [cell[number : number + 1] for cell in filled], wide)

    def beside(self, label: str, cells: _Cells, wide: Sequence[int]) -> Line:
        """One line: the label and a run for each cell, padded."""
        made = [Run(_padded(self.short(label, self.margin - 2), self.margin), "dim")]
        for cell, size in zip(cells, wide, strict=True):
            run = cell[0] if cell else Run("")
            made.append(Run(_padded(run.text, size + 1), run.style))
        last = made[-1]
        return (*made[:-1], Run(last.text.rstrip(), last.style))

    def gaps(self) -> Iterator[Line]:
        """What is missing, where."""
        if not self.board.gaps:
            return
        yield ()
        yield from self.told(self.board.label("gaps"), "bold")
        for region in self.board.gaps:
            for spot in region.spots:
                place = f"{spot.number or region.number or ''} {spot.name or region.name}".strip()
                told = ", ".join(gap.label for gap in spot.gaps)
                yield from self.told(f"{place}: {told}", indent=4)


def _run(item: object) -> Run:
    match item:
        case Glyph() | Text():
            return Run(item.text)
        case Hole():
            return Run(item.gap.label, "neg")
        case _:
            return Run("")


def _signed(score: float, board: Board) -> str:
    from cjm.languages import signed

    return signed(score, board.language)


def _ascii(text: str) -> str:
    near = unicodedata.normalize("NFKD", text.translate(_NEAR))
    kept = "".join(char for char in near if not unicodedata.combining(char))
    return kept.encode("ascii", "replace").decode()


def _padded(text: str, size: int) -> str:
    return text + " " * (size - width(text))


def _wrap(text: str, room: int) -> Iterator[str]:
    """Lines of at most `room` columns, broken at spaces, and within words that are longer."""
    line = ""
    for word in text.split():
        together = f"{line} {word}" if line else word
        if width(together) <= room:
            line = together
            continue
        if line:
            yield line
        *whole, line = _pieces(word, room)
        yield from whole
    if line:
        yield line


def _pieces(word: str, room: int) -> list[str]:
    pieces, used = [""], 0
    for char in word:
        size = width(char)
        # Marks take no room; a hundred of them on one letter aren't read either.
        if pieces[-1] and (used + size > room or len(pieces[-1]) >= 4 * room):
            pieces, used = [*pieces, ""], 0
        pieces[-1] += char
        used += size
    return pieces
