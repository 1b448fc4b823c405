"""What changes did, as figures over the curves: each before and after, and whether that is better."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cjm.board.changed import Step
from cjm.board.sheet import Summary, Tone
from cjm.board.words import capital
from cjm.differ import Effects
from cjm.languages import Language, number, plural, signed
from cjm.stats import Point


def figures(steps: Sequence[Step], effects: Effects | None, language: Language) -> Iterator[Summary]:
    """Touchpoints, and where both versions are there also curve, gaps and assumptions."""
    label = language.labels
    badges = Counter("changed" if step.badge == "moved" else step.badge or "unchanged" for step in steps)
    told = [plural(key, badges[key], language) for key in ("added", "removed") if badges[key]]
    rest = [plural(key, badges[key], language) for key in ("changed", "unchanged") if badges[key]]
    yield Summary(label["touchpoints"], ", ".join(told or rest), ", ".join(rest) if told else "")
    if effects is None:
        return
    means = effects.before.mean, effects.after.mean
    if None not in means:
        yield _changed(label["mean_emotion"], *means, language, label["on_scale"])  # type: ignore[arg-type]
    for name in ("peak", "low", "ending"):
        one, other = getattr(effects.before, name), getattr(effects.after, name)
        if one and other:
            yield _changed(capital(label[name]), one.score, other.score, language, _named(one, other))
    gaps = len(effects.closed), len(effects.opened)
    if any(gaps):
        told = [plural(key, n, language) for key, n in zip(("solved", "added"), gaps, strict=True) if n]
        tone: Tone = "positive" if gaps[0] > gaps[1] else "negative" if gaps[1] > gaps[0] else ""
        yield Summary(label["open_gaps"], ", ".join(told), "", tone)
    assumed = [
        sum(bool(point and point.assumed) for point in points)
        for points in ([step.before for step in steps], [step.after for step in steps])
    ]
    if any(assumed):
        yield _between(
            label["resting_on_assumption"],
            (number(assumed[0], language), number(assumed[1], language)),
            assumed[0] - assumed[1],
            label["resting_on_assumption_note"],
        )


def _named(one: Point, other: Point) -> str:
    return other.name if one.name == other.name else f"{one.name} → {other.name}"


def _changed(label: str, before: float, after: float, language: Language, note: str) -> Summary:
    return _between(label, (signed(before, language), signed(after, language)), after - before, note)


def _between(label: str, values: tuple[str, str], better: float, note: str) -> Summary:
    """Both values; with the later one in `change` where it differs."""
    tone: Tone = "positive" if better > 0 else "negative" if better < 0 else ""
    if values[0] == values[1]:
        return Summary(label, values[0], note)
    return Summary(label, values[0], note, tone, change=values[1])
