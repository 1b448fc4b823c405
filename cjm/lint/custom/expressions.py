"""CEL expressions of `cjm.yaml`: compiled, tried on a journey with every field filled, run.

In: the text of an expression and the names that it may use. Out: a `Compiled`, or a `Fault`
with its place in the text; of a run its value, or in words why there is none.
"""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

import msgspec

from cjm.grammar.binder import Suggestions, listing, shorten
from cjm.lint.custom.metering import MAX_DEPTH, Meter, Token, loop_variables, metered, tokens, too_deep
from cjm.lint.custom.values import filled
from cjm.model.keys import JOURNEY

# What an expression of a rule may name, by what the rule is about.
SCOPES = {
    "journey": ("journey",),
    "phase": ("journey", "phase"),
    "touchpoint": ("journey", "phase", "touchpoint"),
}
_TYPES = {"bool", "bytes", "double", "duration", "int", "list", "map", "null_type", "string", "timestamp"}
_TYPES |= {"type", "uint", "optional"}
_SAID = re.compile(r"ERROR: <input>:([0-9]+):([0-9]+): (?:Syntax error: )?(.*)")
_UNDEFINED = re.compile(r"Undefined variable or function: '([^']*)'")
INSTALL = "pip install 'cjm-compiler[rules]', or pipx inject cjm-compiler common-expression-language"


class Fault(NamedTuple):
    """What is wrong with an expression, from where to where in it, and advice."""

    message: str
    start: int
    end: int
    help: str = ""


class Compiled(msgspec.Struct, frozen=True):
    """An expression that can run: its text, tokens and program, and the names of `SCOPES` that it uses."""

    text: str
    tokens: list[Token]
    program: Any
    uses: frozenset[str]


class Failure(msgspec.Struct, frozen=True):
    """Why a run gave no value, the word that it is about, where it is about one, and advice."""

    message: str
    word: str = ""
    help: str = ""


TOO_LARGE = Failure(
    "the journey is too large for its loops", help="loop over fewer things, or check each `on: touchpoint`"
)


def installed() -> bool:
    """Whether the package that runs expressions is there."""
    try:
        import cel  # noqa: F401
    except ImportError:
        return False
    return True


@lru_cache(maxsize=512)
def compiled(text: str, on: str) -> Compiled | Fault:
    """The expression, compiled and tried on a journey with every field filled; or its first fault."""
    import cel

    found = tokens(text)
    if deep := too_deep(found):
        help = "make two rules of it, or use `when`"
        return Fault(f"brackets within more than {MAX_DEPTH} brackets", deep.start, deep.start + 1, help)
    if fault := _free_matches(found):
        return fault
    try:
        program = cel.compile(text)
        running = cel.compile(metered(found))
    except ValueError as error:
        return _syntax(str(error), text)
    named = set(program.variables())
    unknown = named - set(SCOPES[on]) - _TYPES - loop_variables(found)
    if unknown:
        return _unknown(unknown, found, on)
    result = Compiled(text, found, running, frozenset(named & set(SCOPES[on])))
    return _tried(result) or result


def run(expression: Compiled, context: Any, meter: Meter) -> Any:
    """Its value, or a `Failure`. `context` knows the variables, and the functions of the meter."""
    meter.evaluation(expression.tokens)
    try:
        value = expression.program.execute(context) if not meter.spent else None
    except Exception as error:  # whatever it is, it is about the expression and the journey
        value = _failure(error)
    return TOO_LARGE if meter.spent else value


def context_of(variables: dict[str, Any], meter: Meter) -> Any:
    """Where expressions find their variables."""
    import cel

    return cel.Context(variables, meter.functions())


@cache
def sample(words: tuple[str, ...]) -> dict[str, Any]:
    """A journey, a phase and a touchpoint with every field filled."""
    journey = filled(JOURNEY, words)
    phase = journey["phases"][0]
    return {"journey": journey, "phase": phase, "touchpoint": phase["touchpoints"][0]}


def keys() -> set[str]:
    """Every key that can stand in a journey."""
    return {key.name for record in (JOURNEY, *JOURNEY.inner) for key in record.keys} | {"score", "feeling"}


def _tried(expression: Compiled) -> Fault | None:
    # A metric or a persona may have any name: those that the expression speaks of are there.
    words = {each.text.strip("\"'") for each in expression.tokens if each.kind in ("name", "text")}
    everything = sample(tuple(sorted(words)))
    variables = {name: everything[name] for name in expression.uses}
    meter = Meter(variables)
    value = run(expression, context_of(variables, meter), meter)
    whole = (0, len(expression.text))
    if isinstance(value, Failure):
        at = next((each for each in expression.tokens if each.text.strip("\"'") == value.word), None)
        if not value.word or at is None:
            help = _KINDS if value.help == _NULL else ""
            return Fault(f"fails even where every field is filled: {value.message}", *whole, help)
        called = value.message.startswith("there is no function")
        near = Suggestions().nearest
        help = near(value.word, _FUNCTIONS, f"known: {listing(_FUNCTIONS, limit=20)}") if called else ""
        help = help or near(value.word, sorted(keys()), "`cjm schema` has the keys of the language")
        return Fault(value.message, at.start, at.start + len(at.text), help)
    if not isinstance(value, bool):
        return Fault("an expression must be true or false", *whole, f"this one gives {_kind(value)}")
    return None


def _free_matches(found: list[Token]) -> Fault | None:
    for at, token in enumerate(found[:-1]):
        if token.text == "matches" and found[at + 1].text == "(" and (not at or found[at - 1].text != "."):
            help = "write it behind the text: touchpoint.name.matches('…')"
            return Fault("`matches` has no text to look at", token.start, token.start + 7, help)
    return None


def _syntax(said: str, text: str) -> Fault:
    found = _SAID.search(said)
    if not found:
        return Fault("this is no expression", 0, len(text), _HELP)
    lines = text.split("\n")
    line = min(int(found[1]), len(lines))
    start = sum(len(each) + 1 for each in lines[: line - 1]) + int(found[2]) - 1
    reason = found[3].partition(" expecting ")[0]
    if "<EOF>" in reason and "extraneous" not in reason:
        start = min(start, len(text))
        return Fault("the expression ends too early", max(0, start - 1), start, _HELP)
    quoted = re.search(r"(?:input|at:) '(.*)'", reason)
    word = quoted[1].strip() if quoted else ""
    reason = f"{shorten(word)!r} is not understood here" if word else reason.rstrip(".")
    help = "compare with `==`" if word == "=" else _HELP
    start = min(start, max(0, len(text) - 1))
    return Fault(reason, start, min(len(text), start + max(1, len(word))), help)


# A number that isn't said is null, and null is neither more nor less than anything.
_NULL = "ask first whether a number is said: touchpoint.emotion.score != null && …"
_KINDS = "kinds don't mix: write 1.0 beside a number with decimals, or turn one into the other with double(…)"
_FUNCTIONS = (
    "size",
    "has",
    "contains",
    "startsWith",
    "endsWith",
    "matches",
    "all",
    "exists",
    "exists_one",
    "filter",
    "map",
    "int",
    "double",
    "duration",
    "timestamp",
)
_HELP = "expressions are written in CEL: touchpoint.channels.size() > 0 && touchpoint.need != ''"


def _unknown(unknown: set[str], found: list[Token], on: str) -> Fault:
    at = next(
        (
            each
            for before, each in zip([None, *found], found, strict=False)
            if each.text in unknown and (before is None or before.text != ".")
        ),
        found[0],
    )
    known = SCOPES[on]
    if at.text in SCOPES["touchpoint"]:
        message = f"a rule on a {on} has no {at.text!r}"
        return Fault(message, at.start, at.start + len(at.text), f"it knows: {listing(known)}")
    owner = "" if at.text not in keys() else f"write {on}.{at.text}"
    help = owner or Suggestions().nearest(at.text, known, f"known here: {listing(known)}")
    return Fault(f"nothing is called {at.text!r}", at.start, at.start + len(at.text), help)


def _failure(error: Exception) -> Failure:
    """An error of the package, in words for whoever wrote the rule."""
    said = str(error)
    if isinstance(error, KeyError):
        word = str(error.args[0]).strip("'") if error.args else ""
        return Failure(
            f"there is no key {shorten(word)!r}", word, f"ask first whether it is there: '{word}' in …"
        )
    if undefined := _UNDEFINED.search(said):
        return Failure(f"there is no function {shorten(undefined[1])!r}", undefined[1])
    if isinstance(error, TypeError):
        return Failure("a value is of another kind than the expression wants", help=_NULL)
    if "not a valid regex" in said:
        return Failure("this is no regular expression")
    first = said.partition("\n")[0].partition(". ")[0].rstrip(".")
    return Failure(shorten(first[:1].lower() + first[1:], 100))


def _kind(value: Any) -> str:
    match value:
        case str():
            return "a text"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return "neither"
