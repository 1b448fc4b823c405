"""One text as it is written: quotes where they are needed, long ones folded, blocks as they were.

In: a value as written, and where it is to stand. Out: its lines, without the key before them;
the meaning is the same, and so is whether it is text or something to be read as a number or a flag.
"""

import re
import textwrap

from cjm.formatter.entries import Unclear
from cjm.syntax import NO_LINE_END
from cjm.syntax.writing import is_plain, is_text
from cjm.syntax.written import Written

WIDTH = 100
_NARROW = 40
_LINES = re.compile(r"\r\n|\n|\r")
_SPACES = str.maketrans(dict.fromkeys(NO_LINE_END, " "))


def inline(text: str, node: Written, flow: bool = False) -> str | None:
    """A value or key on one line; None where it takes more."""
    if node.style == "*":
        return f"*{node.value}"
    said = _one_line(text, node, flow)
    return None if said is None else " ".join(filter(None, [node.properties, said]))


def lines(text: str, node: Written, room: int, indent: int) -> list[str]:
    """A value in lines, of which the first has so much room and the others are indented so far."""
    if node.style in ("|", ">"):
        return _block(text, node, indent)
    said = inline(text, node)
    if said is not None and (len(said) <= room or node.style == "*"):
        return [said]
    if node.style != "*" and (folded := _folded(text, node, indent)):
        return folded
    return [said] if said is not None else _as_written(text, node, indent)


def _one_line(text: str, node: Written, flow: bool) -> str | None:
    written = text[node.own : node.span.end]
    value = node.value
    if node.style in ("|", ">"):
        return None
    several = _LINES.search(written) is not None
    if _is_odd(written):
        return None if several else written
    if not node.style:
        return (value if _is_simple(value) else None) if several else written
    if not node.properties and is_plain(value, flow):
        return value
    bare = value.isprintable() and '"' not in value and "\\" not in written
    if several:
        return f'"{value}"' if bare and _is_simple(value) else None
    return f'"{value}"' if bare and node.style == "'" else written


def _is_odd(written: str) -> bool:
    """Whether it holds what YAML 1.1 takes for the end of a line: that is read as a space, and kept."""
    return any(sign in written for sign in NO_LINE_END)


def _is_simple(value: str) -> bool:
    """Whether a text can stand on one line as it is, and be broken at its spaces."""
    return value.isprintable() and value == value.strip() and "  " not in value


def _folded(text: str, node: Written, indent: int) -> list[str]:
    """A long text as `>-`, broken at its spaces; nothing where that would say something else."""
    value = node.value
    if (
        node.properties
        or _is_odd(text[node.own : node.span.end])
        or not is_text(value)
        or not _is_simple(value)
    ):
        return []
    broken = textwrap.wrap(
        value, max(WIDTH - indent, _NARROW), break_long_words=False, break_on_hyphens=False
    )
    if len(broken) < 2 or " ".join(broken) != value:
        return []
    return [">-", *(" " * indent + line for line in broken)]


def _block(text: str, node: Written, indent: int) -> list[str]:
    """A block of text as it was, at its new place."""
    header, *body = _LINES.split(text[node.own : node.span.end])
    said = node.value.rstrip("\n")
    ends = len(node.value) - len(said)
    sign = header.partition("#")[0].strip()
    if any(char.isdigit() for char in sign):  # counted from what is around it: only `|` can be made anew
        if "#" in text[node.own : node.span.end]:
            raise Unclear("a text block with its indentation in figures", node.span)
        body = said.split("\n")
        sign = "|2" if body[0][:1] in ("", " ") else "|"
    else:
        margin = min((len(line) - len(line.lstrip(" ")) for line in body if line.strip(" ")), default=0)
        body = [line[margin:] for line in body]
        sign = sign[:1]
    if not said:
        body, ends = [], ends and ends + 1
    elif not said.translate(_SPACES).endswith(body[-1].translate(_SPACES)):
        raise Unclear("a text block that ends in spaces", node.span)
    sign += "-" if not ends else "" if ends == 1 else "+"
    start = " ".join(filter(None, [node.properties, sign]))
    return [start, *(" " * indent + line if line else "" for line in body), *[""] * (ends - 1)]


def _as_written(text: str, node: Written, indent: int) -> list[str]:
    """Several lines as they were broken, the further ones indented anew."""
    first, *more = _LINES.split(text[node.own : node.span.end])
    kept = [first, *(line.lstrip(" \t") for line in more)]
    if node.style == '"':  # a backslash joins lines, or keeps the space behind it
        kept = [line if line.rstrip(" \t").endswith("\\") else line.rstrip(" \t") for line in kept]
    else:
        kept = [line.rstrip(" \t") for line in kept]
    start, *rest = kept
    start = " ".join(filter(None, [node.properties, start]))
    return [start, *(" " * indent + line if line else "" for line in rest)]
