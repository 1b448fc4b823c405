"""Plays a composite action of GitHub: its `run:` steps for real, by bash, with what GitHub would give them.

Expressions are those that action.yml has: names with dots, strings, `||`, `&&`, `!`, `==`, `!=`.
Steps with `uses:` are only noted, with what they were given.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from played import program
from ruamel.yaml import YAML
from running import environment, lay

ROOT = Path(__file__).parents[2]
ACTION = YAML(typ="safe").load(ROOT / "action.yml")
STEPS = ACTION["runs"]["steps"]
EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_WORD = re.compile(r"'(?:[^']|'')*'|!(?!=)|\|\||&&|cancelled\(\)|[a-z][\w.-]*")
# What `gh` was asked stands in a file, and what it answers comes from another.
GH = """#!/bin/sh
printf '%s\\n' "$@" -- >> "$RUNNER_TEMP/gh.asked"
for word do case $word in body=@*) cp "${word#body=@}" "$RUNNER_TEMP/gh.body" ;; esac; done
case "$*" in *--jq*) cat "$RUNNER_TEMP/gh.found" 2>/dev/null ;; esac
exit "${GH_FAILS:-0}"
"""


class Job:
    """A job on a checkout: `folder/work` is what was checked out, `folder/temp` is the runner's own."""

    def __init__(self, folder: Path, event: dict[str, Any] | None = None, **inputs: str) -> None:
        known = {name: each.get("default", "") for name, each in ACTION["inputs"].items()}
        named = {name.replace("_", "-"): value for name, value in inputs.items()}
        assert named.keys() <= known.keys()
        self.work, self.temp = folder / "work", folder / "temp"
        for each in (self.work, self.temp / "cjm"):
            each.mkdir(parents=True, exist_ok=True)
        self.programs = program(folder / "bin")
        lay(str(self.programs / "gh"), GH)
        lay(str(self.programs / "python"), f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        for each in self.programs.iterdir():
            each.chmod(0o755)
        event_file = folder / "event.json"
        event_file.write_text(json.dumps(event or {}), encoding="utf-8")
        self.contexts: dict[str, Any] = {
            "inputs": known | named,
            "github": {"event": event or {}, "token": "a token"},
            "steps": {},
        }
        self.environment = environment(
            PATH=f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            HOME=str(folder / "home"),
            GITHUB_ACTION_PATH=str(ROOT),
            GITHUB_WORKSPACE=str(self.work),
            GITHUB_REPOSITORY="someone/maps",
            GITHUB_EVENT_PATH=str(event_file),
            GITHUB_STEP_SUMMARY=str(self.temp / "summary.md"),
            GITHUB_PATH=str(self.temp / "path"),
            RUNNER_TEMP=str(self.temp),
            SOURCE_DATE_EPOCH="1793491200",
        )
        self.used: dict[str, dict[str, str]] = {}
        self.said: dict[str, str] = {}
        self.failed: list[str] = []

    def run(self, *, installs: bool = False) -> "Job":
        """Every step in order; without `installs` this checkout's cjm is the one that was installed."""
        for step in STEPS:
            wanted = step.get("if", "true" if not self.failed else "false")
            name = step.get("name") or step["uses"]
            if not self.value(EXPRESSION.sub(r"\1", wanted)):
                continue
            if "uses" in step:
                self.used[step["uses"]] = {key: self.filled(each) for key, each in step["with"].items()}
            elif installs or step.get("id") != "install":
                self.step(name, step)
            else:
                self.contexts["steps"]["install"] = {"outcome": "success"}
        return self

    def step(self, name: str, step: dict[str, Any]) -> None:
        """One `run:`, as a script, in the shell that GitHub starts for `shell: bash`."""
        assert step["shell"] == "bash"
        script, out = self.temp / "step.sh", self.temp / "output"
        script.write_text(step["run"], encoding="utf-8")
        out.write_text("", encoding="utf-8")
        own = {key: self.filled(each) for key, each in step.get("env", {}).items()}
        added = self.temp / "path"
        first = added.read_text(encoding="utf-8").split("\n")[:-1] if added.is_file() else []
        way = os.pathsep.join([*reversed(first), self.environment["PATH"]])
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
            cwd=self.work,
            env={**self.environment, "PATH": way, "GITHUB_OUTPUT": str(out), **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.said[name] = done.stdout.decode()
        assert "Traceback" not in self.said[name], self.said[name]
        lines = out.read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        outcome = "failure" if done.returncode else "success"
        self.contexts["steps"][step.get("id", name)] = {"outcome": outcome, "outputs": outputs}
        if done.returncode:
            self.failed.append(name)

    def filled(self, text: str) -> str:
        """A text with its expressions filled in."""
        return EXPRESSION.sub(lambda found: str(self.value(found[1])), text)

    def value(self, expression: str) -> Any:
        """What an expression gives; a name that leads nowhere is empty."""
        signs = {"!": " not ", "||": " or ", "&&": " and ", "cancelled()": "False"}
        signs |= {"true": "True", "false": "False"}

        def word(found: re.Match[str]) -> str:
            text = found[0]
            return signs.get(text) or (text if text[0] == "'" else f"look({text!r})")

        return eval(_WORD.sub(word, expression).strip(), {"look": self.look})

    def look(self, name: str) -> Any:
        """A name's value in the contexts."""
        at: Any = self.contexts
        for part in name.split("."):
            at = at.get(part, "") if isinstance(at, dict) else ""
        return at

    @property
    def outputs(self) -> dict[str, str]:
        """The outputs of the action."""
        return {name: self.filled(each["value"]) for name, each in ACTION["outputs"].items()}

    @property
    def summary(self) -> str:
        """What stands on the page of the run."""
        file = self.temp / "summary.md"
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def asked(self) -> list[list[str]]:
        """What `gh` was asked, call by call."""
        file = self.temp / "gh.asked"
        words = file.read_text(encoding="utf-8") if file.is_file() else ""
        return [call.splitlines() for call in words.split("--\n") if call]
