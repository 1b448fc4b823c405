"""A theme of one's own: what is given is taken, the rest can be read, and what can't be is told."""

import math
import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import findings
from msgspec.structs import replace
from test_theme_tokens import EYES, lab

from cjm import config, pipeline
from cjm.config import theming
from cjm.rules.access.unreadable_colour import unreadable_colour
from cjm.source import Source
from cjm.syntax import parse
from cjm.theme import oklch
from cjm.theme.brand import themed, unreadable_ones, with_departments
from cjm.theme.builtin import BUILT_IN
from cjm.theme.metrics import measured, width
from cjm.theme.tokens import DEFAULT, Theme, Widths, contrast, drawing_in, unreadable

RULE = (unreadable_colour,)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")
JOURNEY = """
journey: X
departments:
  - {name: Sales, colour: "#005EB8"}
  - Care
  - {name: Shop, colour: teal}
  - Web
phases:
  - name: P
    owner: Sales
    touchpoints: [A, {name: B, owner: Care}, {name: C, owner: Shop}, {name: D, owner: Web}]
"""


def said(text: str) -> theming.Theme:
    source = Source("brand.yaml", text)
    theme, problems = theming.bind(source, parse(source))
    assert not problems
    return theme


def drawn(
    text: str, theme: Theme | None = None, *formats: str, views: tuple[str, ...] = ("map",)
) -> list[str]:
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "no")
    assert not checked.diagnostics
    options = pipeline.Options(views=views, formats=formats or ("svg",), theme=theme)
    built = pipeline.build(checked, source.path, options, lambda dot: b"")
    return [str(each.content) for each in built.artefacts]


@given(COLOURS)
def test_a_colour_comes_back_from_its_parts(colour: str) -> None:
    back = oklch.colour(*oklch.parts(colour))
    assert (
        max(abs(a - b) for a, b in zip(bytes.fromhex(colour[1:]), bytes.fromhex(back[1:]), strict=True)) <= 1
    )


@given(COLOURS, st.sampled_from([3.0, 4.5, 7.0]))
def test_the_nearest_readable_colour_is_readable_and_of_the_same_hue(colour: str, least: float) -> None:
    for grounds in (("#FFFFFF", "#F5F5F2"), ("#121517", "#1A1E21")):
        found = oklch.readable(colour, grounds, least)
        assert min(contrast(found, ground) for ground in grounds) >= least
        _, chroma, hue = oklch.parts(found)
        if chroma > 0.04:
            off = abs(hue - oklch.parts(colour)[2]) % (2 * math.pi)
            assert min(off, 2 * math.pi - off) < 0.15


@given(COLOURS)
def test_a_brand_colour_gets_a_dark_one_that_can_be_read(colour: str) -> None:
    for base in BUILT_IN:
        theme = themed(said(f'{{base: {base}, accent: "{colour}", departments: ["{colour}"]}}'))
        assert not {"accent", "focus", "d0"} & {
            token for pair in unreadable(theme, theme.dark) for token in pair[:2]
        }
        for colours in (theme.light, theme.dark):
            assert contrast(colours["ink"], colours["d0_t"]) >= theme.text
        if base == "mono":
            assert len(set(re.findall("..", theme.light["accent"][1:]))) == 1


def test_what_a_project_gives_for_both_modes_is_left_as_it_is() -> None:
    theme = themed(
        said('{colours: {neg: {light: "#B00020", dark: "#FF8A80"}, hl: {dark: 333300}}, density: roomy}')
    )
    assert (theme.light["neg"], theme.dark["neg"]) == ("#B00020", "#FF8A80")
    assert (theme.light["hl"], theme.dark["hl"]) == (DEFAULT.light["hl"], "#333300")
    assert theme.light["neg_t"] != DEFAULT.light["neg_t"]
    assert theme.density == "roomy"


def test_an_empty_theme_is_the_default_one() -> None:
    assert themed(said("{}")) == DEFAULT
    assert drawn(JOURNEY, themed(said("{}")), "svg", "html") == drawn(JOURNEY, None, "svg", "html")


def test_a_pale_colour_of_a_theme_is_told_at_its_line_with_the_nearest_that_can_be_read() -> None:
    settings = 'theme:\n  colours:\n    ink3: "#AAAAAA"\n    paper: {dark: "#777777"}\n'
    found = findings(JOURNEY, RULE, settings=settings)
    assert {(each.path, settings[: each.span.start].count("\n") + 1) for each in found} == {
        ("cjm.yaml", 3),
        ("cjm.yaml", 4),
    }
    (pale,) = [each for each in found if each.message.startswith("ink3")]
    assert pale.message == "ink3 on paper2 has a contrast of 2.1 in light mode, where 4.5 is needed"
    nearest = re.search('"(#.{6})"', pale.help)
    assert nearest
    assert pale.span.of(settings) == '"#AAAAAA"'
    mended = settings.replace("#AAAAAA", nearest[1])
    assert not [each for each in findings(JOURNEY, RULE, settings=mended) if each.message.startswith("ink3")]


def test_a_departments_own_pale_colour_is_told_once_where_it_is_declared() -> None:
    library = 'library: L\ndepartments:\n  - {name: Sales, colour: "#FFE000"}\n'
    (found,) = findings("phases: [{name: P, owner: Sales, touchpoints: [A]}]", RULE, library=library)
    assert (found.path, found.span.of(library)) == ("library.cjm.yaml", '"#FFE000"')
    assert found.help == 'the nearest that can be read: "#A28E00"'


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_cjm_brings_is_never_told(name: str) -> None:
    assert list(unreadable_ones(theming.Theme(base=name))) == []


def test_departments_take_what_they_are_given_and_the_others_the_next_that_is_free() -> None:
    (svg,) = drawn(JOURNEY)
    bands = re.findall(r'class="f-(d\d+)_t"', svg)
    assert bands == ["d8", "d1", "d0", "d2"]
    assert 'fill="#005EB8" class="f-d8"' in svg
    assert ".f-d8 { fill: #" in svg  # a dark one, derived
    (page,) = drawn(JOURNEY, None, "html")
    assert "--d8:#005EB8" in page
    assert ".d8 { --owner: var(--d8); --tint: var(--d8_t) }" in page


def test_own_colours_of_departments_are_greys_in_mono_and_hatched() -> None:
    mono = with_departments(BUILT_IN["mono"], ["#005EB8"])
    assert len(set(re.findall("..", mono.light["d8"][1:]))) == 1
    (svg,) = drawn(JOURNEY, BUILT_IN["mono"])
    tint = svg.index('class="f-d1_t"')
    assert svg[tint:].splitlines()[1].startswith('<path d="M')
    hues = {
        colour for colour in re.findall("#[0-9A-F]{6}", svg) if len(set(re.findall("..", colour[1:]))) > 1
    }
    assert not hues


def test_eight_departments_of_mono_have_eight_hatches() -> None:
    owners = "".join(f"  - {{name: P{n}, owner: O{n}, touchpoints: [A{n}]}}\n" for n in range(8))
    (svg,) = drawn(f"journey: X\nphases:\n{owners}", BUILT_IN["mono"])
    swatches = re.findall(r'class="f-d(\d)"/>\n(?:<path d="([^"]*)")?', svg)
    hatches = dict(pair for pair in swatches if pair[1] or pair[0] == "0")
    assert set(hatches) == set("01234567")
    assert len(set(hatches.values())) == 8


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_mode_for_good_leaves_no_switch(mode: str) -> None:
    theme = themed(said("{base: high-contrast}"))
    svg, page = drawn(JOURNEY, replace(theme, mode=mode), "svg", "html")
    colours = theme.dark if mode == "dark" else theme.light
    assert "prefers-color-scheme" not in svg + page.partition("</style>")[0]
    assert 'id="theme"' not in page
    assert f'fill="{colours["paper"]}"' in svg


@pytest.mark.parametrize("view", ["blueprint", "canvas", "media", "owners"])
def test_density_makes_other_views_lower_or_higher_too(view: str) -> None:
    text = """journey: X
phases:
  - name: P
    owner: Shop
    touchpoints:
      - {name: A, emotion: 1, channel: store, frontstage: Greets, backstage: Packs, systems: Till}
      - {name: B, emotion: -1, channel: email, frontstage: Waves}
  - {name: Q, owner: Shop, touchpoints: [{name: C, emotion: 2, channel: website}]}
"""
    heights = []
    for density in ("compact", "normal", "roomy"):
        (svg,) = drawn(text, themed(said(f"{{density: {density}}}")), views=(view,))
        found = re.search(r'height="([\d.]+)"', svg)
        assert found
        heights.append(float(found[1]))
    assert heights == sorted(set(heights))


def test_density_makes_a_map_lower_or_higher() -> None:
    heights = []
    for density in ("compact", "normal", "roomy"):
        svg, page = drawn(JOURNEY, themed(said(f"{{density: {density}}}")), "svg", "html")
        found = re.search(r'height="([\d.]+)"', svg)
        assert found
        heights.append(float(found[1]))
        assert ("Less room" in page, "More room" in page) == (density == "compact", density == "roomy")
    assert heights == sorted(set(heights))


def test_text_is_measured_in_the_font_that_is_drawn_in() -> None:
    twice = Widths(1000, "41-42", *4 * ("B9AD6A==",))  # A is 2 em wide, B 1 em
    plain = width("AB", 10)
    with drawing_in(themed(said("font: Wide"), twice)):
        assert width("A", 10) == pytest.approx(20)
        assert measured()("B") == 2048
        assert width("é", 10) > 0
    assert width("AB", 10) == plain


def test_a_font_and_a_logo_stand_in_every_artefact() -> None:
    theme = themed(said("font: Brand Sans"), None, ("data:image/png;base64,AA==", 'A "B" & <C>'))
    svg, page = drawn(JOURNEY, theme, "svg", "html")
    assert 'font-family="&#39;Brand Sans&#39;, Arial' in svg
    assert '--font:"Brand Sans", Arial' in page
    assert "<title>A &#34;B&#34; &amp; &lt;C&gt;</title></image>" in svg
    assert '<img class="logo" src="data:image/png;base64,AA==" alt="A &#34;B&#34; &amp; &lt;C&gt;">' in page
    assert page.count('<use href="#logo"') == page.count('<div class="sheets"')
    assert '<use href="#logo"' not in drawn(JOURNEY, DEFAULT, "html")[0]


def test_an_accent_colours_phase_bars_and_nothing_that_is_said() -> None:
    (svg,) = drawn(JOURNEY, themed(said('accent: "#E2001A"')))
    assert svg.count('fill="#E2001A"') == 1
    assert 'class="f-accent"' in svg


def test_named_colours_are_those_of_the_palette() -> None:
    for mode, eye in product(("light", "dark"), EYES):
        colours = DEFAULT.dark if mode == "dark" else DEFAULT.light
        assert math.dist(lab(colours["d0"], eye), lab(colours["d1"], eye)) > 10
    schema = str(config.schema())
    assert "high-contrast" in schema
    assert "font family" in schema or "family" in schema
