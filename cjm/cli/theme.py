"""`cjm theme metrics`: a brand font's widths as a file, so that its text is measured right."""

import click

from cjm.cli.terminal import Terminal, on_terminal

_FILE = click.Path(exists=True, dir_okay=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def theme() -> None:
    """Prepare what a theme needs: the widths of a brand font."""


@theme.command()
@click.argument("font", type=_FILE)
@click.option("--bold", type=_FILE, help="The bold face, where FONT isn't variable.")
@click.option("--italic", type=_FILE, help="The italic face; FONT where absent.")
@click.option(
    "--bold-italic",
    type=_FILE,
    help="The bold italic face; the bold one where absent.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    default="",
    help="The file to write, instead of printing it.",
)
@on_terminal
def metrics(
    font: str,
    *,
    bold: str | None,
    italic: str | None,
    bold_italic: str | None,
    output: str,
    terminal: Terminal,
) -> int:
    """Write the widths of a font's characters, for `theme: {font: {metrics: FILE}}`.

    FONT is the regular face, as TTF, OTF or WOFF; a variable font gives its bold face too.
    The file holds widths only, none of the font's shapes. Needs the extra `fonts`.
    """
    from pathlib import Path

    import msgspec

    from cjm.reporters.columns import inert
    from cjm.shell import files, fonts

    upright = Path(font), Path(bold or font)
    slanted = Path(italic or font), Path(bold_italic or bold or italic or font)
    faces = [
        fonts.face(path, weight)
        for path, weight in zip((*upright, *slanted), (400, 700, 400, 700), strict=True)
    ]
    found = fonts.document(fonts.table(faces), faces[0].family, faces[0].version)
    text = msgspec.json.format(msgspec.json.encode(found), indent=1).decode() + "\n"
    if not output:
        terminal.result(text)
        return 0
    files.write(output, text)
    terminal.result(f"  {inert(faces[0].family)} {terminal.arrow()} {inert(output)}\n")
    return 0
