"""The terminal: what the user asked of it, and printing that survives what it is.

A pipe that nobody reads any more ends no build: what is printed then goes nowhere. A
terminal that isn't UTF-8 gets escapes for what it can't show.
"""

import contextlib
import errno
import functools
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import click
from click.exceptions import NoSuchOption

from cjm.errors import UsageError

WIDTH = 100


class Terminal(NamedTuple):
    """How to print: `color` is auto, always or never."""

    color: str = "auto"
    quiet: bool = False
    verbose: bool = False

    def result(self, text: str | bytes) -> None:
        """What the command was called for, on standard output; bytes exactly as they are."""
        _print(text, err=False)

    def note(self, text: str) -> None:
        """Something about the run, on standard error, unless it is to be quiet."""
        if not self.quiet:
            _print(f"{text}\n", err=True)

    def problem(self, text: str) -> None:
        """Something wrong, on standard error."""
        _print(text, err=True)

    def error(self, error: UsageError) -> None:
        """`cjm: error: …` and what to do about it."""
        from cjm.reporters.columns import inert

        lines = f"cjm: error: {inert(str(error))}\n"
        if error.help:
            lines += f"  help: {inert(error.help)}\n"
        _print(lines, err=True)

    def warning(self, message: str) -> None:
        """`cjm: warning: …`, which changes no exit code."""
        from cjm.reporters.columns import inert

        self.note(f"cjm: warning: {inert(message)}")

    def paints(self, err: bool = False) -> bool:
        """Whether to print colours: as asked, else https://no-color.org, else on a terminal."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return is_terminal(err) and os.environ.get("TERM") != "dumb"

    def arrow(self) -> str:
        """An arrow that standard output can show."""
        encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
        return "→" if encoding.startswith("utf") else "->"

    def columns(self, err: bool = False) -> int:
        """The terminal's width, between 60 and 160, for text; 100 where there is none."""
        return min(max(self.room(err), 60), 160)

    def room(self, err: bool = False) -> int:
        """The terminal's width as it is, from 24 up, 80 where it says none; 100 without a terminal."""
        if is_terminal(err):
            with contextlib.suppress(OSError, ValueError):
                return max(os.get_terminal_size(_stream(err).fileno()).columns or 80, 24)
        return WIDTH


def terminal_options(command: Callable[..., None]) -> Callable[..., None]:
    """`--color`, `--quiet` and `--verbose`, for the program and for each of its commands."""
    for option in (
        click.option(
            "-v",
            "--verbose",
            is_flag=True,
            help="Say more: findings, every file, and traces of internal errors.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Print only what is wrong."),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            help="Colours; auto (the default) minds NO_COLOR, FORCE_COLOR and whether it is a terminal.",
        ),
    ):
        command = option(command)
    return command


def on_terminal(command: Callable[..., int]) -> Callable[..., None]:
    """A command that gets a `terminal` for those options and whose result is the exit code."""

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        context = click.get_current_context()
        before = context.parent.params if context.parent else {}
        terminal = Terminal(
            arguments.pop("color") or before.get("color") or "auto",
            arguments.pop("quiet") or bool(before.get("quiet")),
            arguments.pop("verbose") or bool(before.get("verbose")),
        )
        try:
            code = command(**arguments, terminal=terminal)
        except UsageError as error:
            from cjm.cli.twins import blamed

            raise blamed(error, context) from None
        context.exit(code)

    return terminal_options(run)


def is_terminal(err: bool = False) -> bool:
    """Whether somebody watches that stream."""
    stream = _stream(err)
    return stream is not None and stream.isatty()


def translated(error: click.ClickException) -> UsageError:
    """Click's own message in the words of all the others."""
    context = getattr(error, "ctx", None)
    help = f"see `{context.command_path} --help`" if context else ""
    message = error.format_message()
    if isinstance(error, NoSuchOption):
        message = f"there is no option {error.option_name!r}"
        if error.possibilities:
            help = f"did you mean {' or '.join(sorted(error.possibilities))}?"
    return UsageError(message[:1].lower() + message[1:].rstrip("."), help)


@contextlib.contextmanager
def tolerant() -> Iterator[None]:
    """The streams as long as cjm runs: nothing that is printed or left to print fails."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        yield
    finally:
        _print("", err=False)
        _print("", err=True)


def _stream(err: bool) -> Any:
    return sys.stderr if err else sys.stdout


def _print(text: str | bytes, err: bool) -> None:
    # Not click.echo: it takes a terminal that says ASCII for one that means UTF-8.
    stream = _stream(err)
    if stream is None:  # closed by the caller
        return
    try:
        if isinstance(text, bytes):
            stream.buffer.write(text)
        else:
            stream.write(text)
        stream.flush()
    except OSError as error:
        _silence(err)
        # Windows says EINVAL of a closed pipe.
        if error.errno not in {errno.EPIPE, errno.EINVAL}:
            raise UsageError(f"cannot write the output: {error.strerror}") from None


def _silence(err: bool) -> None:
    """Send the stream nowhere from now on; Python would fail again on what is left in its buffer."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _stream(err).fileno())
        os.close(nowhere)
