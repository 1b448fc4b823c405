"""The Dockerfile: judged by hadolint, and its steps done in a scratch folder, as there may be no Docker.

What isn't tried: the base image and its users. COPY obeys .dockerignore; `/src` and `/dist` lie in
the scratch folder, pip installs this checkout's wheel without what it needs, `useradd` is a stand-in.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from played import ROOT
from running import GOOD, lay

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
INSTRUCTIONS = re.findall(
    r"^([A-Z]+) (.*)$",
    re.sub(r" *\\\n *", " ", re.sub(r"^#.*\n", "", DOCKERFILE, flags=re.MULTILINE)),
    re.MULTILINE,
)


def test_hadolint_finds_nothing() -> None:
    hadolint = Path(sys.executable).parent / "hadolint"
    done = subprocess.run([hadolint, "Dockerfile"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def built(folder: Path, extras: str = "") -> Path:
    """Where pip put what the image has, after every COPY and RUN."""
    for name, lines in {
        "pip": f'#!/bin/sh\necho "$@" >> "{folder}/asked"\nexec "{sys.executable}" -m pip "$@"\n',
        "useradd": "#!/bin/sh\n",
    }.items():
        lay(str(folder / "bin" / name), lines)
        (folder / "bin" / name).chmod(0o755)
    source = folder / "src"
    source.mkdir()
    env = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "PIP_NO_BUILD_ISOLATION": "0",  # which is pip's way to say: none
        "PIP_PREFIX": str(folder / "usr"),
        "PIP_IGNORE_INSTALLED": "1",
        "PIP_NO_DEPS": "1",
        "EXTRAS": extras,
    }
    for word, rest in INSTRUCTIONS:
        if word == "ARG" and rest.startswith("SOURCE_DATE_EPOCH="):
            env["SOURCE_DATE_EPOCH"] = rest.partition("=")[2]
        elif word == "COPY" and not rest.startswith("--from"):
            *names, target = rest.split()
            for name in names:
                copied(name, source / target if target != "./" else source / name)
        elif word == "RUN":
            command = rest.replace("/dist", str(folder / "dist"))
            done = subprocess.run(
                ["/bin/sh", "-c", command], cwd=source, env=env, capture_output=True, check=False
            )
            assert done.returncode == 0, done.stderr.decode()
    [site] = (folder / "usr" / "lib").glob("*/site-packages")
    return site


def copied(name: str, target: Path) -> None:
    """A file or folder of the context, as far as .dockerignore lets it through."""
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert f"!{name}" in let_through
    if (ROOT / name).is_dir():
        shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(ROOT / name, target)


def test_its_steps_make_a_cjm_that_draws(tmp_path: Path) -> None:
    site = built(tmp_path)
    lay(str(tmp_path / "maps" / "x.cjm.yaml"), GOOD)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(site), "HOME": str(tmp_path)}
    [entry] = [rest for word, rest in INSTRUCTIONS if word == "ENTRYPOINT"]
    assert entry == '["cjm"]'
    subprocess.run(
        [tmp_path / "usr" / "bin" / "cjm", "build", "-q"], cwd=tmp_path / "maps", env=env, check=True
    )
    assert (tmp_path / "maps" / "build" / "x.svg").is_file()
    compiled = next((site / "cjm" / "__pycache__").glob("pipeline.*.pyc")).read_bytes()
    assert compiled[4:8] == b"\x03\0\0\0"  # by digest, not by time


@pytest.mark.soak
def test_the_same_checkout_gives_the_same_image(tmp_path: Path) -> None:
    trees = []
    for _ in range(2):  # in the same place: what Python compiles names its source
        site = built(tmp_path / "image", "png,rules")
        assert ".whl[png,rules]" in (tmp_path / "image" / "asked").read_text(encoding="utf-8")
        files = [path for path in site.rglob("*") if path.is_file()]
        trees.append({str(path.relative_to(site)): path.read_bytes() for path in files})
        shutil.rmtree(tmp_path / "image")
    assert trees[0].keys() == trees[1].keys()
    assert [name for name in trees[0] if trees[0][name] != trees[1][name]] == []


def test_it_runs_as_nobody_in_particular() -> None:
    last = [each for each in INSTRUCTIONS if each[0] in ("USER", "RUN")][-1]
    assert last == ("USER", "1000")
