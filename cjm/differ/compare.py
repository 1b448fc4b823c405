"""Journey × journey → difference: everything of the language, in the order of the map."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from cjm.config import TOPICS
from cjm.counting import counted
from cjm.differ.change import Change, Difference, Side
from cjm.differ.declarations import compare_lists, is_missed
from cjm.differ.matching import Pairs, match, pair
from cjm.differ.referred import Referred, referred
from cjm.differ.shown import SECTIONS, Names
from cjm.differ.things import Things
from cjm.differ.walk import Walk
from cjm.differ.where import Where
from cjm.grammar.record import Record
from cjm.model.entities import Journey
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.project import Project

_NOTHING = Project(())
Images = Mapping[str, str]
_APART = ("id", "was", "journey", "phases", *SECTIONS)


def compare(
    before: Journey | None,
    after: Journey | None,
    old: Project = _NOTHING,
    new: Project = _NOTHING,
    *,
    named: bool = False,
    images: tuple[Images, Images] = ({}, {}),
) -> Difference:
    """What changed in meaning from one version of a journey to another, both resolved.

    `old` and `new` are the projects that they stand in: their libraries' phase models, benchmarks,
    and who refers to what. The levels are those of the new one's settings. None is a version in
    which there is no such journey. Two files that were `named` may be called as they like: an id
    that is only a file's name says nothing then. `images` are the contents of pictures, by the names
    that the journeys use.
    """
    if before is None or after is None:
        return _whole(before, after, new)
    if before == after and images[0] == images[1] and _around(before, old) == _around(after, new):
        return _same(before, after)
    names = Names(before), Names(after)
    used = referred(before, old), referred(after, new)
    found = match(before, after)
    points = {
        before.touchpoints[one].id: after.touchpoints[other].id for one, other in found.touchpoints.items()
    }
    lists = {name: _declared(name, before, after, used) for name in SECTIONS}
    pairs = {name: pair(*sides) for name, sides in lists.items()}
    same = {
        name: {lists[name][0][a].id: lists[name][1][b].id for a, b in pairs[name].items()}
        for name in SECTIONS
    }
    same["touchpoints"] = points
    walk = Walk(*names, lambda section, id: same[section].get(id, id))
    _journeys(walk, before, after, used[0], named=named)
    _images(walk, before, after, images)
    for name in SECTIONS:
        where = partial(_in_section, name, before, after)
        record: Any = JOURNEY.spellings[name].type.item  # type: ignore[attr-defined]
        compare_lists(walk, record, lists[name], pairs[name], where, used, name)
        _named(walk, name, before, after)
    _framework(walk, before, after, (old, new), used)
    _benchmark(walk, before, after, (old, new))
    Things(walk, found, used).compare()
    phases = {before.phases[one].id: after.phases[other].id for one, other in found.phases.items()}
    changes = _settled(_of_another_kind(walk.changes), new)
    split = {after.touchpoints[b].id: before.touchpoints[a].id for b, a in found.split.items()}
    merged = {before.touchpoints[a].id: after.touchpoints[b].id for a, b in found.merged.items()}
    return Difference(before, after, changes, phases, points, split, merged, walk.same_parts)


def _same(before: Journey, after: Journey) -> Difference:
    """Of most journeys nothing changed, and nothing needs to be looked for."""
    phases = {each.id: each.id for each in before.phases}
    return Difference(before, after, (), phases, {each.id: each.id for each in before.touchpoints})


def _around(journey: Journey, project: Project) -> tuple[Any, Any]:
    """What belongs to a journey beside its own text."""
    return project.frameworks.get(journey.framework), project.benchmarks.get(journey.path)


def _whole(before: Journey | None, after: Journey | None, new: Project) -> Difference:
    """A journey that is new or gone as a whole."""
    sides = [
        journey and Side((journey.id,), journey.path, journey.at("title"), journey.title)
        for journey in (before, after)
    ]
    journey = after or before
    if journey is None:
        return Difference(None, None)
    kind, topic = ("added", "journey_added") if after else ("removed", "journey_removed")
    change = Change(kind, topic, "", "journey", (journey.title,), "", *sides)  # type: ignore[arg-type]
    return Difference(before, after, _settled([change], new))


def _declared(
    name: str, before: Journey, after: Journey, used: tuple[Referred, Referred]
) -> tuple[list[Any], list[Any]]:
    """What is declared on both sides, and of the libraries' what either side uses."""
    every = {id for side in used for section, id in side if section == name}
    every |= {each.id for each in (*getattr(before, name), *getattr(after, name)) if each.was in every}

    def kept(journey: Journey) -> list[Any]:
        return [
            each
            for each in getattr(journey, name)
            if each.origin.path
            and (each.origin.path == journey.path or name == "personas" or each.id in every)
        ]

    return kept(before), kept(after)


def _journeys(walk: Walk, before: Journey, after: Journey, used: Referred, *, named: bool) -> None:
    where = Where((), "journey", ((before.id,), before), ((after.id,), after))
    if before.title != after.title:
        told = (before, "title", before.title), (after, "title", after.title)
        walk.tell("renamed", where.at("title", topic="renamed", key="journey"), *told)
    written = before.wrote("id") or after.wrote("id")
    if before.id != after.id and (written or not named):
        accounted = before.id == after.was or after.id == before.was
        missed = is_missed(before, "journeys", used) and not accounted
        inner = where.at("id", topic="id" if missed else "renamed", key="id")
        advice = "" if accounted else f"write `was: {before.id}`"
        walk.tell("renamed", inner, (before, "id", before.id), (after, "id", after.id), advice=advice)
    walk.entity(JOURNEY, before, after, where, _APART)


def _images(walk: Walk, before: Journey, after: Journey, images: tuple[Images, Images]) -> None:
    """Pictures of the same name that aren't the same."""
    for name in images[1]:
        if name in images[0] and images[0][name] != images[1][name]:
            where = Where(("images", name), "journey", ((before.id,), before), ((after.id,), after), "look")
            walk.tell("changed", where, (before, "", name), (after, "", name), "another picture")


def _in_section(name: str, before: Journey, after: Journey, old: Any, new: Any) -> Where:
    shown = new or old
    word = getattr(shown, "name", "") or getattr(shown, "title", "") or shown.id
    thing = type(shown).__name__.lower()
    topic = "evidence" if name == "evidence" else "detail"
    sides = [
        ((journey.id, each.id), each) if each else ((journey.id,), journey)
        for journey, each in ((before, old), (after, new))
    ]
    return Where((name, word), thing, sides[0], sides[1], topic)


def _named(walk: Walk, name: str, before: Journey, after: Journey) -> None:
    """What the lists at the top name in libraries; who travels is told already."""
    ids = [journey.named.get(name, ()) for journey in (before, after)]
    if name == "personas" or not any(ids):
        return
    where = Where(
        (name,),
        "journey",
        ((before.id,), before),
        ((after.id,), after),
        "evidence" if name == "evidence" else "detail",
        name,
    )
    own = [
        {each.id for each in getattr(journey, name) if each.origin.path == journey.path}
        for journey in (before, after)
    ]
    mapped = [walk.same(name, id) for id in ids[0]]
    for id, renamed in zip(ids[0], mapped, strict=True):
        if renamed not in ids[1] and renamed not in own[1]:
            walk.tell("removed", where, (before, name, walk.old.name(name, id)))
    for id in ids[1]:
        if id not in mapped and id not in own[0]:
            walk.tell("added", where, new=(after, name, walk.new.name(name, id)))


def _framework(
    walk: Walk,
    before: Journey,
    after: Journey,
    projects: tuple[Project, Project],
    used: tuple[Referred, Referred],
) -> None:
    """The phase model of one's own that the journey follows."""
    models = projects[0].frameworks.get(before.framework), projects[1].frameworks.get(after.framework)
    if models[0] is None or models[1] is None or models[0] == models[1]:
        return
    record: Any = LIBRARY.spellings["frameworks"].type.item  # type: ignore[attr-defined]
    stage: Record = record.spellings["stages"].type.item
    where = Where(
        ("framework", models[1].name), "framework", ((before.id,), models[0]), ((after.id,), models[1])
    )
    walk.entity(record, *models, where, ("id", "was", "stages"))
    sides = [[replace(each, origin=each.origin) for each in model.stages] for model in models if model]

    def inside(old: Any, new: Any) -> Where:
        return where._replace(
            words=(*where.words, (new or old).name),
            thing="stage",
            old=(where.old[0], old or where.old[1]),
            new=(where.new[0], new or where.new[1]),
        )

    compare_lists(walk, stage, (sides[0], sides[1]), _stages(*sides), inside, used, "stages")


def _stages(old: Sequence[Any], new: Sequence[Any]) -> Pairs:
    ids = {each.id: at for at, each in enumerate(new)}
    return {at: ids[each.id] for at, each in enumerate(old) if each.id in ids}


def _benchmark(walk: Walk, before: Journey, after: Journey, projects: tuple[Project, Project]) -> None:
    """The journey that is drawn beside this one, where that changed."""
    others = projects[0].benchmarks.get(before.path), projects[1].benchmarks.get(after.path)
    if others[0] is None or others[1] is None or others[0] == others[1]:
        return
    count = len(compare(others[0], others[1], *projects).changes)
    if count:
        sides = ((before.id,), before), ((after.id,), after)
        where = Where(("benchmark",), "journey", *sides, "detail", "benchmark")
        told = (before, "benchmark", others[0].title), (after, "benchmark", others[1].title)
        walk.tell("changed", where, *told, note=f"{counted(count, 'change')} in that journey")


def _of_another_kind(changes: Sequence[Change]) -> list[Change]:
    """What is gone and there again, word for word, as something else: a pain that is a gain now."""
    result: list[Change | None] = list(changes)
    gone: dict[tuple[Any, str], int] = {}
    for at, change in enumerate(changes):
        if (
            change.kind == "removed"
            and change.key
            and change.before
            and change.thing in ("phase", "touchpoint")
        ):
            gone[change.words[:-1], _text(change.before.value)] = at
    for at, change in enumerate(changes):
        if change.kind != "added" or not change.key or not change.after:
            continue
        was = gone.pop((change.words[:-1], _text(change.after.value)), None)
        if was is None or changes[was].key == change.key:
            continue
        told = " → ".join((changes[was].words[-1], change.words[-1]))
        result[at] = replace(change, kind="changed-kind", topic="kind", before=changes[was].before, note=told)
        result[was] = None
    return [change for change in result if change]


def _text(value: str) -> str:
    """What is said, without all else that is said of it."""
    return value.partition(" (")[0].casefold()


def _settled(changes: Sequence[Change], project: Project) -> tuple[Change, ...]:
    """The changes with their levels and fingerprints."""
    levels: Mapping[str, str] = project.settings.diff.levels
    seen: Counter[str] = Counter()
    result = []
    for change in changes:
        level = levels.get(change.topic) or TOPICS[change.topic].level
        ids = [side.ids if side else () for side in (change.before, change.after)]
        told = (change.kind, change.thing, change.key, *ids[0], "→", *ids[1])
        mark = sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[mark] += 1
        result.append(replace(change, level=level, fingerprint=f"{mark}:{seen[mark]}"))
    return tuple(result)
