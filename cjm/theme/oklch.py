"""Colours lighter, darker and paler with their hue kept: what a readable colour is made with.

In and out: `#RRGGBB`. Between: OKLCH, where equal steps of lightness look equal.
Source: Björn Ottosson, "A perceptual color space for image processing" (2020).
"""

import math
from collections.abc import Iterable

from cjm.theme.tokens import contrast, linear

# Lightnesses are tried in steps of this; a step of one channel is about as large.
_STEPS = 500


def parts(colour: str) -> tuple[float, float, float]:
    """Lightness (0 black to 1 white), chroma (0 grey) and hue (radians)."""
    red, green, blue = (linear(channel / 255) for channel in bytes.fromhex(colour.removeprefix("#")))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        math.hypot(a, b),
        math.atan2(b, a),
    )


def colour(lightness: float, chroma: float, hue: float) -> str:
    """The colour of these parts; one that no screen shows gives up chroma, never lightness."""
    low, high = 0.0, chroma
    best = _shown(lightness, chroma, hue)
    if best is not None:
        return best
    for _ in range(12):
        middle = (low + high) / 2
        found = _shown(lightness, middle, hue)
        low, high, best = (middle, high, found) if found else (low, middle, best)
    return best or _grey(lightness)


def readable(wanted: str, grounds: Iterable[str], least: float) -> str:
    """The colour itself where its contrast with every ground is enough, else the nearest that is.

    Nearest in lightness, of the same hue; black or white where no lightness is enough.
    """
    behind = tuple(grounds)
    lightness, chroma, hue = parts(wanted)
    if _worst(wanted, behind) >= least:
        return wanted
    for step in range(1, _STEPS + 1):
        for tried in (lightness - step / _STEPS, lightness + step / _STEPS):
            if 0 <= tried <= 1:
                found = colour(tried, chroma, hue)
                if _worst(found, behind) >= least:
                    return found
    return max(("#000000", "#FFFFFF"), key=lambda end: _worst(end, behind))


def for_dark(light: str, grounds: Iterable[str], least: float) -> str:
    """What a colour on light paper becomes on dark paper: as much lighter as it was dark."""
    lightness, chroma, hue = parts(light)
    return readable(colour(min(max(1.24 - lightness, 0.68), 0.9), chroma, hue), grounds, least)


def tint(solid: str, *, dark: bool) -> str:
    """A ground of the same hue, for text: nearly white, or nearly black on dark paper."""
    _, chroma, hue = parts(solid)
    return colour(0.275, min(chroma, 0.04), hue) if dark else colour(0.94, min(chroma, 0.025), hue)


def grey(coloured: str) -> str:
    """The grey of the same lightness."""
    return _grey(parts(coloured)[0])


def _worst(front: str, grounds: tuple[str, ...]) -> float:
    return min((contrast(front, ground) for ground in grounds), default=21.0)


def _grey(lightness: float) -> str:
    return _shown(lightness, 0, 0) or ("#FFFFFF" if lightness > 0.5 else "#000000")


def _shown(lightness: float, chroma: float, hue: float) -> str | None:
    """The colour in hexadecimal, or None where a channel is out of its range."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    channels = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    values = [round(255 * _curved(channel)) for channel in channels]
    if not all(0 <= value <= 255 for value in values):
        return None
    return "#" + "".join(f"{value:02X}" for value in values)


def _curved(light: float) -> float:
    """Linear light as an sRGB channel; a little below 0 stays below."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
