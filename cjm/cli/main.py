"""The commands of `cjm`, each imported when it is called."""

from importlib import import_module
from typing import NamedTuple, cast

import click

from cjm import __version__
from cjm.cli.terminal import terminal_options
from cjm.errors import UsageError


class Listed(NamedTuple):
    """Where a command is, and its line in `cjm --help`."""

    target: str
    help: str


# The help stands here too so that `cjm --help` imports no command; a test compares.
COMMANDS: dict[str, Listed] = {
    "init": Listed("cjm.cli.init:init", "Start a project: settings, a library, a first journey, CI."),
    "new": Listed("cjm.cli.new:new", "Write a journey to fill in: the phases of a framework, with hints."),
    "build": Listed("cjm.cli.build:build", "Draw journeys as maps: SVG, HTML, PNG, PDF, Markdown, text."),
    "clean": Listed("cjm.cli.clean:clean", "Remove what builds wrote."),
    "show": Listed("cjm.cli.show:show", "Draw a journey on the terminal."),
    "check": Listed("cjm.cli.check:check", "Say what is wrong with journeys, and where."),
    "lint": Listed("cjm.cli.lint:lint", "Find gaps: phases without an owner, pains without an answer."),
    "diff": Listed("cjm.cli.diff:diff", "Say what changed in meaning, and what that did to gaps and curve."),
    "log": Listed(
        "cjm.cli.log:log", "Tell the history of a journey as changes of meaning, the newest first."
    ),
    "fmt": Listed("cjm.cli.fmt:fmt", "Put journeys, libraries and settings into one layout."),
    "advise": Listed("cjm.cli.advise:advise", "Say which of the ten moves would help a journey, and why."),
    "stats": Listed("cjm.cli.stats:stats", "Count what journeys have and lack: owners, evidence, answers."),
    "rule": Listed("cjm.cli.rules:rule", "Explain a rule of the linter."),
    "rules": Listed("cjm.cli.rules:rules", "List the rules of the linter."),
    "templates": Listed("cjm.cli.templates:templates", "List cjm's templates, or write one to change it."),
    "theme": Listed("cjm.cli.theme:theme", "Prepare what a theme needs: the widths of a brand font."),
    "schema": Listed("cjm.cli.schema:schema", "Print the JSON Schema that editors complete and check with."),
    "config": Listed(
        "cjm.cli.config:config", "Show the settings that are in force here, and where each comes from."
    ),
    "git-setup": Listed("cjm.cli.git_setup:git_setup", "Make git show and merge journeys by what they mean."),
    "git-diff": Listed("cjm.cli.git_diff:git_diff", "Say what changed in meaning, as git's external diff."),
    "textconv": Listed("cjm.cli.textconv:textconv", "Print a journey one fact a line, as git's textconv."),
    "merge-file": Listed(
        "cjm.cli.merge_file:merge_file", "Merge two edited journeys by id, as git's driver."
    ),
    "completion": Listed("cjm.cli.completion:completion", "Print a script that completes cjm in a shell."),
}


class Table(click.Group):
    """A group whose commands are rows of `COMMANDS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].target.partition(":")
        return cast(click.Command, getattr(import_module(module), attribute))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, as it stands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, row.help) for name, row in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of a name; one that isn't there offers those that look like it."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = [f"`cjm {name}`" for name in get_close_matches(args[0], COMMANDS)]
            help = f"did you mean {' or '.join(close)}?" if close else "see `cjm --help`"
            raise UsageError(f"there is no command {args[0]!r}", help)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Table,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 clean, 1 something wrong with a journey, 2 wrong use, a missing tool or an"
    " unreadable file, 70 an error of cjm itself, 130 interrupted.",
)
@click.version_option(__version__, "-V", "--version", message="cjm %(version)s")
@terminal_options
def cli(**_options: object) -> None:
    """Customer journeys as code: YAML in, exact errors and wall-worthy maps out."""
