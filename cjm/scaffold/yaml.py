"""What the files that are begun have in common: the line for editors, hints in comments."""

from cjm.errors import UsageError
from cjm.links import SITE
from cjm.syntax import uncarried


def schema_line(schema: str) -> str:
    """The first line of a file, by which editors know what its keys are."""
    return f"# yaml-language-server: $schema={SITE}/{schema}.schema.json\n"


def refuse_unwritable(what: str, text: str) -> None:
    """Raise `UsageError` for a text that no file can hold: an empty one, or one with control characters."""
    if not text.strip():
        raise UsageError(f"the {what} is empty")
    if found := next(uncarried(text), None):
        raise UsageError(f"the {what} holds a character that no map can show, U+{ord(found[0][0]):04X}")


def commented(lines: str, indent: str = "") -> str:
    """Lines as a hint: `# ` before each, behind its indentation."""
    return "".join(f"{indent}# {line}\n" for line in lines.splitlines())


def remark(text: str) -> str:
    """A text on one line, as it may stand in a comment."""
    return " ".join(text.split())
