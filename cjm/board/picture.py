"""Images that a journey names, as a page embeds them."""

import msgspec

from cjm.board.sheet import Picture


class Image(msgspec.Struct, frozen=True):
    """A picture's bytes and what they are: `image/png`."""

    media_type: str
    data: bytes


def embedded(image: Image, alt: str) -> Picture:
    """The picture as a data URI, with its words."""
    from base64 import b64encode

    return Picture(f"data:{image.media_type};base64,{b64encode(image.data).decode('ascii')}", alt)
