"""The shopping day in the languages of other tools: as much of it as each can say."""

from pathlib import Path

from cjm.model.binding import bind
from cjm.model.entities import Journey, Touchpoint
from cjm.source import Source
from cjm.syntax import parse

# WireViz's package ships none of its examples; this one is of the size of its first.
HARNESS = """\
connectors:
  X1:
    type: D-Sub
    subtype: female
    pinlabels: [DCD, RX, TX, DTR, GND, DSR, RTS, CTS, RI]
  X2:
    type: Molex KK 254
    subtype: female
    pinlabels: [GND, RX, TX]
cables:
  W1:
    gauge: 0.25 mm2
    length: 0.2
    color_code: DIN
    wirecount: 3
    shield: true
connections:
  - [X1: [5, 2, 3], W1: [1, 2, 3], X2: [1, 3, 2]]
  - [X1: 5, W1: s]
"""


def journey(path: Path) -> Journey:
    """A journey as `cjm` reads it."""
    source = Source(str(path), path.read_text(encoding="utf-8"))
    subject, problems = bind(source, parse(source))
    assert isinstance(subject, Journey), problems
    return subject


def d2(subject: Journey) -> str:
    """A box a touchpoint, with what the customer does, within its phase; every way on as an arrow."""
    lines = ["direction: right"]
    names: dict[str, str] = {}
    for phase in subject.phases:
        lines.append(f"{phase.id}: {_quoted(phase.name)} {{")
        for touchpoint in phase.touchpoints:
            names[touchpoint.id] = f"{phase.id}.{touchpoint.id}"
            lines.append(f"  {touchpoint.id}: {_quoted(touchpoint.name)}")
            lines.append(f"  {touchpoint.id}.tooltip: {_quoted(touchpoint.action)}")
        lines.append("}")
    for touchpoint, after in zip(subject.touchpoints, [*subject.touchpoints[1:], None], strict=True):
        for to, when in _ways(touchpoint, after):
            lines.append(f"{names[touchpoint.id]} -> {names.get(to, to)}: {_quoted(when)}")
    return "\n".join(lines) + "\n"


def _ways(touchpoint: Touchpoint, after: Touchpoint | None) -> list[tuple[str, str]]:
    if touchpoint.next is None:
        return [(after.id, "")] if after else []
    return [(branch.to, branch.when) for branch in touchpoint.next]


def mermaid(subject: Journey) -> str:
    """Its journey diagram knows sections, names and a mood of one to five."""
    lines = ["journey", f"  title {subject.title}"]
    for phase in subject.phases:
        lines.append(f"  section {_plain(phase.name)}")
        for touchpoint in phase.touchpoints:
            mood = round(touchpoint.emotion.score) + 3 if touchpoint.emotion else 3
            lines.append(f"    {_plain(touchpoint.name)}: {mood}: {subject.personas[0].name}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(text: str) -> str:
    return "".join(" " if char in ":;#" else char for char in text)
