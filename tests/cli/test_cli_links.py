"""Journeys that lead to one another, as one builds and mends them."""

import json
import re
from pathlib import Path

import pytest
from running import below, lay, run

SHOP = """\
journey: Buying a lamp
phases:
  - name: Buying
    touchpoints:
      - name: Opens the box
        links: [{url: service/after-sales.cjm.yaml#repair, text: How it is mended}]
        next:
          - {to: pay, when: it is whole, share: 90%}
          - {to: after-sales#first-call, when: it is broken, share: 10%}
      - {id: pay, name: Pays, detail: paying, next: after-sales}
"""
CARE = """\
journey: After <b>sales</b>
phases:
  - name: Calling
    touchpoints: [First call, {name: Repair, next: ../shop.cjm.yaml#pay}]
"""
PAYING = "journey: Paying, step by step\nphases: [{name: P, touchpoints: [A, B]}]\n"


@pytest.fixture
def shop() -> None:
    """A project of three journeys, two of them in a folder."""
    lay("cjm.yaml", "")
    lay("shop.cjm.yaml", SHOP)
    lay("service/after-sales.cjm.yaml", CARE)
    lay("service/paying.cjm.yaml", PAYING)


def addresses(page: str) -> list[str]:
    """Where a page leads beyond itself, each once, but for the page of all journeys."""
    found = re.findall(r'<a [^>]*?href="([^#"][^"]*)"', Path(page).read_text())
    return [address for address in dict.fromkeys(found) if not address.endswith("index.html")]


def built(*words: str) -> list[str]:
    """The sources that a build draws."""
    done = run("build", "-f", "svg", "--view", "map", *words)
    assert done.returncode == 0, done.stderr
    return re.findall(r"^  (\S+) →", done.stdout, re.MULTILINE)


@pytest.mark.usefixtures("shop")
def test_pages_lead_to_one_another() -> None:
    assert run("build", "-f", "html,svg,md,txt").returncode == 0
    assert addresses("build/shop.html") == [
        "service/after-sales.html#t-first-call",
        "service/after-sales.html",
        "service/paying.html",
        "service/after-sales.html#t-repair",
    ]
    assert addresses("build/service/after-sales.html") == ["../shop.html#t-pay"]
    for page in ("shop", "service/after-sales"):
        for address in addresses(f"build/{page}.html"):
            file, _, anchor = address.partition("#")
            target = (Path(f"build/{page}.html").parent / file).read_text()
            assert not anchor or f'id="{anchor}"' in target
    page = Path("build/shop.html").read_text()
    assert "it is broken, 10%\u00a0→\u00a0After &lt;b&gt;sales&lt;/b&gt;: First call" in page
    assert "After <b>sales" not in page
    for file in ("shop.md", "shop.txt", "shop.svg"):
        text = re.sub(r"<[^>]*>|\s+", " ", Path("build", file).read_text())
        assert "First call" in text
        assert "In detail: Paying" in text
    assert "<a" not in Path("build/shop.flow.svg").read_text().replace('<a href="#', "")


@pytest.mark.usefixtures("shop")
def test_who_shares_a_map_names_the_other_and_leads_nowhere() -> None:
    assert run("build", "-f", "html", "--profile", "share").returncode == 0
    assert addresses("build/shop.html") == []
    page = Path("build/shop.html").read_text()
    assert "it is broken\u00a0→\u00a0After &lt;b&gt;sales&lt;/b&gt;: First call" in page
    assert "step by step" not in page


@pytest.mark.usefixtures("shop")
def test_a_change_reaches_the_journeys_that_lead_there() -> None:
    everything = ["service/after-sales.cjm.yaml", "service/paying.cjm.yaml", "shop.cjm.yaml"]
    assert built() == everything
    lay("service/after-sales.cjm.yaml", CARE.replace("sales</b>", "care</b>"))
    assert built() == ["service/after-sales.cjm.yaml", "shop.cjm.yaml"]
    assert "After &lt;b&gt;care" in Path("build/shop.svg").read_text()
    lay("service/paying.cjm.yaml", PAYING.replace("Paying", "Payment"))
    assert built() == ["service/paying.cjm.yaml", "shop.cjm.yaml"]
    Path("service/after-sales.cjm.yaml").rename("service/care.cjm.yaml")
    done = run("build", "-f", "svg", "--view", "map")
    assert done.returncode == 1
    assert "no other journey is called 'after-sales'" in done.stderr
    lay("service/care.cjm.yaml", "was: after-sales\n" + CARE)
    lay("shop.cjm.yaml", SHOP.replace("service/after-sales.cjm.yaml", "service/care.cjm.yaml"))
    assert built() == ["service/care.cjm.yaml", "shop.cjm.yaml"]
    assert built() == []


@pytest.mark.usefixtures("shop")
def test_a_build_in_processes_gives_the_same_bytes() -> None:
    for number in range(12):
        lay(f"more/m{number}.cjm.yaml", SHOP.replace("service/", "../service/"))
    assert run("build", "-f", "html,svg", "--jobs", "1", "-o", "one").returncode == 0
    assert run("build", "-f", "html,svg", "--jobs", "2", "-o", "two").returncode == 0
    assert below("one") == below("two")
    for file in below("one"):
        assert Path("one", file).read_bytes() == Path("two", file).read_bytes()


@pytest.mark.usefixtures("shop")
def test_one_file_is_checked_against_the_others() -> None:
    assert run("check", "shop.cjm.yaml").returncode == 0
    lay("service/after-sales.cjm.yaml", CARE.replace("First call", "Rings up"))
    done = run("check", "shop.cjm.yaml", "--format", "json")
    found = json.loads(done.stdout)["diagnostics"]
    assert [each["message"] for each in found] == [
        "no touchpoint of 'After <b>sales</b>' is called 'first-call'"
    ]
    assert done.returncode == 1


@pytest.mark.usefixtures("shop")
def test_what_was_renamed_is_mended_wherever_it_is_named() -> None:
    lay("lib.cjm.yaml", "library: L\ndepartments: [{id: service, was: care, name: Service}]\n")
    lay("service/after-sales.cjm.yaml", CARE.replace("First call", "{name: Rings up, was: first-call}"))
    lay("service/paying.cjm.yaml", "was: pays\nid: payment\n" + PAYING)
    shop = SHOP.replace("detail: paying", "detail: pays, owner: care")
    lay("shop.cjm.yaml", shop)
    done = run("lint", "--fix", "--select", "dead-end", "shop.cjm.yaml")
    wanted = shop.replace("#first-call", "#rings-up").replace(
        "detail: pays, owner: care", "detail: payment, owner: service"
    )
    assert Path("shop.cjm.yaml").read_text() == wanted, done.stderr
    assert "renamed-reference" not in run("check").stdout
