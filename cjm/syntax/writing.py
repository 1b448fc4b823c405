"""A text as a YAML value that reads back as the same text, in YAML 1.1 and 1.2 alike."""

import re

# A text that starts so and holds none of these signs is nothing but text; `:` and `#` need more care.
_PLAIN = re.compile(r"[^\W_][^:#\[\]{}\\]*")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[\w./~%&=+@-]+")
_WORD = re.compile(r"[^\W\d_]{2}")
_GLUED = re.compile(r"[^\W\d]\w*:\S")
WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str) -> str:
    """A text as it is, or in double quotes where YAML would read something else."""
    return text if is_plain(text) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes."""
    return f'"{"".join(map(_escaped, text))}"'


def is_plain(text: str, flow: bool = False) -> bool:
    """Whether a text needs no quotes: in `flow`, that is in brackets, more do."""
    if text != text.strip() or not text.isprintable() or text.lower() in WORDS:
        return False
    if flow and ("," in text or "?" in text or ":" in text):
        return False
    return bool(_ADDRESS.fullmatch(text)) or (bool(_PLAIN.fullmatch(text)) and _is_said(text))


def is_text(text: str) -> bool:
    """Whether nobody could take this for a number, a date, a flag, nothing, or a key with its value."""
    return is_plain(text) or (" " in text.strip() and _is_said(text) and not _GLUED.match(text))


def _is_said(text: str) -> bool:
    """Whether a text that starts with a digit goes on in words."""
    return text[:1].isalpha() or bool(_WORD.search(text.partition(" ")[2]))


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
