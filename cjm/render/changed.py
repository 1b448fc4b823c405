"""Changes between two versions → one page that asks for nothing else, or one drawing.

In: a comparison. Out: the whole file, in the current theme. The page can be read without its script.
"""

import msgspec
from markupsafe import Markup

from cjm.board.arrange_changed import arrange
from cjm.board.changed import Badge, Changed
from cjm.differ import Comparison
from cjm.languages import Language, language, number, plural
from cjm.layout import changed as layout
from cjm.layout.changed_signs import sign
from cjm.layout.scene import Scene
from cjm.render.signs import Signs
from cjm.render.style import style_sheet
from cjm.render.svg import fragment
from cjm.render.svg import render as drawn_alone
from cjm.source import readable
from cjm.templating import policy, template, text
from cjm.theme.tokens import current

_SCRIPTS = ("frame.js", "changes.js")


class _Drawing(msgspec.Struct, frozen=True):
    title: str
    description: str
    language: Language


def page(comparison: Comparison, **_look: object) -> str:
    """Every journey that changed, a section each, with a list of them at the top where there are several."""
    boards = _boards(comparison)
    words = _language(boards, comparison)
    theme = current()
    style = style_sheet(theme, theme.mode, "changes.css")
    script = "\n".join(text(name, theme.templates) for name in _SCRIPTS)
    return template("changes.html.j2", theme.templates).render(
        boards=boards,
        title=_title(boards, comparison, words),
        alone=len(boards) == 1,
        label=words.labels.__getitem__,
        language=words.code,
        total=sum(len(board.entries) for board in boards),
        broken=[readable(f"{name}:{path}" if name else path) for name, path in comparison.broken],
        policy=policy(style, script),
        style=Markup(style),
        script=Markup(script),
        switch=theme.mode == "auto",
        signs=Signs(),
        drawing=_drawing,
        alone_drawn=_alone,
        badge=_badge,
        shown=lambda n: number(n, words),
        versions=" → ".join(_names(comparison, words)),
    )


def drawing(comparison: Comparison, **_look: object) -> str:
    """The curves of every journey that changed, below each other."""
    boards = _boards(comparison)
    words = _language(boards, comparison)
    scene = layout.sheet(boards, words.labels["same_meaning"])
    description = "\n".join(board.description for board in boards) or words.labels["same_meaning"]
    return drawn_alone(_Drawing(_title(boards, comparison, words), description, words), scene)


def _boards(comparison: Comparison) -> list[Changed]:
    changed = comparison.changed
    found = []
    for at, difference in enumerate(changed, 1):
        journey = difference.after or difference.before
        words = language(journey.language if journey else "en")
        prefix = f"{at}-" if len(changed) > 1 else ""
        found.append(arrange(difference, _names(comparison, words), prefix))
    return found


def _names(comparison: Comparison, words: Language) -> tuple[str, str]:
    """What both versions are called; the one on disk has no name of its own."""
    disk = words.labels["on_disk"]
    return readable(comparison.before) or disk, readable(comparison.after) or disk


def _language(boards: list[Changed], comparison: Comparison) -> Language:
    """That of the first journey; with none that changed, that of the first which is there."""
    if boards:
        return boards[0].language
    journeys = (each.after or each.before for each in comparison.differences)
    return language(next((journey.language for journey in journeys if journey), "en"))


def _title(boards: list[Changed], comparison: Comparison, words: Language) -> str:
    if len(boards) == 1:
        return boards[0].title
    return plural("changed_journeys", len(boards), words) if boards else words.labels["no_changes"]


def _drawing(board: Changed, at: int) -> Markup:
    return fragment(
        layout.place(board),
        prefix=f"d{at}-",
        classes="both",
        label=f"{board.label('both_curves')}: {board.title}",
    )


def _alone(board: Changed, at: int) -> list[tuple[str, Markup]]:
    """Each version by itself, under its name."""
    return [
        (name, fragment(scene, prefix=f"v{at}-{place}-", classes="both", label=f"{name}: {board.title}"))
        for place, (name, scene) in enumerate(layout.alone(board))
    ]


def _badge(name: Badge) -> Markup:
    return fragment(Scene(14, 14, tuple(sign(0, 0, name))), prefix="", classes="sign", hidden=True)
