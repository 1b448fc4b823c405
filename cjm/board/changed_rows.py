"""One change → a row of words; and what something new or gone holds, as rows."""

import re
from collections.abc import Iterator

from cjm.board.changed import Row
from cjm.board.sheet import Anchor, Chance, Column, Figure, Glyph, Hole, Item, Strength, Text
from cjm.board.words import capital
from cjm.differ import Change
from cjm.languages import Language, signed

# Where a key isn't the name of its label.
_LABELS = {"moment_of_truth": "moment", "next": "next_step", "id": "", "title": "title"}
_KEY = re.compile(r"(?P<key>[a-z][a-z ]*)(?P<of> “.*)?", re.DOTALL)


def row(change: Change, language: Language) -> Row:
    """A change as it stands below what it is a change of."""
    before, after = (side.value if side else "" for side in (change.before, change.after))
    words = change.words[{"touchpoint": 2, "phase": 1}.get(change.thing, 0) :]
    happened = ""
    label = " › ".join(_said(word, language) for word in words)
    if change.kind in ("moved", "split", "merged", "changed-kind"):
        happened = language.labels["became" if change.kind == "changed-kind" else change.kind]
    if change.kind == "renamed" and not (words and words[-1] == "id"):
        label = label or language.labels["name"]
        label = "ID" if change.key == "id" else label
    if change.kind in ("added", "removed") and not words:  # the thing itself, which its badge says
        before = after = ""
    if before == after:
        before = ""
    if not (before or after or happened):
        happened = language.labels["changed"] if words and change.before and change.after else ""
    notes = tuple(filter(None, (change.note, change.advice)))
    return Row(label, before, after, notes, change.level, happened)


def contents(column: Column, language: Language, *, is_new: bool) -> Iterator[Row]:
    """What a touchpoint that is new or gone says."""
    told = []
    if column.point.score is not None:
        score = signed(column.point.score, language)
        told.append((language.labels["emotion"], f"{column.point.word} ({score})"))
    if column.action:
        told.append((language.labels["action"], column.action))
    told += [
        (capital(detail.label), text)
        for detail in column.details
        if (text := " · ".join(filter(None, map(_text, detail.items))))
    ]
    for label, text in told:
        yield Row(label, after=text) if is_new else Row(label, before=text)


def _said(word: str, language: Language) -> str:
    """A key in the journey's language; what the author wrote stays."""
    found = _KEY.fullmatch(word)
    if not found:
        return word
    key = found["key"].replace(" ", "_")
    label = language.labels.get(_LABELS.get(key, key), "")
    return f"{capital(label)}{found['of'] or ''}" if label and "{" not in label else capital(word)


def _text(item: Item) -> str:
    match item:
        case Text():
            return " ".join(filter(None, (item.text, item.note and f"({item.note})")))
        case Figure():
            return f"{item.value} {item.unit} {item.caption}".strip()
        case Chance() | Glyph() | Strength() | Anchor():
            return item.text
        case Hole():
            return ""
