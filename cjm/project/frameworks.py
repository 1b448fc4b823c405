"""Phase models by their id: a project's own, and those that cjm knows."""

from collections.abc import Mapping

from cjm.errors import UsageError
from cjm.grammar.binder import Suggestions, shorten
from cjm.model.entities import Framework as OwnFramework
from cjm.model.frameworks import FRAMEWORKS, Framework


def phase_model(own: Mapping[str, OwnFramework], id: str) -> Framework | OwnFramework:
    """The framework with this id; one's own comes first. Raises `UsageError` where there is none."""
    model = own.get(id) or FRAMEWORKS.get(id)
    if model is None:
        models = [*own, *(known for known in FRAMEWORKS if known not in own)]
        help = Suggestions().nearest(id, models, likeness=0.5)
        listed = f"frameworks are {', '.join(models)}"
        raise UsageError(f"no framework is called {shorten(id)!r}", f"{help} {listed}".strip())
    return model
