"""Where the customer goes from each touchpoint: targets exist, shares add up."""

from cjm.diagnostics import Advice, Diagnostic, NewId, Related
from cjm.grammar.binder import shorten
from cjm.grammar.entity import replace
from cjm.model.entities import Branch, Elsewhere, Journey, Link, Touchpoint
from cjm.naming import is_file
from cjm.project.declared import Declared, renamed
from cjm.project.others import Others, is_same, linked, parted
from cjm.project.targets import END, Targets
from cjm.source import Span


class Router:
    """Puts an id, the end or another journey in the place of every `next` of one journey."""

    def __init__(self, journey: Journey, declared: Declared, others: Others) -> None:
        self.journey = journey
        self.targets = Targets(journey.phases)
        self.declared = declared
        self.others = others

    def resolve(self, point: Touchpoint) -> Touchpoint:
        """The touchpoint with ways and links that lead somewhere; what doesn't is noted and dropped."""
        if point.detail:
            elsewhere = self._place(point.detail, (point.detail, ""), point.at("detail"))
            point = replace(point, elsewhere=elsewhere)
        if point.links:
            point = replace(point, links=tuple(map(self.follow, point.links)))
        if not point.next:
            return point
        branches = [branch for branch in map(self._branch, point.next) if branch]
        total = sum(branch.share for branch in point.next if branch.share is not None)
        if total > 1.0005:
            message = f"the shares from here add to {total * 100:g}%"
            help = "they can add to 100% at most"
            self.declared.note("out-of-range", message, point.origin.path, point.at("next"), help)
        return replace(point, next=tuple(branches) or None)

    def _branch(self, branch: Branch) -> Branch | None:
        if branch.to == END:
            return branch
        found = self.targets.find(branch.to)
        if isinstance(found, str):
            if self.targets.is_former(branch.to):
                self._tell(renamed(branch.to, found, found, branch.origin.path, branch.at("to")))
            return replace(branch, to=found) if found != branch.to else branch
        if found:
            self._note_several(branch, found)
            return None
        name, point = parted(branch.to)
        is_other = self.others.is_there(name, self.journey)
        if is_other or (name and point) or is_file(name):
            if not is_other and is_same(name, self.journey):
                self._note_own(branch, point)
                return None
            elsewhere = self._place(branch.to, (name, point), branch.at("to"))
            return replace(branch, to=elsewhere.to, elsewhere=elsewhere) if elsewhere else None
        self._note_unknown(branch)
        return None

    def follow(self, link: Link) -> Link:
        """The link with the journey that it leads to, if it is one of this project."""
        file, point = linked(link)
        return replace(link, elsewhere=self._place(link.url, (file, point), link.at("url"))) if file else link

    def _place(self, text: str, named: tuple[str, str], place: Span) -> Elsewhere | None:
        elsewhere, told = self.others.place(text, named, self.journey, place)
        self._tell(*told)
        return elsewhere

    def _tell(self, *found: Diagnostic) -> None:
        self.declared.problems += found

    def _note_several(self, branch: Branch, found: list[Touchpoint]) -> None:
        related = tuple(Related("one of them", other.origin.path, other.at("name")) for other in found[:3])
        message = f"{shorten(branch.to)!r} could be any of {len(found)} touchpoints"
        help = "give the one that is meant an `id:` of its own"
        self._note(branch, message, help, related, guess=self.targets.counted(branch.to))

    def _note_own(self, branch: Branch, point: str) -> None:
        """A way into the journey that it starts in names a touchpoint, and that only."""
        to = self.targets.find(point)
        help = "name one of its touchpoints"
        if isinstance(to, str):
            help = Advice(f"write {shorten(to)!r}", to)
        self._note(branch, f"{shorten(branch.to)!r} leads into this journey itself", help)

    def _note_unknown(self, branch: Branch) -> None:
        if branch.to in self.targets.phases:
            message = f"{shorten(branch.to)!r} is a phase, and a customer goes to a touchpoint"
            first = self.targets.phases[branch.to].touchpoints[:1]
            help = "give it a touchpoint"
            if first:
                help = Advice(f"its first touchpoint is {first[0].id!r}", first[0].id)
        elif is_same(branch.to, self.journey):
            self._note_own(branch, "")
            return
        else:
            message = f"no touchpoint is called {shorten(branch.to)!r}"
            help = self.declared.suggestions.nearest(branch.to, [*self.targets.known, END])
            if not help:
                listed = self.targets.listed(END)
                help = self.others.suggestions.nearest(branch.to, self.others.every, listed)
        self._note(branch, message, help)

    def _note(
        self,
        branch: Branch,
        message: str,
        help: str,
        related: tuple[Related, ...] = (),
        guess: NewId | None = None,
    ) -> None:
        place = branch.at("to")
        self.declared.note("unknown-reference", message, branch.origin.path, place, help, related, guess)
