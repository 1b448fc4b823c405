# ruff: noqa: E501 (prose stands as it is written)
"""The gallery: every example drawn, with its source beside it, and the pictures that other pages show.

In: the journeys below `examples/`, and the one that the tutorial ends with. Out: SVG and Markdown.
"""

import contextlib
import re
from pathlib import Path

from cjm import languages, offered, pipeline
from cjm.builds.folder import named
from cjm.cli.reading import Examined, examine
from cjm.cli.terminal import Terminal
from cjm.counting import counted
from cjm.links import REPOSITORY
from cjm.model.entities import Journey
from cjm.shell.graphviz import run_dot
from cjm.source import Source
from cjm.theme.builtin import BUILT_IN

ROOT = Path(__file__).parent.parent
TUTORIAL = ROOT / "docs" / "tutorial.md"
SHOWN = "examples/shopping-day/shopping-day.cjm.yaml"  # in every view and every theme

_HEAD = """# Gallery

Every example of the repository, drawn as it stands there, with its source beside it. Companies, people and figures in
them are made up. A click on a drawing opens it whole; in the dark it is dark.

"""

# A view, and what its drawing shows to whoever can't see it.
_VIEWS = {
    "blueprint": "what the customer does, and below each of three lines who works for it",
    "canvas": "expectations, experiences along a curve, and what they leave behind",
    "wheel": "the phases as a ring, the feelings inside it",
    "owners": "who answers for which phase, and the phase that is nobody's",
    "flow": "every way through the touchpoints, row by row",
}


def gallery() -> dict[str, str]:
    """Every picture and page of the gallery, by its path below docs/."""
    with contextlib.chdir(ROOT):
        examples = [
            (journey, project)
            for project in examine(["examples"], Terminal())
            for journey in project.checked.project.journeys
        ]
        # The one that is shown whole first, then the long before the short.
        examples.sort(key=lambda each: (each[0].path != SHOWN, -_length(each[0]), each[0].path))
        found = {f"gallery/{name}": svg for each in examples for name, svg in _drawn(*each).items()}
        whole = next(project for journey, project in examples if journey.path == SHOWN)
        found |= _themes(whole)
        (sheet,) = pipeline.sheet(whole.checked, "five-phase", "en", _options()).artefacts
    found["gallery/five-phase.sheet.svg"] = str(sheet.content)
    found["gallery/tutorial.svg"] = _tutorial()
    found["gallery/README.md"] = _index([journey for journey, _ in examples])
    return found | {f"gallery/{_stem(journey)}.md": _page(journey, project) for journey, project in examples}


def _options(*views: str) -> pipeline.Options:
    return pipeline.Options(views=views or ("map",), formats=("svg",))


def _drawn(journey: Journey, project: Examined) -> dict[str, str]:
    """The map and the strip of a journey; of the one that is shown whole every view that it fills."""
    views = [view for view in offered.VIEWS if view not in {"media", "sheet"}]
    options = _options(*(views if journey.path == SHOWN else ("map", "strip")))
    built = pipeline.build(project.checked, journey.path, options, run_dot)
    return {named(_stem(journey), each.view, "svg"): str(each.content) for each in built.artefacts}


def _themes(project: Examined) -> dict[str, str]:
    found = {}
    for name, theme in BUILT_IN.items():
        options = pipeline.Options(views=("strip",), formats=("svg",), theme=theme)
        (strip,) = pipeline.build(project.checked, SHOWN, options, run_dot).artefacts
        found[f"gallery/themes/{name}.svg"] = str(strip.content)
    return found


def _tutorial() -> str:
    """The map that whoever follows the tutorial has in the end."""
    texts = re.findall(r"^```yaml\n# (\S+\.cjm\.yaml)\n(.*?)^```", TUTORIAL.read_text("utf-8"), re.M | re.S)
    source = Source(*texts[-1])
    checked = pipeline.check(pipeline.Workspace(".", None, (source,)), lambda *_: "isn't needed")
    (drawn,) = pipeline.build(checked, source.path, _options(), run_dot).artefacts
    return str(drawn.content)


def _index(journeys: list[Journey]) -> str:
    parts = [_HEAD]
    for journey in journeys:
        stem = _stem(journey)
        picture = f"[![{_alt(journey)} as a strip: its curve and its phases]({stem}.strip.svg)]({stem}.md)"
        parts.append(f"## {_alt(journey)}\n\n{_facts(journey)}\n\n{picture}\n\n")
    return "".join([*parts, _MORE])


_MORE = """## An empty map

For an afternoon with customers and pens, [printed on A3](../views.md#the-empty-map): the stages of a phase model, with the
question that a customer has in each.

[![An empty map of the five phases](five-phase.sheet.svg)](five-phase.sheet.svg)

## In other colours

The same strip in the themes that come along: for the screen, [for print without colour](../themes.md), and for poor sight.

![The strip in the default theme](themes/default.svg)

![The strip in greys](themes/mono.svg)

![The strip in high contrast](themes/high-contrast.svg)
"""


def _page(journey: Journey, project: Examined) -> str:
    """An example: what it is, its drawings, its source."""
    stem = _stem(journey)
    text = next(each.text for each in project.workspace.asked if each.path == journey.path)
    drawn = f"[![{_alt(journey)}, the whole map]({stem}.svg)]({stem}.svg)\n\n"
    if journey.path == SHOWN:
        drawn += "".join(
            f"## The same as a {view}\n\n[![{_alt(journey)}: {what}]({stem}.{view}.svg)]({stem}.{view}.svg)\n\n"
            for view, what in _VIEWS.items()
        )
    files = "".join(
        f"- [`{each.path}`]({REPOSITORY}/blob/main/{each.path})\n"
        for each in project.checked.project.libraries
    )
    beside = f"\nWhat it shares with other journeys stands in:\n\n{files}" if files else ""
    return (
        f"# {_alt(journey)}\n\n{_facts(journey)}\n\n{drawn}"
        f"## The source\n\n`{journey.path}`, which `cjm build {journey.path}` draws:\n\n```yaml\n{text.rstrip()}\n```\n{beside}"
    )


def _facts(journey: Journey) -> str:
    """What it is about, in its own language, and how large it is."""
    spoken = languages.language(journey.language).name
    size = f"{counted(len(journey.phases), 'phase')}, {counted(_length(journey), 'touchpoint')}"
    model = f", after the model `{journey.framework}`" if journey.framework else ""
    summary = f'<span lang="{journey.language}">{_escape(journey.summary)}</span> ' if journey.summary else ""
    return f"{summary}*{spoken}, {size}{model}.*"


def _length(journey: Journey) -> int:
    return sum(len(phase.touchpoints) for phase in journey.phases)


def _stem(journey: Journey) -> str:
    return Path(journey.path).name.removesuffix(".cjm.yaml")


def _alt(journey: Journey) -> str:
    return _escape(journey.title)


def _escape(text: str) -> str:
    """An example's words within Markdown."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", " ".join(text.split()))
