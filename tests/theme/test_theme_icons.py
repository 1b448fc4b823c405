"""A glyph is drawn whole: no stroke is cut at the edge of the grid."""

import pytest
from fontTools.pens.boundsPen import BoundsPen  # type: ignore[import-untyped]
from fontTools.svgLib.path import parse_path  # type: ignore[import-untyped]

from cjm.theme.icons import ICONS, face

GLYPHS = ICONS | {f"face {level}": face(level) for level in range(-2, 3)}


@pytest.mark.parametrize("name", GLYPHS)
def test_a_glyph_stands_in_the_middle_of_its_grid(name: str) -> None:
    pen = BoundsPen(None)
    parse_path(GLYPHS[name], pen)
    left, top, right, bottom = pen.bounds
    assert min(left, top) >= 1.5
    assert max(right, bottom) <= 14.5
    assert (left + right) / 2 == pytest.approx(8, abs=0.75)
    assert (top + bottom) / 2 == pytest.approx(8, abs=0.75)


def test_no_two_glyphs_are_alike() -> None:
    assert len(set(GLYPHS.values())) == len(GLYPHS)
