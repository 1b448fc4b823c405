"""For people: a block a commit, as `git log` has it, with what changed in meaning."""

from collections.abc import Iterator

from cjm.board.history import History, Version
from cjm.reporters.changes import telling as changes
from cjm.reporters.columns import inert, wrapped
from cjm.reporters.history import telling
from cjm.reporters.human import clip

_RESET = "\x1b[0m"
_COLORS = {
    "hash": "\x1b[33m",
    "breaking": "\x1b[1;31m",
    "notable": "\x1b[1;33m",
    "minor": "\x1b[36m",
    "cosmetic": "\x1b[2m",
}


def report(history: History, *, color: bool = False, width: int = 80, arrow: str = "→") -> str:
    """The journey's name, then its versions."""
    blocks = [f"{inert(history.path)}  {clip(history.title)}".rstrip() + "\n"]
    for version in history.versions:
        told = (line.replace("→", arrow).rstrip() for line in _block(version, color, width))
        blocks.append("".join(f"{line}\n" for line in told))
    return "\n".join(blocks)


def _block(version: Version, color: bool, width: int) -> Iterator[str]:
    def paint(text: str, role: str) -> str:
        return f"{_COLORS[role]}{text}{_RESET}" if color else text

    yield f"{paint(version.hash[:10], 'hash')}  {version.date}  {clip(version.author)}"
    yield from wrapped(clip(version.subject), width, "  ", "  ")
    yield f"  {telling.summary(version)}"
    shown = telling.main(version)
    for change in shown:
        text = f"{changes.sign(change)} {clip(telling.line(change))}"
        first, *rest = wrapped(text, width - 14, further="  ")
        yield f"    {paint(f'{change.level:10}', change.level)}{first}"
        yield from (f"{'':14}{part}" for part in rest)
    left = len(version.changes) - len(shown)
    if version.state == "changed" and left:
        yield f"{'':14}and {left:,} more"
    for each in telling.effects(version):
        yield from wrapped(clip(each), width, "    ", "      ")
