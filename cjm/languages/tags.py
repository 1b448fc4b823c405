"""What a BCP 47 tag says: `nl-BE`, `zh-Hant`, `az-Arab`."""

from typing import Literal

# Source: CLDR, the languages whose likely script is one of those below.
_FROM_RIGHT = [
    "ar",
    "arc",
    "ckb",
    "dv",
    "fa",
    "glk",
    "he",
    "iw",
    "ks",
    "lrc",
    "mzn",
    "pnb",
    "ps",
    "sd",
    "syr",
    "ug",
    "ur",
    "yi",
]
_SCRIPTS_FROM_RIGHT = ["adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"]


def primary(tag: str) -> str:
    """The language without its script, region and variant, in lower case."""
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def direction(tag: str) -> Literal["ltr", "rtl"]:
    """Which way texts in a language run; a script in the tag says it before the language does."""
    subtags = tag.lower().split("-")
    script = next((subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), "")
    right = script in _SCRIPTS_FROM_RIGHT if script else subtags[0] in _FROM_RIGHT
    return "rtl" if right else "ltr"
