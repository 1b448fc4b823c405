"""By which media each phase reaches the customer: owned, paid, earned × phases. Texts are final."""

import msgspec


class Medium(msgspec.Struct, frozen=True):
    """A channel with its icon (None: no channel but content), and the columns where it is used.

    What is said of a phase as a whole has no columns.
    """

    text: str
    icon: str | None
    columns: tuple[int, ...]


class Used(msgspec.Struct, frozen=True):
    """The media of one kind in a phase, and whether its stage usually lives by that kind."""

    media: tuple[Medium, ...]
    usual: bool = False


class Kind(msgspec.Struct, frozen=True):
    """Owned, paid or earned media, or those of which it isn't said: what each phase uses."""

    label: str
    phases: tuple[Used, ...]


class Stage(msgspec.Struct, frozen=True):
    """A phase's stage in the framework, and its usual media in words; empty where it has none."""

    name: str = ""
    meaning: str = ""
    usual: str = ""


class Media(msgspec.Struct, frozen=True):
    """The kinds, and for each phase its stage."""

    kinds: tuple[Kind, ...]
    stages: tuple[Stage, ...]
