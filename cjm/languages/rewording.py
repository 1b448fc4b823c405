"""A language with a project's own words in the place of some labels."""

from collections.abc import Mapping

from msgspec.structs import replace

from cjm.languages import Language

# What is counted: the label of one, and that of several, which is also the text's own name.
_COUNTED = {
    "persona": "personas",
    "phase": "phases",
    "touchpoint": "touchpoints",
    "moment": "moments",
    "pain": "pains",
    "opportunity": "opportunities",
    "department": "departments",
}


def reworded(language: Language, vocabulary: Mapping[str, str]) -> Language:
    """The language with other words for labels, by their names.

    They stand as well in labels that say just the same, such as that of the legend. A word
    gets a capital where the label has one; where both that of one and that of several are
    given, they are counted with.
    """
    if not vocabulary:
        return language
    own = {language.labels[name].casefold(): words for name, words in vocabulary.items()}
    labels = {
        name: _as(text, vocabulary.get(name) or own.get(text.casefold(), text))
        for name, text in language.labels.items()
    }
    plurals = dict(language.plurals)
    for one, several in _COUNTED.items():
        if one in vocabulary and several in vocabulary:
            rest = (f"{{n}} {vocabulary[several]}",) * (len(plurals[several]) - 1)
            plurals[several] = (f"{{n}} {vocabulary[one]}", *rest)
    return replace(language, labels=labels, plurals=plurals)


def _as(label: str, words: str) -> str:
    return words[:1].upper() + words[1:] if label[:1].isupper() else words
