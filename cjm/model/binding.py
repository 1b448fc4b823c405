"""Tree → journey or library: which of the two a file is, and what it says."""

from cjm.diagnostics import Diagnostic
from cjm.grammar.binder import FAILED, Binder, head, suggestion
from cjm.grammar.record import Record
from cjm.model.entities import Journey, Library
from cjm.model.identity import identify
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.source import Source, Span
from cjm.syntax import Mapping, Parsed, Scalar

VERSION = 1


def bind(source: Source, parsed: Parsed) -> tuple[Journey | Library | None, list[Diagnostic]]:
    """What the file declares, as far as it could be read, and all that is wrong with the rest.

    None where it is neither a journey nor a library, or lacks what makes it one.
    """
    binder = Binder(source, parsed.complete)
    root = parsed.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        if parsed.complete:
            binder.error(
                "missing-key", "nothing is written here", Span(0, 0), "start with `journey: A title`"
            )
        return None, binder.diagnostics
    if not isinstance(root, Mapping):
        binder.expected("a journey", root, "start with `journey: A title`, then `phases:`")
        return None, binder.diagnostics
    if _later_version(root, binder):
        return None, binder.diagnostics
    record = _record(root, binder)
    bound = record.bind(root, binder) if record else FAILED
    if not isinstance(bound, Journey | Library):
        return None, binder.diagnostics
    subject, problems = identify(bound)
    return subject, binder.diagnostics + problems


def _record(root: Mapping, binder: Binder) -> Record | None:
    keys = {entry.key.value: entry.key for entry in root.entries}
    if "journey" in keys and "library" in keys:
        binder.error(
            "conflicting-keys",
            "a file is a journey or a library, not both",
            keys["library"].span,
            "move it to a file of its own",
        )
        return JOURNEY
    if "library" in keys:
        return LIBRARY
    if "journey" in keys or "phases" in keys:
        return JOURNEY
    near = next((key for key in keys.values() if suggestion(key.value, ["journey", "library"])), None)
    if binder.complete:
        binder.error(
            "missing-key",
            "this is neither a journey nor a library",
            near.span if near else head(root),
            suggestion(near.value, ["journey", "library"]) if near else "start with `journey: A title`",
        )
    return None


def _later_version(root: Mapping, binder: Binder) -> bool:
    for entry in root.entries:
        node = entry.value
        written = node.value if entry.key.value == "cjm" and isinstance(node, Scalar) else ""
        if written.isdecimal() and (len(written) > 9 or int(written) > VERSION):
            message = f"written in language version {written[:9]}; this program knows version {VERSION}"
            binder.error("unsupported-version", message, node.span, "upgrade: pipx upgrade cjm-compiler")
            return True
    return False
