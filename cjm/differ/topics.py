"""Which sort of change a key's belongs to, and what is left out of a comparison."""

from cjm.grammar.key import Key
from cjm.grammar.record import Record

# By key, or by record and key where that is something else there. What isn't named belongs to
# what it is a part of, and is a `detail` at last: so a new key is compared the day it is added.
TOPIC_OF = {
    "owner": "owner",
    "emotion": "emotion",
    "emotions": "emotion",
    "channels": "channels",
    "next": "next",
    "moment_of_truth": "moment_of_truth",
    "moment_of_truth.why": "detail",
    "moment_of_truth.success": "detail",
    "moment_of_truth.failure": "detail",
    "evidence": "evidence",
    "metric_value.source": "evidence",
    "metric_value.target": "target",
    "department.colour": "look",
    "channel.icon": "look",
    "image": "look",
    "link": "look",
    "links": "look",
    "tags": "look",
    "notes": "look",
    "cjm": "look",
    "emotion_scale": "look",
}

# Fields that no key fills: where a thing was written, and what resolving adds from elsewhere.
DERIVED = {
    "origin": "places play no part",
    "path": "where the file is",
    "elsewhere": "told as what the key leads to",
    "named": "compared as the references of the list that names them",
}


def topic(record: Record, key: Key, of: str = "detail") -> str:
    """The sort of change that a change at this key is, within something of that sort."""
    return TOPIC_OF.get(f"{record.name}.{key.name}") or TOPIC_OF.get(key.name) or of
