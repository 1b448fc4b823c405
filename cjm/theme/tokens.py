"""What a theme is, and the one that `cjm` brings: every colour once per mode, every size once.

A renderer asks for a token (`ink`, `neg_t`), never for a colour; layout asks for a
role (`body`, `phase`), never for a size. `PAIRS` says which colours meet on a map
and how far apart they must be to be read; `unreadable` holds a theme to it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import local
from typing import Literal

import msgspec

# Departments take slots in the order in which they are declared; a ninth shares the
# first one's colours and is told apart by its name.
SLOTS = 8


class Size(msgspec.Struct, frozen=True):
    """Font size and distance between baselines, in px, and whether the role is set in bold."""

    px: float
    leading: float
    bold: bool = False


class Room(msgspec.Struct, frozen=True):
    """What a density adds, in px: to a column's width, below a row, between two items of a list."""

    column: float = 0
    row: float = 0
    item: float = 0


_ROOM = {"compact": Room(-16, -6, -2), "normal": Room(), "roomy": Room(24, 10, 4)}


class Widths(msgspec.Struct, frozen=True):
    """The advance widths of a font's four faces, in units of 1/`units_per_em` em.

    `runs` are its characters, first and last code point in hexadecimal; each face holds
    their widths in that order, 16 bits each, high byte first, in base64.
    """

    units_per_em: int
    runs: str
    regular: str
    bold: str
    italic: str
    bold_italic: str


class Templates(msgspec.Struct, frozen=True):
    """A project's own templates: the folder they were read from, and their texts by name."""

    folder: str
    texts: tuple[tuple[str, str], ...]


class Theme(msgspec.Struct, frozen=True):
    """A look. `light` and `dark` map the same tokens to `#RRGGBB`; `sizes` maps roles.

    `font` is a list of families, as CSS takes it, measured by `widths` or, without, as
    Arial (see `metrics`). Text has at least `text` contrast; departments are `hatched`
    where their colours are greys. `mode` is that of the viewer (`auto`), or one for good.
    `logo` is a data URI and its words; `templates` are the project's own.
    """

    name: str
    light: dict[str, str]
    dark: dict[str, str]
    font: str
    sizes: dict[str, Size]
    mode: Literal["auto", "light", "dark"] = "auto"
    text: float = 4.5
    hatched: bool = False
    density: Literal["compact", "normal", "roomy"] = "normal"
    widths: Widths | None = None
    logo: tuple[str, str] | None = None
    templates: Templates | None = None


_LIGHT = {
    "paper": "#FFFFFF",  # the sheet
    "paper2": "#F5F5F2",  # the organisation's half
    "ink": "#14171A",  # text, curve, phase bars
    "ink2": "#454B52",  # secondary text, icons
    "ink3": "#666D75",  # labels, numbers, faces
    "line": "#E2E3E1",  # hairlines: decoration, never a meaning
    "line2": "#B3B8BD",  # stems and rules: decoration, never a meaning
    "pos": "#1A5FB4",  # good
    "neg": "#BF3516",  # bad, or missing
    "warn": "#8A5B00",  # a warning, overdue
    "on": "#FFFFFF",  # a sign on pos or neg
    "pos_t": "#E3EDF8",  # under the curve, above the baseline
    "neg_t": "#FBE6DF",  # under the curve, below the baseline
    "hl": "#FFF3B8",  # where a jump landed
    "focus": "#1A5FB4",  # the keyboard's focus ring
    "d0": "#0F766E",  # teal
    "d1": "#3A2F63",  # indigo
    "d2": "#748F62",  # sage
    "d3": "#AE66AE",  # orchid
    "d4": "#5E2A3D",  # wine
    "d5": "#8A7A36",  # brass
    "d6": "#4F5A52",  # slate
    "d7": "#6F3FA0",  # violet
    "d0_t": "#DCEEEC",
    "d1_t": "#E5E2EE",
    "d2_t": "#E9F0E4",
    "d3_t": "#F5E8F5",
    "d4_t": "#F0E3E7",
    "d5_t": "#F2EEDD",
    "d6_t": "#E5E8E6",
    "d7_t": "#ECE3F5",
}

# Values of their own, not an inversion: tints go deep, judgements and departments
# lighten, and a sign on a disc takes the colour of the sheet.
_DARK = {
    "paper": "#121517",
    "paper2": "#1A1E21",
    "ink": "#F1F2F2",
    "ink2": "#BDC2C7",
    "ink3": "#929AA2",
    "line": "#2A2F34",
    "line2": "#59616A",
    "pos": "#82B4F2",
    "neg": "#FF8F70",
    "warn": "#E3B34D",
    "on": "#121517",
    "pos_t": "#1A2C42",
    "neg_t": "#40211A",
    "hl": "#4A4212",
    "focus": "#9CC4F7",
    "d0": "#A9E3DB",
    "d1": "#B9B0EA",
    "d2": "#86AA6F",
    "d3": "#BC4BBC",
    "d4": "#E3A0B7",
    "d5": "#E6DAA0",
    "d6": "#5F8472",
    "d7": "#9A56DD",
    "d0_t": "#15302E",
    "d1_t": "#262338",
    "d2_t": "#242D1F",
    "d3_t": "#332433",
    "d4_t": "#35232A",
    "d5_t": "#2F2B19",
    "d6_t": "#25292A",
    "d7_t": "#2C2238",
}

# Nothing is smaller than 12.5 px at 100 %.
_SIZES = {
    "title": Size(76, 80, bold=True),
    "title_medium": Size(60, 64, bold=True),
    "title_small": Size(48, 52, bold=True),
    "persona": Size(26, 30, bold=True),
    "phase": Size(25, 29, bold=True),
    "phase_long": Size(19, 23, bold=True),  # a name that needs three lines
    "figure": Size(25, 29, bold=True),
    "name": Size(16, 20, bold=True),
    "header": Size(15.5, 21.5),
    "feeling": Size(15, 19, bold=True),
    "body": Size(14.5, 19),
    "list": Size(14.5, 18.5),
    "lane": Size(13.5, 17, bold=True),
    "meta": Size(13, 17),
    "note": Size(12.5, 16),
}

DEFAULT = Theme(
    name="default",
    light=_LIGHT,
    dark=_DARK,
    font='Arial, Helvetica, "Liberation Sans", Arimo, sans-serif',
    sizes=_SIZES,
)


class _Current(local):
    theme: Theme = DEFAULT


_current = _Current()


def current() -> Theme:
    """The theme that is being drawn in: layouts measure text and leave room by it."""
    return _current.theme


def room() -> Room:
    """What its density adds."""
    return _ROOM[current().density]


def lead() -> str:
    """The token of what leads the eye, as phase bars do: the accent, or ink where there is none."""
    return "accent" if "accent" in current().light else "ink"


@contextmanager
def drawing_in(theme: Theme) -> Iterator[None]:
    """Make a theme the current one, for this thread, until the end of the `with`."""
    before, _current.theme = _current.theme, theme
    try:
        yield
    finally:
        _current.theme = before


# Foreground, background, least contrast. WCAG 2.2 asks 4.5 for text (1.4.3) and 3 for
# graphics that carry a meaning (1.4.11); `line2` carries none and is only to be seen.
PAIRS: list[tuple[str, str, float]] = [
    *((text, sheet, 4.5) for sheet in ("paper", "paper2") for text in ("ink", "ink2", "ink3")),
    *((sign, sheet, 4.5) for sheet in ("paper", "paper2") for sign in ("pos", "neg", "warn")),
    *(("on", sign, 4.5) for sign in ("pos", "neg")),
    *((text, area, 4.5) for area in ("pos_t", "neg_t", "hl") for text in ("ink", "ink2")),
    ("pos", "pos_t", 4.5),
    ("neg", "neg_t", 4.5),
    ("on", "warn", 3.0),
    *((bar, "line", 3.0) for bar in ("ink", "pos", "neg")),
    *(("focus", sheet, 3.0) for sheet in ("paper", "paper2")),
    ("line2", "paper", 1.5),
    *((f"d{slot}", sheet, 3.0) for sheet in ("paper", "paper2") for slot in range(SLOTS)),
    *(("ink", f"d{slot}_t", 4.5) for slot in range(SLOTS)),
]


def contrast(a: str, b: str) -> float:
    """The contrast of two `#RRGGBB` colours, 1 (the same) to 21 (black on white).

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (linear(channel / 255) for channel in bytes.fromhex(colour.removeprefix("#")))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """An sRGB channel, 0 to 1, as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def pairs(theme: Theme) -> list[tuple[str, str, float]]:
    """`PAIRS` with the contrast that a theme wants of text, and with what it has besides."""
    found = [(front, back, theme.text if least == 4.5 else least) for front, back, least in PAIRS]
    if "accent" in theme.light:
        found += [("accent", sheet, 3.0) for sheet in ("paper", "paper2")]
    return found


def unreadable(theme: Theme, colours: Mapping[str, str]) -> list[tuple[str, str, float]]:
    """The pairs of one of its modes that are too close: foreground, background, contrast."""
    ratios = (
        (front, back, contrast(colours[front], colours[back]), least) for front, back, least in pairs(theme)
    )
    return [(front, back, ratio) for front, back, ratio, least in ratios if ratio < least]
