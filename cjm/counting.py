"""How many of what, in English."""


def plural(number: int, word: str) -> str:
    """`error` for one, `errors` for any other number."""
    return word if number == 1 else f"{word}s"


def counted(number: int, word: str) -> str:
    """`1 error`, `2 errors`, `1,200 errors`."""
    return f"{number:,} {plural(number, word)}"
