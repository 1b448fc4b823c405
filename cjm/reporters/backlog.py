"""All opportunities as a file: CSV for a spreadsheet, JSON for a program.

In: the journeys' entries. Out: bytes; a row an opportunity, in the order of the sources and of
each journey, so that a committed file changes where its journeys do.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

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
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(journeys: Iterable[Kept], separator: str = ",") -> bytes:
    """UTF-8 with a mark at its start, by which Excel knows it, and lines that end as in RFC 4180.

    Excel splits columns at the list separator of its user's country: a semicolon where decimals have a comma.
    """
    made = io.BytesIO()
    text = io.TextIOWrapper(made, "utf-8-sig", "replace", newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(journeys):
        writer.writerow([_harmless(each) for each in row.values()])
    text.flush()
    return made.getvalue()


def as_json(journeys: Iterable[Kept]) -> bytes:
    """`{"version": 1, "generator": "cjm", "opportunities": […]}`, a line each."""
    made = io.BytesIO(b'{"version": %d, "generator": "cjm", "opportunities": [' % VERSION)
    made.seek(0, io.SEEK_END)
    before = b"\n"
    for row in _rows(journeys):
        made.write(before + msgspec.json.encode(row))
        before = b",\n"
    made.write(b"\n]}\n")
    return made.getvalue()


def _rows(journeys: Iterable[Kept]) -> Iterator[Mapping[str, str | int | None]]:
    for each in journeys:
        entry = each.entry
        for found in entry.chances:
            contact = entry.contacts[found.contact]
            values = (
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
            yield dict(zip(COLUMNS, values, strict=True))


def _harmless(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
