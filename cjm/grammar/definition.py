"""A table of keys → its JSON Schema (draft-07)."""

from collections.abc import Iterable, Mapping

from cjm.grammar.binder import Definitions, Schema
from cjm.grammar.key import Key

_FILLED: Schema = {"not": {"type": "null"}}


def definition(
    meaning: str, spellings: Mapping[str, Key], one_of: Iterable[str], definitions: Definitions
) -> Schema:
    """What a schema says of a mapping with these keys, at least one of `one_of` among them.

    A key's description stands beside `anyOf`, never beside `$ref`, where draft-07
    ignores it.
    """
    properties = {}
    for spelling, key in spellings.items():
        options = alternatives(key.type.schema(definitions))
        if not key.required:
            options = [*options, {"type": "null"}]
        properties[spelling] = {"description": key.meaning, "anyOf": options}
    result: Schema = {
        "type": "object",
        "description": meaning,
        "properties": properties,
        "additionalProperties": False,
    }
    if required := [name for name, key in spellings.items() if key.required]:
        result["required"] = required
    if one_of:
        result["anyOf"] = [_holds(name) for name in one_of]
    # Both spellings at once are an error, unless one is empty.
    if pairs := [key for name, key in spellings.items() if name == key.singular]:
        result["allOf"] = [{"not": _holds(key.name, key.singular)} for key in pairs]
    return result


def alternatives(schema: Schema) -> list[Schema]:
    """What a schema lets one choose from: itself, where it offers no choice."""
    return schema["anyOf"] if schema.keys() == {"anyOf"} else [schema]


def _holds(*names: str) -> Schema:
    return {"required": list(names), "properties": dict.fromkeys(names, _FILLED)}
