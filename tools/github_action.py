"""The steps of action.yml, by name: `python tools/github_action.py lint`.

In: the inputs, as variables of the environment that action.yml sets, and GitHub's own. Out:
what `cjm` says, outputs of the step, the job's summary, a comment. Every command is a list
of words that no shell reads, so that an input can't become one. Needs Python and, for the
comment, `gh`, which GitHub's machines have.
"""

import html
import json
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

MARKER = "<!-- cjm-diff -->"  # by which the comment is found again
COMMENTS = f'.[] | select(.user.type == "Bot" and (.body | startswith("{MARKER}"))) | .id'
DISTRIBUTION = "cjm-compiler"
ROOM = 700_000  # characters of the summary; GitHub refuses one of more than a MiB
JOURNEYS = 20  # that the summary draws: nobody scrolls through more


def install() -> int:
    """A virtual environment with cjm in it, for this step and those after it."""
    version, extras = given("VERSION"), given("EXTRAS")
    for name, value in (("version", version), ("extras", extras)):
        if not re.fullmatch(r"[\w.,!+ -]*", value):
            return told("error", f"the input '{name}' isn't one: {value!r}", 2)
    what = f"{DISTRIBUTION}=={version}" if version else given("GITHUB_ACTION_PATH")
    if extras:
        name, _, rest = what.partition("==")
        what = f"{name}[{extras}]" + (f"=={rest}" if version else "")
    # Isolated: a file pip.py in somebody's repository isn't pip.
    python = [sys.executable, "-I", "-m"]
    if code := run([*python, "venv", str(temporary("venv"))]):
        return code
    programs = temporary("venv") / "bin"
    add("GITHUB_PATH", f"{programs}\n")
    pip = [str(programs / "python"), "-I", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return run([*pip, "--", what])


def lint() -> int:
    """Annotations in the log, and the reports that later steps take up; fails as `cjm lint` does."""
    reports = {name: temporary(f"findings.{name}") for name in ("json", "markdown", "sarif")}
    formats = [f"--format={name}:{path}" for name, path in reports.items()]
    # From the checkout's root, as annotations and SARIF name files from there.
    code = run(["cjm", "lint", "--format=github", *formats, "--", *paths(below=given("FOLDER") or ".")])
    if reports["json"].is_file():
        found = json.loads(reports["json"].read_text(encoding="utf-8"))["diagnostics"]
        counts = {"errors": "error", "warnings": "warning", "notes": "info"}
        for name, severity in counts.items():
            output(name, sum(each["severity"] == severity for each in found))
        output("sarif", reports["sarif"])
    return code


def build() -> int:
    """The maps; where maps are committed they must be up to date as well."""
    folder = Path(given("FOLDER") or ".")
    settings = printed(["cjm", "config", "--format=json"], folder)
    if settings is None:
        return run(["cjm", "config"], folder)
    config = json.loads(settings)
    [setting] = [each for each in config["settings"] if each["name"] == "output"]
    asked = setting["from"] == "CJM_OUTPUT"  # that is seen from here, and a setting from its cjm.yaml
    drawn = folder / ("." if asked else config["root"]) / setting["value"]
    command = ["cjm", "build", "--quiet", "--fail-on=never"]
    checked = 0
    if printed(["git", "ls-files", "--error-unmatch", "--", "manifest.json"], drawn) is not None:
        checked = quoted([*command, "--check", "--", *paths()], folder)
    code = quoted([*command, "--", *paths()], folder)
    if (drawn / "manifest.json").is_file():
        manifest = json.loads((drawn / "manifest.json").read_text(encoding="utf-8"))
        output("journeys", len(manifest["journeys"]))
        output("folder", drawn.resolve())
    return checked or code


def diff() -> int:
    """What changed in meaning since `base`, as Markdown; nothing where there is no revision before."""
    base, folder = given("BASE"), Path(given("FOLDER") or ".")
    if not base.strip("0"):
        return 0
    if not re.fullmatch(r"\w[\w./@^~{}-]*", base):
        return told("error", f"the input 'base' isn't a revision: {base!r}", 2)
    if printed(["git", "cat-file", "-e", f"{base}^{{commit}}"], folder) is None:
        # A checkout has one commit only, and no branch but its own.
        fetched = run(["git", "fetch", "--quiet", "--no-tags", "--depth=1", "origin", base], folder)
        base = base if fetched else "FETCH_HEAD"
    file = temporary("changes.md")
    code = quoted(["cjm", "diff", "--format=markdown", f"--output={file}", "--exit-code", base], folder)
    if code > 1 or not file.is_file():
        return told("warning", "the journeys couldn't be compared with those of before", 0)
    output("changed", "true" if code else "false")
    return 0


def summary() -> int:
    """What the journeys have and lack, their curves, their gaps and their changes, on the page of the run."""
    folder = Path(given("FOLDER") or ".")
    room = ROOM
    for part in (*_figures(folder), *_curves(folder)):
        room -= len(part)
        if room > 0:
            add("GITHUB_STEP_SUMMARY", part)
    return 0


def _figures(folder: Path) -> Iterator[str]:
    yield "## Customer journeys\n\n"
    yield printed(["cjm", "stats", "--format=markdown", "--", *paths()], folder) or ""
    for title, name in (("Changes", "changes.md"), ("Gaps", "findings.markdown")):
        if temporary(name).is_file():
            text = temporary(name).read_text(encoding="utf-8")
            yield f"\n### {title}\n\n{text.removeprefix(MARKER)}\n"


def _curves(folder: Path) -> Iterator[str]:
    drawn = temporary("text")
    own = {"CJM_OUTPUT": str(drawn), "CJM_FORMATS": "txt", "CJM_VIEWS": ""}
    printed(["cjm", "build", "--quiet", "--fail-on=never", "--no-portfolio", "--", *paths()], folder, own)
    files = sorted(drawn.rglob("*.txt"))
    if files:
        yield "\n### Maps\n"
    for file in files[:JOURNEYS]:
        name = html.escape(file.relative_to(drawn).with_suffix("").as_posix())
        text = file.read_text(encoding="utf-8")
        # Longer than any within: what an author wrote stays in its block.
        fence = "`" * max([3, *(len(ticks) + 1 for ticks in re.findall("`+", text))])
        yield f"\n<details><summary>{name}</summary>\n\n{fence}text\n{text}\n{fence}\n\n</details>\n"
    if len(files) > JOURNEYS:
        yield f"\nand {len(files) - JOURNEYS} more, among the maps\n"


def comment() -> int:
    """One comment on the pull request, written anew at each run; a token that may not is told of."""
    number, where = given("PULL_REQUEST"), f"repos/{given('GITHUB_REPOSITORY')}/issues"
    file = temporary("changes.md")
    if not number.isdecimal() or not file.is_file():
        return 0
    text = file.read_text(encoding="utf-8")
    if not text.startswith(MARKER):
        file.write_text(f"{MARKER}\n{text}", encoding="utf-8")
    found = printed(["gh", "api", "--paginate", f"{where}/{number}/comments", "--jq", COMMENTS])
    before = (found or "").split()
    if not before and given("CHANGED") != "true":
        return 0  # nothing changed, and nobody was told of a change
    say = ["gh", "api", "--silent", "--field", f"body=@{file}", "--method"]
    at = ["PATCH", f"{where}/comments/{before[0]}"] if before else ["POST", f"{where}/{number}/comments"]
    if found is None or run([*say, *at]):
        told("warning", "no comment: it needs `pull-requests: write`, which runs for forks don't have", 0)
    return 0


def given(name: str) -> str:
    """A variable of the environment, or nothing."""
    return os.environ.get(name, "")


def paths(below: str = "") -> list[str]:
    """The input `paths`, one a line, as seen from below that folder; without any, the folder itself."""
    named = [line.strip() for line in given("PATHS").splitlines() if line.strip()]
    if not below:
        return named
    return [os.path.normpath(Path(below, each)) for each in named or ["."]]


def temporary(name: str) -> Path:
    """A path among those that only this job sees."""
    folder = Path(os.environ["RUNNER_TEMP"]) / "cjm"
    folder.mkdir(exist_ok=True)
    return folder / name


def add(variable: str, text: str) -> None:
    """Append to the file that GitHub names in a variable."""
    with open(os.environ[variable], "a", encoding="utf-8") as file:
        file.write(text)


def output(name: str, value: object) -> None:
    """An output of the step; a value of several lines would be several outputs."""
    add("GITHUB_OUTPUT", f"{name}={' '.join(str(value).splitlines())}\n")


def told(kind: str, message: str, code: int) -> int:
    """The exit code, after a message that GitHub shows on top of the run."""
    print(f"::{kind}::{message.replace('%', '%25')}", flush=True)
    return code


def run(command: list[str], folder: Path | None = None) -> int:
    """A command's exit code; what it says goes into the log."""
    sys.stdout.flush()
    try:
        return subprocess.run(command, cwd=folder, check=False).returncode
    except OSError as error:
        return told("error", f"{command[0]}: {error.strerror}", 127)


def quoted(command: list[str], folder: Path) -> int:
    """As `run`, with a log in which GitHub looks for no commands: lines of journeys are quoted there."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}", flush=True)
    try:
        return run(command, folder)
    finally:
        print(f"::{token}::", flush=True)


def printed(command: list[str], folder: Path | None = None, more: dict[str, str] | None = None) -> str | None:
    """What a command prints, or nothing where it fails."""
    try:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, **(more or {})}, capture_output=True, check=False
        )
    except OSError:
        return None
    return None if done.returncode else done.stdout.decode("utf-8", "replace")


STEPS = {each.__name__: each for each in (install, lint, build, diff, summary, comment)}

if __name__ == "__main__":
    sys.exit(STEPS[sys.argv[1]]())
