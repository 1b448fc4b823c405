"""Every drawing goes through what else reads SVG: a strict parser, and resvg without a word of complaint."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cjm import offered

ROOT = Path(__file__).parents[2]

# resvg tells its warnings to the process's own output. It knows no media queries, and that is
# as it should be: what it paints is light.
KNOWN = "Warning (in simplecss): The @media rule is not supported. Skipped."

RASTERISE = """\
import sys, resvg_py
from pathlib import Path
from cjm.shell.pictures import _arimo
for name in sys.argv[1:]:
    text = Path(name).read_text(encoding="utf-8")
    resvg_py.svg_to_bytes(svg_string=text, zoom=0.25, skip_system_fonts=True, font_files=_arimo(),
                          font_family="Arimo", log_information=True)
"""


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Each view of each example."""
    folder = tmp_path_factory.mktemp("drawings")
    command = [sys.executable, "-m", "cjm", "build", "examples", "-q", "-f", "svg"]
    command += ["--view", ",".join(offered.VIEWS), "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(folder.rglob("*.svg"))


def test_every_drawing_is_painted_by_resvg_without_a_warning(drawings: list[Path]) -> None:
    assert len(drawings) > 40
    command = [sys.executable, "-c", RASTERISE, *map(str, drawings)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = {re.sub(r":\d+\)", ")", line) for line in done.stdout.splitlines()}
    assert (done.returncode, said - {KNOWN}, done.stderr) == (0, set(), "")


def test_every_drawing_is_well_formed(drawings: list[Path]) -> None:
    for drawing in drawings:
        root = ElementTree.parse(drawing).getroot()
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len(set(ids)), drawing.name
    if lint := shutil.which("xmllint"):
        done = subprocess.run(
            [lint, "--noout", "--nonet", *map(str, drawings)], capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
