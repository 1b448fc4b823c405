"""A journey's history → one page that asks for nothing else, or one drawing, in the current theme."""

from collections import Counter

import msgspec
from markupsafe import Markup

from cjm.board.changed_rows import row
from cjm.board.history import History, Version
from cjm.config import LEVELS
from cjm.languages import Language, number, plural
from cjm.layout import history as layout
from cjm.render.style import style_sheet
from cjm.render.svg import fragment
from cjm.render.svg import render as drawn_alone
from cjm.templating import policy, template, text
from cjm.theme.tokens import current


class _Drawing(msgspec.Struct, frozen=True):
    title: str
    description: str
    language: Language


def page(history: History, **_look: object) -> str:
    """The versions below each other, the newest first: the curve, and what changed."""
    theme = current()
    style = style_sheet(theme, theme.mode, "changes.css")
    script = "\n".join((text("frame.js", theme.templates), text("history.js", theme.templates)))
    words = history.language
    return template("history.html.j2", theme.templates).render(
        history=history,
        title=history.title or history.path,
        label=words.labels.__getitem__,
        language=words.code,
        policy=policy(style, script),
        style=Markup(style),
        script=Markup(script),
        switch=theme.mode == "auto",
        told=lambda version: _told(version, words),
        rows=lambda version: [
            (" › ".join(change.words[: _own(change.thing)]), row(change, words)) for change in version.changes
        ],
        drawing=lambda version, at: fragment(
            layout.panel(version.panel), prefix=f"v{at}-", classes="version", hidden=True
        ),
    )


def drawing(history: History, **_look: object) -> str:
    """A small curve for each version, the oldest first."""
    told = [_told(version, history.language) for version in history.versions]
    description = "\n".join(
        f"{version.date} {version.subject}: {words}."
        for version, words in zip(reversed(history.versions), reversed(told), strict=True)
    )
    title = history.title or history.path
    return drawn_alone(_Drawing(title, description, history.language), layout.sheet(history, told))


def _own(thing: str) -> int:
    """How many words of a change name what it is a change of."""
    return {"touchpoint": 2, "phase": 1}.get(thing, 0)


def _told(version: Version, words: Language) -> str:
    """`1 breaking, 3 notable · 2 solved, 1 new`, or what else the commit did."""
    if version.state != "changed":
        return words.labels[f"history_{version.state}"]
    counted = Counter(change.level for change in version.changes)
    levels = ", ".join(
        f"{number(counted[each], words)} {words.labels[f'level_{each}']}" for each in LEVELS if counted[each]
    )
    if version.effects is None:
        return levels
    gaps = ", ".join(
        plural(key, len(found), words)
        for key, found in (("solved", version.effects.closed), ("added", version.effects.opened))
        if found
    )
    return f"{levels} · {words.labels['gaps']}: {gaps}" if gaps else levels
