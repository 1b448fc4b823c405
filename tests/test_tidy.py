"""Rules of style that matter, each with its reason, over every file of the checkout."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LANGUAGES = Path("cjm/languages")
CLOCKS = {"time", "time_ns", "perf_counter", "perf_counter_ns", "monotonic", "process_time", "thread_time"}
# Built, fetched or cached: not part of the project where no git says so.
NOT_OURS = {"build", "dist", "site", "node_modules", "__pycache__"}


@cache
def files() -> tuple[Path, ...]:
    """What the project consists of: as git tells it, new files too, or else the tree."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        listed = [Path(name) for name in done.stdout.decode().split("\0") if name]
    except OSError:
        listed = []
    if Path("pyproject.toml") not in listed:  # no checkout, or somebody else's
        tree = (path.relative_to(ROOT) for path in ROOT.rglob("*"))
        listed = [path for path in tree if not any(part in NOT_OURS or part[0] == "." for part in path.parts)]
    return tuple(sorted(path for path in listed if (ROOT / path).is_file()))


def python(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """The Python files below some folders, parsed."""
    for path in files():
        if path.suffix == ".py" and path.parts[0] in folders:
            yield path, parsed(path)


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))


def refuse(found: Iterable[str], reason: str) -> None:
    """Fail with the reason, and where."""
    listed = list(found)
    assert not listed, "\n".join([reason, *listed])


def below(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    """The modules of `cjm` but for those of some rooms."""
    for path, tree in python("cjm"):
        if path.parts[1].removesuffix(".py") not in rooms:
            yield path, tree


@cache
def called(tree: ast.AST) -> tuple[tuple[int, str], ...]:
    """The line and the dotted name of everything that is called."""
    return tuple((node.lineno, dotted(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call))


def dotted(node: ast.AST) -> str:
    """A name as written; what is no name in it is left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def test_modules_are_small() -> None:
    sizes = (
        (path, len((ROOT / path).read_text(encoding="utf-8").splitlines()))
        for path, _ in python("cjm", "tools", "hatch_build.py")
        if path.parent != LANGUAGES or len(path.stem) > 3  # a language is one table in one file
    )
    refuse(
        (f"{path}: {size} lines" for path, size in sizes if size > 300),
        "A module of more than 300 lines hides a second concept: give that one its own module.",
    )


def test_functions_are_small() -> None:
    refuse(
        (
            f"{path}:{node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
            for path, tree in python("cjm", "tools", "tests", "benchmarks", "hatch_build.py")
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 70
        ),
        "A function of more than 70 lines can't be read at a glance: name its parts.",
    )


def undocumented(tree: ast.Module | ast.ClassDef, within: str) -> Iterator[str]:
    """What is public below a node and says nothing about itself."""
    if not ast.get_docstring(tree):
        yield within
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        name = f"{within}:{node.lineno}: {node.name}"
        if isinstance(node, ast.ClassDef):
            yield from undocumented(node, name)
        elif not ast.get_docstring(node) and "overload" not in map(ast.unparse, node.decorator_list):
            yield name


def test_what_is_public_says_what_it_is() -> None:
    refuse(
        (name for path, tree in python("cjm", "tools") for name in undocumented(tree, str(path))),
        "The first line of a docstring says what a thing is or returns; without it everyone reads the body.",
    )


def test_no_module_is_a_drawer() -> None:
    drawers = {"util", "utils", "helper", "helpers", "common", "core", "misc"}
    refuse(
        (str(path) for path, _ in python("cjm") if drawers & {path.stem, *path.parts}),
        "A helper belongs to the stage that needs it, or it is a concept with a name of its own.",
    )


def test_only_the_command_line_prints() -> None:
    refuse(
        (f"{path}:{line}" for path, tree in below("cli") for line, name in called(tree) if name == "print"),
        "What is printed goes through cli/terminal.py, which knows colour, width, encoding and closed pipes.",
    )


def test_nothing_below_shell_touches_the_world() -> None:
    touching = {
        "open",
        "input",
        "exec",
        "eval",
        "os.getcwd",
        "os.getenv",
        "os.listdir",
        "os.stat",
        "Path.cwd",
    }
    reading = (".read_text", ".write_text", ".read_bytes", ".write_bytes", ".is_file", ".exists", ".mkdir")
    # Files of their own: the templates, and the patterns within pyphen.
    own = {Path("cjm/templating.py"), Path("cjm/layout/hyphenation.py")}
    refuse(
        (
            f"{path}:{line}: {name}"
            for path, tree in below("__main__", "cli", "builds", "lsp", "server", "shell")
            for line, name in called(tree)
            if path not in own and (name in touching or name.endswith(reading))
        ),
        "Below shell everything is pure: what touches the world is passed in, so that tests need no patches.",
    )


def test_the_same_input_gives_the_same_bytes() -> None:
    chance = re.compile(
        rf"(time\.({'|'.join(CLOCKS)}|localtime|gmtime|strftime)|(datetime|date)\.(now|today|utcnow)"
        r"|(random|secrets|uuid)\.\w+|uuid\d|os\.urandom)$"
    )
    refuse(
        (
            f"{path}:{line}: {name}"
            for path, tree in below("__main__", "cli", "builds", "lsp", "server", "shell")
            for line, name in called(tree)
            if chance.search(name)
        ),
        "No clock and no chance in what is drawn; today's date is an argument.",
    )


def imported(tree: ast.AST) -> Iterator[tuple[int, str, bool]]:
    """The line and the package of every import, and whether it runs when the module does."""
    late = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test))
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0], node not in late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module.partition(".")[0], node not in late


def test_what_is_slow_to_import_is_imported_late() -> None:
    places: dict[str, str | tuple[str, ...]] = {
        "rich": "cjm/cli/",
        "jinja2": ("cjm/templating.py", "cjm/sandbox.py"),
        "fontTools": ("cjm/shell/fonts.py", "cjm/shell/pictures.py"),
        "graphviz": "cjm/layout/flow/",
        "pyphen": "cjm/layout/hyphenation.py",
    }
    refuse(
        (
            f"{path}:{line}: {package}"
            for path, tree in python("cjm")
            for line, package, at_once in imported(tree)
            if package in places
            and (not path.as_posix().startswith(places[package]) or (at_once and package != "jinja2"))
        ),
        "Start-up is a feature: these cost 20 to 40 ms each, so only who needs them pays, when it does. "
        f"They are imported within functions, and only here: {places}",
    )


def test_no_test_measures_time() -> None:
    refuse(
        (
            f"{path}:{line}"
            for path, tree in python("tests")
            for function in ast.walk(tree)
            if isinstance(function, ast.FunctionDef)
            for line in timed(function)
        ),
        "A busy machine fails an assertion about seconds. Count the work, give the process a generous"
        " timeout, or measure in benchmarks/.",
    )


def timed(function: ast.FunctionDef) -> Iterator[int]:
    """The lines of assertions about what a clock said."""

    def reads_clock(node: ast.AST) -> bool:
        return any(name.rpartition(".")[2] in CLOCKS for _, name in called(node))

    measured = {
        name.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign | ast.NamedExpr | ast.AnnAssign)
        and node.value
        and reads_clock(node.value)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            names = {inner.id for inner in ast.walk(node.test) if isinstance(inner, ast.Name)}
            if reads_clock(node.test) or names & measured:
                yield node.lineno


def test_no_test_patches() -> None:
    refuse(
        (
            f"{path}:{line}: {name}"
            for path, tree in python("tests")
            if path.parts[1] != "shell"  # its subject is the world
            for line, name in called(tree)
            if re.search(r"(^|\.)(monkeypatch\.setattr|mock\.\w+|mocker\.\w+|MagicMock|patch)$", name)
        ),
        "What touches the world is passed in: pass a fake, and the test survives a renaming.",
    )


def test_names_in_tests_are_unique() -> None:
    names = Counter(
        path.name for path, _ in python("tests") if path.name not in {"conftest.py", "__init__.py"}
    )
    refuse(
        (
            name
            for name, count in names.items()
            if count > 1 or name.removesuffix(".py") in sys.stdlib_module_names
        ),
        "pytest imports test files by their base name: two of one name, or one of Python's own, collide.",
    )


def test_every_test_file_asserts() -> None:
    refuse(
        (
            str(path)
            for path, tree in python("tests")
            if path.name.startswith("test_")
            and not any(isinstance(node, ast.Assert) for node in ast.walk(tree))
        ),
        "A test that can't fail tests nothing.",
    )


def test_no_path_of_one_machine() -> None:
    somebody = re.compile(r"(?<![\w.])/(?:home|Users|root)/[\w.-]+/|[A-Z]:\\+Users\\+\w")
    here = str(ROOT) if len(ROOT.parts) > 2 else None
    found = []
    for path in files():
        try:
            lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path}:{number}"
            for number, line in enumerate(lines, 1)
            if somebody.search(line) or (here and here in line)
        ]
    refuse(found, "A path of somebody's machine means nothing on another.")


@pytest.mark.parametrize(
    ("lines", "caught"),
    [
        (["start = time.perf_counter()", "assert time.perf_counter() - start < 5"], [3]),
        (["spent = measure() - time.monotonic()", "assert spent < 1"], [3]),
        (["start = time.monotonic()", "while time.monotonic() < start + 9: pass", "assert done"], []),
    ],
)
def test_an_assertion_about_time_is_recognised(lines: list[str], caught: list[int]) -> None:
    [function] = ast.parse("def test():\n" + "\n".join(f"    {line}" for line in lines)).body
    assert isinstance(function, ast.FunctionDef)
    assert list(timed(function)) == caught
