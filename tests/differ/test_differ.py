"""What a comparison of two versions promises: every key of the language, thresholds, moves, effects."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from differing import difference, from_itself, line, told, versions
from model_of import checked, with_phase, with_point, with_top
from msgspec import structs

from cjm.config import LEVELS, TOPICS
from cjm.differ import Difference, compare, effects
from cjm.differ.likeness import LEAST, assigned, beside, likeness, words
from cjm.differ.matching import unmoved
from cjm.differ.topics import DERIVED, TOPIC_OF, topic
from cjm.grammar.entity import Entity, replace
from cjm.grammar.record import Record
from cjm.grammar.several import ListOf, MapOf
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.pipeline import lint

RECORDS = [record for root in (JOURNEY, LIBRARY) for record in (root, *root.inner)]

# A journey in which every key of the language says something.
FULL = """\
journey: Everything
cjm: 1
id: everything
was: all
language: nl
summary: All there is
tags: [one]
links: {url: "https://example.org", text: More}
status: draft
state: future
kind: employee
owner: {responsible: sales, accountable: it, consulted: it, informed: it}
personas:
  - {id: tom, was: thomas, name: Tom, role: r, segment: s, quote: q, goals: g, needs: n, frustrations: f,
     about: a, image: {file: tom.png, alt: Tom}, evidence: talks}
  - {id: eva}
departments:
  - {id: sales, was: shop, name: Sales, colour: teal, lead: Ann, contact: ann@example.org, about: a}
  - {id: it, name: IT}
channels:
  - {id: desk, was: table, name: Desk, kind: paid, medium: human, icon: app}
evidence:
  - {id: talks, was: chats, kind: interview, title: Talks, date: 2026-05-01, participants: 5, link: "https://example.org/t"}
metrics:
  - {id: smiles, was: grins, name: Smiles, unit: x, better: lower, min: 0, max: 99}
scenario: s
goal: g
business_goal: b
scope: {starts: s, ends: e}
expectations: {text: t, from: competitor, level: 1}
framework: ours
emotion_scale: [-4, 4]
reviewed: 2026-05-02
review_every: 1 year
phases:
  - name: One
    id: one
    was: uno
    stage: look
    goal: g
    questions: q
    owner: sales
    content: {text: t, media: earned}
    engagement: {behaviour: b, metric: m}
    crm: c
    duration: 2 days
    evidence: talks
    metrics: {smiles: 2}
    touchpoints:
      - name: A
        id: a
        was: aa
        action: a
        channels: desk
        devices: phone
        organisation: o
        thoughts: t
        quote: q
        emotion: {score: 1, feeling: odd}
        emotions: {tom: 1, eva: {score: 2, feeling: odd}}
        expectation: {text: t, level: 1}
        need: n
        importance: {customer: 3, organisation: 2}
        pains: {id: p, text: t, severity: 3, evidence: talks, accepted: a, link: "https://example.org/p"}
        gains: {text: g, severity: 2, evidence: talks, link: "https://example.org/g"}
        moment_of_truth: {why: w, type: first, impact: negative, success: s, failure: f}
        opportunities: {id: o, text: t, move: skip, impact: 3, effort: 2, owner: it, status: doing,
          due: 2026-12-01, hypothesis: h, test: t, result: r, link: "https://example.org/o"}
        owner: it
        frontstage: f
        backstage: b
        systems: s
        content: {text: t, media: paid}
        metrics: {smiles: {value: 3, target: 2, benchmark: 4, source: talks, date: 2026-05-03}}
        evidence: talks
        next: [{to: c, when: w, share: 30%}]
        image: {file: a.png, alt: A}
        links: {url: "https://example.org/l", text: L}
        notes: n
      - name: B
      - name: C
"""
OWN = """\
library: Models
frameworks:
  - {id: ours, name: Ours, about: a, stages: [
      {id: look, name: Look, meaning: m, question: q, departments: d, media: paid}]}
"""
# What a comparison tells as something else, or by itself: an id is what things are matched by, `was`
# only accounts for it; a benchmark is compared by its own journey.
APART = {"id", "was", "detail", "benchmark"}


def test_every_field_of_an_entity_is_in_a_table() -> None:
    in_tables: dict[type[Entity], set[str]] = {}
    for record in RECORDS:
        in_tables.setdefault(record.entity, set()).update(key.attribute for key in record.keys)
    for entity, keys in in_tables.items():
        assert {*entity.__struct_fields__} - keys - DERIVED.keys() == set(), entity


def test_every_topic_is_in_the_settings_table() -> None:
    assert {*TOPIC_OF.values()} <= TOPICS.keys()
    assert {topic.level for topic in TOPICS.values()} == {*LEVELS}
    spelled = {
        name for record in RECORDS for key in record.keys for name in (key.name, f"{record.name}.{key.name}")
    }
    assert TOPIC_OF.keys() <= spelled
    assert topic(JOURNEY, JOURNEY.spellings["summary"]) == "detail"


def emptied(value: Any, record: Any) -> Iterator[tuple[str, Any]]:
    """An entity with one of its keys as if it weren't written, for each, and for each in its parts."""
    if isinstance(record, ListOf):
        for at, item in enumerate(value or ()):
            for name, less in emptied(item, record.item):
                yield name, (*value[:at], less, *value[at + 1 :])
    elif isinstance(record, MapOf):
        for id, item in value.items():
            yield from ((name, {**value, id: less}) for name, less in emptied(item, record.value))
    elif isinstance(record, Record) and isinstance(value, Entity):
        blank = dict(defaults(record.entity))
        for key in record.keys:
            found = getattr(value, key.attribute)
            name = f"{record.name}.{key.name}"
            if key.name not in APART and key.attribute in blank and found != blank[key.attribute]:
                yield name, replace(value, **{key.attribute: blank[key.attribute]})
            for inner, less in emptied(found, key.type):
                yield inner, replace(value, **{key.attribute: less})


def defaults(entity: type[Entity]) -> Iterator[tuple[str, Any]]:
    """The fields that needn't be written, with what they are then."""
    for field in structs.fields(entity):
        if field.default is not msgspec.NODEFAULT:
            yield field.name, field.default
        elif field.default_factory is not msgspec.NODEFAULT:
            yield field.name, field.default_factory()


def test_every_key_of_a_journey_is_compared() -> None:
    project = checked(FULL, library=OWN)
    assert {found.rule for found in project.diagnostics} <= {"bad-image"}
    (journey,) = project.project.journeys
    silent = {name for name, less in emptied(journey, JOURNEY) if compare(journey, less).changes == ()}
    assert silent == set()
    wanted = {f"{record.name}.{key.name}" for record in (JOURNEY, *JOURNEY.inner) for key in record.keys}
    said = {name for name, _ in emptied(journey, JOURNEY)}
    needed = {
        f"{record.name}.{key.name}"
        for record in (JOURNEY, *JOURNEY.inner)
        for key in record.keys
        if key.required or key.name in APART
    }
    assert wanted - said - needed - {"journey.cjm", "emotion.score", "emotion.feeling"} == set()


def test_every_key_of_a_framework_is_compared() -> None:
    project = checked(FULL, library=OWN).project
    (journey,), (library,) = project.journeys, project.libraries
    frameworks = LIBRARY.spellings["frameworks"].type
    for name, less in emptied(library.frameworks, frameworks):
        other = structs.replace(project, libraries=(replace(library, frameworks=less),))
        assert compare(journey, journey, project, other).changes, name


def test_everything_there_is_does_not_differ_from_itself() -> None:
    project = checked(FULL, library=OWN).project
    assert from_itself(project.journeys[0], project) == []


def test_likeness_has_a_threshold_with_two_sides() -> None:
    one = [words("waits in line at the till")]
    near, far = [words("stands in line at the desk")], [words("stands in the rain")]
    assert likeness(one[0], near[0]) * 0.8 >= LEAST > likeness(one[0], far[0]) * 0.8
    assert assigned([0], [0], (one, near)) == {0: 0}
    assert assigned([0], [0], (one, far)) == {}
    # Between neighbours that are the same on both sides a little less will do.
    assert assigned([0], [0], (one, far), lambda a, b: 0.2) == {0: 0}
    assert beside({0: 0, 2: 2})(1, 1) == pytest.approx(0.2)


def test_the_likeliest_pairs_first_and_always_the_same() -> None:
    told_old = [words("pays at the till"), words("pays at the till with a card")]
    told_new = [words("pays at the till with a card today"), words("pays at the till")]
    assert assigned([0, 1], [0, 1], (told_old, told_new)) == {0: 1, 1: 0}
    same = [words("waits")] * 3
    assert assigned([0, 1, 2], [0, 1, 2], (same, same)) == {0: 0, 1: 1, 2: 2}


def test_only_what_moved_is_told() -> None:
    assert unmoved([0, 1, 2, 3]) == {0, 1, 2, 3}
    assert unmoved([3, 0, 1, 2]) == {1, 2, 3}
    assert len(unmoved([2, 1, 0])) == 1
    assert unmoved([]) == set()
    before = "journey: X\nphases:\n  - name: P\n    touchpoints: [A, B, C, D, E]\n"
    found = versions(before, before.replace("[A, B, C, D, E]", "[E, A, B, C, D]"))
    assert told(found) == "notable moved [order] P › E: after D → first\n"


def test_a_way_on_that_says_what_goes_without_saying_is_no_change() -> None:
    assert versions(with_point(""), with_point("next: b")).changes == ()
    assert len(versions(with_point(""), with_point("next: end")).changes) == 1
    last = with_phase("touchpoints: [A, {name: B, next: end}]")
    assert versions(with_phase("touchpoints: [A, B]"), last).changes == ()


def test_a_journey_that_is_new_or_gone() -> None:
    (journey,) = checked(with_top("")).project.journeys
    assert line(compare(None, journey).changes[0]) == "notable added [journey_added] X: X"
    assert line(compare(journey, None).changes[0]) == "breaking removed [journey_removed] X: X"
    assert compare(None, None).changes == ()


def test_a_files_name_is_no_id_of_two_files_that_are_named() -> None:
    old, new = (checked(with_top(""), path=path).project for path in ("one.cjm.yaml", "two.cjm.yaml"))
    pair = old.journeys[0], new.journeys[0]
    assert (
        line(compare(*pair, old, new).changes[0])
        == "minor renamed [renamed] id: one → two (write `was: one`)"
    )
    assert compare(*pair, old, new, named=True).changes == ()


def test_a_journey_that_another_one_names_keeps_its_id() -> None:
    other = "journey: Y\nphases:\n  - name: P\n    touchpoints: [{name: A, detail: one}]\n"
    old = checked(with_top(""), path="one.cjm.yaml", other=other)
    new = checked(with_top("id: two"), path="one.cjm.yaml")
    found = difference_of_first(old, new)
    assert found.level == "breaking"


def difference_of_first(old: Any, new: Any) -> Difference:
    """Of projects in which some of the names may lead nowhere; the other journey is read as well."""
    more = checked(
        "journey: Y\nphases:\n  - name: P\n    touchpoints: [{name: A, detail: one}]\n",
        path="b.cjm.yaml",
        one=with_top(""),
    )
    (journey,) = old.project.journeys
    found = [each for each in more.project.journeys if each.path == "one.cjm.yaml"]
    project = structs.replace(
        more.project, journeys=(*(each for each in more.project.journeys if each not in found), journey)
    )
    return compare(journey, new.project.journeys[0], project, new.project)


def test_fingerprints_outlive_other_edits_and_tell_changes_apart() -> None:
    base = with_point("pains: [One thing, Another thing altogether]")
    once = versions(base, base.replace("One thing", "One big thing"))
    twice = versions(
        base,
        "# more\n"
        + base.replace("One thing", "One big thing").replace("- name: B", "- name: B\n        emotion: 1"),
    )
    assert once.changes[0].fingerprint in {change.fingerprint for change in twice.changes}
    assert len({change.fingerprint for change in twice.changes}) == len(twice.changes) == 2


def test_places_are_those_of_the_key_on_both_sides() -> None:
    before, after = with_phase("owner: Sales\ntouchpoints: [A]"), with_phase("owner: Shop\ntouchpoints: [A]")
    (change,) = versions(before, after).changes
    assert change.before
    assert change.after
    assert change.before.span.of(before) == "Sales"
    assert change.after.span.of(after) == "Shop"
    assert change.before.ids == ("a", "p")


def test_what_changes_did_to_gaps_and_figures() -> None:
    sides = (
        with_point("pain: Too slow\nemotion: -1"),
        with_point("id: aa\nwas: a\npain: Too slow\nemotion: 1\nopportunity: Faster"),
    )
    old, new = map(checked, sides)
    found = difference(old, new)
    gaps = [lint(side, side.project.journeys[0]) for side in (old, new)]
    done = effects(found, *gaps)
    assert done
    assert "pain-without-opportunity" in {each.rule for each in done.closed}
    # What was found at `a` before and is at `aa` now is neither opened nor closed.
    assert "touchpoint-without-channel" not in {each.rule for each in (*done.opened, *done.closed)}
    # A pain that is said otherwise is the same gap.
    reworded = sides[0].replace("Too slow", "It is far too slow")
    other = checked(reworded)
    found = difference(old, other)
    assert effects(found, gaps[0], lint(other, other.project.journeys[0])).opened == ()  # type: ignore[union-attr]
    assert done.coverage["answer"][0].have == 0
    assert done.coverage["answer"][1].have == 1
    assert done.before.low
    assert done.after.peak
    assert effects(compare(None, new.project.journeys[0]), (), ()) is None


def test_a_gap_that_is_told_in_the_same_words_before_and_after_neither_closed_nor_opened() -> None:
    text = "journey: X\nphases:\n  - name: P\n    touchpoints:\n"
    row = "      - {{name: {0}, id: {1}, emotion: {2}}}\n"
    rows = (
        row.format("A", "a", 1) + row.format("B", "b", -1),
        row.format("A", "b", 1) + row.format("B", "a", -1),
    )
    old, new = (checked(text + each) for each in rows)
    found = difference(old, new)
    done = effects(found, *(lint(side, side.project.journeys[0]) for side in (old, new)))
    assert found.changes
    assert done
    assert (done.opened, done.closed) == ((), ())


def test_a_change_is_found_by_the_id_of_its_thing() -> None:
    found = versions(with_point("id: a\nemotion: 1"), with_point("id: aa\nwas: a\nemotion: 2"))
    assert found.touchpoints == {"a": "aa", "b": "b"}
    assert (
        {change.kind for change in found.of("aa")}
        == {change.kind for change in found.of("a")}
        == {"renamed", "changed"}
    )
    assert found.reaches("notable")
    assert not found.reaches("breaking")
    assert not Difference(None, None).reaches("cosmetic")


def test_a_large_journey_rewritten_is_still_compared() -> None:
    def text(word: str) -> str:
        points = "".join(f"      - {word}{number} {word}\n" for number in range(300))
        return f"journey: X\nphases:\n  - name: P\n    touchpoints:\n{points}"

    found = versions(text("a"), text("b"))
    assert len(found.changes) == 600


def test_levels_of_ones_own_are_checked_where_they_stand() -> None:
    found = checked(with_top(""), settings="diff: {levels: {ownr: breaking, owner: grave}}\n").diagnostics
    assert [(each.rule, each.help) for each in found] == [
        ("unknown-key", "did you mean 'owner'?"),
        ("unknown-value", "one of: breaking, notable, minor, cosmetic"),
    ]
