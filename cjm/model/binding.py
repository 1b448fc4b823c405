"""Tree → journey or library: which of the two a file is, and what it says."""

from collections.abc import Collection

from cjm.diagnostics import Diagnostic, Related
from cjm.grammar.binder import FAILED, Binder, head
from cjm.grammar.record import Record
from cjm.model.entities import Journey, Library
from cjm.model.identity import identify
from cjm.model.keys import JOURNEY, LIBRARY
from cjm.model.limits import exceeded
from cjm.source import Source, Span
from cjm.syntax import Mapping, Parsed, Scalar


def bind(source: Source, parsed: Parsed) -> tuple[Journey | Library | None, list[Diagnostic]]:
    """What the file declares, as far as it could be read, and all that is wrong with the rest.

    None where it is neither a journey nor a library.
    """
    binder = Binder(source, parsed.complete)
    root = parsed.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        if parsed.complete:
            help = "start with `journey: A title`"
            binder.error("missing-key", "nothing is written here", Span(0, 0), help)
        return None, binder.diagnostics
    if not isinstance(root, Mapping):
        if parsed.complete:
            binder.expected("a journey", root, "start with `journey: A title`, then `phases:`")
        return None, binder.diagnostics
    record, root = _record(root, binder)
    bound = record.bind(root, binder) if record else FAILED
    if not isinstance(bound, Journey | Library):
        return None, binder.diagnostics
    subject, problems = identify(bound)
    if isinstance(subject, Journey) and parsed.complete:  # else another bound has been told of
        problems += exceeded(subject)
    return subject, binder.diagnostics + problems


def record_of(keys: Collection[str]) -> Record | None:
    """The table of what has these keys: a library, a journey, or neither."""
    if "library" in keys and not {"journey", "phases"} <= {*keys}:
        return LIBRARY
    return JOURNEY if "journey" in keys or "phases" in keys else None


def _record(root: Mapping, binder: Binder) -> tuple[Record | None, Mapping]:
    """What the file is, and its tree without the key that says it is the other as well."""
    keys = {entry.key.value: entry.key for entry in root.entries}
    if "journey" in keys and "library" in keys:
        other = "library" if "phases" in keys else "journey"
        said = keys["journey" if other == "library" else "library"]
        binder.error(
            "conflicting-keys",
            "a file is a journey or a library, not both",
            keys[other].span,
            f"move what the {other} holds to a file of its own",
            [Related("the other key", binder.source.path, said.span)],
        )
        entries = tuple(entry for entry in root.entries if entry.key.value != other)
        return record_of(keys), Mapping(root.span, entries)
    if record := record_of(keys):
        return record, root
    if binder.complete:
        known = ["journey", "library"]
        help, place = "start with `journey: A title`", head(root)
        for key in list(keys.values())[:100]:
            if meant := binder.suggestions.nearest(key.value, known, likeness=0.7):
                help, place = meant, key.span
                break
        binder.error("missing-key", "this is neither a journey nor a library", place, help)
    return None, root
