"""Where the program starts and ends: whatever happens becomes an exit code.

0 clean, 1 something wrong with a journey, 2 the call can't be carried out, 70 an error
of cjm itself, 130 interrupted.
"""

import atexit
import gc
import os
import sys
from collections.abc import Sequence

INTERNAL_ERROR = 70
INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line (that of the process where none is given); the exit code."""
    arguments = sys.argv[1:] if args is None else list(args)
    # A run is short and has few cycles: one look for them costs a build of one journey a twentieth, and
    # Python looks again when it ends. So it looks where a project is large, and not at the end.
    gc.set_threshold(1_000_000, 5, 5)
    if args is None:
        atexit.register(gc.freeze)
    try:
        code = _run(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # a RecursionError or MemoryError of any depth too
        code = _explain(error, verbose=not {"-v", "--verbose"}.isdisjoint(arguments))
    return code


def _run(arguments: list[str]) -> int:
    from click.exceptions import Exit

    from cjm.cli.main import cli
    from cjm.cli.terminal import tolerant

    with tolerant():
        if "_CJM_COMPLETE" in os.environ:  # a shell asks for completions
            cli.main(prog_name="cjm")
        try:
            with cli.make_context("cjm", list(arguments)) as context:
                cli.invoke(context)
        except Exit as end:
            return end.exit_code
        except BrokenPipeError:  # a help that nobody reads to its end
            return 0
    return 0


def _explain(error: Exception, verbose: bool) -> int:
    from click import ClickException
    from click.exceptions import NoArgsIsHelpError

    from cjm.cli.terminal import Terminal, translated
    from cjm.errors import UsageError
    from cjm.links import ISSUES

    terminal = Terminal()
    if isinstance(error, NoArgsIsHelpError):
        terminal.problem(f"{error.format_message()}\n")
        return 2
    if isinstance(error, ClickException):
        error = translated(error)
    if isinstance(error, UsageError):
        terminal.error(error)
        return 2
    if verbose:
        import traceback

        terminal.problem("".join(traceback.format_exception(error)))
    what = f"{type(error).__name__}: {error}".rstrip(": ").replace("\n", " ")
    trace = "" if verbose else " (run with --verbose for the trace)"
    terminal.problem(f"cjm: internal error: {what}; please report it at {ISSUES}{trace}\n")
    return INTERNAL_ERROR


if __name__ == "__main__":
    sys.exit(main())
