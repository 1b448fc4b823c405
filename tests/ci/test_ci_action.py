"""action.yml does on a scratch repository what it promises, with inputs of any kind."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from actions import ACTION, ROOT, STEPS, Job
from running import BAD, GOOD, lay

EXAMPLE = ROOT / "examples" / "shopping-day" / "shopping-day.cjm.yaml"
PULL = {"pull_request": {"number": 7, "base": {"sha": "HEAD"}}}
HOSTILE = '"; touch owned; "$(touch owned)`touch owned`\ntouch owned\n--output=owned % \x1b[31m'
USED_IN_COMMANDS = set(re.findall(r"inputs\.([\w-]+)", json.dumps([step for step in STEPS if "run" in step])))
FINE = GOOD.replace("phases:", "status: draft\nphases:")
CALLED = re.compile(r'python "\$GITHUB_ACTION_PATH/tools/github_action.py" [a-z]+')


def job(folder: Path, event: dict[str, object] | None = None, text: str = FINE, **inputs: str) -> Job:
    """A job on a repository with one journey, committed."""
    found = Job(folder, event, **inputs)
    lay(str(found.work / "maps" / "x.cjm.yaml"), text)
    git(found.work, "init", "-q")
    commit(found.work)
    return found


def git(folder: Path, *words: str) -> str:
    """What git says."""
    me = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", *me, *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def commit(folder: Path) -> None:
    """Everything that is there."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "as it is", "--allow-empty")


def test_github_takes_the_action() -> None:
    command = ["check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"]
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_input_is_part_of_a_command() -> None:
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert len(scripts) > 5
    assert [each for each in scripts if "${{" in each] == []
    assert [each for each in scripts if not CALLED.fullmatch(each)] == []


def test_every_input_is_used_and_explained() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(STEPS)))
    assert used == set(ACTION["inputs"])
    guide = (ROOT / "docs" / "guides" / "ci.md").read_text(encoding="utf-8")
    for name, each in (ACTION["inputs"] | ACTION["outputs"]).items():
        assert f"| `{name}` | {each['description']} |\n" in guide


def test_other_actions_are_githubs_own_and_held_to_a_major_version() -> None:
    used = [step["uses"] for step in STEPS if "uses" in step]
    assert [each for each in used if not re.fullmatch(r"(actions|github)/[\w/-]+@v\d+", each)] == []


def test_gaps_are_told_drawn_and_kept(tmp_path: Path) -> None:
    done = job(tmp_path).run()
    assert done.failed == []
    assert "::notice file=maps/x.cjm.yaml,line=" in done.said["Find errors and gaps"]
    outputs = done.outputs
    assert (outputs["errors"], outputs["journeys"]) == ("0", "1")
    assert int(outputs["notes"]) > 3
    assert outputs["folder"] == str(done.work / "build")
    assert (done.work / "build" / "maps" / "x.svg").is_file()
    kept = {"name": "maps", "path": outputs["folder"]}
    assert done.used["actions/upload-artifact@v4"] == kept
    assert "github/codeql-action/upload-sarif@v3" not in done.used
    assert done.asked() == []


def test_the_summary_has_the_figures_the_gaps_and_the_curve(tmp_path: Path) -> None:
    done = job(tmp_path, text=EXAMPLE.read_text(encoding="utf-8")).run()
    assert "| Een dagje shoppen | 80% (4 of 5) |" in done.summary
    assert "phase 'Zelf oplossen' has no responsible department" in done.summary
    assert "<summary>maps/x</summary>" in done.summary
    assert re.search(r"^Emotie +\+2 +[⠀-⣿]", done.summary, re.MULTILINE)


def test_errors_fail_and_the_rest_is_done_all_the_same(tmp_path: Path) -> None:
    found = job(tmp_path)
    lay(str(found.work / "maps" / "y.cjm.yaml"), BAD)
    found.run()
    assert found.failed == ["Find errors and gaps", "Draw the maps"]
    assert "::error file=maps/y.cjm.yaml,line=2" in found.said["Find errors and gaps"]
    assert (found.outputs["errors"], found.outputs["journeys"]) == ("1", "1")
    assert (found.work / "build" / "maps" / "x.svg").is_file()
    assert "unknown-key" in found.summary


def test_inputs_do_what_they_say(tmp_path: Path) -> None:
    found = Job(
        tmp_path,
        working_directory="a folder",
        paths="one\n two.cjm.yaml \n",
        fail_on="info",
        formats="svg,md",
        views="flow",
        theme="mono",
        output="drawn",
        artifact="",
        sarif="true",
    )
    for name in ("one/x", "two", "three"):
        lay(str(found.work / "a folder" / f"{name}.cjm.yaml"), FINE)
    lay(str(found.work / "a folder" / "cjm.yaml"), "output: elsewhere\n")
    found.run()
    assert found.failed == ["Find errors and gaps"]  # notes, which fail here
    assert "file=a folder/one/x.cjm.yaml,line=" in found.said["Find errors and gaps"]
    assert "three" not in found.said["Find errors and gaps"]
    drawn = found.work / "a folder" / "drawn"
    assert found.outputs["folder"] == str(drawn)
    files = {str(path.relative_to(drawn)) for path in drawn.rglob("*") if path.is_file()}
    assert {"one/x.flow.svg", "one/x.md", "two.flow.svg"} <= files
    assert "actions/upload-artifact@v4" not in found.used
    sarif = json.loads(Path(found.used["github/codeql-action/upload-sarif@v3"]["sarif_file"]).read_bytes())
    [uri, *_] = [
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in sarif["runs"][0]["results"]
    ]
    assert uri == "a%20folder/one/x.cjm.yaml"


@pytest.mark.parametrize("name", [name for name in ACTION["inputs"] if name in USED_IN_COMMANDS])
def test_an_input_is_text_whatever_it_says(name: str, tmp_path: Path) -> None:
    found = job(tmp_path, PULL, **{name.replace("-", "_"): HOSTILE})
    lay(str(found.temp / "cjm" / "changes.md"), "one change\n")
    found.contexts["steps"]["diff"] = {"outputs": {"changed": "true"}}
    for step in STEPS:
        if "run" in step and f"inputs.{name}" in json.dumps(step):
            found.step(step["name"], step)
            assert "command not found" not in found.said[step["name"]]
    assert found.said
    assert list(tmp_path.rglob("owned*")) == []
    if name in ("version", "extras", "base"):
        assert next(iter(found.said.values())).startswith(f"::error::the input '{name}' isn't")


@pytest.mark.parametrize("name", ["paths", "base"])
def test_an_input_is_no_option(name: str, tmp_path: Path) -> None:
    found = job(tmp_path, PULL, **{name: "--output=owned"}).run()
    assert found.failed
    assert not (found.work / "owned").exists()


def test_committed_maps_must_be_up_to_date(tmp_path: Path) -> None:
    found = job(tmp_path, output="drawn")
    subprocess.run(
        [found.programs / "cjm", "build", "-q", "-o", "drawn"],
        cwd=found.work,
        env=found.environment,
        check=True,
    )
    commit(found.work)
    assert found.run().failed == []
    lay(str(found.work / "maps" / "x.cjm.yaml"), FINE.replace("[A, B]", "[A, C]"))
    assert found.run().failed == ["Draw the maps"]
    assert "maps/x.svg" in found.said["Draw the maps"]


def test_what_a_journey_says_is_no_command_to_github(tmp_path: Path) -> None:
    text = (
        'journey: "##[add-mask]a ::error::b ``` <b>"\n"::set-output": 1\nphases: [{name: "::warning::x"}]\n'
    )
    found = job(tmp_path, text=text).run()
    for line in found.said["Find errors and gaps"].splitlines():
        assert "##[" not in line
        assert re.match(r"::(error|warning|notice) file=maps/x.cjm.yaml,|\d+ errors?", line), line
    first, *_, last = found.said["Draw the maps"].splitlines()
    assert re.fullmatch(r"::stop-commands::\w{32}", first)
    assert last == f"::{first[17:]}::"


def test_a_map_in_the_summary_cannot_leave_its_block(tmp_path: Path) -> None:
    text = GOOD.replace("journey: X", 'journey: "```` </details> <b>x</b>"')
    summary = job(tmp_path, text=text).run().summary
    assert "\n`````text\n```` </details> <b>x</b>\n" in summary
    assert "<b>" not in summary.replace("```` </details> <b>x</b>\n", "")


def test_the_comment_is_written_once_and_then_anew(tmp_path: Path) -> None:
    found = job(tmp_path, PULL)
    changes = found.temp / "cjm" / "changes.md"
    [step] = [each for each in STEPS if each.get("name") == "Comment on the pull request"]
    found.contexts["steps"]["diff"] = {"outputs": {"changed": "true"}}
    lay(str(changes), "One touchpoint moved\n")
    found.step("first", step)
    list_them, post = found.asked()
    assert list_them[:3] == ["api", "--paginate", "repos/someone/maps/issues/7/comments"]
    assert post[-2:] == ["POST", "repos/someone/maps/issues/7/comments"]
    said = (found.temp / "gh.body").read_text(encoding="utf-8")
    assert said == "<!-- cjm-diff -->\nOne touchpoint moved\n"
    lay(str(found.temp / "gh.found"), "4711\n4712\n")
    found.contexts["steps"]["diff"] = {"outputs": {"changed": "false"}}
    found.step("second", step)
    assert found.asked()[-1][-2:] == ["PATCH", "repos/someone/maps/issues/comments/4711"]
    assert found.failed == []


def test_nobody_is_told_that_nothing_changed_and_a_fork_fails_nothing(tmp_path: Path) -> None:
    found = job(tmp_path, PULL)
    [step] = [each for each in STEPS if each.get("name") == "Comment on the pull request"]
    lay(str(found.temp / "cjm" / "changes.md"), "no change in meaning\n")
    found.contexts["steps"]["diff"] = {"outputs": {"changed": "false"}}
    found.step("same", step)
    assert len(found.asked()) == 1
    found.contexts["steps"]["diff"] = {"outputs": {"changed": "true"}}
    found.environment["GH_FAILS"] = "1"
    found.step("a fork", step)
    assert "::warning::no comment: it needs `pull-requests: write`" in found.said["a fork"]
    assert found.failed == []


def test_a_pull_request_is_told_what_it_changes(tmp_path: Path) -> None:
    found = job(tmp_path)
    before = git(found.work, "rev-parse", "HEAD").strip()
    git(tmp_path, "clone", "-q", "--bare", str(found.work), "origin")
    lay(str(found.work / "maps" / "x.cjm.yaml"), FINE.replace("owner: Sales", "owner: Service"))
    commit(found.work)
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{found.work}", "shallow")
    shutil.rmtree(found.work)
    (tmp_path / "shallow").rename(found.work)
    git(found.work, "remote", "set-url", "origin", f"file://{tmp_path}/origin")
    found.contexts["github"]["event"] = {"pull_request": {"number": 7, "base": {"sha": before}}}
    found.run()
    assert found.failed == []
    assert found.outputs["changed"] == "true"
    assert "Service" in found.summary
    assert found.asked()[-1][-2:] == ["POST", "repos/someone/maps/issues/7/comments"]
    assert "Service" in (found.temp / "gh.body").read_text(encoding="utf-8")


def test_a_branch_to_compare_with_is_fetched_and_what_a_journey_says_stays_quoted(tmp_path: Path) -> None:
    found = job(
        tmp_path, text=FINE.replace("owner: Sales", 'owner: Sales\n    "##[error]x": 1'), base="stable"
    )
    [step] = [each for each in STEPS if each.get("id") == "diff"]
    git(found.work, "branch", "-M", "stable")
    git(tmp_path, "clone", "-q", "--bare", str(found.work), "origin")
    git(found.work, "checkout", "-q", "-b", "topic")
    git(found.work, "branch", "-D", "stable")
    git(found.work, "remote", "add", "origin", f"file://{tmp_path}/origin")
    lay(str(found.work / "maps" / "x.cjm.yaml"), FINE)
    found.step("diff", step)
    assert found.contexts["steps"]["diff"]["outputs"] == {"changed": "true"}
    first, *said, last = found.said["diff"].splitlines()
    assert re.fullmatch(r"::stop-commands::\w{32}", first)
    assert any("##[error]x" in line for line in said)
    assert last == f"::{first[17:]}::"


@pytest.mark.soak
def test_it_installs_from_its_own_checkout(tmp_path: Path) -> None:
    found = job(tmp_path)
    (found.programs / "cjm").unlink()
    found.environment = {key: each for key, each in found.environment.items() if key != "PYTHONPATH"}
    lay(str(found.work / "pip.py"), "raise SystemExit('not pip')\n")
    found.run(installs=True)
    assert (found.temp / "path").read_text(encoding="utf-8") == f"{found.temp}/cjm/venv/bin\n"
    assert (found.failed, found.outputs["journeys"]) == ([], "1")
