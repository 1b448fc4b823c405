"""Dates, durations, ratios, amounts and links, in the spellings that people use."""

import datetime
import re
from typing import Any, Literal
from urllib.parse import urlsplit

import msgspec

from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, shorten
from cjm.grammar.scalars import NUMBER, Number
from cjm.languages import unit
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
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "kr": "SEK", "CHF": "CHF"}

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


class Date:
    """A day, `2026-05-12`."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `datetime.date`."""
        if not isinstance(node, Scalar):
            return binder.expected("a date", node, "write it as 2026-05-12")
        try:
            if len(node.value) == 10:
                return datetime.date.fromisoformat(node.value)
        except ValueError:
            pass
        return binder.error(
            "bad-date",
            f"{shorten(node.value)!r} is not a date",
            node.span,
            "write year-month-day: 2026-05-12",
        )

    def schema(self, definitions: Definitions) -> Schema:
        """A text in the shape of a date."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}

    def describe(self) -> str:
        """«a date»."""
        return "a date, `2026-05-12`"


_ISO = re.compile(
    r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?\Z"
)
_ISO_UNITS = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
_AMOUNT_OF_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*([^\W\d_]+)\.?\Z")
# What a schema can say of it: the words of units are the checker's business.
_DURATION_SHAPE = r"^\s*(?:P[0-9YMWDTHS]+|\d+(?:\.\d+)?\s*[^\W\d_]+\.?)\s*$"


class Duration:
    """`10 min`, `3 d`, `2 weeks`, `3 dagen` or ISO 8601's `PT10M`."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `Quantity` in the unit it was written in; mixed ISO units become the smallest."""
        if not isinstance(node, Scalar):
            return binder.expected("a duration", node, "write it as `10 min` or `PT10M`")
        found = duration(node.value)
        if found is None:
            help = "write a number and a unit: 30 s, 10 min, 2 hours, 3 days, 2 weeks, 6 months, 1 year"
            return binder.error("bad-duration", f"{shorten(node.value)!r} is not a duration", node.span, help)
        return found

    def schema(self, definitions: Definitions) -> Schema:
        """A text in one of the shapes."""
        return {"type": "string", "pattern": _DURATION_SHAPE}

    def describe(self) -> str:
        """«a duration»."""
        return "a duration, `10 min`, `3 d` or `PT10M`"


def duration(text: str) -> Quantity | None:
    """The duration that a text spells, or None."""
    text = text.strip()
    if len(text) > 40:
        return None
    if simple := _AMOUNT_OF_TIME.match(text):
        name = unit(simple[2].lower())
        return Quantity(float(simple[1]), "duration", name) if name else None
    if not (iso := _ISO.match(text)):
        return None
    parts = [(int(amount), name) for amount, name in zip(iso.groups(), _ISO_UNITS, strict=True) if amount]
    if not parts:
        return None
    smallest = parts[-1][1]
    seconds = sum(amount * SECONDS[name] for amount, name in parts)
    value = parts[0][0] if len(parts) == 1 else seconds / SECONDS[smallest]
    return Quantity(float(value), "duration", smallest)


class Ratio(Number):
    """A share: `31%` or `0.31`."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def bind(self, node: Node, binder: Binder) -> Any:
        """A float from 0 to 1."""
        if isinstance(node, Scalar) and node.value.strip().endswith("%"):
            inner = Scalar(node.span, node.value.strip()[:-1].strip(), plain=False)
            value = Number(0, 100).bind(inner, binder)
            return value if value is FAILED else round(value / 100, 6)
        return super().bind(node, binder)

    def schema(self, definitions: Definitions) -> Schema:
        """A number from 0 to 1 or a percentage."""
        percentage = {"type": "string", "pattern": r"^\s*\+?(?:100(?:\.0*)?|\d{1,2}(?:\.\d*)?|\.\d+)\s*%\s*$"}
        return {"anyOf": [super().schema(definitions), percentage]}

    def describe(self) -> str:
        """«a share»."""
        return "a share, `31%` or `0.31`"


_CODE = re.compile(
    r"(?P<code>[A-Z]{3}|[€$£¥₹])\s*(?P<value>[-+]?[\d.,\u2212]+)\Z|(?P<value2>[-+]?[\d.,\u2212]+)\s*(?P<code2>[A-Z]{3}|[€$£¥₹])\Z"
)


class Measured:
    """A metric's value: a number, a ratio in per cent, a duration, or an amount with a currency."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """A `Quantity`; whether it suits the metric is `project.resolve`'s business."""
        if not isinstance(node, Scalar):
            return binder.expected(self.describe(), node)
        text = node.value.strip()
        if NUMBER.match(text):
            value = Number().bind(node, binder)
            return value if value is FAILED else Quantity(value)
        if text.endswith("%") and NUMBER.match(text[:-1].strip()):
            return Quantity(round(float(text[:-1]) / 100, 6), "ratio")
        if (found := duration(text)) is not None:
            return found
        if money := _CODE.match(text):
            written = money["value"] or money["value2"]
            value = Number().bind(Scalar(node.span, written, plain=False), binder)
            code = money["code"] or money["code2"]
            return value if value is FAILED else Quantity(value, "amount", _CURRENCIES.get(code, code))
        return binder.error(
            "bad-number",
            f"{shorten(text)!r} is not a value to measure by",
            node.span,
            self._mended(text) or "write a number, 31%, 10 min or € 38",
        )

    def _mended(self, text: str) -> str:
        plain = text.replace(",", ".").replace("\u2212", "-")
        return f"write {plain}" if NUMBER.match(plain.rstrip("% ")) else ""

    def schema(self, definitions: Definitions) -> Schema:
        """A number, or a text in one of the shapes."""
        shapes = (
            r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)\s*%?",
            r"(?:[A-Z]{3}|[€$£¥₹])\s*[-+]?\d+(?:\.\d+)?",
            r"[-+]?\d+(?:\.\d+)?\s*(?:[A-Z]{3}|[€$£¥₹])",
            r"P[0-9YMWDTHS]+",
            r"\d+(?:\.\d+)?\s*[^\W\d_]+\.?",
        )
        return {
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^\s*(?:{'|'.join(shapes)})\s*$"}]
        }

    def describe(self) -> str:
        """«a number, …»."""
        return "a number, `31%`, `10 min` or `€ 38`"


_SCHEMES = ("https", "http", "mailto")
# In any case, spelled out: JSON Schema's patterns have no flags.
_SAFE_SCHEME = "(?:[hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO])"


class Link:
    """A web address, a mail address or a path inside the project."""

    def bind(self, node: Node, binder: Binder) -> Any:
        """The address as text; anything that could run is refused."""
        if not isinstance(node, Scalar) or not node.value.strip():
            return binder.expected("a link", node)
        address = node.value.strip()
        # Browsers drop white space and controls inside a scheme.
        squeezed = re.sub(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]", "", address)
        try:
            scheme = urlsplit(squeezed).scheme.lower()
        except ValueError:
            return binder.error("unsafe-link", f"{shorten(address)!r} is not a link", node.span)
        lead = squeezed.replace("\\", "/").split("/")[0].split("?")[0].split("#")[0]
        if (scheme or ":" in lead) and scheme not in _SCHEMES:
            return binder.error(
                "unsafe-link",
                f"a link can't start with {shorten(lead.split(':')[0], 20) + ':'!r}",
                node.span,
                "use https:, http:, mailto: or a path inside the project",
            )
        if squeezed.replace("\\", "/").startswith("//"):
            return binder.error("unsafe-link", "this link says no scheme", node.span, "start it with https:")
        return squeezed if scheme else address

    def schema(self, definitions: Definitions) -> Schema:
        """A text with one of the schemes or none."""
        return {
            "type": "string",
            "pattern": rf"^\s*(?:{_SAFE_SCHEME}:|(?![/\\]{{2}})[^:?#/\\]*(?:[/\\?#]|$)).*$",
        }

    def describe(self) -> str:
        """«a link»."""
        return "a link: `https:`, `http:`, `mailto:` or a path inside the project"
