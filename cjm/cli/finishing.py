"""After the journeys: what is about all of them is written, and what was made of those now gone removed."""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cjm.builds.folder import Folder, ours
from cjm.builds.state import File, State
from cjm.cli import overview
from cjm.cli.runs import Run
from cjm.cli.terminal import Terminal
from cjm.counting import counted
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.cli.asked import Asked


def finish(run: Run, state: State) -> None:
    """Bring what is about all journeys up to date; nothing is done where nothing changed."""
    if run.how.shard:
        from cjm.builds import parts

        content = parts.written(state, [task.name for task in run.tasks], run.how.shard, run.whole)
        run.folder.put(parts.name(*run.how.shard), content)
        return
    changed = _removed(run, state) or run.changed
    kept = {each.name: each for each in state.files(shared=True)}
    if not kept and not state.paths():  # nothing was ever built
        return
    changed = (
        changed or not kept or not all(run.folder.holds(each.name, each.stamp) for each in kept.values())
    )
    if run.paged:  # else the portfolio stays as the pages do
        changed = _portfolio(run, state, kept, changed=changed) or changed
    if changed:
        _list(state, run.folder)


def _portfolio(run: Run, state: State, kept: Mapping[str, File], *, changed: bool) -> bool:
    """Write the portfolio where it is out of date, or remove it where it isn't wanted; whether either was."""
    there = [kept[name] for name in overview.NAMES if name in kept]
    if not run.portfolio:
        _drop(state, run.folder, there)
        return bool(there)
    wanted = overview.Wanted(run.grounds, run.asked, run.base, run.terminal)
    key = wanted.key()
    if not changed and overview.PAGE in kept and kept[overview.PAGE].key == key:
        return False
    made = set()
    for name, content in overview.contents(state, wanted):
        _put(state, run.folder, name, content, key)
        made.add(name)
    _drop(state, run.folder, [each for each in there if each.name not in made])
    return True


def _drop(state: State, folder: Folder, files: Sequence[File]) -> None:
    for each in files:
        folder.remove(each.name, each.stamp)
        with state.together():
            state.forget_file(each.name)


def _list(state: State, folder: Folder) -> None:
    from cjm.builds import manifest

    found = manifest.manifest(state.texts(), state.files())
    _put(state, folder, manifest.NAME, manifest.written(found))


def merge(paths: Sequence[str], asked: "Asked", terminal: Terminal) -> int:
    """Make one of the parts in the output folder."""
    from cjm.builds import parts

    output = asked.output
    if paths:
        raise UsageError("--merge takes no PATH", "the parts lie in the output folder")
    names = sorted(filter(parts.NAME.fullmatch, os.listdir(output) if os.path.isdir(output) else []))
    folder = Folder(output)
    texts = {}
    for name in names:
        with open(folder.place(name), "rb") as file:
            texts[folder.place(name)] = file.read()
    found = parts.read(texts)
    state = State.blank(output)
    parts.merged(found, state, folder)
    if asked.portfolio:
        wanted = overview.Wanted((), asked, ".", terminal)
        for name, content in overview.contents(state, wanted):
            _put(state, folder, name, content)
    _list(state, folder)
    for path in texts:
        os.unlink(path)
    skipped = [path for part in found for path in part.skipped]
    terminal.problem("".join(f"  {path}: skipped\n" for path in skipped))
    journeys = sum(len(part.journeys) for part in found)
    terminal.note(f"{counted(len(found), 'part')} merged: {counted(journeys, 'journey')} in {output}")
    return int(bool(skipped))


def _put(state: State, folder: Folder, name: str, content: bytes, key: str = "") -> None:
    """Write a file about all journeys, unless somebody else's has its name."""
    place = folder.place(name)
    if not state.holds(name) and os.path.lexists(place) and not ours(place):
        raise UsageError(f"{place} isn't cjm's, and would be written over", "give another --output")
    stamp = folder.put(name, content)
    with state.together():
        state.keep_file(File("", name, key, stamp))


def _removed(run: Run, state: State) -> bool:
    """Remove what was made of journeys that are gone, and say so; whether there was any."""
    there = {task.name for task in run.tasks}
    gone = [name for name in state.paths() if name not in there and _within(name, run.scope)]
    files = state.files() if gone else []
    for name in gone:
        own = [each for each in files if each.path == name]
        removed = [each.name for each in own if run.folder.remove(each.name, each.stamp)]
        with state.together():
            state.forget(name)
        if removed and not run.how.check:
            from cjm.cli.progress import gone as line

            run.terminal.note(line(name, [run.folder.place(each) for each in removed], run.terminal))
    return bool(gone)


def _within(name: str, scope: Sequence[str]) -> bool:
    """Whether a path lies below a folder that was asked for."""
    return any(folder == "." or name.startswith(f"{folder.rstrip('/')}/") for folder in scope)
