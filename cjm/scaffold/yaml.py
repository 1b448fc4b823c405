"""A text as a YAML value that reads back as the same text."""

import re

from cjm.errors import UsageError
from cjm.links import SITE
from cjm.syntax import UNCARRIED

# What no reader of YAML takes for anything but a text; no `:` and no `#` at all, which need care.
_PLAIN = re.compile(r"[^\W\d_][\w .;!?'’…()/&+%€-]*(?:, ?[\w .;!?'’…()/&+%€-]+)*")
_WORDS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def schema_line(schema: str) -> str:
    """The first line of a file, by which editors know what its keys are."""
    return f"# yaml-language-server: $schema={SITE}/{schema}.schema.json\n"


def scalar(text: str) -> str:
    """A text as it is, or in double quotes where YAML would read something else."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.isprintable()
    if plain and text.lower() not in _WORDS:
        return text
    return f'"{"".join(map(_escaped, text))}"'


def refuse_unwritable(what: str, text: str) -> None:
    """Raise `UsageError` for a text that no file can hold: an empty one, or one with control characters."""
    if not text.strip():
        raise UsageError(f"the {what} is empty")
    if found := UNCARRIED.search(text):
        raise UsageError(f"the {what} holds a character that no map can show, U+{ord(found[0]):04X}")


def commented(lines: str, indent: str = "") -> str:
    """Lines as a hint: `# ` before each, behind its indentation."""
    return "".join(f"{indent}# {line}\n" for line in lines.splitlines())


def remark(text: str) -> str:
    """A text on one line, as it may stand in a comment."""
    return " ".join(text.split())


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
