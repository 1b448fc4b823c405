"""The programs that are measured, set up below `.cache`; what is there already stays.

`cjm` stands in an environment of its own, from a wheel of this checkout, as pipx and uv
put it on a user's machine.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Failed, surroundings
from tools import set_up

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
MERMAID = "@mermaid-js/mermaid-cli@11"


class Installed(NamedTuple):
    """Paths of programs; None where the machine lacks what they need, and `missing` says what."""

    cjm: Path
    cjm_python: Path
    yardstick: Path
    older_yardstick: Path
    d2: Path
    mkdocs: Path
    wireviz: Path | None
    mermaid: Path | None
    browser: str
    missing: tuple[str, ...]


def install(*, mermaid: bool) -> Installed:
    """Everything there can be; mermaid-cli, which takes half a minute, only where it is wanted."""
    cjm = _environment("bench-cjm")
    _run(cjm / "pip", "install", "--quiet", "--upgrade", ROOT)  # pip builds a folder's wheel anew each time
    tools = _environment("bench-venv", "-r", ROOT / "benchmarks" / "requirements.txt")
    older = _environment("bench-typer-0.28", "typer==0.28.*", "ruamel.yaml", "jinja2")
    # mermaid-cli's users have a whole browser; the tests' own may be one without windows.
    browser = shutil.which("chromium") or set_up.browser() or ""
    missing = []
    if not shutil.which("dot"):
        missing.append("WireViz is skipped: it needs Graphviz's `dot` (Debian: apt install graphviz)")
    if mermaid and not (browser and shutil.which("npm")):
        mermaid = False
        missing.append("mermaid-cli is skipped: it needs npm and Chromium")
    return Installed(
        cjm=cjm / "cjm",
        cjm_python=cjm / "python",
        yardstick=tools / "python",
        older_yardstick=older / "python",
        d2=tools / "d2",
        mkdocs=tools / "mkdocs",
        wireviz=tools / "wireviz" if shutil.which("dot") else None,
        mermaid=_mermaid() if mermaid else None,
        browser=browser,
        missing=tuple(missing),
    )


def _environment(name: str, *wanted: str | Path) -> Path:
    """The `bin` of a virtual environment, filled once for what it is to hold."""
    folder = CACHE / name
    stamp = folder / "filled-with"
    texts = [part.read_text(encoding="utf-8") if isinstance(part, Path) else part for part in wanted]
    contents = "\n".join([sys.version, *texts])
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != contents:
        shutil.rmtree(folder, ignore_errors=True)
        _run(sys.executable, "-m", "venv", folder)
        if wanted:
            _run(folder / "bin" / "pip", "install", "--quiet", *wanted)
        stamp.write_text(contents, encoding="utf-8")
    return folder / "bin"


def _mermaid() -> Path:
    """mermaid-cli from npm, without the browser that it would bring."""
    folder = CACHE / "bench-node"
    program = folder / "node_modules" / ".bin" / "mmdc"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _run("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, MERMAID)
    return program


def _run(*command: str | Path) -> None:
    environment = {**surroundings(), "PUPPETEER_SKIP_DOWNLOAD": "1"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    if done.returncode:
        said = (done.stdout + done.stderr).decode(errors="replace")[-2000:]
        raise Failed(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{said}")
