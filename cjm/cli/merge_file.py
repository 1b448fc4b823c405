"""`cjm merge-file`: two edited journeys merged by id, for git and by hand."""

from typing import TYPE_CHECKING

import click

from cjm.cli.terminal import Terminal, on_terminal
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.merger import Marks, Merged

_SIZE = 7


@click.command(name="merge-file")
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.option("-p", "--stdout", is_flag=True, help="Print the result; OURS stays as it is.")
@click.option(
    "--marker-size",
    metavar="N",
    type=click.IntRange(1, 1000),
    default=_SIZE,
    show_default=True,
    help="How many signs a conflict mark has.",
)
@click.option("--path", metavar="PATH", default="", help="What messages call the file; OURS where absent.")
@click.option("--ours-label", metavar="TEXT", default="ours", help="What conflict marks call OURS.")
@click.option("--base-label", metavar="TEXT", default="base", help="What they call BASE.")
@click.option("--theirs-label", metavar="TEXT", default="theirs", help="What they call THEIRS.")
@on_terminal
def merge_file(
    base: str,
    ours: str,
    theirs: str,
    *,
    stdout: bool,
    marker_size: int,
    path: str,
    ours_label: str,
    base_label: str,
    theirs_label: str,
    terminal: Terminal,
) -> int:
    """Merge two edited journeys by id, as git's driver.

    What changed from BASE to THEIRS comes into OURS, and that is written. Phases, touchpoints,
    declarations and their keys are matched by id, `was:`, name and likeness: two people may add
    to one phase or change two keys of one touchpoint, and one may move what the other edits. What
    both changed is merged by line; where people must decide stand git's conflict marks, in the
    style of merge.conflictStyle. Files that can't be read as YAML are merged by line as a whole.

    Exits with 1 where conflicts are left, and where the result has an error that neither side
    had: a way to a touchpoint that the other one removed, say. `cjm git-setup` makes git call this.
    """
    from cjm.merger import Labels, Marks
    from cjm.reporters.columns import inert
    from cjm.shell import files, merging

    said = ((ours_label, "ours"), (base_label, "base"), (theirs_label, "theirs"))
    # A git before 2.44 hands its placeholders over as they are.
    labels = Labels(*(plain if label.startswith("%") else label for label, plain in said))
    marks = Marks(merging.conflict_style(), marker_size, labels)
    merged = _merged([_read(each) for each in (base, ours, theirs)], path or ours, marks)
    content = merged.text.encode("utf-8", "surrogateescape")
    if stdout:
        terminal.result(content)
    else:
        files.write(ours, content)
    name = inert(path or ours)
    if merged.by_line:
        terminal.note(f"{name}: merged by line, for it can't be merged by id")
    if merged.errors:
        from cjm.reporters import reporter
        from cjm.source import Source

        terminal.problem(f"{name}: merged, but there is something wrong that was so on neither side\n")
        sources = {path or ours: Source(path or ours, merged.text)}
        terminal.problem(reporter("concise")(list(merged.errors), sources))
    return int(merged.conflict or bool(merged.errors))


def _read(path: str) -> bytes:
    from cjm.shell import files

    try:
        return files.read_bytes(path, -1)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {files.reason(error)}") from None


def _merged(contents: list[bytes], path: str, marks: "Marks") -> "Merged":
    from cjm.merger import Merged, merge
    from cjm.shell import files, merging

    base, ours, theirs = (content.decode("utf-8", "surrogateescape") for content in contents)
    if max(map(len, contents)) > files.MAX_BYTES:
        return Merged(*merging.merge_lines(base, ours, theirs, marks), by_line=True)
    return merge(base, ours, theirs, path, marks, merging.merge_lines)
