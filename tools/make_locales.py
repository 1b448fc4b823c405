"""Write `FORMATS` of every language in `cjm/languages`: how it writes numbers and dates, from CLDR.

In: CLDR as Babel ships it, for the development of cjm only (importing Babel takes longer
than a whole run of cjm). Out: that part of each module, the same bytes for the same CLDR.
With `--check` nothing is written, and a part that is out of date is exit code 1.

    python tools/make_locales.py [--check]
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale

LANGUAGES = Path(__file__).parent.parent / "cjm" / "languages"

# English as the world writes it: 12 May 2026, not May 12, 2026.
LOCALES = {"en": "en_001"}

PART = re.compile(r"^FORMATS = Formats\(.*?\)\n(?=\n)", re.MULTILINE | re.DOTALL)


def formats(code: str) -> str:
    """The text of `FORMATS` for a language."""
    locale = Locale.parse(LOCALES.get(code, code))
    symbols, months = locale.number_symbols["latn"], locale.months["format"]
    percent = str(locale.percent_formats[None].pattern)
    date = str(locale.datetime_skeletons["yMMMd"])
    values: dict[str, object] = {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "percent": re.sub("[#0,.]+", "{n}", percent),
        "date": date.replace("MMM", "{month}").replace("y", "{year}", 1).replace("d", "{day}", 1),
        "months": tuple(months["abbreviated"][number] for number in range(1, 13)),
        "month_names": tuple(months["wide"][number] for number in range(1, 13)),
        "plurals": dict(sorted(locale.plural_form.rules.items(), key=category)),
    }
    parts = "".join(f"    {key}={written(value)},\n" for key, value in values.items())
    return f"FORMATS = Formats(\n{parts})\n"


def category(rule: tuple[str, Any]) -> int:
    """The place of a plural category in the order of CLDR."""
    return ("zero", "one", "two", "few", "many").index(rule[0])


def written(value: object) -> str:
    """A value as ruff formats it."""
    if isinstance(value, tuple):
        halves = (", ".join(map(written, half)) for half in (value[:6], value[6:]))
        return "(\n" + "".join(f"        *({half}),\n" for half in halves) + "    )"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(rule)}" for key, rule in value.items()) + "}"
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if char == " " or not char.isspace() else f"\\u{ord(char):04x}" for char in text)


def main() -> int:
    """Write the parts, or compare them."""
    parser = argparse.ArgumentParser(description="Write FORMATS in cjm/languages from CLDR.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file differs")
    check = parser.parse_args().check
    stale = []
    for path in sorted(path for path in LANGUAGES.glob("*.py") if len(path.stem) <= 3):
        text = path.read_text(encoding="utf-8")
        part = formats(path.stem)
        new = PART.sub(lambda _, part=part: part, text, count=1)  # type: ignore[misc]
        if new != text:
            stale.append(path.name)
            if not check:
                path.write_text(new, encoding="utf-8", newline="\n")
    if check and stale:
        sys.stderr.write(f"{', '.join(stale)} out of date: run `python tools/make_locales.py`\n")
    return int(bool(check and stale))


if __name__ == "__main__":
    raise SystemExit(main())
