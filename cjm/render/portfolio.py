"""Portfolio → a page of its own, `index.html`: like a journey's page it asks for nothing else.

Its rows are made in Python: a template takes three times as long over a thousand of them.
"""

from collections.abc import Iterator

from markupsafe import Markup

from cjm.board.portfolio.parts import Cell, Choice, Column, Line, Portfolio, Table
from cjm.languages import number
from cjm.layout import plot
from cjm.render.signs import Signs
from cjm.render.style import style_sheet
from cjm.render.svg import fragment
from cjm.templating import escaped, policy, template, text
from cjm.theme.tokens import Theme, current

_SCRIPTS = ("frame.js", "filters.js", "sorting.js", "portfolio.js")
# Fewer rows than these are seen at a glance.
_MANY = 4


def render(found: Portfolio, theme: Theme | None = None, mode: str = "") -> str:
    """The page, in the current theme where none is given, and in its mode."""
    theme = theme or current()
    mode = mode or theme.mode
    style = style_sheet(theme, mode, "portfolio.css")
    script = "\n".join(text(name, theme.templates) for name in _SCRIPTS)
    signs = Signs()
    narrowing = {
        table.id: dict(_options(table))
        for section in found.sections
        for table in section.tables
        if table.search and table.total >= _MANY
    }
    scene = plot.counts(found.places, found.label) if found.places else None
    return template("portfolio.html.j2", theme.templates).render(
        found=found,
        label=found.label,
        policy=policy(style, script, images="data:"),
        style=Markup(style),
        script=Markup(script),
        switch=mode == "auto",
        logo=theme.logo,
        signs=signs,
        plot=fragment(scene, prefix="o", classes="plot", label=found.label("opportunities")) if scene else "",
        narrowing=narrowing,
        rows=lambda table: Markup("".join(_rows(table, narrowing.get(table.id, {}), signs))),
        first=lambda table: _first(found, table),
    )


def _first(found: Portfolio, table: Table) -> str:
    shown, total = (number(count, found.language) for count in (len(table.lines), table.total))
    return found.label("first_of").format(n=shown, total=total)


def _options(table: Table) -> Iterator[tuple[Choice, list[str]]]:
    """What can be chosen in each list of a table that leaves something out."""
    for choice in table.choices:
        options = {option for line in table.lines for option in line.held.get(choice.key, ())}
        if len(options) > 1 or any(not line.held.get(choice.key) for line in table.lines if options):
            yield choice, sorted(options, key=lambda option: (option.casefold(), option))


def _rows(table: Table, lists: dict[Choice, list[str]], signs: Signs) -> Iterator[str]:
    numbers = {
        choice.key: {option: place for place, option in enumerate(options)}
        for choice, options in lists.items()
    }
    for line in table.lines:
        yield f"<tr{_attributes(line, numbers)}>"
        for column, cell in zip(table.columns, line.cells, strict=True):
            yield _cell(column, cell, signs)
        yield "</tr>\n"


def _attributes(line: Line, numbers: dict[str, dict[str, int]]) -> str:
    """The switches that a row fits, and its options by their numbers: nothing of a journey's own."""
    marks = "".join(f" data-{mark}" for mark in line.marks)
    held = (
        f' data-{key}="{" ".join(str(of[option]) for option in line.held.get(key, ()))}"'
        for key, of in numbers.items()
    )
    return marks + "".join(held)


def _cell(column: Column, cell: Cell, signs: Signs) -> str:
    kind = {"number": "n", "heads": "", "": ""}.get(column.kind, column.kind)
    ground = cell.tone if cell.tone in ("good", "bad", "nobody") else ""
    empty = "empty" if cell == Cell() else ""
    classes = " ".join(filter(None, (kind, ground, empty)))
    opening = f' class="{classes}"' if classes else ""
    if cell.sort is not None:
        opening += f' data-v="{cell.sort}"' if cell.sort == "" else f' data-v="{cell.sort:g}"'
    if column.kind == "heads":
        return f'<th scope="row"{opening}>{_inside(cell, signs)}</th>'
    if not empty:
        opening += f' data-l="{escaped(column.label)}"'
        return f"<td{opening}><div>{_inside(cell, signs)}</div></td>"
    return f"<td{opening}></td>"


def _inside(cell: Cell, signs: Signs) -> str:
    if cell.curve:
        for impact in cell.curve.impacts:
            signs.moment(impact)  # so that it is drawn once
        return cell.curve.drawing
    if cell.more:
        return " ".join(_piece(piece, signs) for piece in cell.more)
    drawn = f"<bdi{_lang(cell)}>{escaped(cell.text)}</bdi>" if cell.text else ""
    if cell.number:
        drawn = f"<i>{escaped(cell.number)}</i> {drawn}"
    if cell.link:
        drawn = f'<a href="{escaped(cell.link)}">{drawn}</a>'
    if cell.tone in ("positive", "negative", "late", "quiet"):
        drawn = f'<span class="{cell.tone}">{drawn}</span>'
    if cell.tone == "missing":
        drawn = f'<span class="owner missing"><i class="swatch"></i>{drawn}</span>'
    elif cell.sign:
        kind = "owner" if cell.sign[0] == "swatch" else "state"
        drawn = f'<span class="{kind}">{_sign(cell, signs)}{drawn}</span>'
    if cell.note:
        drawn += (
            f"<small{' class=late' if cell.tone == 'late' else ''}{_lang(cell)}>{escaped(cell.note)}</small>"
        )
    if cell.alert:
        drawn += f'<small class="negative">{escaped(cell.alert)}</small>'
    return drawn


def _piece(cell: Cell, signs: Signs) -> str:
    """A sign and a number; what they mean is in words for who doesn't see it, and for who points at it."""
    words, tone = escaped(cell.note), " negative" if cell.tone == "negative" else ""
    drawn = f'{_sign(cell, signs)}<span aria-hidden="true">{escaped(cell.text)}</span>'
    return f'<span class="state{tone}" title="{words}">{drawn}<span class="vh">{words}</span></span>'


def _lang(cell: Cell) -> str:
    return f' lang="{escaped(cell.lang)}"' if cell.lang else ""


def _sign(cell: Cell, signs: Signs) -> str:
    if cell.sign is None:
        return ""
    kind, what = cell.sign
    if kind == "swatch":
        return f'<i class="swatch d{what}"></i>'
    drawn: Markup = getattr(signs, kind)(what)
    return drawn
