"""A project's `theme:` → a theme: what it names is taken, the rest follows from it or is the base's.

A colour that is given for light paper gets one for dark paper, tints and signs get colours
that fit; none of that changes what a project wrote itself. `unreadable_ones` says what of
it can't be read.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec
from msgspec.structs import replace

from cjm.config import theming
from cjm.config.theming import ModeColour
from cjm.grammar.entity import Entity
from cjm.theme import oklch
from cjm.theme.builtin import BUILT_IN
from cjm.theme.tokens import DEFAULT, SLOTS, Theme, Widths, contrast, pairs, unreadable

Mode = Literal["light", "dark"]

# Grounds are as light as they are; a dark one doesn't follow from a light one.
_GROUNDS = ("paper", "paper2", "hl")
_ORNAMENTS = ("line", "line2")
_SHEETS = ("paper", "paper2")
_DEPARTMENT = 3.0  # WCAG 2.2, 1.4.11


def themed(
    settings: theming.Theme, widths: Widths | None = None, logo: tuple[str, str] | None = None
) -> Theme:
    """The theme that settings make, with what their files hold."""
    base = BUILT_IN[settings.base]
    light, dark = dict(base.light), dict(base.dark)
    for token, said in _said(settings):
        if said.light:
            light[token] = _in(base, said.light)
        if said.dark:
            dark[token] = _in(base, said.dark)
    for token, said in _said(settings):
        if said.light and not said.dark and token not in (*_GROUNDS, *_ORNAMENTS):
            dark[token] = _derived(base, dark, token, light[token])
        elif said.dark and not said.light and token not in light:
            light[token] = oklch.readable(dark[token], [light[sheet] for sheet in _SHEETS], _DEPARTMENT)
    written = {token for token, _ in _said(settings)}
    for colours, is_dark in ((light, False), (dark, True)):
        _follow(base, colours, written, dark=is_dark)
    font = f'"{settings.font.family}", {base.font}' if settings.font else base.font
    return replace(
        base,
        name="default" if base is DEFAULT and not written else "own",
        light=light,
        dark=dark,
        font=font,
        density=settings.density,
        widths=widths,
        logo=logo,
    )


def with_departments(theme: Theme, colours: Iterable[str]) -> Theme:
    """The theme with departments' own colours in slots behind the shared ones."""
    light, dark = dict(theme.light), dict(theme.dark)
    for slot, own in enumerate(colours, SLOTS):
        token = f"d{slot}"
        light[token] = _in(theme, own)
        light[f"{token}_t"] = oklch.tint(light[token], dark=False)
        dark[token] = oklch.for_dark(light[token], [dark[sheet] for sheet in _SHEETS], _DEPARTMENT)
        dark[f"{token}_t"] = oklch.tint(light[token], dark=True)
    return replace(theme, light=light, dark=dark)


class Unreadable(msgspec.Struct, frozen=True):
    """A colour that somebody wrote and that can't be read: where it stands, and what could."""

    part: Entity
    key: str
    message: str
    help: str


def unreadable_ones(settings: theming.Theme) -> Iterator[Unreadable]:
    """The colours of a theme that are too near to those they stand on, each once a mode."""
    theme = themed(settings)
    said = dict(_said(settings))
    modes: tuple[tuple[Mode, dict[str, str]], ...] = (("light", theme.light), ("dark", theme.dark))
    for mode, colours in modes:
        told = set()
        for front, back, ratio in sorted(unreadable(theme, colours), key=lambda pair: pair[2]):
            token = next((one for one in (front, back) if one in said and said[one].wrote(mode)), "")
            if not token or token in told:
                continue
            told.add(token)
            yield Unreadable(
                said[token],
                mode,
                f"{front} on {back} has a contrast of {_short(ratio)} in {mode} mode,"
                f" where {_least(theme, front, back):g} is needed",
                _nearest(theme, colours, token),
            )


def unreadable_department(colour: str, theme: Theme = DEFAULT) -> tuple[str, str] | None:
    """The contrast of a department's own colour with light paper, and the nearest that is enough; or None."""
    ratio = min(contrast(colour, theme.light[sheet]) for sheet in _SHEETS)
    if ratio >= _DEPARTMENT:
        return None
    return _short(ratio), oklch.readable(colour, [theme.light[sheet] for sheet in _SHEETS], _DEPARTMENT)


def _said(settings: theming.Theme) -> Iterator[tuple[str, ModeColour]]:
    """What the project colours, by token."""
    for token in theming.TOKENS:
        if (said := getattr(settings.colours, token)) is not None:
            yield token, said
    if settings.accent is not None:
        yield "accent", settings.accent
    for slot, said in enumerate(settings.departments[:SLOTS]):
        yield f"d{slot}", said


def _in(base: Theme, colour: str) -> str:
    """A colour as the theme can show it: one without hues shows its grey."""
    return oklch.grey(colour) if base.hatched else colour


def _derived(base: Theme, dark: Mapping[str, str], token: str, light: str) -> str:
    """The colour on dark paper that goes with one on light paper, readable on all that it meets."""
    tint = {f"{token}_t": oklch.tint(light, dark=True)}
    met = [(back, least) for front, back, least in pairs(base) if front == token]
    grounds = [tint.get(back) or dark[back] for back, _ in met] or [dark[sheet] for sheet in _SHEETS]
    return oklch.for_dark(light, grounds, max((least for _, least in met), default=_DEPARTMENT))


def _follow(base: Theme, colours: dict[str, str], written: set[str], *, dark: bool) -> None:
    """Tints and signs that go with what a project wrote."""
    for token in written:
        if f"{token}_t" in colours:
            colours[f"{token}_t"] = oklch.tint(colours[token], dark=dark)
    if "accent" in written and "focus" not in written:
        colours["focus"] = colours["accent"]
    if written & {"pos", "neg", "paper"}:
        discs = [colours["pos"], colours["neg"]]
        best = max(
            (colours["on"], "#FFFFFF", "#000000"), key=lambda sign: min(contrast(sign, d) for d in discs)
        )
        if min(contrast(colours["on"], disc) for disc in discs) < base.text:
            colours["on"] = best


def _least(theme: Theme, front: str, back: str) -> float:
    return next(least for one, other, least in pairs(theme) if (one, other) == (front, back))


def _nearest(theme: Theme, colours: Mapping[str, str], token: str) -> str:
    """What the colour could be instead, so that all its pairs can be read."""
    met = [pair for pair in pairs(theme) if token in pair[:2]]
    others = [colours[back if front == token else front] for front, back, _ in met]
    least = max(least for *_, least in met)
    found = oklch.readable(colours[token], others, least)
    if min(contrast(found, other) for other in others) < least:
        return "change the colours that it meets: no colour can be read on all of them"
    return f'the nearest that can be read: "{found}"'


def _short(ratio: float) -> str:
    """Cut, not rounded: 4.49 is not enough where 4.5 is."""
    return f"{int(ratio * 10) / 10:g}"
