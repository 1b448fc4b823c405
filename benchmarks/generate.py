"""Projects of any size: journeys as people write them, the same for the same numbers.

In: how many journeys, of how many touchpoints, and a seed. Out: a folder with
`cjm.yaml`, a library, and the journeys in folders of a hundred; every second one is Dutch.

    python -m benchmarks.generate FOLDER --journeys 200 --touchpoints 30
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.wording import DUTCH, ENGLISH, Wording

SEED = 2026
IN_A_FOLDER = 100

SETTINGS = "lint:\n  preset: recommended\n"
DEPARTMENTS = ("marketing", "sales", "service", "planning", "finance")
CHANNELS = ("website", "app", "store", "phone", "e-mail", "chat", "post", "showroom")
DEVICES = ("phone", "laptop", "tablet")
SYSTEMS = ("CRM", "ERP", "Planning board", "Knowledge base", "Ticketing")
EVIDENCE = ("interviews", "survey", "observation", "analytics", "workshop")
MOVES = ("soften-pain", "amplify-peak", "start-strong", "skip", "reorder", "personalise", "redesign")

LIBRARY = """\
library: Shared by every journey
departments:
  - {id: marketing, name: Marketing, lead: Ines Calder}
  - {id: sales, name: Sales, lead: Tom Achterberg}
  - {id: service, name: Customer service, lead: Priya Raman, about: Everything after the sale}
  - {id: planning, name: Planning}
  - {id: finance, name: Finance}
channels:
  - {id: website, name: Website, kind: owned, medium: digital}
  - {id: app, name: App, kind: owned, medium: digital}
  - {id: store, name: Store, kind: owned, medium: physical}
  - {id: phone, name: Phone, medium: human}
  - {id: e-mail, name: E-mail, kind: owned, medium: digital}
  - {id: chat, name: Chat, medium: human}
  - {id: post, name: Post, medium: physical}
  - {id: showroom, name: Showroom, kind: owned, medium: physical}
evidence:
  - {id: interviews, kind: interview, title: Twelve conversations, date: 2026-03-18, participants: 12}
  - {id: survey, kind: survey, title: Yearly survey, date: 2026-04-11, participants: 812}
  - {id: observation, kind: observation, title: A day behind the counter, date: 2026-03-28}
  - {id: analytics, kind: analytics, title: Figures of the first quarter, date: 2026-03-31}
  - {id: workshop, kind: staff-workshop, title: Workshop with staff, date: 2026-02-02}
metrics:
  - {id: first-time-right, name: First time right, unit: "%", better: higher, min: 0, max: 100}
"""


def project(folder: Path, journeys: int, touchpoints: int, seed: int = SEED) -> list[Path]:
    """Write a project into a folder; the paths of its journeys."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cjm.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "library.cjm.yaml").write_text(LIBRARY, encoding="utf-8")
    written = []
    for number in range(journeys):
        team = folder / f"team-{number // IN_A_FOLDER:03}"
        team.mkdir(exist_ok=True)
        path = team / f"journey-{number:05}.cjm.yaml"
        path.write_text(journey(number, touchpoints, seed), encoding="utf-8")
        written.append(path)
    return written


def journey(number: int, touchpoints: int, seed: int = SEED) -> str:
    """One journey's text. Its number is all that tells it from its neighbours, whatever their count."""
    chance = Random(f"{seed}/{number}/{touchpoints}")  # a text seeds the same on every machine
    words = DUTCH if number % 2 else ENGLISH
    lines = [*_head(number, words, chance), "phases:"]
    begun = 0
    for index, size in enumerate(_phases(touchpoints)):
        lines += _phase(index, words, chance)
        for place in range(begun, begun + size):
            lines += _touchpoint(place, touchpoints, words, chance)
        begun += size
    return "\n".join(lines) + "\n"


def _head(number: int, words: Wording, chance: Random) -> Iterator[str]:
    yield f"journey: {words.say(words.titles, chance)} ({number})"
    yield "cjm: 1"
    yield f"language: {words.language}"
    yield "status: review"
    yield f"owner: {chance.choice(DEPARTMENTS)}"
    yield "persona:"
    yield f"  name: {chance.choice(('Noor', 'Sam', 'Dana', 'Emre', 'Lotte', 'Kofi'))}"
    yield f"  quote: {words.say(words.thoughts, chance)}"
    yield "  goals:"
    yield from (f"    - {words.say(words.gains, chance)}" for _ in range(2))
    yield f"scenario: {words.say(words.actions, chance)}"
    yield f"goal: {words.say(words.gains, chance)}"


def _phases(touchpoints: int) -> list[int]:
    """How many touchpoints each phase has: about five, the first phases one more."""
    count = max(1, min(10, round(touchpoints / 5)))
    return [touchpoints // count + (index < touchpoints % count) for index in range(count)]


def _phase(index: int, words: Wording, chance: Random) -> Iterator[str]:
    yield f"  - name: {words.phases[index]}"
    yield f"    goal: {words.say(words.gains, chance)}"
    yield f"    questions: {words.say(words.questions, chance)}"
    if chance.random() < 0.9:
        yield f"    owner: {chance.choice(DEPARTMENTS)}"
    if chance.random() < 0.5:
        yield f"    duration: {chance.randint(2, 50)} min"
    yield "    touchpoints:"


def _touchpoint(place: int, count: int, words: Wording, chance: Random) -> Iterator[str]:
    """A touchpoint as a careful author leaves it: some keys always, others as often as they turn up."""
    score = round(chance.uniform(-2, 2), 1)

    def often(share: float) -> bool:
        return chance.random() < share

    yield f"      - name: {words.say(words.names, chance)}"
    yield f"        id: t{place}"
    yield f"        action: {words.say(words.actions, chance)}"
    yield f"        channels: [{', '.join(chance.sample(CHANNELS, chance.randint(1, 2)))}]"
    if often(0.3):
        yield f"        device: {chance.choice(DEVICES)}"
    if often(0.8):
        yield f"        thought: {words.say(words.thoughts, chance)}"
    if often(0.95):
        yield f"        emotion: {{score: {score}, feeling: {words.feeling(score, chance)}}}"
    if often(0.7 if score < 0 else 0.15):
        yield from _pains(words, chance)
    if often(0.15 if score < 0 else 0.6):
        yield f"        gain: {words.say(words.gains, chance)}"
    if often(0.15):
        yield f"        moment_of_truth: {words.say(words.moments, chance)}"
    if often(0.6 if score < 0 else 0.2):
        yield from _opportunity(words, chance)
    if often(0.5):
        yield f"        frontstage: {words.say(words.frontstage, chance)}"
    if often(0.5):
        yield f"        backstage: {words.say(words.backstage, chance)}"
    if often(0.35):
        yield f"        systems: [{', '.join(chance.sample(SYSTEMS, chance.randint(1, 2)))}]"
    if often(0.35):
        yield from _metrics(chance)
    if often(0.8):
        yield f"        evidence: [{', '.join(chance.sample(EVIDENCE, chance.randint(1, 2)))}]"
    if often(0.12) and place < count - 2:
        yield from _branches(place, count, words, chance)


def _pains(words: Wording, chance: Random) -> Iterator[str]:
    yield "        pains:"
    for _ in range(chance.randint(1, 2)):
        yield f"          - text: {words.say(words.pains, chance)}"
        yield f"            severity: {chance.randint(1, 5)}"


def _opportunity(words: Wording, chance: Random) -> Iterator[str]:
    yield "        opportunity:"
    yield f"          text: {words.say(words.opportunities, chance)}"
    yield f"          move: {chance.choice(MOVES)}"
    yield f"          impact: {chance.randint(1, 5)}"
    yield f"          effort: {chance.randint(1, 5)}"
    yield f"          owner: {chance.choice(DEPARTMENTS)}"
    if chance.random() < 0.3:
        yield f"          status: {chance.choice(('planned', 'doing', 'done'))}"
        yield f"          due: 2027-{chance.randint(1, 12):02}-01"


def _metrics(chance: Random) -> Iterator[str]:
    yield "        metrics:"
    name, value, target = chance.choice(
        (
            ("csat", f"{chance.uniform(1, 5):.1f}", "4.2"),
            ("nps", str(chance.randint(-60, 80)), "30"),
            ("conversion", f"{chance.randint(1, 40)}%", "20%"),
            ("duration", f"{chance.randint(2, 50)} min", "10 min"),
            ("first-time-right", str(chance.randint(40, 99)), "95"),
        )
    )
    source = chance.choice(EVIDENCE)
    yield f"          {name}: {{value: {value}, target: {target}, source: {source}, date: 2026-03-31}}"


def _branches(place: int, count: int, words: Wording, chance: Random) -> Iterator[str]:
    """On to the next touchpoint, or on past it, back, or away."""
    others = [index for index in range(count) if index not in (place, place + 1)]
    share = chance.randint(5, 40)
    yield "        next:"
    yield f"          - {{to: t{place + 1}, when: {words.say(words.whens, chance)}, share: {100 - share}%}}"
    to = chance.choice(("end", f"t{chance.choice(others)}"))
    yield f"          - {{to: {to}, when: {words.say(words.whens, chance)}, share: {share}%}}"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Write a project of journeys.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--journeys", type=int, default=200)
    parser.add_argument("--touchpoints", type=int, default=30)
    parser.add_argument("--seed", type=int, default=SEED)
    wanted = parser.parse_args(arguments)
    project(wanted.folder, wanted.journeys, wanted.touchpoints, wanted.seed)


if __name__ == "__main__":
    main()
