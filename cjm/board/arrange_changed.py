"""Difference → `Changed`: both versions' touchpoints as columns, and the changes at each of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from cjm.board.arrange import arrange as arranged
from cjm.board.changed import Badge, Changed, Entry, Found, Owner, Stage, Step
from cjm.board.changed_figures import figures
from cjm.board.changed_rows import contents, row
from cjm.board.sheet import Board, Column, Gap, Head
from cjm.board.words import capital
from cjm.config import LEVELS
from cjm.diagnostics import Diagnostic
from cjm.differ import Change, Difference
from cjm.differ.declarations import in_order
from cjm.languages import number, signed
from cjm.source import readable


def arrange(difference: Difference, names: tuple[str, str], prefix: str = "") -> Changed:
    """The board of a difference of which one side at least is there.

    `names` are what the versions are called; `prefix` keeps anchors apart from another journey's.
    """
    return _Arranged(difference, names, prefix).board()


class _Arranged:
    def __init__(self, difference: Difference, names: tuple[str, str], prefix: str) -> None:
        self.difference, self.names, self.prefix = difference, names, prefix
        self.old = arranged(difference.before, ()) if difference.before else None
        self.new = arranged(difference.after, ()) if difference.after else None
        shown = self.new or self.old
        if shown is None:
            raise ValueError("a difference of nothing")
        self.shown: Board = shown
        self.of: dict[tuple[str, str], list[Change]] = {}
        for change in difference.changes:
            self.of.setdefault(self._subject(change), []).append(change)
        self.entries: list[Entry] = []

    def board(self) -> Changed:
        journey = self.difference.after or self.difference.before
        assert journey is not None
        language = self.shown.language
        whole = [row(change, language) for change in self.of.get(("", ""), ())]
        whole_badge: Badge = "changed" if self.old and self.new else "added" if self.new else "removed"
        if whole and whole_badge == "changed":
            name = language.labels["gaps_whole"]
            level = _gravest(self.of["", ""])
            self.entries.append(Entry(f"{self.prefix}whole", "", name, "changed", tuple(whole), level))
        stages, steps = self._columns()
        counted = Counter(change.level for change in self.difference.changes)
        effects = self.difference.effects
        return Changed(
            anchor=f"{self.prefix}journey",
            title=journey.title,
            path=readable(journey.path),
            badge=whole_badge,
            language=language,
            names=self.names,
            description=_described(stages, steps, self.shown),
            counts=", ".join(
                f"{number(counted[each], language)} {language.labels[f'level_{each}']}"
                for each in LEVELS
                if counted[each]
            ),
            figures=tuple(figures(steps, effects, language)),
            stages=tuple(stages),
            steps=tuple(steps),
            entries=tuple(self.entries),
            closed=self._found(effects.closed if effects else (), self.old),
            opened=self._found(effects.opened if effects else (), self.new),
            alone=(self.old, self.new) if self.old and self.new else (),
        )

    def _subject(self, change: Change) -> tuple[str, str]:
        """The thing whose change it is, by the id that it has now; empty for the journey beside them."""
        side = change.after or change.before
        if change.thing not in ("phase", "touchpoint") or side is None or len(side.ids) < 2:
            return "", ""
        same = self.difference.phases if change.thing == "phase" else self.difference.touchpoints
        return change.thing, side.ids[1] if change.after else same.get(side.ids[1], side.ids[1])

    def _columns(self) -> tuple[list[Stage], list[Step]]:
        old, new = (board.phases if board else () for board in (self.old, self.new))
        phases = self._pairs("phase", old, new, self.difference.phases)
        stages: list[Stage] = []
        steps: list[Step] = []
        for one, other in in_order(len(old), len(new), phases):
            before = old[one] if one is not None else None
            after = new[other] if other is not None else None
            stages.append(self._stage(before, after, len(steps)))
            mine, its = _inside(self.old, before), _inside(self.new, after)
            pairs = self._pairs("touchpoint", mine, its, self.difference.touchpoints)
            for place, now in in_order(len(mine), len(its), pairs):
                left = mine[place] if place is not None else None
                right = its[now] if now is not None else None
                steps.append(self._step(left, right))
            stages[-1] = replace(stages[-1], end=len(steps))
        return stages, steps

    def _pairs(
        self,
        thing: str,
        old: Sequence[Head | Column],
        new: Sequence[Head | Column],
        same: Mapping[str, str],
    ) -> dict[int, int]:
        """What stands in one column in both versions: the same, and not moved."""
        places = {each.id: at for at, each in enumerate(new)}
        return {
            at: places[same[each.id]]
            for at, each in enumerate(old)
            if same.get(each.id) in places and not self._moved(thing, same[each.id])
        }

    def _moved(self, thing: str, id: str) -> bool:
        return any(each.kind == "moved" and each.topic == "order" for each in self.of.get((thing, id), ()))

    def _badge(self, thing: str, before: str, after: str, same: Mapping[str, str]) -> Badge:
        """What became of a thing, by its ids where it stands in either version."""
        if before and after:
            return "changed" if self.of.get((thing, after)) else ""
        if after:
            return "moved" if after in same.values() else "added"
        return "left" if before in same else "removed"

    def _stage(self, before: Head | None, after: Head | None, first: int) -> Stage:
        head = after or before
        assert head is not None
        ids = before.id if before else "", after.id if after else ""
        badge = self._badge("phase", *ids, self.difference.phases)
        anchor = f"{self.prefix}p-{head.id}"
        if badge not in ("", "left"):
            changes = self.of.get(("phase", head.id), [])
            rows = [each for each in (row(change, self.shown.language) for change in changes) if each.says]
            name = f"{capital(self.shown.language.labels['phase'])} {head.number} {head.name}"
            self.entries.append(Entry(anchor, "", name, badge, tuple(rows), _gravest(changes)))
        linked = anchor if badge else ""
        if badge == "left" and before:
            linked = f"{self.prefix}p-{self.difference.phases[before.id]}"
        owners = _owner(before), _owner(after)
        return Stage(str(head.number), head.name, badge, first, first, owners[0], owners[1], linked)

    def _step(self, before: Column | None, after: Column | None) -> Step:
        column = after or before
        assert column is not None
        ids = before.id if before else "", after.id if after else ""
        badge = self._badge("touchpoint", *ids, self.difference.touchpoints)
        id = self.difference.touchpoints[column.id] if badge == "left" else column.id
        told = badge and (badge in ("added", "removed") or ("touchpoint", id) in self.of)
        anchor = f"{self.prefix}t-{id}" if told else ""  # what moved with its phase has nothing to tell
        if anchor and badge != "left":
            self.entries.append(self._entry(anchor, column, badge))
        points = before.point if before else None, after.point if after else None
        was = before.name if before and after and before.name != after.name else ""
        return Step(column.number, column.name, badge, points[0], points[1], was, anchor)

    def _entry(self, anchor: str, column: Column, badge: Badge) -> Entry:
        """The changes of a touchpoint; of one that is new or gone, all that it says."""
        language = self.shown.language
        changes = self.of.get(("touchpoint", column.id), [])
        rows = [row(change, language) for change in changes]
        if badge in ("added", "removed"):
            rows = [each for each in rows if each.says]
            rows += contents(column, language, is_new=badge == "added")
        return Entry(anchor, column.number, column.name, badge, tuple(rows), _gravest(changes))

    def _found(self, findings: tuple[Diagnostic, ...], board: Board | None) -> tuple[Found, ...]:
        labels = self.shown.language.labels
        heads = {head.id: f"{head.number} {head.name}" for head in board.phases} if board else {}
        columns = {one.id: f"{one.number} {one.name}" for one in board.columns} if board else {}
        places = {**heads, **columns}
        return tuple(
            Found(
                Gap(
                    each.rule,
                    each.severity.value,
                    labels.get(f"gap_{each.rule.replace('-', '_')}", each.rule),
                    each.message,
                    each.help,
                ),
                next((places[id] for id in each.subject[1:2] if id in places), labels["gaps_whole"]),
            )
            for each in findings
        )


def _gravest(changes: list[Change]) -> str:
    found = {change.level for change in changes}
    return next((level for level in LEVELS if level in found), "")


def _inside(board: Board | None, head: Head | None) -> tuple[Column, ...]:
    return board.columns[head.first : head.end] if board and head else ()


def _owner(head: Head | None) -> Owner | None:
    return Owner(head.owner, head.slot) if head else None


def _described(stages: list[Stage], steps: list[Step], board: Board) -> str:
    """Both curves as sentences, for whoever can't see them."""
    labels = board.language.labels
    sentences = []
    for stage in stages:
        told = []
        for step in steps[stage.first : stage.end]:
            scores = [
                "–" if point.score is None else f"{point.word} {signed(point.score, board.language)}"
                for point in (step.before, step.after)
                if point
            ]
            badge = f", {labels['moved' if step.badge == 'left' else step.badge]}" if step.badge else ""
            if len(scores) == 2 and scores[0] != scores[1]:
                felt = labels["becomes"].format(before=scores[0], after=scores[1])
            else:
                felt = scores[-1]
            told.append(f"{step.number} {step.name} ({felt}{badge})")
        name = f"{capital(labels['phase'])} {stage.number}, {stage.name}"
        sentences.append(f"{name}: {'; '.join(told)}." if told else f"{name}.")
    return " ".join(sentences)
