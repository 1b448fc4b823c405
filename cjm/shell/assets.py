"""Images that a journey or a theme names.

In: the project's root, the folder of the file that names one, and the path as written. Out: the
image, or words that say what is wrong. Nothing outside the root is read, whatever
links there are.
"""

import os
import re

from cjm.board.picture import Image
from cjm.shell.files import MAX_BYTES, read_bytes

# Known by its first bytes: a name says nothing.
_SIGNATURES = (
    (rb"\x89PNG\r\n\x1a\n", "image/png"),
    (rb"\xff\xd8\xff", "image/jpeg"),
    (rb"GIF8[79]a", "image/gif"),
    (rb"RIFF.{4}WEBP", "image/webp"),
    # A document type with declarations of its own (`[`) can blow up in a browser.
    (
        rb"(?:\xef\xbb\xbf)?(?:\s|<\?[^>]*>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^>\[]*>)*<svg[\s>]",
        "image/svg+xml",
    ),
)


def load(root: str, folder: str, target: str) -> Image | str:
    """The image at `target`, relative to `folder`; else words that go on from its name."""
    if os.path.isabs(target) or target.startswith(("/", "\\")) or os.path.splitdrive(target)[0]:
        return "must be a path relative to the file that names it"
    try:
        place = os.path.realpath(os.path.join(folder, target))
        if not inside(place, os.path.realpath(root)):
            return "is outside the project"
        data = read_bytes(place, MAX_BYTES + 1)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return "isn't there, or can't be read"
    return image(data)


def image(data: bytes) -> Image | str:
    """The image that these bytes are; else words that go on from its name."""
    if len(data) > MAX_BYTES:
        return "is larger than 2 MB"
    head = data[:4096]
    media_type = next((kind for signature, kind in _SIGNATURES if re.match(signature, head, re.DOTALL)), "")
    if not media_type:
        return "is not an image that cjm knows (png, jpeg, gif, webp, svg)"
    return Image(media_type, data)


def inside(place: str, root: str) -> bool:
    """Whether a real path lies below another."""
    try:
        return os.path.commonpath([place, root]) == root
    except ValueError:  # two drives
        return False
