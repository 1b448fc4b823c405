"""Which plural category a number has, by CLDR's rules: `one` in "1 phase", `few` in "3 fazy"."""

from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=1 << 10)
def holds(rule: str, drawn: str) -> bool:
    """Whether a number is of a plural category: `v in 0 and i mod 10 in 2..4 or …` (UTS #35, part 3)."""
    whole, _, decimals = drawn.partition(".")
    operands = {
        **{"n": float(drawn), "i": int(whole), "v": len(decimals), "w": len(decimals.rstrip("0"))},
        **{"f": int(decimals or 0), "t": int(decimals.rstrip("0") or 0), "c": 0, "e": 0},
    }
    return any(
        all(_relates(relation.split(), operands) for relation in part.split(" and "))
        for part in rule.split(" or ")
    )


def _relates(relation: list[str], operands: Mapping[str, float]) -> bool:
    """One relation of such a rule, in words: `i mod 100 not in 12..14,72`."""
    value = operands[relation[0]]
    if relation[1] == "mod":
        value %= int(relation[2])
    bounds = (each.split("..") for each in relation[-1].split(","))
    within = any(value in range(int(pair[0]), int(pair[-1]) + 1) for pair in bounds)
    return within != ("not" in relation)
