"""The site of docs/: it is built strictly, every page is in its navigation, every link leads somewhere."""

import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from played import ROOT

SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
HERE = "https://cjm-compiler.readthedocs.io/en/latest/"
# What a page says of where it stands, for search engines; nobody clicks it.
TOLD = {"canonical", "alternate", "prev", "next"}


class Page(HTMLParser):
    """A page's links, what it loads, and the places that a link may lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.places: set[str] = {""}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        elif tag == "link" and given.get("rel") not in TOLD:
            self.loaded.append(given["href"])
        elif "src" in given:
            self.loaded.append(given["src"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built into a folder of its own."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    shutil.copytree(ROOT / "docs", folder / "docs")
    command = [sys.executable, "-m", "zensical", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Page]:
    """Every page of the site, read."""
    return {path: Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}


def test_every_page_below_docs_is_in_the_navigation_once() -> None:
    named = re.findall(r"^ *- (?:[^:\n]+: )?(\S+\.md)$", SETTINGS, re.MULTILINE)
    there = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    assert sorted(named) == sorted(there)


def test_every_page_becomes_a_page_with_a_way_to_it_from_home(pages: dict[Path, Page], site: Path) -> None:
    seen = {site / "index.html"}
    waiting = list(seen)
    while waiting:
        for target, _ in targets(page := waiting.pop(), pages[page], site):
            if target in pages and target not in seen:
                seen.add(target)
                waiting.append(target)
    assert len(pages) > 100
    assert {path.relative_to(site).as_posix() for path in pages.keys() - seen} == {"404.html"}


def test_every_link_of_the_site_leads_somewhere(pages: dict[Path, Page], site: Path) -> None:
    assert [
        f"{path.relative_to(site)}: {os.path.relpath(target, site)}#{place}"
        for path, page in pages.items()
        for target, place in targets(path, page, site)
        if not (target.is_file() and target.is_relative_to(site))
        or (target in pages and place not in pages[target].places)
    ] == []


def test_the_site_loads_nothing_from_elsewhere(pages: dict[Path, Page], site: Path) -> None:
    strange = {url for page in pages.values() for url in page.loaded if urlsplit(url).netloc}
    assert strange == set()
    styles = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.css"))
    assert re.findall(r"url\(['\"]?(?:https?:)?//[^)]*\)|@import", styles) == []


def targets(path: Path, page: Page, site: Path) -> list[tuple[Path, str]]:
    """Where a page's links and pictures within the site lead: a file, and a place in it."""
    found = []
    for url in [*page.links, *page.loaded]:
        parts = urlsplit(url.removeprefix(HERE) if url.startswith(HERE) else url)
        if parts.scheme or parts.netloc or path.name == "404.html":
            continue
        start = site if url.startswith(HERE) or url.startswith("/") else path.parent
        target = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
        found.append((target / "index.html" if target.is_dir() else target, unquote(parts.fragment)))
    return found


def test_its_address_builds_what_make_docs_builds() -> None:
    settings = ROOT / ".readthedocs.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.readthedocs", str(settings)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "default"},
    )
    assert done.returncode == 0, done.stdout
    assert "- make docs\n" in settings.read_text(encoding="utf-8")
