"""Settings of how maps look: `theme:` in `cjm.yaml`, or a theme's own file.

`cjm.theme.brand` makes a theme of them.
"""

from typing import Literal

from cjm.diagnostics import Diagnostic
from cjm.grammar.addresses import Path
from cjm.grammar.binder import FAILED, Binder
from cjm.grammar.entity import Entity
from cjm.grammar.record import Key, Record
from cjm.grammar.scalars import Choice, Colour, Pattern, Text
from cjm.grammar.several import ListOf
from cjm.source import Source
from cjm.syntax import Parsed

THEMES = ("default", "mono", "high-contrast")
MODES = ("auto", "light", "dark")
DENSITIES = ("compact", "normal", "roomy")

# What a project may colour, and what each is.
TOKENS = {
    "paper": "The sheet.",
    "paper2": "The organisation's half of it.",
    "ink": "Text, the curve, phase bars.",
    "ink2": "Secondary text, icons.",
    "ink3": "Labels, numbers, faces.",
    "line": "Hairlines.",
    "line2": "Stems and rules.",
    "pos": "What is good.",
    "neg": "What is bad, or missing.",
    "warn": "A warning, something overdue.",
    "hl": "Where a jump landed.",
    "focus": "The keyboard's focus ring.",
}


class ModeColour(Entity, frozen=True):
    """A colour on light paper, and on dark paper where that isn't derived."""

    light: str = ""
    dark: str = ""


class Colours(Entity, frozen=True):
    """What a project colours; what it leaves out is the base's."""

    paper: ModeColour | None = None
    paper2: ModeColour | None = None
    ink: ModeColour | None = None
    ink2: ModeColour | None = None
    ink3: ModeColour | None = None
    line: ModeColour | None = None
    line2: ModeColour | None = None
    pos: ModeColour | None = None
    neg: ModeColour | None = None
    warn: ModeColour | None = None
    hl: ModeColour | None = None
    focus: ModeColour | None = None


class Font(Entity, frozen=True):
    """A family, and the file with its widths."""

    family: str
    metrics: str = ""


class Logo(Entity, frozen=True):
    """An image, and its words."""

    file: str
    alt: str = ""


class Theme(Entity, frozen=True):
    """How a project's maps differ from a theme that cjm brings."""

    base: Literal["default", "mono", "high-contrast"] = "default"
    mode: Literal["auto", "light", "dark"] = "auto"
    accent: ModeColour | None = None
    colours: Colours = Colours()
    departments: tuple[ModeColour, ...] = ()
    font: Font | None = None
    logo: Logo | None = None
    density: Literal["compact", "normal", "roomy"] = "normal"

    @property
    def id(self) -> str:
        """What a finding calls it."""
        return "theme"


_COLOUR = Record(
    "mode_colour",
    ModeColour,
    (
        Key("light", Colour(), "The colour on light paper."),
        Key("dark", Colour(), "The colour on dark paper; derived from the light one where absent."),
    ),
    "A colour, per mode.",
    noun="a colour",
    shorthand="light",
    one_of=("light", "dark"),
)
THEME = Record(
    "theme",
    Theme,
    (
        Key("base", Choice("a theme", THEMES), "The theme to start from; `default` where absent."),
        Key(
            "mode",
            Choice("a mode", MODES),
            "`light` or `dark` for good; `auto`, which follows the viewer, where absent.",
        ),
        Key("accent", _COLOUR, "The colour of phase bars, of the chosen tab and of the focus ring."),
        Key(
            "colours",
            Record(
                "theme_colours",
                Colours,
                tuple(Key(token, _COLOUR, meaning) for token, meaning in TOKENS.items()),
                "Colours of a theme.",
                noun="the colours of a theme",
            ),
            "Colours of one's own; what is left out is the base's.",
        ),
        Key(
            "departments",
            ListOf(_COLOUR),
            "Colours that departments get in turn; what is left out is the base's.",
        ),
        Key(
            "font",
            Record(
                "theme_font",
                Font,
                (
                    Key(
                        "family",
                        Pattern(
                            "a font family",
                            r"[^\W_][\w -]{0,60}",
                            "unknown-value",
                            "write one family's name, letters, digits, spaces and hyphens: Brand Sans",
                        ),
                        "The family's name, as the machine that shows the map knows it.",
                        required=True,
                    ),
                    Key(
                        "metrics",
                        Path("a file in the project", below=True),
                        "The file with its widths, which `cjm theme metrics` writes; Arial's where absent.",
                    ),
                ),
                "The font of a theme.",
                noun="a font",
                shorthand="family",
            ),
            "The font of all texts.",
        ),
        Key(
            "logo",
            Record(
                "theme_logo",
                Logo,
                (
                    Key(
                        "file",
                        Path("an image file"),
                        "The image: PNG, JPEG, GIF, WebP or SVG.",
                        required=True,
                    ),
                    Key("alt", Text(), "Its words, for whoever can't see it: the organisation's name."),
                ),
                "The logo of a theme.",
                noun="a logo",
                shorthand="file",
            ),
            "An image in the upper right corner of sheets and pages.",
        ),
        Key(
            "density",
            Choice("a density", DENSITIES),
            "How much room is left between things; `normal` where absent.",
        ),
    ),
    "How maps look.",
    noun="a theme",
    shorthand="base",
)


def bind(source: Source, parsed: Parsed) -> tuple[Theme, list[Diagnostic]]:
    """The settings that a theme's own file makes: what stands under `theme:` in a `cjm.yaml`."""
    binder = Binder(source, parsed.complete)
    bound = THEME.bind(parsed.root, binder) if parsed.root is not None else Theme()
    return (Theme() if bound is FAILED else bound), [*parsed.diagnostics, *binder.diagnostics]
