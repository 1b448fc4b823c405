"""ci/gitlab.yml: GitLab's schema takes it, and its very lines run on a scratch repository.

What stands in the reports is held to their formats in tests/reporters.
"""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from played import ROOT, program
from ruamel.yaml import YAML
from running import GOOD, environment, lay

TEMPLATE = YAML(typ="safe").load(ROOT / "ci" / "gitlab.yml")
JOBS = [name for name in TEMPLATE if name not in ("variables", ".cjm")]
PIP = '#!/bin/sh\necho "$@" >> "$CI_PROJECT_DIR/../pip.asked"\n'
CALLED = "a folder; touch owned $(touch owned)"  # a folder may be called anything
MARKER = "<!-- cjm-diff -->"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A checkout with one journey, in a folder with a name of its own."""
    for name, text in {"pip": PIP, "python": f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'}.items():
        lay(str(program(tmp_path / "bin") / name), text)
        (tmp_path / "bin" / name).chmod(0o755)
    lay(str(tmp_path / "work" / CALLED / "x.cjm.yaml"), f"status: draft\n{GOOD}")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        me = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *me, *words], cwd=tmp_path / "work", check=True)
    return tmp_path / "work"


def done(
    work: Path, name: str, last: int | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """A job, by the shell that a runner starts: the lines one after the other, until one fails."""
    lines = [*TEMPLATE[".cjm"]["before_script"], *TEMPLATE[name]["script"][last or 0 :]]
    env = environment(
        **{**TEMPLATE["variables"], "CJM_FOLDER": CALLED, "CI_PROJECT_DIR": str(work), **variables}
    )
    env["PATH"] = f"{work.parent / 'bin'}{os.pathsep}{env['PATH']}"
    found = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=work,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not (work / "owned").exists()
    return found


def test_gitlab_takes_the_template() -> None:
    command = ["check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    found = subprocess.run(
        [sys.executable, "-m", *command, "ci/gitlab.yml"], cwd=ROOT, capture_output=True, check=False
    )
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("name", [each for each in JOBS if each != "cjm-diff"])
def test_a_job_leaves_what_it_promises(name: str, work: Path) -> None:
    found = done(work, name)
    assert found.returncode == 0, found.stderr
    assert (work.parent / "pip.asked").read_text(encoding="utf-8") == "install --quiet cjm-compiler\n"
    artifacts = TEMPLATE[name]["artifacts"]
    promised = [*artifacts.get("paths", []), *artifacts.get("reports", {}).values()]
    assert promised
    assert [each for each in promised if not (work / each).exists()] == []


def test_a_merge_request_has_the_reports_of_its_own_pipeline() -> None:
    for name in ("cjm-lint", "cjm-maps", "cjm-diff"):
        first, *_ = TEMPLATE[name].get("rules", TEMPLATE[".cjm"]["rules"])
        assert first == {"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}, name


def test_findings_name_files_as_gitlab_does(work: Path) -> None:
    done(work, "cjm-lint")
    issues = json.loads((work / "cjm-quality.json").read_text(encoding="utf-8"))
    assert {each["location"]["path"] for each in issues} == {f"{CALLED}/x.cjm.yaml"}


def test_what_is_shown_lies_where_gitlab_looks() -> None:
    for name in JOBS:
        artifacts = TEMPLATE[name]["artifacts"]
        if "expose_as" in artifacts:
            assert re.fullmatch(r"[\w -]+", artifacts["expose_as"])
            assert all("$" not in path and "*" not in path for path in artifacts["paths"])


def test_a_merge_request_is_compared(work: Path) -> None:
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=work, capture_output=True, text=True, check=True)
    subprocess.run(["git", "remote", "add", "origin", f"file://{work}"], cwd=work, check=True)
    lay(str(work / CALLED / "x.cjm.yaml"), GOOD.replace("Sales", "Service"))
    found = done(work, "cjm-diff", CI_MERGE_REQUEST_DIFF_BASE_SHA=head.stdout.strip())
    assert found.returncode == 0, found.stderr
    assert "Service" in (work / "cjm-diff.md").read_text(encoding="utf-8")


class Gitlab(BaseHTTPRequestHandler):
    """As much of GitLab's API as the note needs."""

    notes: list[dict[str, Any]]
    asked: list[tuple[str, str]]

    def answer(self, method: str) -> None:
        """Note what was asked, and keep notes as GitLab does."""
        assert self.headers["PRIVATE-TOKEN"] == "a token"
        self.asked.append((method, self.path))
        data = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "{}")
        given: Any = {"id": 5}
        if method == "POST":
            self.notes.append({"id": len(self.notes), "author": {"id": 5}, "body": data["body"]})
        elif method == "PUT":
            self.notes[int(self.path.rpartition("/")[2])]["body"] = data["body"]
        elif "/notes" in self.path:
            given = self.notes
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(given).encode())

    def do_GET(self) -> None:
        """Reading."""
        self.answer("GET")

    def do_POST(self) -> None:
        """A new note."""
        self.answer("POST")

    def do_PUT(self) -> None:
        """A note written anew."""
        self.answer("PUT")

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def gitlab() -> Iterator[str]:
    """The address of an API with one note of somebody else, who copied the marker."""
    Gitlab.notes = [{"id": 0, "author": {"id": 9}, "body": f"{MARKER} not mine"}]
    Gitlab.asked = []
    server = HTTPServer(("127.0.0.1", 0), Gitlab)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/api/v4"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_note_is_written_once_and_then_anew(work: Path, gitlab: str) -> None:
    about = {
        "CI_API_V4_URL": gitlab,
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
        "CJM_TOKEN": "a token",
    }
    for text in ("first", f"{MARKER}\nsecond"):
        lay(str(work / "cjm-diff.md"), text)
        found = done(work, "cjm-diff", last=-2, **about)
        assert found.returncode == 0, found.stderr
    mine = f"{MARKER}\n\nsecond"
    assert [each["body"] for each in Gitlab.notes] == [f"{MARKER} not mine", mine]
    assert {path.partition("?")[0] for _, path in Gitlab.asked} == {
        "/api/v4/user",
        "/api/v4/projects/3/merge_requests/7/notes",
        "/api/v4/projects/3/merge_requests/7/notes/1",
    }


def test_without_a_token_there_is_no_note(work: Path) -> None:
    lay(str(work / "cjm-diff.md"), "x")
    assert done(work, "cjm-diff", last=-2).returncode == 0
