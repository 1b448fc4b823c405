"""Words of a project's own: `vocabulary:` in `cjm.yaml`."""

from string import Formatter
from typing import Any

from cjm.grammar.binder import FAILED, Binder, Definitions, Schema, shorten
from cjm.grammar.scalars import Text
from cjm.grammar.several import whole_entries
from cjm.languages.en import LABELS
from cjm.links import SITE
from cjm.syntax import Mapping, Node, Scalar

# As the keys of a touchpoint are called.
_ALIASES = {"moment_of_truth": "moment", "moments_of_truth": "moments"}


class Vocabulary:
    """A mapping from the name of a label to the words that stand in its place."""

    _words = Text("the words of a label")

    def bind(self, node: Node, binder: Binder) -> Any:
        """Words by label; a label keeps the `{placeholders}` that it has."""
        if not isinstance(node, Mapping):
            return binder.expected(self.describe(), node, "write `touchpoint: contact`")
        found: dict[str, str] = {}
        entries, torn = whole_entries(node, binder)
        for entry in entries:
            written, value = entry.key.value, entry.value
            name = _ALIASES.get(written, written)
            if name in found:
                binder.error(
                    "duplicate-key",
                    f"{shorten(written)!r} is the label {name!r}, which is given",
                    entry.key.span,
                )
            elif name not in LABELS:
                help = binder.suggestions.nearest(name, LABELS, f"{SITE}/reference/vocabulary/ lists them")
                binder.error("unknown-key", f"no label is called {shorten(name)!r}", entry.key.span, help)
            elif name not in torn and not (isinstance(value, Scalar) and value.empty):
                words = self._words.bind(value, binder)
                if words is not FAILED and _fits(words, name, value, binder):
                    found[name] = words
        return found

    def schema(self, definitions: Definitions) -> Schema:
        """The labels, with their English words; an empty one is absent."""
        text: Schema = {"anyOf": [self._words.schema(definitions), {"type": "null"}]}
        return {
            "type": "object",
            "properties": {
                name: {"description": LABELS[_ALIASES.get(name, name)], **text}
                for name in (*LABELS, *_ALIASES)
            },
            "additionalProperties": False,
        }

    def describe(self) -> str:
        """What the mapping holds."""
        return "a mapping from a label's name to its words"


def _fits(words: str, name: str, node: Node, binder: Binder) -> bool:
    """Whether words hold the placeholders of the label, and no other braces."""
    wanted = _placeholders(LABELS[name])
    if _placeholders(words) == wanted:
        return True
    said = " and ".join(f"{{{each}}}" for each in sorted(wanted or ()))
    help = f"say with {said} where the value goes" if said else "leave the braces out"
    binder.error("unknown-value", f"{shorten(words)!r} doesn't fit the label {name!r}", node.span, help)
    return False


def _placeholders(text: str) -> set[str] | None:
    """The names in braces; None where the braces make no sense."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(format or conversion for _, _, format, conversion in parts):
        return None
    return {field for _, field, _, _ in parts if field is not None}


VOCABULARY = Vocabulary()
