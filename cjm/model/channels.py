"""Channels and devices that everybody knows, with their glyphs.

In: an author's word in any language. Out: the `CommonChannel` or the `Device` it
names, or None: then it is one of the journey's own. A channel that is known by
another spelling lends its glyph; what the author wrote stays its name. The names
and the spellings are in `cjm/languages`.
"""

from typing import Literal

import msgspec

from cjm.languages import named


class CommonChannel(msgspec.Struct, frozen=True):
    """A channel with a glyph."""

    id: str
    icon: str
    kind: Literal["owned", "paid", "earned"]
    medium: Literal["physical", "digital", "human"]


class Device(msgspec.Struct, frozen=True):
    """What a channel is used on."""

    id: str
    icon: str


def common_channel(word: str) -> CommonChannel | None:
    """The channel with this id or spelling, whatever its case and hyphens."""
    found = named("channels", word)
    return CHANNELS[found.id] if found else None


def device(word: str) -> Device | None:
    """The device with this id or spelling, whatever its case and hyphens."""
    found = named("devices", word)
    return DEVICES[found.id] if found else None


# Who owns a medium, and whether a machine, a person or a place meets the customer
# there, is the usual case; a library may say otherwise.
COMMON_CHANNELS: tuple[CommonChannel, ...] = (
    # Places.
    CommonChannel("store", "store", "owned", "physical"),
    CommonChannel("counter", "person", "owned", "human"),
    CommonChannel("checkout", "checkout", "owned", "physical"),
    CommonChannel("cash-machine", "atm", "owned", "physical"),
    CommonChannel("kiosk", "kiosk", "owned", "physical"),
    CommonChannel("repair-shop", "craft", "owned", "human"),
    CommonChannel("event", "event", "owned", "physical"),
    CommonChannel("home", "home", "owned", "physical"),
    CommonChannel("outdoor", "outdoor", "paid", "physical"),
    # People.
    CommonChannel("in-person", "person", "owned", "human"),
    CommonChannel("adviser", "person", "owned", "human"),
    CommonChannel("technician", "craft", "owned", "human"),
    CommonChannel("phone", "call", "owned", "human"),
    CommonChannel("video-call", "call", "owned", "human"),
    CommonChannel("word-of-mouth", "word-of-mouth", "earned", "human"),
    CommonChannel("recommendation", "word-of-mouth", "earned", "human"),
    CommonChannel("partner", "partner", "paid", "human"),
    # Online.
    CommonChannel("website", "web", "owned", "digital"),
    CommonChannel("webshop", "web", "owned", "digital"),
    CommonChannel("portal", "web", "owned", "digital"),
    CommonChannel("help-centre", "web", "owned", "digital"),
    CommonChannel("form", "web", "owned", "digital"),
    CommonChannel("blog", "web", "owned", "digital"),
    CommonChannel("app", "app", "owned", "digital"),
    CommonChannel("webinar", "event", "owned", "digital"),
    CommonChannel("social", "social", "owned", "digital"),
    CommonChannel("community", "social", "earned", "digital"),
    CommonChannel("influencer", "social", "paid", "digital"),
    CommonChannel("review-site", "word-of-mouth", "earned", "digital"),
    CommonChannel("search", "search", "earned", "digital"),
    CommonChannel("search-advertising", "ad", "paid", "digital"),
    CommonChannel("marketplace", "link", "paid", "digital"),
    CommonChannel("comparison-site", "link", "paid", "digital"),
    # Messages and media.
    CommonChannel("email", "email", "owned", "digital"),
    CommonChannel("newsletter", "email", "owned", "digital"),
    CommonChannel("chat", "chat", "owned", "digital"),
    CommonChannel("messaging", "chat", "owned", "digital"),
    CommonChannel("chatbot", "chatbot", "owned", "digital"),
    CommonChannel("sms", "sms", "owned", "digital"),
    CommonChannel("push", "bell", "owned", "digital"),
    CommonChannel("post", "letter", "owned", "physical"),
    CommonChannel("letter", "letter", "owned", "physical"),
    CommonChannel("invoice", "letter", "owned", "digital"),
    CommonChannel("print", "letter", "owned", "physical"),
    CommonChannel("delivery", "delivery", "owned", "human"),
    CommonChannel("pickup-point", "delivery", "owned", "physical"),
    CommonChannel("packaging", "delivery", "owned", "physical"),
    CommonChannel("advertising", "ad", "paid", "digital"),
    CommonChannel("tv", "ad", "paid", "digital"),
    CommonChannel("radio", "ad", "paid", "digital"),
    CommonChannel("press", "ad", "earned", "physical"),
)

CHANNELS = {channel.id: channel for channel in COMMON_CHANNELS}

DEVICES: dict[str, Device] = {
    id: Device(id, icon)
    for id, icon in (
        *(("phone", "phone"), ("tablet", "tablet"), ("laptop", "laptop")),
        *(("desktop", "desktop"), ("watch", "watch"), ("tv", "desktop")),
    )
}
