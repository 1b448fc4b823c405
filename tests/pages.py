"""Pages as a user builds them, and a browser that watches what they do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request

from cjm import pipeline
from cjm.offered import DEFAULT_VIEWS
from cjm.shell.graphviz import run_dot
from cjm.source import Source


def built(text: str, *more: str, **options: Any) -> str:
    """The page of a journey without libraries or images, with map, flow and more views."""
    source = Source("x.cjm.yaml", text)
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda _folder, _file: "isn't there")
    found = pipeline.build(
        checked, source.path, pipeline.Options((*DEFAULT_VIEWS, *more), ("html",), **options), run_dot
    )
    [page] = found.artefacts
    assert isinstance(page.content, str)
    return page.content


@contextmanager
def opened(
    browser: Browser,
    path: Path,
    *,
    width: int = 1440,
    scheme: str = "light",
    script: bool = True,
    at: str = "",
) -> Iterator[Page]:
    """The page in a window; what it logs, breaks or asks for beyond itself fails the test."""
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
    )
    wrong: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda request: wrong.extend(_foreign(request, path)))
    page.goto(path.as_uri() + at)
    yield page
    context.close()
    assert wrong == []


def _foreign(request: Request, path: Path) -> list[str]:
    own = request.url.startswith((path.as_uri(), "data:"))
    return [] if own else [f"request: {request.url}"]
