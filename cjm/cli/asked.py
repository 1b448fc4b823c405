"""What the command line of a build asks for."""

import datetime
from typing import NamedTuple

from cjm.cli.picturing import Wish


class Asked(NamedTuple):
    """What the command line and the environment say; empty where that is left to the settings."""

    output: str
    formats: tuple[str, ...]
    views: tuple[str, ...]
    engine: str
    today: datetime.date | None
    with_source: bool = False
    share: bool = False
    wish: Wish = Wish()
    theme: str = ""
    mode: str = ""
    portfolio: bool = True
    language: str = ""
