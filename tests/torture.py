"""Journeys that are hard to draw: any number of phases and touchpoints, texts of any length in any script.

What differs between them stands in `FACTORS`. A choice is one value of each; `pairwise` gives few
choices in which every two values of different factors meet, and from a choice `journey` makes a text.
"""

import json
import random
from collections.abc import Iterator
from typing import Any

from allpairspy import AllPairs

from cjm.languages import languages

Choice = dict[str, Any]

_ALPHABETS = {
    "latin": "Donaudampfschifffahrtsgesellschaftskapitänsmütze ",
    "wide": "WMQ@WÆŒ%",
    "cjk": "顧客体験の地図、漢字仮名交じり文「한국어」漢字",
    "hebrew": "מסעהלקוחבחנותהגדולה",
    "arabic": "رحلةالعميلفيالمتجرالكبير",
    "emoji": "😀👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇳🇱❤️🛍️",
    "mixed": "Ab漢字 שלום x-y/z مرحبا 👍🏽 Ünïcödé & <b> ",
}
# A text's first letter only; words that people write; and what no column holds, with spaces and without.
_LENGTHS = {"letter": 1, "name": 14, "sentence": 90, "endless": 200}

# So many touchpoints of a phase have something in every lane.
_FILLED = 5

LANES = (
    "channels", "devices", "actions", "questions", "thoughts", "pains", "gains", "content", "frontstage",
    "backstage", "systems", "owners", "metrics", "opportunities", "evidence", "moments", "expectations",
    "ways", "goals", "facts",
)  # fmt: skip
FACTORS: dict[str, tuple[Any, ...]] = {
    "phases": (1, 2, 5, 12),
    "longest": (1, 3, 12, 40),
    "script": tuple(_ALPHABETS),
    "length": tuple(_LENGTHS),
    "language": languages(),
    "feelings": ("none", "some", "all", "two"),
    "personas": (0, 1, 3),
    "spaces": (False, True),
    **dict.fromkeys(LANES, (False, True)),
}


def pairwise() -> list[Choice]:
    """Choices in which every two values of different factors meet; the same ones each time."""
    return [dict(zip(FACTORS, row, strict=True)) for row in AllPairs(list(FACTORS.values()))]


def at_random(seed: int, longest: int = 40) -> Choice:
    """Any choice, with any number of phases, and of touchpoints up to a number in one."""
    dice = random.Random(seed)
    choice = {name: dice.choice(values) for name, values in FACTORS.items()}
    return choice | {"phases": dice.randint(1, 12), "longest": dice.randint(1, longest)}


def named(choice: Choice) -> str:
    """A choice in a few words, to find it again."""
    told = [f"{name}={value}" for name, value in choice.items() if not isinstance(value, bool)]
    return " ".join([*told, *(name for name, value in choice.items() if value is True)])


def journey(choice: Choice) -> str:
    """The text of the journey: JSON, which is YAML."""
    return json.dumps(_Maker(choice).journey(), ensure_ascii=False)


class _Maker:
    """Writes a journey; texts take turns, so that neighbours differ."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self.said = 0

    def has(self, lane: str) -> bool:
        return bool(self.choice[lane])

    def text(self) -> str:
        """The next text: every fifth one is as long as it may get."""
        alphabet = _ALPHABETS[self.choice["script"]]
        most = _LENGTHS[self.choice["length"]]
        self.said += 1
        long = most if self.said % 5 == 1 else max(1, most * (self.said % 7 + 1) // 16)
        turned = (
            alphabet
            if self.choice["script"] == "emoji"
            else alphabet[self.said % 5 :] + alphabet[: self.said % 5]
        )
        text = (turned * (long // len(turned) + 1))[:long]
        if self.choice["spaces"]:
            text = " ".join(text[start : start + 7] for start in range(0, long, 7))
        else:
            text = text.replace(" ", "")
        return text.strip() or "x"

    def texts(self) -> list[str]:
        return [self.text() for _ in range(1 + self.said % 2)]

    def journey(self) -> dict[str, Any]:
        made: dict[str, Any] = {"journey": self.text(), "language": self.choice["language"]}
        people = self.choice["personas"]
        if people:
            made["personas"] = [self._persona(n) for n in range(people)]
        if self.has("goals"):
            made |= {"goal": self.text(), "scenario": self.text(), "business_goal": self.text()}
            made["expectations"] = [{"text": self.text(), "from": "experience", "level": 1}] * 2
        if self.has("facts"):
            made |= {"scope": {"starts": self.text(), "ends": self.text()}, "status": "review"}
            made |= {"reviewed": "2026-05-12", "owner": "d0", "framework": "five-phase"}
        made["departments"] = [{"id": f"d{n}", "name": self.text()} for n in range(9)]
        made["channels"] = [{"id": f"c{n}", "name": self.text()} for n in range(4)]
        made["evidence"] = [
            {"id": f"e{n}", "kind": kind, "title": self.text(), "date": "2026-03-01"}
            for n, kind in enumerate(("interview", "survey", "assumption", "analytics"))
        ]
        made["metrics"] = [{"id": f"m{n}", "name": self.text(), "unit": self.text()[:12]} for n in range(2)]
        made["phases"] = [self._phase(n) for n in range(self.choice["phases"])]
        return made

    def _persona(self, number: int) -> dict[str, Any]:
        made = {"id": f"p{number}", "name": self.text()}
        if self.has("facts"):
            made |= {"role": self.text(), "quote": self.text(), "goals": self.texts(), "needs": self.texts()}
        return made

    def _phase(self, number: int) -> dict[str, Any]:
        # One phase is as long as was chosen, the others are short: a map stays a map.
        size = (
            self.choice["longest"] if number == 0 else (number * 5 + 1) % min(5, self.choice["longest"] + 1)
        )
        made: dict[str, Any] = {"name": self.text()}
        if self.has("goals"):
            made["goal"] = self.text()
        if self.has("questions"):
            made["questions"] = self.texts()
        if self.has("owners") and number % 3 != 2:
            made["owner"] = {"responsible": f"d{number % 9}", "consulted": [f"d{(number + 1) % 9}"]}
        if size:
            made["touchpoints"] = [self._touchpoint(number, n, size) for n in range(size)]
        return made

    def _touchpoint(self, phase: int, place: int, size: int) -> dict[str, Any]:
        turn = phase * 3 + place
        made: dict[str, Any] = {"name": self.text(), "id": f"t{phase}-{place}"}
        made |= self._feelings(turn)
        if self.has("moments") and turn % 3 == 0:
            made["moment_of_truth"] = {"why": self.text(), "impact": ("positive", "negative")[turn % 2]}
        if self.has("expectations"):
            made["expectation"] = {"text": self.text(), "level": (turn * 2) % 5 - 2}
        if self.has("ways") and turn % 3 == 1:
            made["next"] = [
                {"to": f"t{phase}-{(place + 2) % size}", "when": self.text(), "share": "60%"},
                {"to": "end", "when": self.text()},
            ]
        # A phase's sixth cell is as hard to draw as its first.
        return made if place >= _FILLED else made | self._lanes(turn)

    def _lanes(self, turn: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        lists = {"thoughts", "gains", "frontstage", "backstage", "systems"}
        made |= {lane: self.texts() for lane in sorted(lists) if self.has(lane) and turn % 4 != 3}
        if self.has("actions"):
            made["action"] = self.text()
        if self.has("channels") and turn % 5 != 4:
            made["channels"] = [f"c{turn % 4}", f"c{(turn + 1) % 4}"][: 1 + turn % 2]
        if self.has("devices"):
            made["devices"] = ["phone", "desktop"][: 1 + turn % 2]
        if self.has("pains"):
            made["pains"] = [{"text": text, "severity": 1 + turn % 5} for text in self.texts()]
        if self.has("content"):
            made["content"] = [{"text": self.text(), "media": ("owned", "paid", "earned")[turn % 3]}]
        if self.has("owners") and turn % 4 == 1:
            made["owner"] = f"d{turn % 9}"
        if self.has("metrics") and turn % 3:
            made["metrics"] = {
                "m0": {"value": 31000000.5, "target": 4}, "m1": 7, "duration": "3 days", "nps": -100,
            }  # fmt: skip
        if self.has("opportunities"):
            made["opportunities"] = [self._opportunity(turn + n) for n in range(1 + turn % 2)]
        if self.has("evidence"):
            made["evidence"] = [f"e{(turn + n) % 4}" for n in range(turn % 4)]
        return made

    def _feelings(self, turn: int) -> dict[str, Any]:
        kind = self.choice["feelings"]
        if kind == "none" or (kind == "some" and turn % 3 == 1):
            return {}
        if kind == "two" and self.choice["personas"] > 1:
            return {"emotions": {"p0": (turn * 3) % 5 - 2, "p1": (turn * 2) % 5 - 2}}
        return {"emotion": {"score": (turn * 7) % 5 - 2, "feeling": self.text()}}

    def _opportunity(self, turn: int) -> dict[str, Any]:
        made: dict[str, Any] = {"text": self.text(), "impact": 1 + turn % 5, "effort": 1 + turn * 3 % 5}
        made["status"] = ("idea", "planned", "doing", "done", "dropped")[turn % 5]
        return made | ({"owner": f"d{turn % 9}"} if turn % 3 else {})


def every_pair(choices: list[Choice]) -> Iterator[tuple[str, Any, str, Any]]:
    """The pairs of values that meet nowhere in these choices."""
    names = list(FACTORS)
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            met = {(choice[one], choice[other]) for choice in choices}
            yield from ((one, a, other, b) for a in FACTORS[one] for b in FACTORS[other] if (a, b) not in met)
