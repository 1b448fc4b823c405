"""An empty map as a drawing, without a journey."""

from typing import NamedTuple

from cjm.board import arrange_blank as blank
from cjm.board.sheet import Board
from cjm.errors import UsageError
from cjm.grammar.binder import shorten
from cjm.languages import known, languages
from cjm.languages import language as words
from cjm.languages.rewording import reworded
from cjm.layout.blank import place
from cjm.layout.scene import Scene
from cjm.project import Project
from cjm.project.frameworks import phase_model


class Sheet(NamedTuple):
    """An empty map, drawn, and the file that declares its framework where that is one's own."""

    board: Board
    scene: Scene
    path: str


def sheet(project: Project, framework: str, language: str = "") -> Sheet:
    """The map of a framework, one of the project's own or one that cjm knows.

    Raises `UsageError` where there is no such framework or no such language.
    """
    own = project.frameworks
    model = phase_model(own, framework)
    tag = language or project.settings.language or "en"
    if not known(tag):
        raise UsageError(f"no map speaks {shorten(tag)!r}", f"languages are {', '.join(languages())}")
    board = blank.of_framework(model, reworded(words(tag), project.settings.vocabulary))
    scene = place(board)
    if isinstance(scene, str):
        raise UsageError(scene)
    return Sheet(board, scene, own[framework].origin.path if framework in own else "")
