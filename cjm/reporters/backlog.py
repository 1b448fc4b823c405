"""All opportunities as a file: CSV for a spreadsheet, JSON for a program.

In: the journeys' entries. Out: bytes, as they come; a row an opportunity, in the order of the sources and of
each journey, so that a committed file changes where its journeys do.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from cjm.board.portfolio.arrange import Kept

VERSION = 1

# In this order for good: who reads the file counts on it. A new column goes to the end.
COLUMNS = (
    "journey",
    "journey_id",
    "page",
    "touchpoint",
    "number",
    "key",
    "opportunity",
    "impact",
    "effort",
    "status",
    "owner",
    "due",
)

# What a spreadsheet takes for a formula: a text that starts so gets an apostrophe before it.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


class Backlog:
    """Writes the rows of journeys that somebody else reads to both files, which are open for bytes.

    The first is UTF-8 with a mark at its start, by which Excel knows it, and lines that end as in RFC 4180;
    Excel splits columns at the list separator of its user's country: a semicolon where decimals have
    a comma. The second is `{"version": 1, "generator": "cjm", "opportunities": […]}`, a line each.
    """

    def __init__(self, as_csv: IO[bytes], as_json: IO[bytes], separator: str = ",") -> None:
        self._text = io.TextIOWrapper(as_csv, "utf-8-sig", "replace", newline="")
        self._json = as_json
        self._writer = csv.writer(self._text, delimiter=separator, lineterminator="\r\n")
        self._writer.writerow(COLUMNS)
        self._json.write(b'{"version": %d, "generator": "cjm", "opportunities": [' % VERSION)
        self._before = b"\n"

    def passing(self, journeys: Iterable[Kept]) -> Iterator[Kept]:
        """The same journeys; once they have all passed, the files are whole."""
        for each in journeys:
            for row in _rows(each):
                self._writer.writerow(
                    [f"'{of}" if isinstance(of, str) and of[:1] in _FORMULA else of for of in row]
                )
                self._json.write(self._before + msgspec.json.encode(dict(zip(COLUMNS, row, strict=True))))
                self._before = b",\n"
            yield each
        self._text.detach()
        self._json.write(b"\n]}\n")


def _rows(each: Kept) -> Iterator[tuple[str | int | None, ...]]:
    entry = each.entry
    for found in entry.chances:
        contact = entry.contacts[found.contact]
        yield (
            entry.title,
            entry.id,
            f"{each.page}#t-{contact.id}" if each.page else "",
            contact.name,
            contact.number,
            found.key,
            found.text,
            found.impact,
            found.effort,
            found.status,
            entry.departments[found.owner][0] if found.owner >= 0 else "",
            found.due.isoformat() if found.due else None,
        )
