"""Errors about how `cjm` was called or where it runs, never about a journey."""


class UsageError(Exception):
    """The call can't be carried out as asked: exit code 2."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class NothingFound(UsageError):
    """What was named holds no journey, or isn't there."""


class MissingTool(UsageError):
    """A program that the call needs isn't there or doesn't work: exit code 2."""


class Unpainted(UsageError):
    """A drawing that can't be made as PNG or PDF; where a journey's own is, only that journey fails."""
