"""Markdown: a heading a commit, and below it what changed in meaning."""

from collections.abc import Iterator

from cjm.board.history import History, Version
from cjm.reporters.changes import telling as changes
from cjm.reporters.history import telling
from cjm.reporters.human import clip
from cjm.reporters.markdown import escaped


def report(history: History, **_look: object) -> str:
    """The journey's name, then its versions."""
    head = f"# {escaped(clip(history.title or history.path))}\n"
    return "\n".join([head, *("".join(f"{line}\n" for line in _block(each)) for each in history.versions)])


def _block(version: Version) -> Iterator[str]:
    yield f"## {version.date} {escaped(clip(version.subject))}"
    yield ""
    yield f"`{version.hash[:10]}`, {escaped(clip(version.author))}: {telling.summary(version)}"
    told = [
        f"- {change.level}: {changes.what(change)}, {escaped(clip(telling.line(change)))}"
        for change in telling.main(version)
    ]
    left = len(version.changes) - len(told)
    if version.state == "changed" and left:
        told.append(f"- and {left:,} more")
    told += [f"- {escaped(clip(each))}" for each in telling.effects(version)]
    if told:
        yield ""
        yield from told
