"""`cjm git-setup`: git shows and merges journeys by what they mean."""

import os
import shlex
import sys
from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.scaffold.git import Setting

_FILE = ".gitattributes"
_MISSING = " is missing"


@click.command(name="git-setup")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 where something is to be set up.")
@click.option("--remove", is_flag=True, help="Take away again what it wrote.")
@click.option("--meaning", is_flag=True, help="Let `git diff` say what `cjm diff` says.")
@click.option(
    "--command",
    metavar="COMMAND",
    default="",
    help="How git's shell calls cjm; where absent the cjm that runs now, by its path if need be.",
)
@on_terminal
def git_setup(*, check: bool, remove: bool, meaning: bool, command: str, terminal: Terminal) -> int:
    """Make git show and merge journeys by what they mean.

    In .gitattributes, which you commit, it names cjm as the driver of *.cjm.yaml and
    *.cjm.yml; in the settings of this clone it says what that is: `cjm textconv` for
    `git diff`, `git log -p` and `git show`, hunk headers that name the phase, and `cjm
    merge-file` for `git merge`, `rebase`, `cherry-pick` and `stash pop`. Every clone needs
    its own settings; without them git does as it always did.

    With --meaning `git diff` tells changes of meaning instead, as `cjm diff` does; `git diff
    --no-ext-diff` shows the lines, and `git log -p --ext-diff` tells them of each commit.
    """
    from cjm.scaffold import git
    from cjm.shell import repository

    if check and remove:
        raise UsageError("--check and --remove exclude each other")
    path = os.path.join(repository.top(), _FILE)
    command = command or _called()
    wanted = git.settings(command)
    if meaning or remove:
        wanted = (*wanted, git.meaning(command))
    done = _removed(path, wanted, terminal) if remove else _written(path, check) + _set(wanted, check)
    for each in done:
        terminal.result(f"{each}\n")
    if check:
        terminal.note("`cjm git-setup` sets it up" if done else "git shows and merges journeys with cjm")
        return int(bool(done))
    if not done:
        terminal.note("nothing is left to " + ("remove" if remove else "do"))
    return 0


def _called() -> str:
    """`cjm` where a shell finds this one by that name, else the path of it."""
    import shutil

    script = os.path.join(os.path.dirname(sys.executable), "cjm")
    found = shutil.which("cjm")
    if found and os.path.exists(script) and os.path.samefile(found, script):
        return "cjm"
    return shlex.quote(script) if os.path.exists(script) else f"{shlex.quote(sys.executable)} -m cjm"


def _written(path: str, check: bool) -> list[str]:
    """The lines that .gitattributes gets."""
    from cjm.scaffold.git import ATTRIBUTES
    from cjm.shell import files, repository
    from cjm.source import line_end

    missing = []
    for line in ATTRIBUTES:
        pattern, *rest = line.split()
        want = dict(word.split("=") for word in rest)
        if repository.attributes(pattern.replace("*", "x"), want) != want:
            missing.append(line)
    if missing and not check:
        before = _text(path)
        end = line_end(before)
        whole = before if not before or before.endswith("\n") else before + end
        files.write(
            path, (whole + "".join(line + end for line in missing)).encode("utf-8", "surrogateescape")
        )
    return [f"{_FILE}: {line}" + _MISSING * check for line in missing]


def _set(wanted: "tuple[Setting, ...]", check: bool) -> list[str]:
    """The settings that this clone gets."""
    from cjm.shell import repository

    missing = [each for each in wanted if repository.setting(each.key) != each.value]
    for each in missing:
        if not check:
            repository.set_to(each.key, each.value)
    return [f"{each.key}" + (_MISSING if check else f" = {each.value}") for each in missing]


def _removed(path: str, wanted: "tuple[Setting, ...]", terminal: Terminal) -> list[str]:
    """The lines and settings that are taken away; what somebody else gave a setting stays."""
    from cjm.scaffold.git import ATTRIBUTES, CACHE
    from cjm.shell import files, repository

    repository.forget(CACHE)
    done = []
    before = _text(path)
    lines = before.splitlines(keepends=True)
    kept = [line for line in lines if line.rstrip("\r\n") not in ATTRIBUTES]
    if len(kept) < len(lines):
        if kept:
            files.write(path, "".join(kept).encode("utf-8", "surrogateescape"))
        else:
            os.unlink(path)
        done += [f"{_FILE}: {line.rstrip()} is gone" for line in lines if line not in kept]
    for each in wanted:
        value = repository.setting(each.key)
        if value is None:
            continue
        if each.wrote(value):
            repository.set_to(each.key, None)
            done.append(f"{each.key} is gone")
        else:
            terminal.note(f"{each.key} says something else, and stays as it is")
    return done


def _text(path: str) -> str:
    from cjm.shell import files

    try:
        return files.read_bytes(path, -1).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise UsageError(f"cannot read {path}: {files.reason(error)}") from None
