"""Views that are drawn on the page: which have a tab, and that no text of theirs is markup."""

import re

import pytest
from pages import built

from cjm import pipeline
from cjm.layout.views import ON_PAGE
from cjm.shell.graphviz import run_dot
from cjm.source import Source

BEYOND = ("media", "wheel", "canvas", "blueprint")
WHOLE = """\
journey: X
expectations: {text: Care, from: advertising}
phases:
  - {name: P, owner: Sales, touchpoints: [{name: A, channel: store, emotion: 1, backstage: Works}, B]}
  - {name: Q, touchpoints: [C]}
"""


def tabs(page: str) -> list[tuple[str, str]]:
    """Where each tab leads, and its words without their count."""
    return re.findall(r'<li><a href="#([\w-]+)">([^<]+?)(?: <span>|</a>)', page)


def test_views_are_tabs_in_the_order_of_the_table_and_none_is_there_unasked() -> None:
    assert set(BEYOND) == set(ON_PAGE)
    asked = [tab for tab in tabs(built(WHOLE, *BEYOND)) if tab[0].startswith("view-")]
    assert asked == [
        ("view-blueprint", "Service blueprint"),
        ("view-canvas", "Canvas"),
        ("view-wheel", "Wheel"),
        ("view-media", "Media"),
    ]
    page = built(WHOLE)
    assert "view-" not in page
    assert 'class="drawing"' not in page


def test_a_view_without_content_has_no_tab() -> None:
    page = built("journey: X\nphases: [{name: P, touchpoints: [{name: A, emotion: 1}, B]}]\n", *BEYOND)
    assert [id for id, _ in tabs(page) if id.startswith("view-")] == ["view-canvas"]
    assert page.count('class="drawing"') == 1


def test_a_drawn_view_scrolls_in_a_region_with_a_name_and_leads_to_touchpoints() -> None:
    page = built(WHOLE, "canvas")
    panel = page.partition('id="view-canvas"')[2].partition("</section>")[0]
    assert 'tabindex="0" role="region" aria-label="Canvas: X"' in panel
    assert 'role="group" aria-label="Canvas: X"' in panel
    assert '<a href="#t-a">' in panel
    assert "What customers expect" in panel


def test_owners_are_a_table_of_the_page_and_no_second_tab() -> None:
    assert [id for id, label in tabs(built(WHOLE, "owners")) if label == "Owners"] == ["owners"]


@pytest.mark.parametrize("view", BEYOND)
def test_a_build_tells_why_a_view_has_neither_file_nor_tab(view: str) -> None:
    source = Source("x.cjm.yaml", "journey: X\nphases: [A]\n")
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "")
    for formats in (("svg",), ("html",), ("svg", "html")):
        found = pipeline.build(checked, source.path, pipeline.Options((view,), formats), run_dot)
        assert list(found.empty) == [view]
        assert [each.format for each in found.artefacts] == ["html"] * ("html" in formats)


HOSTILE = '</text><script>alert(1)</script><a href="javascript:x">{{ 7*7 }}'


@pytest.mark.parametrize("view", BEYOND)
def test_a_text_in_a_view_is_never_markup(view: str) -> None:
    said = "'" + HOSTILE + "'"
    text = f"""\
journey: {said}
departments: [{{id: d, name: {said}}}]
channels: [{{id: c, name: {said}, kind: paid}}]
expectations: [{{text: {said}, from: competitor, level: 1}}]
phases:
  - name: {said}
    owner: {{responsible: d, informed: d}}
    engagement: {{behaviour: {said}, metric: {said}}}
    touchpoints:
      - name: {said}
        action: {said}
        channel: c
        emotion: {{score: 1, feeling: {said}}}
        frontstage: {said}
        backstage: {said}
        systems: {said}
        content: {{text: {said}, media: earned}}
  - Another
"""
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "")
    assert not checked.diagnostics
    found = pipeline.build(checked, source.path, pipeline.Options((view,), ("svg", "html")), run_dot)
    assert [each.format for each in found.artefacts] == ["svg", "html"]
    for artefact in found.artefacts:
        assert isinstance(artefact.content, str)
        assert "<script>alert" not in artefact.content
        assert 'href="javascript' not in artefact.content
        assert "49" not in re.findall(r">[^<]*7\*7[^<]*<|>49<", artefact.content)
        assert "&lt;script&gt;alert(1)" in re.sub(r"-?</?tspan[^>]*>|\s", "", artefact.content)
