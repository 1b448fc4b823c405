"""What a `next` can name within one journey: ids, names, and ids of before."""

from cjm.diagnostics import NewId
from cjm.grammar.binder import listing
from cjm.model.entities import Phase, Touchpoint
from cjm.model.identity import is_bare
from cjm.naming import slug

END = "end"


class Targets:
    """The touchpoints of some phases by id, and by the names that only one of them has."""

    def __init__(self, phases: tuple[Phase, ...]) -> None:
        points = [point for phase in phases for point in phase.touchpoints]
        self.phases = {key: phase for phase in phases for key in (phase.id, phase.name)}
        self.named: dict[str, list[Touchpoint]] = {}
        self.former: dict[str, list[Touchpoint]] = {}
        for point in points:
            for key in {point.name, slug(point.name, point.id)}:
                self.named.setdefault(key, []).append(point)
            if point.was:
                self.former.setdefault(point.was, []).append(point)
        self.ids = {point.id: point for point in points}
        self.known = [id for id in self.ids if self.find(id) == id]

    def find(self, text: str) -> str | list[Touchpoint]:
        """An id, or the several touchpoints that a text could mean, or none.

        Where a name is repeated, an id made from it means another touchpoint as soon
        as one is added above: `pays-2` is as unsure as `pays`.
        """
        named = self.named.get(text, [])
        if text in self.ids:
            point = self.ids[text]
            named = [point] if point.wrote("id") else self.named[slug(point.name, point.id)]
        named = named or self.former.get(text, [])
        return named[0].id if len(named) == 1 else named

    def is_former(self, text: str) -> bool:
        """Whether a text that means a touchpoint is the id that it had before."""
        return text not in self.ids and text not in self.named

    def counted(self, text: str) -> NewId | None:
        """The id that would make sure which touchpoint `pays-2` is, where it can only be the second."""
        point = self.ids.get(text)
        if point is None or text in self.named or point.wrote("id"):
            return None
        return NewId(point.at(), text, is_bare(point))

    def listed(self, *more: str) -> str:
        """«one of: …», for advice."""
        return f"one of: {listing([*self.known, *more])}"
