"""The text of a journey as lines of coloured pieces: keys, quoted and folded texts, comments.

In: a source and its tree. Out: every character of it but its line ends, once, in order.
"""

from collections.abc import Iterator

from cjm.board.tables import Kind, Line
from cjm.source import LINE_END, Source, Span
from cjm.syntax import Mapping, Node, Parsed, Scalar, Sequence

_Piece = tuple[Span, Kind]


def lines(source: Source, parsed: Parsed) -> tuple[Line, ...]:
    """The lines of the text; the empty one behind its last line end isn't one."""
    # What an alias repeats is there more than once.
    told = {*_pieces(parsed.root), *((comment.span, _COMMENT) for comment in parsed.comments)}
    made: list[list[tuple[Kind, str]]] = [[]]
    for span, kind in _whole(sorted(told), len(source.text)):
        first, *more = LINE_END.split(span.of(source.text))
        made[-1].append((kind, first))
        made += [[(kind, text)] for text in more]
    found = [Line(tuple((kind, text) for kind, text in line if text)) for line in made]
    return tuple(found if found[-1].pieces else found[:-1])


_COMMENT: Kind = "comment"


def _pieces(node: Node | None) -> Iterator[_Piece]:
    """Keys, and the values that are texts beyond doubt; a number or a word stays plain."""
    match node:
        case Mapping():
            for entry in node.entries:
                yield entry.key.span, "key"
                yield from _pieces(entry.value)
        case Sequence():
            for item in node.items:
                yield from _pieces(item)
        case Scalar(plain=False):
            yield node.span, "string"


def _whole(pieces: list[_Piece], end: int) -> Iterator[_Piece]:
    """The pieces, and the plain text between them."""
    at = 0
    for span, kind in pieces:
        if span.start >= at:
            yield Span(at, span.start), ""
            yield span, kind
            at = span.end
    yield Span(at, end), ""
