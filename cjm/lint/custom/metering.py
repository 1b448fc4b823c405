"""Keeps an expression from running without end, which the package that runs it doesn't.

In: an expression's text. Out: the same expression with a meter in the body of each loop
(`all`, `exists`, `map`, …), which breaks it off where its work exceeds a budget. The
budget counts work and no seconds, so that a journey's findings are the same on every machine.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from cjm.lint.custom.values import weight

MAX_DEPTH = 24
# Steps for one rule in one journey: some seconds. A loop over the largest journey fits, a
# loop over it within a loop doesn't.
BUDGET = 500_000
_MACROS = {"all", "exists", "exists_one", "existsOne", "map", "filter"}
# What a step copies whole: the large parts of a journey, where nothing in them is asked for.
_LARGE = {"journey", "phase"}
_LARGE_KEYS = {"phases", "touchpoints"}
_COMPARING = {"==", "!=", "in"}
_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
    |(?P<text>[bB]?[rR](?:"{3}.*?"{3}|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*')
        |[bB]?(?:"{3}(?:\\.|[^\\])*?"{3}|'{3}(?:\\.|[^\\])*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
    |(?P<other>[0-9][0-9A-Za-z.]*|&&|\|\||[=!<>]=|.)""",
    re.VERBOSE | re.DOTALL,
)
_COUNTED = re.compile(r"\{([0-9]*),?([0-9]*)\}")


class Token(msgspec.Struct, frozen=True):
    """A word, a text or a sign of an expression, and where it starts."""

    kind: str
    text: str
    start: int


def tokens(expression: str) -> list[Token]:
    """The tokens, without white space and comments."""
    found = _TOKEN.finditer(expression)
    return [Token(str(each.lastgroup), each[0], each.start()) for each in found if each.lastgroup != "space"]


def too_deep(found: Sequence[Token]) -> Token | None:
    """The bracket that is one too many within brackets."""
    depth = 0
    for token in found:
        depth += (token.text in ("(", "[", "{")) - (token.text in (")", "]", "}"))
        if depth > MAX_DEPTH:
            return token
    return None


def loop_variables(found: Sequence[Token]) -> set[str]:
    """The names that loops give to what they go through."""
    return {found[at + 2].text for at in range(len(found) - 2) if _opens(found, at, _MACROS)}


def metered(found: Sequence[Token]) -> str:
    """The text of an expression with a meter in each loop and before each regular expression."""
    return " ".join(_metered(found))


def _opens(found: Sequence[Token], at: int, names: set[str]) -> bool:
    """Whether a method of one of these names is called here."""
    called = found[at].text in names and at + 1 < len(found) and found[at + 1].text == "("
    return called and at > 0 and found[at - 1].text == "."


def _metered(found: Sequence[Token]) -> Iterator[str]:
    at = 0
    while at < len(found):
        yield found[at].text
        if _opens(found, at, _MACROS | {"matches"}):
            given, end = _arguments(found, at + 2)
            yield "("
            yield from _call(found[at].text, given)
            at = end
        else:
            at += 1


def _call(name: str, given: list[Sequence[Token]]) -> Iterator[str]:
    """The arguments of a loop or of `matches`, metered, up to the closing bracket."""
    written = [" ".join(_metered(argument)) for argument in given]
    if name == "matches":
        written = [f"cjm_pattern({argument})" for argument in written]
    elif len(written) > 1:
        large, compared = _heavy(found for argument in given[1:] for found in _own(argument))
        written[1] = f"(cjm_step({large}, {compared}) ? ({written[1]}) : cjm_spent)"
        if name == "map":  # only what it makes can grow from loop to loop
            written[-1] = f"cjm_made({written[-1]})"
    yield ", ".join(written)


def _arguments(found: Sequence[Token], start: int) -> tuple[list[Sequence[Token]], int]:
    """The arguments of a call whose bracket has opened, and the place of the one that closes it."""
    depth = 0
    given = []
    for at in range(start, len(found)):
        text = found[at].text
        if depth == 0 and text in (",", ")"):
            given.append(found[start:at])
            start = at + 1
            if text == ")":
                return given, at
        depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
    return given, len(found)


def _own(found: Sequence[Token]) -> Iterator[Token]:
    """The tokens that are not in the body of a further loop."""
    at = 0
    while at < len(found):
        yield found[at]
        at = _arguments(found, at + 2)[1] if _opens(found, at, _MACROS) else at + 1


def _heavy(found: Iterator[Token]) -> tuple[int, int]:
    """How often these tokens name a large part of a journey, and how often they compare."""
    words = [token.text for token in found if token.kind != "text"]
    whole = sum(word in _LARGE and after != "." for word, after in pairwise([*words, ""]))
    large = whole + sum(word in _LARGE_KEYS for word in words)
    return large, sum(word in _COMPARING for word in words)


class Meter:
    """The work that is left to one rule in one journey; `spent` once there is none."""

    def __init__(self, data: Any) -> None:
        self.left = BUDGET
        self.spent = False
        self.weigh(data)

    def weigh(self, data: Any) -> None:
        """Take this for what expressions look at from here on."""
        self.size = weight(data)

    def functions(self) -> dict[str, Callable[..., Any]]:
        """What metered expressions call. None of it raises: the package would log that."""
        return {"cjm_step": self.step, "cjm_made": self.made, "cjm_pattern": self.pattern}

    def evaluation(self, found: Sequence[Token]) -> None:
        """Count what an expression costs outside of its loops."""
        large, compared = _heavy(_own(found))
        self.step(large + 1, compared)  # one more: the package copies what an expression sees

    def step(self, large: int, compared: int) -> bool:
        """Count a step, which copies or compares so many large parts; False where it is one too many."""
        return self._spend(1 + large * (self.size // 50) + compared * (self.size // 300))

    def made(self, value: Any) -> Any:
        """What `map` made of an item, if there is room for it; getting here has copied it."""
        return value if self._spend(10 * weight(value)) else None

    def pattern(self, pattern: Any) -> Any:
        """A regular expression, if compiling it is no more work than is left.

        Matching takes linear time in Rust's `regex`, but it is compiled at each call, and
        counted repetition multiplies what that costs.
        """
        if not isinstance(pattern, str):
            return pattern
        work = len(pattern) + 30 * (pattern.count("\\") + pattern.count("(?"))
        for low, high in _COUNTED.findall(pattern[:1000]):
            work *= max(1, int(high[:6] or low[:6] or 1))
        return pattern if self._spend(work) else ""

    def _spend(self, work: int) -> bool:
        self.left -= work
        self.spent = self.spent or self.left < 0
        return not self.spent
