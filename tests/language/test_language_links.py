"""Links and paths: what may be pointed at, and no way round it."""

import pytest
from model_of import checked, errors, kinds, point, settings, top, with_point, with_top


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com",
        "HTTPS://EXAMPLE.com/a?b=c#d",
        "http://example.com:8080/x",
        "https://user@example.com/%20",
        "https://例え.jp/道",
        "mailto:a@b.nl",
        "mailto:a@b.nl?subject=x",
        "report.pdf",
        "./report.pdf",
        "../shared/report.pdf",
        "docs/a:b.html",
        "/docs/x",
        "#part",
        "?q=a:b",
        "a%3Ab",
        "www-old/x.html",
    ],
)
def test_a_good_link(address: str) -> None:
    assert point(f'links: "{address}"').links[0].url == address
    assert top(f"links: {{url: '{address}', text: T}}").links[0].url == address
    assert point(f"pain: {{text: x, link: '{address}'}}").pains[0].link == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "  javascript:alert(1)",
        "java\\tscript:alert(1)",
        "java\\nscript:alert(1)",
        "java\\rscript:alert(1)",
        "javascript\\t:alert(1)",
        "javascript :alert(1)",
        "\\u00a0javascript:alert(1)",
        "\\u200bjavascript:alert(1)",
        "java\\u00adscript:alert(1)",
        "\\ufeffjavascript:alert(1)",
        "\\u202ejavascript:alert(1)",
        "\\u2028javascript:alert(1)",
        "javascript://example.com/%0aalert(1)",
        "javascript&colon;alert(1):",
        "vbscript:x",
        "data:text/html,x",
        "DATA:text/html;base64,x",
        "file:///etc/passwd",
        "ftp://example.com",
        "blob:x",
        "about:blank",
        "tel:123",
        "example.com:80",
        "a:b",
        ":x",
        "//example.com",
        "\\\\\\\\example.com",
        "/\\\\example.com",
        "\\\\/example.com",
        "www.example.com",
        "WWW.example.com",
        "https:",
        "https://example.com/a b",
        "https://exa\\tmple.com",
        "see the report",
    ],
)
def test_a_bad_link(address: str) -> None:
    assert kinds(with_point(f'links: "{address}"')) == ["unsafe-link"]
    assert kinds(with_top(f'evidence: {{id: x, link: "{address}"}}')) == ["unsafe-link"]
    assert kinds(with_point(f'opportunity: {{text: x, link: "{address}"}}')) == ["unsafe-link"]


def test_what_is_no_address_at_all() -> None:
    assert kinds(with_point("links: ''")) == kinds(with_point("links: [[x]]")) == ["wrong-type"]
    assert kinds(with_point("links: {text: x}")) == ["missing-key"]


@pytest.mark.parametrize(
    "path", ["a.png", "./a.png", "pictures/a b.png", "../a.png", "a\\b.png", "-a.png", "买.png"]
)
def test_a_path_in_the_project_is_looked_for(path: str) -> None:
    assert kinds(with_point(f"image: '{path}'")) == ["bad-image"]


@pytest.mark.parametrize(
    "path",
    [
        "/a.png",
        "\\a.png",
        "//host/a.png",
        "C:/a.png",
        "c:a.png",
        "https://a.b/c.png",
        "data:image/png,x",
        "~/a.png",
    ],
)
def test_any_other_path_is_not(path: str) -> None:
    assert kinds(with_point(f"image: '{path}'")) == ["unsafe-path"]
    assert kinds(with_top(f"personas: {{name: Tom, image: {{file: '{path}'}}}}")) == ["unsafe-path"]


def test_an_image_may_say_that_it_says_nothing() -> None:
    for written, alt in (
        ("image: a.png", None),
        ("image: {file: a.png, alt: ''}", ""),
        ("image: {file: a.png, alt: A}", "A"),
    ):
        image = checked(with_point(written)).project.journeys[0].touchpoints[0].image
        assert image is not None
        assert image.alt == alt


def test_the_output_folder_stays_in_the_project() -> None:
    assert settings("output: maps\\sub").output == "maps/sub"
    assert settings("output: .").output == "."
    for path in ("..", "../x", "a/../../x", "/x", "C:/x", "a/..", "~/x"):
        [said] = errors(with_top(""), settings=f"output: '{path}'")
        assert said == f"unsafe-path: {path!r} is not a folder in the project"
