"""What git is told of journeys: lines of .gitattributes, which are committed, and settings of a clone."""

from typing import NamedTuple

# What names a driver that a clone hasn't set up changes nothing there.
ATTRIBUTES = ("*.cjm.yaml diff=cjm merge=cjm", "*.cjm.yml diff=cjm merge=cjm")

# Lists at the margin or one step in are phases, and what else a journey declares. POSIX knows no more.
_HEADING = r"^( ? ?- .*|[a-z_]+:.*)$"
_WORD = r'[^][[:space:]{},:"]+|[][{},:"]'

_TEXT = " textconv"
_DIFF = " git-diff"
_MERGE = " merge-file %O %A %B "
# Whatever happens to cjm, git can merge: by line, as it does without a driver.
_DRIVER = (
    "{command}" + _MERGE + "--marker-size %L --path %P --base-label %S --ours-label %X --theirs-label %Y"
    "; code=$?; test $code -le 1 && exit $code"
    "; git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1"
)


# Where git keeps the texts that `diff.cjm.cachetextconv` saves it from asking for again.
CACHE = "refs/notes/textconv/cjm"


class Setting(NamedTuple):
    """A setting of git, the value that is wanted, and a part of it that tells whose an older value is."""

    key: str
    value: str
    ours: str

    def wrote(self, value: str) -> bool:
        """Whether a value is one that cjm wrote, however it was called then."""
        return self.ours in value if self.ours != self.value else value == self.value


def meaning(command: str) -> Setting:
    """What makes `git diff` say what `cjm diff` says."""
    return Setting("diff.cjm.command", f"{command}{_DIFF}", _DIFF)


def settings(command: str) -> tuple[Setting, ...]:
    """What a clone needs; `command` is how a shell calls cjm."""
    fixed = {
        "diff.cjm.cachetextconv": "true",
        "diff.cjm.xfuncname": _HEADING,
        "diff.cjm.wordRegex": _WORD,
        "merge.cjm.name": "journeys merged by id",
    }
    return (
        Setting("diff.cjm.textconv", f"{command}{_TEXT}", _TEXT),
        *(Setting(key, value, value) for key, value in fixed.items()),
        Setting("merge.cjm.driver", _DRIVER.format(command=command.replace("%", "%%")), _MERGE),
    )
