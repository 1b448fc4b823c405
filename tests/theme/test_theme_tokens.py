"""Colours can be read, and told apart, in both modes and by every eye."""

import math
import re
from itertools import combinations

import pytest

from cjm.theme.builtin import BUILT_IN
from cjm.theme.tokens import DEFAULT, PAIRS, SLOTS, contrast, unreadable

MODES = {"light": DEFAULT.light, "dark": DEFAULT.dark}

# Simulation of complete dichromacy, in linear RGB. Source: Machado, Oliveira,
# Fernandes (2009), severity 1.0.
EYES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

# sRGB to XYZ, each row divided by the white point D65.
XYZ = (
    (0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883),
)

Vector = tuple[float, ...]


def times(matrix: tuple[Vector, ...], vector: Vector) -> Vector:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def light(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def lab(colour: str, eye: str) -> Vector:
    """CIELAB of a colour as an eye sees it."""
    seen = times(EYES[eye], tuple(light(channel) for channel in bytes.fromhex(colour[1:])))
    x, y, z = (
        value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116
        for value in times(XYZ, tuple(min(max(value, 0.0), 1.0) for value in seen))
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", BUILT_IN)
def test_everything_can_be_read(name: str, mode: str) -> None:
    theme = BUILT_IN[name]
    assert unreadable(theme, theme.dark if mode == "dark" else theme.light) == []


def mixed(front: str, back: str, share: float) -> str:
    """A colour over another, as CSS mixes them."""
    pairs = zip(bytes.fromhex(front[1:]), bytes.fromhex(back[1:]), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", BUILT_IN)
def test_a_column_that_is_pointed_at_or_chosen_can_be_read(name: str, mode: str) -> None:
    """`.over` and `.chosen` of `templates/page.css`, and the arrow of a heading that sorts."""
    theme = BUILT_IN[name]
    colours = theme.dark if mode == "dark" else theme.light
    for sheet, shares in (("paper", (0.05, 0.09)), ("paper2", (0.03, 0.06))):
        for ground in (mixed(colours["ink"], colours[sheet], share) for share in shares):
            assert (
                min(contrast(colours[each], ground) for each in ("ink", "ink2", "pos", "neg", "warn"))
                >= theme.text
            )
    assert contrast(mixed(colours["ink3"], colours["paper"], 0.75), colours["paper"]) >= 3


def test_a_theme_that_cannot_be_read_says_where() -> None:
    pale = DEFAULT.light | {"ink3": "#AAAAAA"}
    assert [(front, back) for front, back, _ in unreadable(DEFAULT, pale)] == [
        ("ink3", "paper"),
        ("ink3", "paper2"),
    ]


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#14171A", "#14171A") == 1
    assert contrast("#BF3516", "#FFFFFF") == contrast("#FFFFFF", "#BF3516") == pytest.approx(5.62, abs=0.005)


@pytest.mark.parametrize("mode", MODES)
def test_department_names_stand_out_on_their_tints(mode: str) -> None:
    colours = MODES[mode]
    assert min(contrast(colours["ink"], colours[f"d{slot}_t"]) for slot in range(SLOTS)) >= 12.5


@pytest.mark.parametrize(
    ("mode", "eye", "least"),
    [
        ("light", "normal", 24.2),
        ("light", "protan", 10.0),
        ("light", "deutan", 10.4),
        ("light", "tritan", 15.8),
        ("dark", "normal", 21.4),
        ("dark", "protan", 16.1),
        ("dark", "deutan", 11.7),
        ("dark", "tritan", 14.5),
    ],
)
def test_departments_are_told_apart(mode: str, eye: str, least: float) -> None:
    seen = [lab(MODES[mode][f"d{slot}"], eye) for slot in range(SLOTS)]
    assert round(min(math.dist(a, b) for a, b in combinations(seen, 2)), 1) >= least


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("name", "least"), [("high-contrast", 10.0), ("mono", 6.4)])
def test_departments_of_every_theme_are_told_apart(name: str, least: float, mode: str, eye: str) -> None:
    colours = BUILT_IN[name].dark if mode == "dark" else BUILT_IN[name].light
    seen = [lab(colours[f"d{slot}"], eye) for slot in range(SLOTS)]
    assert round(min(math.dist(a, b) for a, b in combinations(seen, 2)), 1) >= least


def test_mono_has_no_hue_and_high_contrast_is_aaa() -> None:
    mono, high = BUILT_IN["mono"], BUILT_IN["high-contrast"]
    assert all(colour[1:3] == colour[3:5] == colour[5:] for colour in (mono.light | mono.dark).values())
    for colours in (mono.light, mono.dark):
        assert contrast(colours["pos_t"], colours["neg_t"]) > 1.2
    assert high.text == 7
    for colours in (high.light, high.dark):
        assert min(contrast(colours[text], colours["paper2"]) for text in ("ink3", "pos", "neg", "warn")) >= 7


@pytest.mark.parametrize("name", BUILT_IN)
def test_both_modes_hold_the_same_tokens(name: str) -> None:
    theme = BUILT_IN[name]
    assert list(theme.light) == list(theme.dark) == list(DEFAULT.light)
    assert {token for front, back, _ in PAIRS for token in (front, back)} <= set(theme.light)
    assert all(
        re.fullmatch("#[0-9A-F]{6}", colour) for colour in (*theme.light.values(), *theme.dark.values())
    )


def test_no_text_is_smaller_than_can_be_read() -> None:
    assert min(size.px for size in DEFAULT.sizes.values()) >= 12.5
    assert all(size.leading > size.px for size in DEFAULT.sizes.values())
