"""A journey that says hostile things in every text that the language has.

Built from the language's own table of keys, so that a new key is attacked the day it
is added.
"""

import json
from typing import Any

from cjm.grammar.addresses import Link, Path
from cjm.grammar.binder import Type
from cjm.grammar.quantities import Date, Duration, Measured, Ratio
from cjm.grammar.record import ListOf, MapOf, Record
from cjm.grammar.scalars import Choice, Colour, Flag, Number, Pattern, Reference, Text
from cjm.model.keys import JOURNEY
from cjm.model.types import Level, Point

SCRIPT = "alert(document.domain)"

TEXTS = {
    "markup": f'"><img src=x onerror={SCRIPT}><svg onload={SCRIPT}>',
    "attribute": f"' onmouseover={SCRIPT} x='` autofocus",
    "end of script": f"</script><script>{SCRIPT}</script>",
    "end of style": f"</style><script>{SCRIPT}</script>*{{background:url(//evil.example)}}",
    "end of text": f"</text></svg></textarea></title><script>{SCRIPT}</script>",
    "cdata": f"]]><![CDATA[<script>{SCRIPT}</script>]]> <!-- --> <?xml?> <!ENTITY x SYSTEM 'file:///'>",
    "entity": "&amp; &lt;b&gt; &#x41; &#65; &nbsp; &x;",
    "template": "{{ 7*7 }} {% raw %} {# x #} {{ cycler.__init__ }} ${7*7} <%= 7*7 %> #{7*7}",
    "format": "%s %(x)s %n {0} {x} {} $1 \\1",
    "backslashes": "\\ \\\\ \\N \\G \\l \\r \\n \\\" \\u003c end\\",
    "dot": 'a:b "a" <b>x</b> <<TABLE><TR></TR></TABLE>> ]; n0 -> n1 [URL="javascript:x"] // \\N',
    "right to left": "\u202etxt.\u202d \u2066x\u2069 שלום مرحبا \u200f\u061c",
    "unseen": "zero\u200bwidth\u200d\u2060\ufeff\u00ad soft \u2028 line \u2029 paragraph \u0085 next",
    "zalgo": "Z\u0351\u0343\u034c\u0315" + "\u0489\u0301" * 100 + "algo",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇳🇱1️⃣" * 10 + "\U0001f3fb\u200d",
    "wide": "漢字仮名交じり文한국어" * 40,
    "astral": "𝒜𝕭𝔠 \U000e0041\U0010fffd \uf8ff",
    "long": "w" * 300,
    "formula": "=cmd|' /C calc'!A0 @SUM(1) +1 -1",
    "address": f"javascript:{SCRIPT} https://evil.example/?a=<b>",
    "path": "../../../etc/passwd /etc/passwd C:\\x file:///etc/passwd",
    "blank": "\u3000 \u00a0 x \u3000",
    "words of yaml": "- a: [b, {c: 'd'}] # e | > & * ! % @ ~ null yes",
}  # fmt: skip

# These words name something else in the file, or must be one of a list.
_NAMES = {
    *("id", "was", "stage", "framework", "benchmark", "detail", "language", "cjm", "emotion_scale", "next"),
}


def journey(image: str = "") -> str:
    """Its text: a phase with a touchpoint for each of the texts, which stands in every field there."""
    everything = " ".join(TEXTS.values())
    written: dict[str, Any] = {}
    for key in JOURNEY.keys:
        if key.name == "phases":
            written["phases"] = [_phase(key.type, text, n, image) for n, text in enumerate(TEXTS.values())]
        elif isinstance(key.type, ListOf) and isinstance(key.type.item, Record) and key.name != "personas":
            written[key.name] = [_value(key.type.item, text, image) for text in TEXTS.values()]
        elif key.name == "personas":
            people = list(TEXTS.values())[:8]
            written[key.name] = [_value(key.type.item, text, image) for text in people]
        elif key.name not in _NAMES:
            written[key.name] = _value(
                key.type, TEXTS["markup"] if key.name == "owner" else everything, image
            )
    # JSON is YAML, but for the pairs that it writes for characters beyond the first plane.
    return json.dumps(written, ensure_ascii=False, indent=1)


def _phase(phases: Type, text: str, number: int, image: str) -> Any:
    assert isinstance(phases, ListOf)
    phase = _value(phases.item, text, image)
    [point] = phase["touchpoints"]
    point |= {"id": f"t{number}", "name": text * 30 if text == TEXTS["long"] else text}
    point["next"] = [{"to": f"t{number + 1}", "when": text, "share": "50%"}, {"to": "end", "when": text}]
    if number + 1 == len(TEXTS):
        del point["next"]
    return phase


def _value(type_: Type, text: str, image: str) -> Any:
    match type_:
        case Record():
            keys = [key for key in type_.keys if key.name not in _NAMES]
            if not image:
                keys = [key for key in keys if key.name != "image"]
            return {key.name: _value(key.type, text, image) for key in keys}
        case ListOf():
            return [_value(type_.item, text, image)]
        case MapOf():
            return {"nps": _value(type_.value, text, image)} if type_.name == "metric" else {}
        case Link():
            return "https://x.example/?a='><script>&quot;%3Cb%3E#\"onload={{7*7}}"
        case Path():
            return image
        case Colour():  # a text whose every other value is an error
            return "#0F766E"
        case Choice():
            return type_.words[0]
        case Ratio():
            return "10%"
        case Number() | Level():
            return 1
        case Measured():
            return 10
        case Flag():
            return True
        case Date():
            return "2026-01-31"
        case Duration():
            return "3 d"
        case Point():
            return {"score": 1, "feeling": text}
        case Pattern():
            return "x"
        case Reference() | Text():
            return text
        case _:
            raise AssertionError(f"a type that nobody attacks yet: {type_}")
