"""Dates, durations, ratios and amounts, in the spellings that people use."""

import datetime
import re
from typing import Any, Literal

import msgspec

from cjm.diagnostics import write
from cjm.grammar.binder import Binder, Definitions, Schema, shorten
from cjm.grammar.scalars import LARGEST, NUMBER, Number, mend_number, number
from cjm.languages import month, unit
from cjm.syntax import Node, Scalar

# Seconds a unit; a month and a year are the Gregorian calendar's means.
SECONDS = {
    "seconds": 1.0,
    "minutes": 60.0,
    "hours": 3600.0,
    "days": 86400.0,
    "weeks": 604800.0,
    "months": 2629746.0,
    "years": 31556952.0,
}
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR"}

Form = Literal["number", "ratio", "duration", "amount"]


class Quantity(msgspec.Struct, frozen=True):
    """A value with its form: a ratio is 0…1, a duration counts its `unit`, an amount its currency."""

    value: float
    form: Form = "number"
    unit: str = ""

    @property
    def comparable(self) -> float:
        """The value on the one scale of its form: durations in seconds."""
        return self.value * SECONDS[self.unit] if self.form == "duration" else self.value

    def __str__(self) -> str:
        match self.form:
            case "ratio":
                return f"{round(self.value * 100, 6):.15g}%"
            case _:
                return f"{self.value:.15g} {self.unit}".strip()


class Date:
    """A day, `2026-05-12`."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `datetime.date`."""
        if not isinstance(node, Scalar):
            return binder.expected("a date", node, "write it as 2026-05-12")
        text = node.value.strip()
        if not _DAY.match(text):
            help = write(_mended_day(text), "write year-month-day: 2026-05-12")
            return binder.error("bad-date", f"{shorten(text)!r} is not a date", node.span, help)
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            message = f"{text!r} is a day that doesn't exist"
            return binder.error("bad-date", message, node.span, "look at the month and the day")

    def schema(self, definitions: Definitions) -> Schema:
        """A text in the shape of a date."""
        pattern = r"^\s*[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\s*$"
        return {"type": "string", "pattern": pattern}

    def describe(self) -> str:
        """«a date»."""
        return "a date, `2026-05-12`"


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# From here on patterns are compiled when a value first needs them.
_YEAR_FIRST = r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[T ].*)?\Z"
# A day of 13 or more can't be a month; any other order could be either.
_IN_WORDS = r"([0-9]{1,2})(?:st|nd|rd|th|\.)? ([^\W\d_]{3,10})\.? ([0-9]{4})\Z"
_DAY_FIRST = r"(1[3-9]|2[0-9]|3[01])[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})\Z"


def _mended_day(text: str) -> str:
    if found := re.match(_YEAR_FIRST, text):
        return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
    if found := re.match(_DAY_FIRST, text):
        return f"{found[3]}-{found[2]:0>2}-{found[1]}"
    found = re.match(_IN_WORDS, text)
    number = month(found[2]) if found else None
    return f"{found[3]}-{number:02}-{found[1]:0>2}" if found and number else ""


_ISO = r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z"
_ISO_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_AMOUNT_OF_TIME = r"([0-9]+(?:\.[0-9]+)?)\s*([^\W\d_]+)\.?\Z"
# What a schema can say of it: the words of units are the checker's business.
_DURATION_SHAPE = r"P[0-9YMWDTHS]+|[0-9]+(?:\.[0-9]+)?\s*[A-Za-z]+\.?"


class Duration:
    """`10 min`, `3 d`, `2 weeks`, `3 dagen` or ISO 8601's `PT10M`."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `Quantity` in the unit it was written in; mixed ISO units become the smallest."""
        if not isinstance(node, Scalar):
            return binder.expected("a duration", node, "write it as `10 min` or `PT10M`")
        found = duration(node.value)
        if found is None:
            how = "write a number and a unit (30 s, 10 min, 2 hours, 3 days, 1 year) or ISO 8601's PT1H30M"
            help = write(_mended_duration(node.value), how)
            return binder.error("bad-duration", f"{shorten(node.value)!r} is not a duration", node.span, help)
        if found.comparable > LARGEST:
            return binder.error("out-of-range", f"{shorten(node.value)!r} is too long", node.span)
        return found

    def schema(self, definitions: Definitions) -> Schema:
        """A text in one of the shapes."""
        return {"type": "string", "pattern": rf"^\s*(?:{_DURATION_SHAPE})\s*$"}

    def describe(self) -> str:
        """«a duration»."""
        return "a duration, `10 min`, `3 d` or `PT10M`"


def duration(text: str) -> Quantity | None:
    """The duration that a text spells, or None."""
    text = text.strip()
    if len(text) > 40:
        return None
    if simple := re.match(_AMOUNT_OF_TIME, text):
        name = unit(simple[2].lower())
        return Quantity(float(simple[1]), "duration", name) if name else None
    if not (iso := re.match(_ISO, text, re.ASCII)):
        return None
    parts = [(int(amount), name) for amount, name in zip(iso.groups(), _ISO_UNITS, strict=True) if amount]
    smallest = parts[-1][1]
    seconds = sum(amount * SECONDS[name] for amount, name in parts)
    value = parts[0][0] if len(parts) == 1 else seconds / SECONDS[smallest]
    return Quantity(float(value), "duration", smallest)


def _mended_duration(text: str) -> str:
    plain = re.sub(r"(?<=[0-9]),(?=[0-9])", ".", text.strip())
    return plain if duration(plain) else ""


class Ratio(Number):
    """A share: `31%` or `0.31`."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def bind(self, node: Node, binder: Binder) -> Any:
        """A float from 0 to 1."""
        if not isinstance(node, Scalar):
            return binder.expected("a share", node, "write it as 31% or 0.31")
        text = node.value.strip()
        plain = text.removesuffix("%").strip()
        what = "a share from 0% to 100%"
        if not NUMBER.match(plain):
            mended = mend_number(plain)
            help = write(
                f"{mended}{'%' if plain != text else ''}" if mended else "", "write it as 31% or 0.31"
            )
            return binder.error("bad-number", f"{shorten(text)!r} is not {what}", node.span, help)
        value = float(plain) / (100 if plain != text else 1)
        if not 0 <= value <= 1:
            help = f"write {plain}%" if plain == text and 1 < value <= 100 else ""
            return binder.error("out-of-range", f"{shorten(text)!r} is not {what}", node.span, help)
        return round(value, 6)

    def schema(self, definitions: Definitions) -> Schema:
        """A number from 0 to 1 or a percentage."""
        shape = r"^\s*\+?(?:100(?:\.0*)?|[0-9]{1,2}(?:\.[0-9]*)?|\.[0-9]+)\s*%\s*$"
        return {"anyOf": [super().schema(definitions), {"type": "string", "pattern": shape}]}

    def describe(self) -> str:
        """«a share»."""
        return "a share, `31%` or `0.31`"


# Signs beyond Latin-1 stand outside sets: each set with one costs a fifth of a millisecond to compile.
_SIGN = "[A-Z]{3}|[$£¥]|€|₹"
_PLUS_OR_MINUS = r"[-+]?\u2212?"
_NUMERAL = r"[0-9][^A-Za-z]*"
_BEFORE = rf"({_PLUS_OR_MINUS})({_SIGN})\s*({_PLUS_OR_MINUS})({_NUMERAL})\Z"
_BEHIND = rf"({_PLUS_OR_MINUS})({_NUMERAL}?)\s*({_SIGN})\Z"


def _amount(text: str) -> tuple[str, str]:
    """The currency's sign and the numeral of what looks like an amount; nothing where it doesn't."""
    if len(text) <= 40 and not text.islower():  # "10 min"
        if found := re.match(_BEFORE, text):
            return found[2], f"{found[1]}{found[3]}{found[4]}".strip()
        if found := re.match(_BEHIND, text):
            return found[3], f"{found[1]}{found[2]}".strip()
    return "", ""


class Measured:
    """A metric's value: a number, a ratio in per cent, a duration, or an amount with a currency."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `Quantity`; whether it suits the metric is `project.resolve`'s business."""
        if not isinstance(node, Scalar):
            return binder.expected("a value to measure by", node, "write a number, 31%, 10 min or € 38")
        text = node.value.strip()
        if NUMBER.match(text):
            value = number(node, binder)
            return Quantity(value) if isinstance(value, float) else value
        found = _measured(text)
        if found is None:
            help = write(_mended_measure(text), "write a number, 31%, 10 min or € 38")
            message = f"{shorten(text)!r} is not a value to measure by"
            return binder.error("bad-number", message, node.span, help)
        if abs(found.comparable) > LARGEST:
            return binder.error("out-of-range", f"{shorten(text)!r} is too large a value", node.span)
        return found

    def schema(self, definitions: Definitions) -> Schema:
        """A number, or a text in one of the shapes."""
        shapes = (
            r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*%?",
            rf"(?:{_SIGN})\s*[-+]?[0-9]+(?:\.[0-9]*)?",
            rf"[-+]?[0-9]+(?:\.[0-9]*)?\s*(?:{_SIGN})",
            _DURATION_SHAPE,
        )
        text = {"type": "string", "pattern": rf"^\s*(?:{'|'.join(shapes)})\s*$"}
        return {"anyOf": [Number().schema(definitions), text]}

    def describe(self) -> str:
        """«a number, …»."""
        return "a number, `31%`, `10 min` or `€ 38`"


def _measured(text: str) -> Quantity | None:
    share = text.removesuffix("%").strip()
    if share != text and NUMBER.match(share):
        return Quantity(round(float(share) / 100, 6), "ratio")
    sign, numeral = _amount(text)
    if NUMBER.match(numeral):
        return Quantity(float(numeral), "amount", _CURRENCIES.get(sign, sign))
    return duration(text)


def _mended_measure(text: str) -> str:
    sign, numeral = _amount(text)
    plain = mend_number(numeral or text.removesuffix("%"))
    if not plain:
        return _mended_duration(text)
    return f"{sign} {plain}" if sign else plain + "%" * text.endswith("%")
