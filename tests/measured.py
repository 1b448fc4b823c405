"""Drawings and pages measured in a browser: which texts leave their place or touch another."""

from html import escape
from pathlib import Path

from playwright.sync_api import Browser, Page

from cjm import pipeline
from cjm.offered import VIEWS
from cjm.shell.graphviz import run_dot
from cjm.source import Source

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def built(path: str, text: str, *others: Source, page: bool = True) -> pipeline.Built:
    """Every view of a journey, and its page with all of them where it is asked for."""
    source = Source(path, text)
    workspace = pipeline.Workspace(".", None, (source,), others)
    checked = pipeline.check(workspace, lambda _folder, _file: "isn't there")
    formats = ("svg", "html") if page else ("svg",)
    return pipeline.build(checked, path, pipeline.Options(views=VIEWS, formats=formats), run_dot)


def drawings(found: pipeline.Built) -> dict[str, str]:
    """The SVG of each view that there is something for."""
    return {each.view: str(each.content) for each in found.artefacts if each.format == "svg"}


def window(browser: Browser) -> Page:
    """A window in which pages stand as they are without their script: all sections below each other."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    return context.new_page()


def offenders(window: Page, folder: Path, found: pipeline.Built) -> list[str]:
    """What leaves its place or touches another: in every drawing, and on the page, wide and on a phone."""
    return [*in_drawings(window, folder, drawings(found)), *on_page(window, folder, found)]


def in_drawings(window: Page, folder: Path, svgs: dict[str, str]) -> list[str]:
    """The offenders in drawings, each behind its name; one load of many costs half of what many cost."""
    shown = "".join(f'<div data-view="{escape(name)}">{svg}</div>' for name, svg in svgs.items())
    return _measured(window, folder, f"<!doctype html><body>{shown}", 1440) if shown else []


def on_page(window: Page, folder: Path, found: pipeline.Built) -> list[str]:
    """The offenders on the page, if there is one."""
    wrong = []
    for html in (str(each.content) for each in found.artefacts if each.format == "html"):
        for width in (1440, 390):
            wrong += [f"at {width}: {told}" for told in _measured(window, folder, html, width)]
    return wrong


def _measured(window: Page, folder: Path, html: str, width: int) -> list[str]:
    path = folder / "measured.html"
    path.write_text(html, encoding="utf-8")
    window.set_viewport_size({"width": width, "height": 900})
    window.goto(path.as_uri())
    texts, wrong = window.evaluate(SCRIPT, width < 760)
    assert texts
    assert isinstance(wrong, list)
    return wrong
