"""Where the customer goes from each touchpoint: targets exist, shares add up."""

from cjm.diagnostics import Diagnostic, Related, Severity
from cjm.grammar.binder import listing, shorten, suggestion
from cjm.grammar.entity import replace
from cjm.model.entities import Branch, Phase, Touchpoint
from cjm.model.identity import slug

END = "end"


def resolve_next(phases: tuple[Phase, ...], problems: list[Diagnostic]) -> tuple[Phase, ...]:
    """The phases with every `next` leading to an id or to the end; the others are noted and dropped."""
    targets = _Targets(phases)
    return tuple(
        replace(phase, touchpoints=tuple(_resolve(point, targets, problems) for point in phase.touchpoints))
        if any(point.next for point in phase.touchpoints)
        else phase
        for phase in phases
    )


class _Targets:
    """What a `next` can name: ids, and names that only one touchpoint has."""

    def __init__(self, phases: tuple[Phase, ...]) -> None:
        points = [point for phase in phases for point in phase.touchpoints]
        self.phases = {key: phase for phase in phases for key in (phase.id, phase.name)}
        self.by_name: dict[str, list[Touchpoint]] = {}
        for point in points:
            for key in {point.name, slug(point.name, point.id)}:
                self.by_name.setdefault(key, []).append(point)
        self.ids = {point.id: point for point in points}

    def find(self, text: str) -> str | list[Touchpoint] | None:
        """An id, the several touchpoints that a text could mean, or None."""
        named = self.by_name.get(text, [])
        if text in self.ids and (self.ids[text].wrote("id") or len(named) < 2):
            return text
        if len(named) == 1:
            return named[0].id
        return named or None


def _resolve(point: Touchpoint, targets: _Targets, problems: list[Diagnostic]) -> Touchpoint:
    if not point.next:
        return point
    branches = [branch for branch in (_branch(branch, targets, problems) for branch in point.next) if branch]
    total = sum(branch.share for branch in branches if branch.share is not None)
    if total > 1.0005:
        problems.append(
            Diagnostic(
                "out-of-range",
                Severity.ERROR,
                f"the shares from here add to {total * 100:g} %",
                point.origin.path,
                point.at("next"),
                "they can add to 100 % at most",
            )
        )
    return replace(point, next=tuple(branches) or None)


def _branch(branch: Branch, targets: _Targets, problems: list[Diagnostic]) -> Branch | None:
    if branch.to == END:
        return branch
    found = targets.find(branch.to)
    if isinstance(found, str):
        return replace(branch, to=found) if found != branch.to else branch
    related: tuple[Related, ...] = ()
    if found:
        message = f"{shorten(branch.to)!r} could be any of {len(found)} touchpoints"
        help = "give the one that is meant an `id:` of its own"
        related = tuple(Related("one of them", other.origin.path, other.at("name")) for other in found[:3])
    elif branch.to in targets.phases:
        message = f"{shorten(branch.to)!r} is a phase, and a customer goes to a touchpoint"
        first = targets.phases[branch.to].touchpoints[:1]
        help = f"its first touchpoint is {first[0].id!r}" if first else ""
    else:
        message = f"no touchpoint is called {shorten(branch.to)!r}"
        otherwise = f"one of: {listing([*targets.ids, END])}"
        help = suggestion(branch.to, [*targets.ids, END], otherwise) if len(problems) < 100 else otherwise
    problems.append(
        Diagnostic(
            "unknown-reference", Severity.ERROR, message, branch.origin.path, branch.at("to"), help, related
        )
    )
    return None
