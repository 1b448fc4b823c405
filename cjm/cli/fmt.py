"""`cjm fmt`: one layout for every text, with the same meaning."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.counting import counted
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.source import Source


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="List the files that would change, and write nothing.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@on_terminal
def fmt(paths: tuple[str, ...], *, check: bool, diff: bool, terminal: Terminal) -> int:
    """Put journeys, libraries and settings into one layout.

    PATH is a file or a folder, which stands for every *.cjm.yaml and cjm.yaml below it; the
    current folder where none is given. `-` reads standard input and writes to standard output.

    Nothing is written unless the new text, read again, says the same with the same comments.
    A file that is no YAML is told of and left alone. Exits with 1 for such files, and with
    --check or --diff where a file would change.
    """
    from cjm.cli.reading import Reading
    from cjm.cli.rewriting import difference, write
    from cjm.config import SETTINGS
    from cjm.formatter import formatted
    from cjm.reporters import reporter
    from cjm.shell import files
    from cjm.shell.finding import SETTINGS as SETTINGS_FILES

    if "-" in paths and len(paths) > 1:
        raise UsageError("`-` reads standard input and stands alone")
    reading = Reading(terminal, files.read)
    sources = {
        each.path: each for each in reading.texts([files.STDIN] if "-" in paths else list(_files(paths)))
    }
    texts: dict[str, str] = {}
    for path, source in sources.items():
        made = formatted(source, SETTINGS if os.path.basename(path) in SETTINGS_FILES else None)
        reading.diagnostics += made.diagnostics
        if made.left:
            line, column = source.position(made.at.start)
            terminal.warning(f"{path}:{line}:{column} is left as it is: {made.left}")
        if made.text != source.text:
            texts[path] = made.text
    if reading.diagnostics:
        tell = reporter("human")
        terminal.problem(
            tell(
                reading.diagnostics,
                sources | reading.wrong,
                color=terminal.paints(err=True),
                width=terminal.columns(err=True),
            )
        )
    broken = {each.path for each in reading.diagnostics} | {*reading.unreadable}
    wrong = bool(reading.diagnostics)
    if diff:
        terminal.result(difference(sources, texts, terminal))
    elif check:
        terminal.result("".join(f"{path}\n" for path in texts))
    elif "-" in paths:
        _pass_on(sources, texts, wrong=wrong, terminal=terminal)
    else:
        write(sources, texts, "format")
        for path in texts:
            terminal.note(path)
    if "-" not in paths:
        terminal.note(_summary(len(texts), len(sources), len(broken), shown=check or diff))
    return 2 if reading.unreadable else int(wrong or ((check or diff) and bool(texts)))


def _files(paths: Sequence[str]) -> Iterator[str]:
    """What the paths ask for: journeys and libraries, and settings that are named or lie below a folder."""
    from cjm.cli.reading import excluded
    from cjm.shell import finding

    folders = [os.path.abspath(path) for path in paths or ["."] if os.path.isdir(path)]
    named = {finding.displayed(path) for path in paths if not os.path.isdir(path)}
    for found in finding.find(paths or ["."]):
        settings = found.settings
        passed_over = excluded(_settings(settings), found.root, found.asked, named)
        yield from (path for path in found.asked if path not in passed_over)
        if settings and (settings in named or _is_below(settings, folders)):
            yield settings


def _settings(path: str | None) -> "Source | None":
    """Settings as far as they can be read: what is wrong with them isn't asked here."""
    from cjm.shell import files

    try:
        return files.read(path)[0] if path else None
    except UsageError:
        return None


def _is_below(path: str, folders: Sequence[str]) -> bool:
    return any(os.path.abspath(path).startswith(os.path.join(folder, "")) for folder in folders)


def _pass_on(sources: "dict[str, Source]", texts: dict[str, str], *, wrong: bool, terminal: Terminal) -> None:
    """Standard input as standard output; nothing where it is no YAML, so that no editor takes it."""
    for path, source in sources.items():
        if not wrong:
            terminal.result(texts.get(path, source.text).encode())


def _summary(changed: int, total: int, broken: int, *, shown: bool) -> str:
    if broken and not changed:
        return f"{counted(broken, 'file')} left alone, nothing to change"
    if not changed:
        return f"{counted(total, 'file')}, nothing to change"
    done = f"{counted(changed, 'file')} {'would be formatted' if shown else 'formatted'}"
    return f"{done}, {total - changed:,} left as they were" if total > changed else done
