"""Two versions of a journey, and what is told of their difference."""

from model_of import checked

from cjm.differ import Change, Difference, compare
from cjm.differ.change import Side
from cjm.model.entities import Journey
from cjm.pipeline import Checked
from cjm.project import Project


def versions(
    before: str, after: str, settings: str | None = None, **libraries: tuple[str, str]
) -> Difference:
    """The difference of two texts; of each further file both versions (`library=(…, …)`)."""
    old, new = (
        checked(text, settings=settings, **{name: both[at] for name, both in libraries.items()})
        for at, text in enumerate((before, after))
    )
    return difference(old, new)


def difference(old: Checked, new: Checked) -> Difference:
    """That of the first journey of two projects, both without a mistake."""
    for each in (old, new):
        wrong = [found.message for found in each.diagnostics if found.severity == "error"]
        assert wrong == []
    return compare(old.project.journeys[0], new.project.journeys[0], old.project, new.project)


def from_itself(journey: Journey, project: Project) -> list[Change]:
    """What is found where nothing changed, though it was looked for: a picture is another one."""
    images = {"x": "before"}, {"x": "after"}
    picture, *more = compare(journey, journey, project, project, images=images).changes
    assert picture.note == "another picture"
    return more


def told(difference: Difference) -> str:
    """A line a change: its level, kind and place, both values, note and advice."""
    return "".join(f"{line(change)}\n" for change in difference.changes) or "nothing\n"


def line(change: Change) -> str:
    """`notable  changed  Ordering › Pays › owner: Sales → Shop`."""
    values = " → ".join(_value(side) for side in (change.before, change.after) if side)
    more = "".join(f" ({part})" for part in (change.note, change.advice) if part)
    return f"{change.level} {change.kind} [{change.topic}] {' › '.join(change.words)}: {values}{more}"


def _value(side: Side) -> str:
    return side.value or "–"
