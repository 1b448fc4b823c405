"""The program as a whole: help, wrong use, how it ends, schema and completion."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from running import environment, lay, run

import cjm
from cjm.cli.main import COMMANDS, cli

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_help_lists_every_command_in_its_own_words() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert done.stderr == ""
    with cli.make_context("cjm", [], resilient_parsing=True) as context:
        for name, row in COMMANDS.items():
            assert f"{name} " in done.stdout
            command = cli.get_command(context, name)
            assert command is not None
            assert command.get_short_help_str(200) == row.help, "the table repeats the command's first line"


@pytest.mark.parametrize("name", [*COMMANDS, "theme metrics", "templates list", "templates eject"])
def test_help_of_every_command_reads_well(name: str) -> None:
    for option in ("--help", "-h"):
        done = run(*name.split(), option)
        assert done.returncode == 0
        assert done.stdout.startswith(f"Usage: cjm {name}")
        assert max(map(len, done.stdout.splitlines())) <= 80
        # A command of commands leaves the options to those.
        shown = ("--help",) if "\nCommands:" in done.stdout else ("--color", "--quiet", "--verbose", "--help")
        assert all(option in done.stdout for option in shown)


def test_help_imports_no_yaml_no_templates_no_model() -> None:
    heavy = ("ruamel", "jinja2", "msgspec", "rich", "graphviz", "pathspec", "subprocess")
    for words in (["--help"], ["build", "--help"], ["check", "--help"], ["--version"]):
        assert imported(heavy, *words) == "", words


def test_a_command_imports_what_it_needs_for_an_english_journey(tmp_path: Path) -> None:
    never = ("cjm.languages.nl", "statistics", "rich", "pathspec")
    painting = ("jinja2", "graphviz")
    journey = str(EXAMPLES / "hospital-visit.cjm.yaml")
    assert imported((*never, *painting, "cjm.rules"), "check", journey) == ""
    assert imported((*never, *painting), "lint", "--fail-on=never", journey) == ""
    assert imported(never, "build", journey, "-o", str(tmp_path)) == ""


def imported(heavy: Sequence[str], *words: str) -> str:
    """Which of these modules are there when a command has ended."""
    code = (
        "import sys; from cjm.__main__ import main; code = main(sys.argv[2:]);"
        "print('\\n' + ' '.join(sorted(set(sys.argv[1].split()) & set(sys.modules))));"
        "sys.exit(code)"
    )
    program = [sys.executable, "-c", code, " ".join(heavy), *words]
    done = subprocess.run(program, capture_output=True, check=True, env=environment(), text=True)
    return done.stdout.splitlines()[-1]


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"cjm {cjm.__version__}\n")


@pytest.mark.parametrize(
    ("words", "message", "help"),
    [
        (["biuld"], "there is no command 'biuld'", "did you mean `cjm build`?"),
        (["xyzzy"], "there is no command 'xyzzy'", "see `cjm --help`"),
        (["--colour"], "there is no option '--colour'", "did you mean --color?"),
        (["check", "--fromat", "json"], "there is no option '--fromat'", "did you mean --format?"),
        (["check", "--format", "xml"], "invalid value for '--format'", "see `cjm check --help`"),
        (["build", "-f", "svg,gif"], "'gif' is not one of 'svg', 'html'", "see `cjm build --help`"),
        (["build", "--view", "tree"], "'tree' is not one of 'map', 'flow'", "see `cjm build --help`"),
        (["build", "--today", "1 May"], "--today '1 May' is not a date", "write it as 2026-09-01"),
        (["check", "nowhere"], "there is no file or folder 'nowhere'", ""),
        (["check"], "no journey found below .", "NAME.cjm.yaml"),
        (["build", "."], "no journey found below .", "NAME.cjm.yaml"),
        (["check", "-", "x"], "`-` reads standard input and stands alone", ""),
        (["build", "-"], "standard output takes exactly one format", "add -f svg or -f html"),
        (["build", "-", "-f", "svg,html"], "standard output takes exactly one format", ""),
        (["build", "-", "-f", "svg", "--view", "map,flow"], "standard output takes exactly one view", ""),
        (["build", "-", "-f", "svg", "-o", "x"], "`-` writes to standard output", ""),
        (["completion", "tcsh"], "'tcsh' is not one of 'bash', 'zsh', 'fish'", ""),
        (["completion"], "missing argument", "see `cjm completion --help`"),
    ],
)
def test_wrong_use_is_2_and_says_what_to_do(words: list[str], message: str, help: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert done.stdout == ""
    first, *rest = done.stderr.splitlines()
    assert first.startswith("cjm: error: ")
    assert message in first
    assert help in "\n".join(rest)


def test_without_a_command_the_help_comes_on_stderr() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Usage: cjm")


def test_a_wrong_date_in_the_surroundings_is_wrong_use() -> None:
    lay("x.cjm.yaml")
    done = run("build", env={"SOURCE_DATE_EPOCH": "soon"})
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH 'soon'" in done.stderr


def test_a_folder_that_is_gone_is_wrong_use(here: Path) -> None:
    code = (
        "import os, sys; os.mkdir('x'); os.chdir('x'); os.rmdir('../x')\n"
        "from cjm.__main__ import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check"], capture_output=True, text=True, check=False, env=environment()
    )
    assert done.returncode == 2
    assert done.stderr.startswith("cjm: error: ")


def test_interrupted_is_130_and_quiet() -> None:
    command = [sys.executable, "-m", "cjm", "check", "-"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    assert process.stderr is not None
    time.sleep(0.7)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130
    assert b"Traceback" not in process.stderr.read()
    process.communicate()


@pytest.mark.parametrize(
    "error", ["RuntimeError('one\\ntwo')", "RecursionError()", "MemoryError()", "KeyError('k')"]
)
def test_an_internal_error_is_70_and_one_line(error: str) -> None:
    lay("x.cjm.yaml")
    lay(
        "broken.py",
        "import sys\nfrom cjm.shell import finding\n"
        f"def find(*_): raise {error}\n"
        "finding.find = find\nfrom cjm.__main__ import main\nsys.exit(main(sys.argv[1:]))\n",
    )

    done = run("check", program=["broken.py"])
    assert done.returncode == 70
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"cjm: internal error: {error.partition('(')[0]}")
    assert "please report it at https://github.com/cjm-compiler/cjm/issues" in line
    assert line.endswith("(run with --verbose for the trace)")
    for words in (["check", "--verbose"], ["-v", "check"]):
        told = run(*words, program=["broken.py"])
        assert told.returncode == 70
        assert "Traceback" in told.stderr
        assert "--verbose" not in told.stderr.splitlines()[-1]


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").stdout)["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(run("schema", "--settings").stdout)["title"] == "cjm settings"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(shell: str) -> None:
    done = run("completion", shell)
    assert done.returncode == 0
    assert "_CJM_COMPLETE" in done.stdout


def test_a_shell_gets_commands_and_options() -> None:
    def completed(*words: str) -> str:
        asked = {"_CJM_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(["cjm", *words])}
        return run(env={**asked, "COMP_CWORD": str(len(words))}).stdout

    assert completed("bu") == "plain,build\n"
    assert "plain,sarif" in completed("check", "--format", "s")
    assert "plain,html" in completed("build", "-f", "h")
    assert "plain,--engine" in completed("build", "--en")
