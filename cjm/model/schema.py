"""The JSON Schema (draft-07) of the language, from the key tables."""

from cjm.grammar.binder import Definitions, Schema
from cjm.model.keys import JOURNEY, LIBRARY

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema() -> Schema:
    """The schema of any `*.cjm.yaml`: a journey, or a library where it says so."""
    definitions = Definitions()
    journey, library = JOURNEY.schema(definitions), LIBRARY.schema(definitions)
    return {
        "$schema": DRAFT,
        "title": "customer journey",
        "description": "A customer journey, or a library that journeys share.",
        "type": "object",
        # Not `anyOf`: an editor should report against the one that is meant.
        "if": {"required": ["library"]},
        "then": library,
        "else": journey,
        "definitions": definitions,
    }
