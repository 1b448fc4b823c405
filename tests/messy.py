"""Journeys as nobody should write them: every style that YAML has, comments wherever one can stand."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from strange import EXAMPLES, table

from cjm.model.keys import JOURNEY, LIBRARY
from cjm.syntax.writing import is_plain, quoted

TREES = st.one_of(table(JOURNEY.keys), table(JOURNEY.keys), table(LIBRARY.keys))
SAID = st.sampled_from(["# c", "# cjm: ignore[hypothesis] why", "#", "#x: 'y", "# é 😀 買い物", "#!  "])
LINE_ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])


class _Writer:
    """Writes a tree, and asks `draw` how at every turn."""

    def __init__(self, draw: st.DrawFn, comments: bool, brackets: bool) -> None:
        self.draw = draw
        self.comments = comments
        self.brackets = brackets
        self.anchors: list[tuple[str, Any]] = []
        self.made = 0

    def rarely(self, chance: int = 8) -> bool:
        return self.draw(st.integers(0, chance)) == chance

    def beside(self) -> str:
        """A comment at the end of a line, perhaps."""
        if not self.comments or not self.rarely(6):
            return ""
        return " " * self.draw(st.integers(1, 3)) + self.draw(SAID)

    def above(self, margin: int) -> Iterator[str]:
        """Comments and empty lines, perhaps."""
        if self.rarely(5):
            yield ""
        if self.comments:
            while self.rarely(5):
                yield " " * self.draw(st.integers(0, margin + 4)) + self.draw(SAID)
                if self.rarely(3):
                    yield "  " * self.draw(st.integers(0, 1))

    def anchor(self, value: Any) -> str:
        """A name for a value, perhaps."""
        if not self.rarely(12):
            return ""
        self.made += 1
        name = f"a{self.draw(st.integers(1, 3))}"
        self.anchors = [each for each in self.anchors if each[0] != name]
        self.anchors.append((name, value))
        return f"&{name} "

    def alias(self, value: Any) -> str:
        same = [name for name, other in self.anchors if other == value and type(other) is type(value)]
        return f"*{same[0]}" if same and self.draw(st.booleans()) else ""

    def scalar(self, value: Any, flow: bool) -> str:
        """A text on one line."""
        if value is None:
            return self.draw(st.sampled_from(["~", "null"]))
        if not isinstance(value, str):
            return "true" if value is True else "false" if value is False else repr(value)
        ways = [quoted(value), *([value] if is_plain(value, flow) else [])]
        if value.isprintable() and not value.startswith((" ", "'")):
            ways.append("'" + value.replace("'", "''") + "'")
        return self.draw(st.sampled_from(ways))

    def flow(self, value: Any) -> str:
        """A value in brackets, over several lines perhaps."""
        if again := self.alias(value):
            return f"{again} "
        if not isinstance(value, dict | list):
            return self.anchor(value) + self.scalar(value, flow=True)
        if isinstance(value, dict):
            parts = [
                f"{self.gap()}{self.scalar(key, True)}: {self.gap()}{self.flow(inner)}"
                for key, inner in value.items()
            ]
            return "{" + ",".join(parts) + self.gap() + "}"
        return "[" + ",".join(f"{self.gap()}{self.flow(inner)}" for inner in value) + self.gap() + "]"

    def gap(self) -> str:
        """What stands between two parts in brackets."""
        if not self.rarely(10):
            return " " * self.draw(st.integers(0, 2))
        comment = f" {self.draw(SAID)}" if self.comments and self.rarely(2) else ""
        return f"{comment}\n{' ' * 80}"

    def value(self, value: Any, margin: int) -> tuple[str, list[str]]:
        """What stands behind `key:` or a dash, and the lines below it."""
        if again := self.alias(value):
            return again + self.beside(), []
        if isinstance(value, dict | list):
            if not value or (self.brackets and self.draw(st.booleans())):
                first, *more = (self.flow(value) + self.beside()).split("\n")
                return first, more
            anchor = self.anchor(value)
            deeper = margin + self.draw(st.integers(1, 4))
            return anchor.rstrip() + self.beside(), list(self.block(value, deeper))
        deeper = " " * (margin + self.draw(st.integers(1, 4)))
        if isinstance(value, str) and " " in value and self.draw(st.booleans()):
            return self.long(value, deeper)
        anchor = self.anchor(value)
        text = anchor + self.scalar(value, flow=False)
        if self.rarely(10):
            return self.beside(), [*self.above(margin), deeper + text + self.beside()]
        return text + self.beside(), []

    def long(self, value: str, deeper: str) -> tuple[str, list[str]]:
        """A text over several lines."""
        sign = self.draw(st.sampled_from(["|", "|-", "|+", ">", ">-", ">+", "|2", '"']))
        lines = value.split(" ")
        if not value.isprintable() or not all(lines) or (sign == "|2" and len(deeper) < 3):
            return quoted(value), []
        if sign == "|2":
            return "|2" + self.beside(), [deeper[:2] + deeper[:-2] + line for line in lines[:1]]
        if sign == '"':
            first, *more = lines
            inner = [deeper + quoted(line)[1:-1] for line in more]
            return f'"{quoted(first)[1:-1]}', [*inner[:-1], inner[-1] + '"' + self.beside()]
        after = [""] * self.draw(st.integers(0, 2))
        return sign + self.beside(), [*(deeper + line for line in lines), *after]

    def block(self, value: Any, margin: int) -> Iterator[str]:
        """The lines of a collection."""
        if isinstance(value, dict):
            names = self.draw(st.permutations(list(value))) if self.rarely(2) else list(value)
            pairs = [(f"{self.scalar(name, True)}:", value[name]) for name in names]
        else:
            pairs = [("-", inner) for inner in value]
        for key, inner in pairs:
            yield from self.above(margin)
            if key == "-" and isinstance(inner, dict) and inner and self.draw(st.booleans()):
                first, *more = self.block(inner, margin + 2)
                if first.startswith(" " * (margin + 2)) and first.strip()[:1] not in "#":
                    yield " " * margin + "- " + first[margin + 2 :]
                else:
                    yield " " * margin + "-"
                    yield first
                yield from more
                continue
            first, more = self.value(inner, margin)
            yield (
                f"{' ' * margin}{key} {first}".rstrip()
                if not first.startswith('"')
                else f"{' ' * margin}{key} {first}"
            )
            yield from more


@st.composite
def messy(draw: st.DrawFn) -> str:
    """A generated journey or library in any style."""
    writer = _Writer(draw, draw(st.booleans()) or draw(st.booleans()), draw(st.booleans()))
    tree = draw(TREES)
    lines = [*writer.above(0), *writer.block(tree, 0), *writer.above(6)]
    end = draw(LINE_ENDS)
    return end.join("\n".join(lines).split("\n")) + draw(st.sampled_from([end, "", end * 2]))


@st.composite
def annotated(draw: st.DrawFn) -> str:
    """An example with comments and empty lines between its lines and behind them."""
    lines = draw(st.sampled_from(list(EXAMPLES.values()))).split("\n")
    start = draw(st.integers(0, max(0, len(lines) - 40)))
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(start, min(len(lines) - 1, start + 40)))
        if draw(st.booleans()):
            lines.insert(
                at, " " * draw(st.integers(0, 14)) + draw(st.sampled_from(["# c", "", "# cjm: ignore[x]"]))
            )
        else:
            lines[at] += "  # beside"
    return "\n".join(lines)
