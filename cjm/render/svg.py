"""Scene → SVG: a file of its own, or a fragment within a page.

Elements carry the light theme as attributes, so that every viewer is right, and a
class for each token, by which a media query or a page recolours them.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol, assert_never
from unicodedata import bidirectional

from markupsafe import Markup

from cjm.languages import Language
from cjm.layout.curve import number
from cjm.layout.scene import Circle, Group, Paint, Path, Rect, Scene, Shape, Words
from cjm.templating import escaped, template
from cjm.theme.tokens import Theme, current

# The space behind a touchpoint in a description, written as a line break: a diff shows whose words changed.
_SENTENCES = re.compile(r"(?<=[;.]) ")
# A strip has no margin to put a logo in.
_TALL = 400


class Described(Protocol):
    """What a drawing says of itself to whoever can't see it."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def description(self) -> str:
        """The whole of it as sentences."""

    @property
    def language(self) -> Language:
        """The language of both."""


def render(board: Described, scene: Scene, theme: Theme | None = None, mode: str = "") -> str:
    """The whole file, in the current theme where none is given, and in its mode.

    `auto` follows the viewer's preference, `light` and `dark` write it hard.
    """
    theme = theme or current()
    mode = mode or theme.mode
    colours = theme.dark if mode == "dark" else theme.light
    return template("map.svg.j2", theme.templates).render(
        scene=scene,
        drawn=_drawn(scene, _Painter(_ink(tuple(colours.items())), "c"), theme),
        n=number,
        font=theme.font.replace('"', "'"),
        title=board.title,
        description=_SENTENCES.sub("\n", board.description),
        language=board.language.code,
        dark=theme.dark if mode == "auto" else None,
        logo=theme.logo if scene.height >= _TALL else None,
    )


def fragment(
    scene: Scene,
    *,
    prefix: str,
    classes: str = "",
    label: str = "",
    hidden: bool = False,
    logo: bool = False,
    theme: Theme | None = None,
) -> Markup:
    """An inline drawing; `prefix` keeps its clips apart from those of other drawings on the page.

    It has no other ids and no colours: the page itself holds the touchpoints' anchors, and
    its style sheet a rule for each token's class; a theme's `logo` is a symbol on the page.
    """
    theme = theme or current()
    bare = _ink(tuple((token, "") for token in theme.light))
    text = template("fragment.svg.j2", theme.templates).render(
        scene=scene,
        drawn=_drawn(scene, _Painter(bare, prefix, ids=False), theme),
        n=number,
        font=theme.font.replace('"', "'"),
        classes=classes,
        label=label,
        hidden=hidden,
        logo=logo and theme.logo,
    )
    return Markup(text)


def _drawn(scene: Scene, painter: "_Painter", theme: Theme) -> Markup:
    items = scene.items
    if theme.hatched:
        from cjm.layout.hatching import hatched

        items = hatched(items)
    painter.draw(items)
    return Markup("".join(painter.drawn))


class _Painter:
    """Shapes → elements, one a line so that a diff shows what changed.

    Plain Python: a page has thousands of shapes, and a template takes three times as long
    (ADR 0007). Texts and names are escaped where they go in; all else is ours.
    """

    def __init__(self, ink: "tuple[_Paints, _Faces]", prefix: str, *, ids: bool = True) -> None:
        self.paints, self.faces = ink
        self.ids = ids
        self.prefix = prefix
        self.clips = 0
        self.drawn: list[str] = []

    def draw(self, items: Iterable[Shape]) -> None:
        """Append the elements to `drawn`, in order; the commonest shapes first, and with the fewest calls."""
        add, paints, faces = self.drawn.append, self.paints, self.faces
        for shape in items:
            if isinstance(shape, Words):
                lines = shape.lines
                text = lines[0] if len(lines) == 1 else "".join(lines)
                runs_left = not text.isascii() and _runs_left(text)
                text = escaped(lines[0]) if len(lines) == 1 else _broken(shape, runs_left)
                look = faces[
                    (
                        shape.size,
                        shape.fill,
                        shape.bold,
                        shape.italic,
                        shape.anchor,
                        shape.tracking,
                        runs_left,
                    )
                ]
                add(f'<text x="{number(shape.x)}" y="{number(shape.y)}"{look}>{text}</text>\n')
            elif isinstance(shape, Group):
                self._group(shape)
            elif isinstance(shape, Path):
                moved = _moved(shape) if shape.x or shape.y or shape.scale != 1 else ""
                add(f'<path d="{shape.data}"{moved}{paints[shape.paint, ""]}/>\n')
            elif isinstance(shape, Rect):
                corner = f' rx="{number(shape.radius)}"' if shape.radius else ""
                box = _box(shape.x, shape.y, shape.width, shape.height)
                add(f"<rect{box}{corner}{paints[shape.paint, shape.hook]}/>\n")
            elif isinstance(shape, Circle):
                place = f'cx="{number(shape.x)}" cy="{number(shape.y)}" r="{number(shape.radius)}"'
                add(f"<circle {place}{paints[shape.paint, shape.hook]}/>\n")
            else:
                assert_never(shape)

    def _group(self, group: Group) -> None:
        add = self.drawn.append
        cut = ""
        if group.clip:
            self.clips += 1
            cut = f' clip-path="url(#{self.prefix}{self.clips})"'
            add(f'<clipPath id="{self.prefix}{self.clips}"><rect{_box(*group.clip)}/></clipPath>\n')
        # A drawing on its own may lie anywhere, and has nothing that touchpoints lead to.
        url = "" if self.ids else f"#t-{group.target}" if group.link else group.url
        if url:
            add(f'<a href="{escaped(url)}">\n')
        named = _named(group, ids=self.ids) if group.id or group.hook or group.target else ""
        x, y = group.x, group.y
        place = f' transform="translate({number(x)} {number(y)})"' if x or y else ""
        add(f"<g{named}{place}{cut}>\n")
        if group.title:
            add(f"<title>{escaped(group.title)}</title>\n")
        self.draw(group.items)
        add("</g>\n</a>\n" if url else "</g>\n")


class _Paints(dict[tuple[Paint, str], str]):
    """Fill, stroke and classes of shapes as attributes, by paint and hook, in the colours of one mode.

    Drawings share the few that there are, so each is written once. An empty colour is left to a style sheet.
    """

    def __init__(self, colours: dict[str, str]) -> None:
        super().__init__()
        self.colours = colours

    def __missing__(self, key: tuple[Paint, str]) -> str:
        self[key] = written = _painted(key[0], self.colours, key[1])
        return written


# Size, colour, bold, italic, anchor, tracking, and whether it runs from right to left.
_Face = tuple[float, str, bool, bool, str, float, bool]


class _Faces(dict[_Face, str]):
    """The same of texts, with their size, weight, slant, anchor and direction."""

    def __init__(self, colours: dict[str, str]) -> None:
        super().__init__()
        self.colours = colours

    def __missing__(self, face: _Face) -> str:
        self[face] = written = _typeset(face, self.colours[face[1]])
        return written


@lru_cache(maxsize=8)
def _ink(colours: tuple[tuple[str, str], ...]) -> tuple[_Paints, _Faces]:
    return _Paints(dict(colours)), _Faces(dict(colours))


def _broken(words: Words, runs_left: bool) -> str:
    """Lines below each other: further ones start at the left edge of the first, one leading down."""
    first, *others = words.lines
    # The line break is drawn as a space: behind a line, but before one that must end flush. Text
    # from right to left has no room for it on either side.
    behind, before = ("", "") if runs_left else ("", " ") if words.anchor == "end" else ("\n", "")
    below = f'{behind}<tspan x="{number(words.x)}" dy="{number(words.leading)}">{before}'
    return escaped(first) + "".join([f"{below}{escaped(line)}</tspan>" for line in others])


def _runs_left(text: str) -> bool:
    """Whether a text is Arabic, Hebrew …: its first letter says so, as with HTML's `dir="auto"`."""
    return next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L") != "L"


def _box(x: float, y: float, wide: float, tall: float) -> str:
    return f' x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(tall)}"'


def _moved(path: Path) -> str:
    bigger = f" scale({path.scale:.3g})" if path.scale != 1 else ""
    return f' transform="translate({number(path.x)} {number(path.y)}){bigger}"'


def _named(group: Group, *, ids: bool) -> str:
    """A group's names."""
    named = f' id="{escaped(group.id)}"' if ids and group.id else ""
    hook = f' class="{group.hook}"' if group.hook else ""
    target = f' data-t="{escaped(group.target)}"' if group.target else ""
    return f"{named}{hook}{target}"


def _painted(paint: Paint, of: dict[str, str], hook: str) -> str:
    """Fill and stroke as colours, where there are any, and their tokens as classes."""
    colour = of.get(paint.fill, "none")
    parts = [f' fill="{colour}"'] if colour else []
    classes = [hook] if hook else []
    if paint.fill in of:
        classes.append(f"f-{paint.fill}")
    if paint.stroke:
        stroke = f' stroke="{of[paint.stroke]}"' if of[paint.stroke] else ""
        parts.append(f'{stroke} stroke-width="{paint.width:.3g}"')
        classes.append(f"s-{paint.stroke}")
    if paint.dash:
        parts.append(f' stroke-dasharray="{paint.dash}"')
    if paint.cap:
        parts.append(f' stroke-linecap="{paint.cap}" stroke-linejoin="round"')
    if classes:
        parts.append(f' class="{" ".join(classes)}"')
    return "".join(parts)


def _typeset(face: _Face, colour: str) -> str:
    size, fill, bold, italic, anchor, tracking, runs_left = face
    parts = [f' font-size="{size:g}"']
    if bold:
        parts.append(' font-weight="700"')
    if italic:
        parts.append(' font-style="italic"')
    if runs_left:  # its start is on the right, and it stands where any other text would
        anchor = {"": "end", "end": "", "middle": "middle"}[anchor]
        parts.append(' direction="rtl"')
    if anchor:
        parts.append(f' text-anchor="{anchor}"')
    if tracking:
        parts.append(f' letter-spacing="{tracking:.2f}"')
    painted = f' fill="{colour}"' if colour else ""
    parts.append(f'{painted} class="f-{fill}"')
    return "".join(parts)
