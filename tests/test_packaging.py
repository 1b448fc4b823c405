"""What is published works like the checkout: a wheel from the checkout, and one from the sdist."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import copytree
from sysconfig import get_path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
BIN = "Scripts" if os.name == "nt" else "bin"


def run(command: Sequence[str | Path], folder: Path) -> str:
    """Its output, from a folder and with nothing that leads back to the checkout."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "SOURCE_DATE"))}
    # A Python beside whose packages no graphviz-pure lies finds it on the PATH.
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    done = subprocess.run(
        command, cwd=folder, env={**kept, "PATH": path}, text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built(target: str, source: Path, folder: Path) -> Path:
    """The archive that hatchling builds from a source tree, by the hook and all."""
    run([sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder], source)
    [archive] = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def test_a_wheel_holds_the_package_and_its_templates_only(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "cjm",
        wheel.name.rpartition("-py3")[0] + ".dist-info",
    }
    sources = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    compiled = [name for name in names if name.startswith("cjm/_templates/")]
    compiled_ones = sum(name.endswith(".py") for name in compiled)
    assert compiled_ones == sum(path.suffix == ".j2" for path in sources)
    assert len(compiled) == len(sources) + compiled_ones  # the texts too, for `cjm templates eject`
    assert "cjm/py.typed" in names


def test_an_sdist_holds_what_a_wheel_is_built_from(wheel: Path, tmp_path: Path) -> None:
    sdist = built("sdist", ROOT, tmp_path / "sdist")
    run(["tar", "-xzf", sdist], tmp_path)
    again = built("wheel", tmp_path / sdist.name.removesuffix(".tar.gz"), tmp_path / "wheel")
    assert again.read_bytes() == wheel.read_bytes()


def test_an_editable_install_reads_the_templates_themselves(tmp_path: Path) -> None:
    with ZipFile(built("wheel:editable", ROOT, tmp_path)) as archive:
        assert not [name for name in archive.namelist() if "_templates" in name]


def test_an_installed_cjm_draws_the_same_bytes(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    run([sys.executable, "-m", "venv", "--without-pip", home], tmp_path)
    python = home / BIN / "python"
    run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel],
        tmp_path,
    )
    # What it depends on is borrowed, after pip: it must not see this checkout's own cjm.
    packages = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], tmp_path).strip()
    (Path(packages) / "borrowed.pth").write_text(get_path("purelib") + "\n", encoding="utf-8")
    where = run([python, "-c", "import cjm; print(cjm.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(home)

    copytree(ROOT / "examples", tmp_path / "journeys")
    run([home / BIN / "cjm", "build", "journeys", "-o", "installed"], tmp_path)
    run([sys.executable, "-m", "cjm", "build", "journeys", "-o", "checkout"], tmp_path)
    installed, checkout = drawn(tmp_path / "installed"), drawn(tmp_path / "checkout")
    assert installed.keys() == checkout.keys()
    assert [name for name in checkout if installed[name] != checkout[name]] == []


def drawn(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    assert paths
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}
