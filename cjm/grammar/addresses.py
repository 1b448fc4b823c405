"""Links and paths: what a journey may point at. Anything that could run is refused."""

import re
from typing import Any

from cjm.grammar.binder import Binder, Definitions, Schema, shorten
from cjm.grammar.scalars import Text
from cjm.syntax import Node

# In any case, spelled out: JSON Schema's patterns have no flags.
_SCHEME = "(?:[hH][tT][tT][pP][sS]?|[mM][aA][iI][lL][tT][oO])"
# What browsers drop from an address before they read it, and what hides in one unseen.
_UNSEEN = r"\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
# With a scheme that is known; or with none: no `//host`, no `:` before the path, no `www.`.
_SAFE = rf"(?:{_SCHEME}:[^{_UNSEEN}]|(?![/\\]{{2}}|[wW]{{3}}\.)[^:?#/\\{_UNSEEN}]*(?:[/\\?#]|$))[^{_UNSEEN}]*"


class Link(Text):
    """A web address, a mail address or a relative path."""

    def __init__(self) -> None:
        super().__init__("a link")

    def bind(self, node: Node, binder: Binder) -> Any:
        """The address as text."""
        address = super().bind(node, binder)
        if not isinstance(address, str) or _common(address) or re.fullmatch(_SAFE, address):
            return address
        if re.search(f"[{_UNSEEN}]", address):
            message = f"{shorten(address)!r} holds white space, which no link can"
            return binder.error("unsafe-link", message, node.span, "write %20 for a space in an address")
        if address.lower().startswith("www.") or re.match(r"[/\\]{2}", address):
            host = shorten(address).replace("\\", "/").lstrip("/")
            help = f"write https://{host}"
            return binder.error("unsafe-link", f"link {shorten(address)!r} names no scheme", node.span, help)
        scheme = address.split(":")[0]
        message = f"a link can't start with {shorten(scheme, 20) + ':'!r}"
        help = "use https:, http:, mailto: or a relative path"
        return binder.error("unsafe-link", message, node.span, help)

    def schema(self, definitions: Definitions) -> Schema:
        """A text with one of the schemes or none."""
        return {"type": "string", "pattern": rf"^\s*{_SAFE}\s*$"}

    def describe(self) -> str:
        """«a link»."""
        return "a link: `https:`, `http:`, `mailto:` or a relative path"


def _common(address: str) -> bool:
    """Whether it is safe at a glance, as nearly all are: `_SAFE` takes long to compile."""
    starts = address.startswith(("https://", "http://"))
    return starts and address.isascii() and address.isprintable() and " " not in address


class Path(Text):
    """A file or a folder, written from here: no address, and nothing from the root of a disk.

    `below` also forbids `..`. Where a path leads once links are followed is for
    `shell` to say.
    """

    def __init__(self, what: str, *, below: bool = False) -> None:
        super().__init__(what)
        self.below = below

    def bind(self, node: Node, binder: Binder) -> Any:
        """The path with forward slashes."""
        text = super().bind(node, binder)
        if not isinstance(text, str):
            return text
        path = text.replace("\\", "/")
        if path.startswith(("/", "~")) or ":" in path or (self.below and ".." in path.split("/")):
            message = f"{shorten(text)!r} is not {self.what}"
            return binder.error(
                "unsafe-path", message, node.span, "write its path from the folder of this file"
            )
        return path

    def schema(self, definitions: Definitions) -> Schema:
        """A text that starts with no slash and holds no colon."""
        outside = r"(?!(?:[^/\\]*[/\\])*\.\.(?:[/\\]|\s*$))" if self.below else ""
        return {"type": ["string", "number", "boolean"], "pattern": rf"^\s*(?![\s/\\~]){outside}[^:]+$"}
