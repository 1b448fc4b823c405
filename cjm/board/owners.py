"""Who answers for what: departments × phases. Texts are final."""

import msgspec


class Role(msgspec.Struct, frozen=True):
    """A part that a department has beside the work itself: at the whole phase, or at some columns."""

    label: str
    columns: tuple[int, ...] = ()


class Share(msgspec.Struct, frozen=True):
    """A department's share in a phase: whether it owns it, its other roles, the columns it works on.

    `gap` says what is missing, where that is nobody's share and the linter found it.
    """

    owner: bool = False
    roles: tuple[Role, ...] = ()
    columns: tuple[int, ...] = ()
    gap: str = ""

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.owner or self.roles or self.columns or self.gap)


class Owning(msgspec.Struct, frozen=True):
    """A department with its colour, and its share in each phase."""

    name: str
    slot: int
    shares: tuple[Share, ...]


class Owners(msgspec.Struct, frozen=True):
    """The departments that have a share, in the order of their list, and what is nobody's, a phase each."""

    departments: tuple[Owning, ...]
    nobody: tuple[Share, ...]
