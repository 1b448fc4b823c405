"""Scene → SVG: a file of its own, or a fragment within a page.

Elements carry the light theme as attributes, so that every viewer is right, and a
class for each token, by which a media query or a page recolours them.
"""

from typing import assert_never

from markupsafe import Markup, escape

from cjm.board.sheet import Board
from cjm.layout.curve import number
from cjm.layout.scene import Circle, Group, Paint, Path, Rect, Scene, Shape, Words
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
    """An inline drawing; `prefix` keeps its clips apart from those of other drawings on the page.

    It has no other ids: the page itself holds the touchpoints' anchors.
    """
    text = template("fragment.svg.j2").render(
        scene=scene,
        brush=_Brush(theme.light, prefix, ids=False),
        n=number,
        font=theme.font.replace('"', "'"),
        classes=classes,
        label=label,
        hidden=hidden,
    )
    return Markup(text)


class _Brush:
    """Shapes' attributes, in the colours of one mode.

    Templates ask by subscript: Jinja2 does that at a fraction of a call's cost, and a
    map has a thousand shapes.
    """

    def __init__(self, colours: dict[str, str], prefix: str, *, ids: bool = True) -> None:
        self.colours = colours
        self.ids = ids
        self.prefix = prefix
        self.clips = 0
        self.paints: dict[tuple[Paint, str], str] = {}
        self.faces: dict[tuple[object, ...], str] = {}

    def __getitem__(self, shape: Shape) -> str:
        match shape:
            case Words():
                return f' x="{number(shape.x)}" y="{number(shape.y)}"{self._face(shape)}'
            case Path():
                return f' d="{shape.data}"{_moved(shape)}{self._paint(shape.paint)}'
            case Group():
                return _named(shape, ids=self.ids)
            case Rect():
                corner = f' rx="{number(shape.radius)}"' if shape.radius else ""
                box = _box(shape.x, shape.y, shape.width, shape.height)
                return f"{box}{corner}{self._paint(shape.paint, shape.hook)}"
            case Circle():
                place = f' cx="{number(shape.x)}" cy="{number(shape.y)}" r="{number(shape.radius)}"'
                return f"{place}{self._paint(shape.paint, shape.hook)}"
            case _:
                assert_never(shape)

    def below(self, words: Words) -> str:
        """Where each further line of a text starts: at its left edge, one leading down."""
        return f' x="{number(words.x)}" dy="{number(words.leading)}"'

    def clip(self) -> str:
        """An id for the next clipping path."""
        self.clips += 1
        return f"{self.prefix}{self.clips}"

    def cut(self, group: Group) -> str:
        """The rectangle that a group is cut to."""
        assert group.clip is not None
        return _box(*group.clip)

    def _paint(self, paint: Paint, hook: str = "") -> str:
        key = (paint, hook)
        found = self.paints.get(key)
        if found is None:
            self.paints[key] = found = _painted(paint, self.colours, hook)
        return found

    def _face(self, words: Words) -> str:
        key = (words.size, words.bold, words.italic, words.anchor, words.tracking, words.fill)
        found = self.faces.get(key)
        if found is None:
            self.faces[key] = found = _typeset(words, self.colours[words.fill])
        return found


def _box(x: float, y: float, wide: float, tall: float) -> str:
    return f' x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(tall)}"'


def _moved(path: Path) -> str:
    if not path.x and not path.y and path.scale == 1:
        return ""
    bigger = f" scale({path.scale:.3g})" if path.scale != 1 else ""
    return f' transform="translate({number(path.x)} {number(path.y)}){bigger}"'


def _named(group: Group, *, ids: bool) -> str:
    """A group's names and place."""
    place = f' transform="translate({number(group.x)} {number(group.y)})"' if group.x or group.y else ""
    named = f' id="{escape(group.id)}"' if ids and group.id else ""
    hook = f' class="{group.hook}"' if group.hook else ""
    target = f' data-t="{escape(group.target)}"' if group.target else ""
    return f"{named}{hook}{target}{place}"


def _painted(paint: Paint, of: dict[str, str], hook: str) -> str:
    """Fill and stroke as colours, and their tokens as classes."""
    parts = [f' fill="{of.get(paint.fill, "none")}"']
    classes = [hook] if hook else []
    if paint.fill in of:
        classes.append(f"f-{paint.fill}")
    if paint.stroke:
        parts.append(f' stroke="{of[paint.stroke]}" stroke-width="{paint.width:g}"')
        classes.append(f"s-{paint.stroke}")
    if paint.dash:
        parts.append(f' stroke-dasharray="{paint.dash}"')
    if paint.cap:
        parts.append(f' stroke-linecap="{paint.cap}" stroke-linejoin="round"')
    if classes:
        parts.append(f' class="{" ".join(classes)}"')
    return "".join(parts)


def _typeset(words: Words, colour: str) -> str:
    """Size, weight, slant, anchor and colour of a text."""
    parts = [f' font-size="{words.size:g}"']
    if words.bold:
        parts.append(' font-weight="700"')
    if words.italic:
        parts.append(' font-style="italic"')
    if words.anchor:
        parts.append(f' text-anchor="{words.anchor}"')
    if words.tracking:
        parts.append(f' letter-spacing="{words.tracking:.2f}"')
    parts.append(f' fill="{colour}" class="f-{words.fill}"')
    return "".join(parts)
