"""What a map is laid out and painted in: a theme, with the departments' own colours."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from cjm.theme.tokens import DEFAULT, Theme, drawing_in


@contextmanager
def dressed(theme: Theme | None, colours: tuple[str, ...] = ()) -> Iterator[None]:
    """Everything within is drawn in this theme or the default one, and in departments' own colours.

    What goes wrong in a project's own template is a `UsageError` that says where.
    """
    theme = theme or DEFAULT
    if colours:
        from cjm.theme.brand import with_departments

        theme = with_departments(theme, colours)
    with ExitStack() as stack:
        stack.enter_context(drawing_in(theme))
        if theme.templates is not None:
            from cjm.sandbox import told

            stack.enter_context(told(theme.templates))
        yield
