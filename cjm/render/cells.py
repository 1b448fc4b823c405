"""Cells' items → HTML, the same in the table, in the story and in the panel.

Plain Python, as for the shapes of a drawing: a page has hundreds of items (ADR 0007).
"""

from collections.abc import Container, Sequence
from typing import assert_never

from markupsafe import Markup

from cjm.board.sheet import Anchor, Board, Cell, Chance, Figure, Gap, Glyph, Hole, Item, Lane, Strength, Text
from cjm.render.signs import Signs
from cjm.templating import escaped


class Cells:
    """Paints cells. Most stand in the table and again in the story, and are painted once.

    Where there are `brief` ones, these tell all that is known. Templates ask by subscript:
    that costs Jinja2 a fraction of a call.
    """

    def __init__(
        self, board: Board, icons: Container[str], signs: Signs, brief: "Cells | None" = None
    ) -> None:
        self.below_target = board.label("below_target")
        self.icons = icons
        self.signs = signs
        self.brief = brief
        self.painted: dict[int, Markup] = {}

    def __getitem__(self, items: Cell) -> Markup:
        if not items:
            return Markup("")
        if self.brief and not any(isinstance(item, Chance) for item in items):
            return self.brief[items]  # only opportunities have more to tell
        found = self.painted.get(id(items))
        if found is None:
            self.painted[id(items)] = found = Markup("".join(map(self._item, items)))
        return found

    def lane(self, lane: Lane, slots: Sequence[tuple[Markup, int | None]]) -> Markup:
        """A lane's row of the table: a cell a column, empty where a phase has no touchpoint."""
        return Markup(
            "".join(
                f"<td{attributes}>{'' if at is None else self[lane.cells[at]]}</td>\n"
                for attributes, at in slots
            )
        )

    def _item(self, item: Item) -> str:
        match item:
            case Text():
                note = f"<small>{escaped(item.note)}</small>" if item.note else ""
                flag = self._flag(item.gap) if item.gap else ""
                return f'<p class="{item.style}">{escaped(item.text)}{note}{flag}</p>\n'
            case Glyph():
                return f'<p class="glyph">{self._icon(item)}<span>{escaped(item.text)}</span></p>\n'
            case Figure():
                return self._figure(item)
            case Chance():
                return self._chance(item)
            case Strength():
                assumed = " assumed" if item.assumed else ""
                sign = self.signs.strength(item.bars)
                return f'<p class="strength{assumed}">{sign}<span>{escaped(item.text)}</span></p>\n'
            case Hole():
                return f"{hole(item.gap)}\n"
            case Anchor():
                return f'<p><a href="{escaped(item.url)}" rel="noreferrer">{escaped(item.text)}</a></p>\n'
            case _:
                assert_never(item)

    def _flag(self, gap: Gap) -> str:
        """A gap at something that is there."""
        return f'<span class="flag">{self.signs.severity("warning")}{escaped(gap.label)}</span>'

    def _icon(self, item: Glyph) -> str:
        if item.icon in self.icons:
            return icon(item.icon)
        return f'<i class="monogram" aria-hidden="true">{escaped(item.text[:1])}</i>'

    def _figure(self, item: Figure) -> str:
        unit = f"<small>{escaped(item.unit)}</small>" if item.unit else ""
        below = (
            f'<i class="below"></i><span class="vh"> {escaped(self.below_target)}</span>'
            if item.below
            else ""
        )
        value = f'<p class="value">{escaped(item.value)}{unit}{below}</p>'
        return f'<div class="figure">{value}<p class="caption">{escaped(item.caption)}</p></div>\n'

    def _chance(self, item: Chance) -> str:
        owner = f"{escaped(item.owner)}, " if item.owner else ""
        if item.gap:
            owner = f'<b class="negative">{escaped(item.gap.label)}</b>, '
        estimate = self.signs.locator(item.impact, item.effort)
        state = self.signs.status(item.status)
        lines = [
            '<div class="chance">',
            f'<p class="key">{estimate}{escaped(item.key)}</p>',
            f"<p>{escaped(item.text)}</p>",
            f'<p class="meta">{state}<span>{owner}{escaped(item.status_label)}</span></p>',
        ]
        if self.brief and item.more:
            more = (
                f"<div><dt>{escaped(name)}</dt><dd>{escaped(value)}</dd></div>" for name, value in item.more
            )
            lines += ["<dl>", *more, "</dl>"]
        return "\n".join([*lines, "</div>\n"])


def hole(gap: Gap) -> Markup:
    """A gap instead of something."""
    return Markup(f'<div class="hole"><span>{escaped(gap.label)}</span></div>')


def icon(name: str) -> Markup:
    """A glyph of the page's sprite."""
    return Markup(f'<svg class="ic" aria-hidden="true"><use href="#i-{name}"/></svg>')


def prose(text: str) -> Markup:
    """A message: what stands between backticks is code."""
    parts = escaped(text).split("`")
    return Markup("".join(f"<code>{part}</code>" if n % 2 else part for n, part in enumerate(parts)))
