"""Images: what is one, and what stays outside."""

import os
from pathlib import Path

import pytest

from cjm.shell import assets
from cjm.shell.assets import Image

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def lay(*paths: str, text: str = "journey: X\n") -> None:
    """Files with something in them."""
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "image/png"),
        (b"\xff\xd8\xff\xe0..", "image/jpeg"),
        (b"GIF89a..", "image/gif"),
        (b"RIFF\n\0\n\0WEBPVP8 ", "image/webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- > -->\n<!DOCTYPE svg>\n<svg>", "image/svg+xml"),
    ],
)
def test_images_are_known_by_their_bytes(here: Path, data: bytes, kind: str) -> None:
    (here / "x.bin").write_bytes(data)
    assert assets.load(".", ".", "x.bin") == Image(kind, data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><svg></html>",
        b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>",
        b"<?xml?>" * 2000,
        b"<!--" * 2000,
        b"RIFF",
        b"%PDF-1.4",
    ],
)
def test_anything_else_is_no_image(here: Path, data: bytes) -> None:
    (here / "x.png").write_bytes(data)
    assert "not an image that cjm knows" in str(assets.load(".", ".", "x.png"))


def test_images_stay_inside_the_project(here: Path) -> None:
    outside = "is outside the project"
    lay("secret", "project/maps/x")
    (here / "secret.png").write_bytes(PNG)
    (here / "project/in.png").write_bytes(PNG)
    os.symlink("../in.png", "project/maps/link.png")
    os.symlink("../../secret.png", "project/maps/out.png")
    os.symlink("..", "project/up")

    def load(target: str) -> Image | str:
        return assets.load("project", "project/maps", target)

    assert isinstance(load("../in.png"), Image)
    assert isinstance(load("link.png"), Image)
    assert load("out.png") == outside
    assert load("../../secret.png") == outside
    assert load("../up/secret.png") == outside
    assert load("../../../../../../etc/passwd") == outside
    assert load("..") != outside
    for target in ("/etc/passwd", "\\\\host\\x.png", str(here / "project/in.png")):
        assert load(target) == "must be a path relative to the file that names it"
    for target in ("gone.png", "a\0b", "x" * 5000, "https://example.com/x.png", "."):
        assert load(target) == "isn't there, or can't be read"


def test_an_image_can_be_too_large_and_a_pipe_is_none(here: Path) -> None:
    with open("big.png", "wb") as file:
        file.write(PNG)
        file.truncate(200_000_000)
    os.mkfifo("pipe.png")
    assert assets.load(".", ".", "big.png") == "is larger than 2 MB"
    assert assets.load(".", ".", "pipe.png") == "isn't there, or can't be read"
