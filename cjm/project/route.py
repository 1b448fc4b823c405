"""Where the customer goes from each touchpoint: targets exist, shares add up."""

from cjm.diagnostics import Advice, NewId, Related
from cjm.grammar.binder import listing, shorten
from cjm.grammar.entity import replace
from cjm.model.entities import Branch, Phase, Touchpoint
from cjm.model.identity import is_bare
from cjm.naming import slug
from cjm.project.declared import Declared

END = "end"


def resolve_next(phases: tuple[Phase, ...], declared: Declared) -> tuple[Phase, ...]:
    """The phases with every `next` leading to an id or to the end; the others are noted and dropped."""
    targets = _Targets(phases)
    return tuple(
        replace(phase, touchpoints=tuple(_resolve(point, targets, declared) for point in phase.touchpoints))
        if any(point.next for point in phase.touchpoints)
        else phase
        for phase in phases
    )


class _Targets:
    """What a `next` can name: ids, and names that only one touchpoint has."""

    def __init__(self, phases: tuple[Phase, ...]) -> None:
        points = [point for phase in phases for point in phase.touchpoints]
        self.phases = {key: phase for phase in phases for key in (phase.id, phase.name)}
        self.named: dict[str, list[Touchpoint]] = {}
        for point in points:
            for key in {point.name, slug(point.name, point.id)}:
                self.named.setdefault(key, []).append(point)
        self.ids = {point.id: point for point in points}
        self.known = [*(id for id in self.ids if self.find(id) == id), END]

    def find(self, text: str) -> str | list[Touchpoint]:
        """An id, or the several touchpoints that a text could mean, or none.

        Where a name is repeated, an id made from it means another touchpoint as soon
        as one is added above: `pays-2` is as unsure as `pays`.
        """
        named = self.named.get(text, [])
        if text in self.ids:
            point = self.ids[text]
            named = [point] if point.wrote("id") else self.named[slug(point.name, point.id)]
        return named[0].id if len(named) == 1 else named

    def counted(self, text: str) -> NewId | None:
        """The id that would make sure which touchpoint `pays-2` is, where it can only be the second."""
        point = self.ids.get(text)
        if point is None or text in self.named or point.wrote("id"):
            return None
        return NewId(point.at(), text, is_bare(point))


def _resolve(point: Touchpoint, targets: _Targets, declared: Declared) -> Touchpoint:
    if not point.next:
        return point
    branches = [branch for branch in (_branch(branch, targets, declared) for branch in point.next) if branch]
    total = sum(branch.share for branch in point.next if branch.share is not None)
    if total > 1.0005:
        message = f"the shares from here add to {total * 100:g}%"
        help = "they can add to 100% at most"
        declared.note("out-of-range", message, point.origin.path, point.at("next"), help)
    return replace(point, next=tuple(branches) or None)


def _branch(branch: Branch, targets: _Targets, declared: Declared) -> Branch | None:
    if branch.to == END:
        return branch
    found = targets.find(branch.to)
    if isinstance(found, str):
        return replace(branch, to=found) if found != branch.to else branch
    related: tuple[Related, ...] = ()
    guess = None
    if found:
        guess = targets.counted(branch.to)
        message = f"{shorten(branch.to)!r} could be any of {len(found)} touchpoints"
        help = "give the one that is meant an `id:` of its own"
        related = tuple(Related("one of them", other.origin.path, other.at("name")) for other in found[:3])
    elif branch.to in targets.phases:
        message = f"{shorten(branch.to)!r} is a phase, and a customer goes to a touchpoint"
        first = targets.phases[branch.to].touchpoints[:1]
        help = "give it a touchpoint"
        if first:
            help = Advice(f"its first touchpoint is {first[0].id!r}", first[0].id)
    else:
        message = f"no touchpoint is called {shorten(branch.to)!r}"
        help = declared.suggestions.nearest(branch.to, targets.known, f"one of: {listing(targets.known)}")
    path, place = branch.origin.path, branch.at("to")
    declared.note("unknown-reference", message, path, place, help, related, guess)
    return None
