"""What small texts mean: the model that reading makes of them, and the errors."""

from textwrap import dedent, indent

from cjm.config import Settings
from cjm.model.entities import Journey, Phase, Touchpoint
from cjm.pipeline import Checked, Workspace, check
from cjm.source import Source


def checked(text: str, *, settings: str | None = None, path: str = "a.cjm.yaml", **others: str) -> Checked:
    """A project: the text of one file, settings, and other files by name (`library=…`)."""
    sources = (Source(f"{name}.cjm.yaml", dedent(other)) for name, other in others.items())
    workspace = Workspace(
        ".",
        None if settings is None else Source("cjm.yaml", dedent(settings)),
        (Source(path, dedent(text)),),
        tuple(sources),
    )
    return check(workspace, lambda _folder, _target: "isn't there")


def errors(text: str, **more: str) -> list[str]:
    """Kind and message of everything that is wrong: `bad-id: 'X' is not an id`."""
    return [f"{found.rule}: {found.message}" for found in checked(text, **more).diagnostics]


def kinds(text: str, **more: str) -> list[str]:
    """The kinds of everything that is wrong."""
    return [found.rule for found in checked(text, **more).diagnostics]


def journey(text: str, **more: str) -> Journey:
    """The journey that a text is, without a mistake."""
    project = checked(text, **more)
    assert [found.message for found in project.diagnostics] == []
    return next(found for found in project.project.journeys if found.path == "a.cjm.yaml")


def settings(text: str) -> Settings:
    """The settings that a text makes, without a mistake."""
    project = checked(with_top(""), settings=text)
    assert [found.message for found in project.diagnostics] == []
    return project.project.settings


def with_top(lines: str) -> str:
    """A journey with these lines at its top level."""
    return f"journey: X\n{dedent(lines).strip()}\nphases:\n  - name: P\n    touchpoints: [A, B]\n"


def with_phase(lines: str) -> str:
    """A journey with these keys in its first phase."""
    return f"journey: X\nphases:\n  - name: P\n{indent(dedent(lines).strip(), ' ' * 4)}\n"


def with_point(lines: str, top: str = "") -> str:
    """A journey with these keys in its first touchpoint; `b` follows it."""
    keys = indent(dedent(lines).strip(), " " * 8)
    return (
        f"journey: X\n{dedent(top).strip()}\nphases:\n  - name: P\n    touchpoints:\n"
        f"      - name: A\n{keys}\n      - name: B\n"
    )


def top(lines: str, **more: str) -> Journey:
    """That journey."""
    return journey(with_top(lines), **more)


def phase(lines: str, **more: str) -> Phase:
    """That phase."""
    return journey(with_phase(lines), **more).phases[0]


def point(lines: str, above: str = "", **more: str) -> Touchpoint:
    """That touchpoint."""
    return journey(with_point(lines, above), **more).touchpoints[0]
