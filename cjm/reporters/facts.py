"""What a file says, one fact a line: text that git compares where people review a change.

In: a source. Out: YAML to read, not to keep: every list and mapping in lines of its own, long
texts unwrapped, without quotes; comments where they stood. How a file is laid out plays no part.
"""

from collections.abc import Iterator

from cjm.reporters.columns import inert
from cjm.source import Source
from cjm.syntax import Comment, Mapping, Node, Scalar, parse
from cjm.syntax import Sequence as Items


def facts(source: Source) -> str | None:
    """The lines; None for a text that can't be read."""
    parsed = parse(source)
    if parsed.root is None or parsed.diagnostics:
        return None
    told = _Told(parsed.comments)
    lines = [*told.lines(parsed.root, ""), *told.remarks(len(source.text), "")]
    return "".join(f"{line}\n" for line in lines)


class _Told:
    def __init__(self, comments: tuple[Comment, ...]) -> None:
        self.comments = list(reversed(comments))

    def remarks(self, before: int, indent: str) -> Iterator[str]:
        """The comments that stand before an offset and weren't told yet."""
        while self.comments and self.comments[-1].span.start < before:
            yield indent + inert(self.comments.pop().text)

    def lines(self, node: Node, indent: str) -> Iterator[str]:
        """A mapping or a list, a line or more for each of what it holds."""
        match node:
            case Mapping():
                for entry in node.entries:
                    yield from self.remarks(entry.key.span.start, indent)
                    yield from self.value(f"{indent}{inert(entry.key.value)}:", entry.value, indent)
            case Items():
                for item in node.items:
                    yield from self.remarks(item.span.start, indent)
                    yield from self.item(item, indent)
            case Scalar():
                yield f"{indent}{inert(node.value)}"

    def value(self, key: str, node: Node, indent: str) -> Iterator[str]:
        """A key with its value: beside it where that is one line, else below."""
        if isinstance(node, Scalar):
            first, *more = [""] if node.empty else _pieces(node)
            yield f"{key} {first}".rstrip()
            yield from (f"{indent}  {line}" for line in more)
        else:
            yield key
            yield from self.lines(node, f"{indent}  ")

    def item(self, node: Node, indent: str) -> Iterator[str]:
        """An item of a list, its first line behind the dash."""
        if isinstance(node, Scalar):
            yield from self.value(f"{indent}-", node, indent)
            return
        dashed = False
        for line in self.lines(node, f"{indent}  "):
            if not dashed and not line.lstrip().startswith("#"):
                dashed = True
                yield f"{indent}- {line[len(indent) + 2 :]}"
            else:
                yield line


def _pieces(node: Scalar) -> list[str]:
    return [inert(line) for line in node.value.split("\n") if line.strip()] or [""]
