"""Set up `.venv`: what `make demo`, `make test` and the rest of the Makefile stand on.

In: this checkout. Out: `.venv` with `cjm` installed from the checkout, once; it is made
anew where it is half-made, was moved or has another Python, and filled again where
`pyproject.toml` has changed. With `--dev` what the tests need is in it too, with
`--browser` a Chromium is looked for, and installed where apt can.

    python3 tools/set_up.py [--dev] [--browser]

This file is read by old Pythons too, so that they can say that they are too old.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up"  # who made it, from which pyproject.toml, and with what
OLDEST = (3, 11)

# The first is the same Chromium without a window: the tests take half as long in it.
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
MAC_BROWSERS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# A browser, by either name; a font, without which text is empty boxes; what Playwright's driver is linked to.
APT_BROWSERS = ("chromium-headless-shell", "chromium")
APT_BESIDE = ("fonts-liberation", "libatomic1")


def main() -> int:
    """Everything, in order."""
    parser = argparse.ArgumentParser(description="Set up .venv for this checkout.")
    parser.add_argument("--dev", action="store_true", help="with what the tests and checks need")
    parser.add_argument("--browser", action="store_true", help="see to it that there is a Chromium")
    wanted = parser.parse_args()
    use_new_enough_python()
    if not ready(wanted.dev):
        install(wanted.dev)
    return find_browser() if wanted.browser else 0


def use_new_enough_python() -> None:
    """Go on in a newer Python where this one is too old and there is one."""
    if sys.version_info >= OLDEST:
        return
    newer = (shutil.which(f"python3.{minor}") for minor in range(20, OLDEST[1] - 1, -1))
    found = next((python for python in newer if python and _quietly([python, "--version"])), None)
    here = ".".join(map(str, sys.version_info[:2]))
    if found is None:
        fail(
            f"cjm needs Python 3.11 or newer, and {sys.executable} is {here}",
            "install one (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python),"
            " or name one: make PYTHON=/path/to/python3.12 …",
        )
    say(f"Python {here} is too old: using {found}")
    os.execv(found, [found, *sys.argv])


def ready(dev: bool) -> bool:
    """Whether `.venv` was made for this place and Python, and filled from this pyproject.toml."""
    stamped = _read(STAMP).splitlines()
    return stamped[:2] == [_maker(), _contents()] and (not dev or stamped[2:] == ["dev"]) and _runs()


def install(dev: bool) -> None:
    """Make `.venv` where there is none that works, and fill it."""
    stamped = _read(STAMP).splitlines()
    fits = stamped[0] == _maker() if stamped else _made_by_hand()
    if not fits or not _runs():
        make_venv()
    elif stamped[2:] == ["dev"]:
        dev = True  # what was there stays
    # Until everything is in, only the maker counts.
    STAMP.write_text(_maker() + "\n", encoding="utf-8")
    what = ".[dev]" if dev else "."
    say(f"installing {what} into .venv (a minute or so)")
    command = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, "--editable", what], cwd=ROOT, check=False).returncode:
        fail(f"pip could not install {what}", "see its message above; `make` goes on from here")
    STAMP.write_text("\n".join([_maker(), _contents(), *(["dev"] if dev else [])]) + "\n", encoding="utf-8")


def make_venv() -> None:
    """An empty `.venv`, whatever was there."""
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        fail(
            f"{sys.executable} can't make virtual environments: its ensurepip is missing",
            "Debian, Ubuntu: sudo apt install python3-venv",
        )
    say(f"making .venv with Python {sys.version.split()[0]}")
    shutil.rmtree(VENV, ignore_errors=True)
    # In an activated .venv this very Python is what has just been removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.run([base, "-m", "venv", str(VENV)], check=False).returncode:
        fail("Python could not make .venv", "see its message above")


def find_browser() -> int:
    """Look for a Chromium that Playwright can drive, and install what is missing where that goes unasked."""
    if not _drivable():
        _install_browser()
    if _drivable():
        return 0
    if browser() is None:
        say("there is no Chromium: without one the tests of pages fail")
        say("Debian, Ubuntu: sudo apt install chromium; macOS: brew install --cask chromium (or Chrome)")
    else:
        say("Playwright doesn't start: without it the tests of pages fail")
        say("Debian, Ubuntu: sudo apt install libatomic1; or see .venv/bin/python -m playwright --version")
    return 1 if os.environ.get("CI", "").lower() not in ("", "0", "false") else 0


def _drivable() -> bool:
    return browser() is not None and _quietly([str(_python()), "-m", "playwright", "--version"])


def browser() -> "str | None":
    """The Chromium or Chrome that is here."""
    on_path = (shutil.which(name) for name in BROWSERS)
    return next(filter(None, on_path), None) or next(filter(os.path.exists, MAC_BROWSERS), None)


def _install_browser() -> None:
    sudo = [] if getattr(os, "geteuid", lambda: 1)() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (sudo and not _quietly([*sudo, "true"])):
        return
    say(f"installing {' or '.join(APT_BROWSERS)} with apt-get, for the browser tests")
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3"]
    subprocess.run([*apt, "update"], check=False, stdout=subprocess.DEVNULL)
    for package in APT_BROWSERS:
        install = [*apt, "install", "-y", "--no-install-recommends", package, *APT_BESIDE]
        subprocess.run(install, check=False, stdout=subprocess.DEVNULL)
        if browser():
            break


def _maker() -> str:
    return "{}.{} {}".format(*sys.version_info[:2], ROOT)


def _made_by_hand() -> bool:
    """Whether a `.venv` without a stamp is one of this place; it is somebody's, and stays."""
    return str(VENV) in _read(_python().with_name("activate"))


def _contents() -> str:
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _runs() -> bool:
    return _quietly([str(_python()), "-c", f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"])


def _quietly(command: "list[str]") -> bool:
    try:
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def say(line: str) -> None:
    """One line to whoever runs make."""
    sys.stderr.write(f"set-up: {line}\n")
    sys.stderr.flush()


def fail(what: str, help: str) -> NoReturn:
    """What is wrong and what to do; the end."""
    say(what)
    say(help)
    raise SystemExit(1)


if __name__ == "__main__":
    raise SystemExit(main())
