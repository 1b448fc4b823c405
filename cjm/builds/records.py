"""What is said of a journey, as it is kept from one build to the next."""

import os
from collections.abc import Callable, Sequence

import msgspec

from cjm.builds.survey import quoted, unquoted
from cjm.diagnostics import Diagnostic
from cjm.shell.finding import displayed


def encoded(diagnostics: Sequence[Diagnostic], base: str) -> bytes:
    """Diagnostics as bytes, their paths from the folder `base`; none as no bytes."""
    moved = [_moved(each, lambda path: quoted(os.path.relpath(path, base))) for each in diagnostics]
    # A piece of advice is a text of a kind of its own.
    return msgspec.msgpack.encode(moved, enc_hook=str) if moved else b""


def decoded(data: bytes, base: str) -> list[Diagnostic]:
    """Back from the bytes, with paths as the user names them; the exact text of a mend is gone."""
    if not data:
        return []
    found = msgspec.msgpack.decode(data, type=list[Diagnostic])
    return [_moved(each, lambda path: displayed(os.path.join(base, unquoted(path)))) for each in found]


def _moved(diagnostic: Diagnostic, place: Callable[[str], str]) -> Diagnostic:
    related = tuple(msgspec.structs.replace(each, path=place(each.path)) for each in diagnostic.related)
    return msgspec.structs.replace(diagnostic, path=place(diagnostic.path), related=related)
