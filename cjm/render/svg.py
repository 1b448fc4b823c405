"""Scene → SVG: a file of its own, or a fragment within a page.

Elements carry the light theme as attributes, so that every viewer is right, and a
class for each token, by which a media query or a page recolours them.
"""

from functools import lru_cache

from markupsafe import Markup, escape

from cjm.board.sheet import Board
from cjm.layout.curve import number
from cjm.layout.scene import Group, Paint, Scene, Words
from cjm.templating import template
from cjm.theme.tokens import DEFAULT, Theme


def render(board: Board, scene: Scene, theme: Theme = DEFAULT, mode: str = "auto") -> str:
    """The whole file. `auto` follows the viewer's preference, `light` and `dark` write it hard."""
    colours = theme.dark if mode == "dark" else theme.light
    return template("map.svg.j2").render(
        scene=scene,
        brush=_Brush(colours, "c"),
        n=number,
        font=theme.font.replace('"', "'"),
        title=board.title,
        description=board.description,
        language=board.language.code,
        dark=theme.dark if mode == "auto" else None,
    )


def fragment(
    scene: Scene,
    *,
    prefix: str,
    classes: str = "",
    label: str = "",
    hidden: bool = False,
    theme: Theme = DEFAULT,
) -> Markup:
    """An inline drawing; `prefix` keeps its ids apart from those of other drawings on the page."""
    text = template("fragment.svg.j2").render(
        scene=scene,
        brush=_Brush(theme.light, prefix),
        n=number,
        font=theme.font.replace('"', "'"),
        classes=classes,
        label=label,
        hidden=hidden,
    )
    return Markup(text)


class _Brush:
    """Paint, type and place as attributes, in the colours of one mode."""

    def __init__(self, colours: dict[str, str], prefix: str) -> None:
        self.colours = tuple(colours.items())
        self.prefix = prefix
        self.clips = 0

    def clip(self) -> str:
        """An id for the next clipping path."""
        self.clips += 1
        return f"{self.prefix}{self.clips}"

    def paint(self, paint: Paint, hook: str = "") -> Markup:
        """Fill and stroke."""
        return _painted(paint, self.colours, hook)

    def words(self, words: Words) -> Markup:
        """Size, weight, slant, anchor and colour of a text."""
        return _typeset(
            words.size, words.bold, words.italic, words.anchor, words.tracking, words.fill, self.colours
        )

    def moved(self, x: float, y: float, scale: float) -> Markup:
        """A path's own place."""
        if not x and not y and scale == 1:
            return Markup("")
        bigger = f" scale({scale:.3g})" if scale != 1 else ""
        return Markup(f' transform="translate({number(x)} {number(y)}){bigger}"')

    def group(self, group: Group, clip: str) -> Markup:
        """A group's place and names."""
        place = f' transform="translate({number(group.x)} {number(group.y)})"' if group.x or group.y else ""
        named = f' id="{escape(group.id)}"' if group.id else ""
        hook = f' class="{group.hook}"' if group.hook else ""
        target = f' data-t="{escape(group.target)}"' if group.target else ""
        cut = f' clip-path="url(#{clip})"' if clip else ""
        return Markup(f"{named}{hook}{target}{place}{cut}")


@lru_cache(maxsize=2048)
def _painted(paint: Paint, colours: tuple[tuple[str, str], ...], hook: str) -> Markup:
    of = dict(colours)
    parts = [f'fill="{of.get(paint.fill, "none")}"']
    classes = [hook] if hook else []
    if paint.fill in of:
        classes.append(f"f-{paint.fill}")
    if paint.stroke:
        parts.append(f'stroke="{of[paint.stroke]}" stroke-width="{paint.width:g}"')
        classes.append(f"s-{paint.stroke}")
    if paint.dash:
        parts.append(f'stroke-dasharray="{paint.dash}"')
    if paint.cap:
        parts.append(f'stroke-linecap="{paint.cap}" stroke-linejoin="round"')
    if classes:
        parts.append(f'class="{" ".join(classes)}"')
    return Markup(" ".join(parts))


@lru_cache(maxsize=1024)
def _typeset(
    size: float,
    bold: bool,
    italic: bool,
    anchor: str,
    tracking: float,
    fill: str,
    colours: tuple[tuple[str, str], ...],
) -> Markup:
    parts = [f'font-size="{size:g}"']
    if bold:
        parts.append('font-weight="700"')
    if italic:
        parts.append('font-style="italic"')
    if anchor:
        parts.append(f'text-anchor="{anchor}"')
    if tracking:
        parts.append(f'letter-spacing="{tracking:.2f}"')
    parts.append(f'fill="{dict(colours)[fill]}" class="f-{fill}"')
    return Markup(" ".join(parts))
