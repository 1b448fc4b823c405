"""Theme → the page's style sheet: colours as variables, for every way in which a page is looked at.

What a reader asks of all pages stands above what this one has: more contrast, or colours of
their own (`forced-colors`), for which every token stands for a colour of the reader's system.
"""

from collections.abc import Iterator

from cjm.templating import text
from cjm.theme.tokens import SLOTS, Theme


def style_sheet(theme: Theme, mode: str, *besides: str) -> str:
    """The page's style sheet, and others `besides`, behind its colours, in the theme's mode or another.

    Paper is always light, so dark colours are for screens.
    """
    rules = [f":root{{color-scheme:light;--font:{theme.font};{_variables(theme.light)}}}"]
    rules += _dark(theme.dark, mode)
    if theme.name == "default":  # a project's own colours are its own choice
        from cjm.theme.builtin import BUILT_IN

        high, more = BUILT_IN["high-contrast"], " and (prefers-contrast:more)"
        rules.append(f"@media screen{more}{{:root{{{_variables(high.light)}}}}}")
        rules += _dark(high.dark, mode, more)
    forced = ";".join(f"--{token}:{_system(token)}" for token in theme.light)
    # A colour scheme that readers chose for all programs stands above whatever the page has.
    rules.append(
        f"@media screen and (forced-colors:active){{:root[lang][lang]{{forced-color-adjust:none;{forced}}}}}"
    )
    rules += [
        f".f-{token}{{fill:var(--{token})}}.s-{token}{{stroke:var(--{token})}}" for token in theme.light
    ]
    rules += [
        f".{token} {{ --owner: var(--{token}); --tint: var(--{token}_t) }}"
        for token in theme.light
        if token[1:].isdecimal() and int(token[1:]) >= SLOTS
    ]
    rules += _hatches(theme) if theme.hatched else []
    sheets = ["page.css", *besides, *(f"themes/{each}.css" for each in _additions(theme))]
    return "\n".join([*rules, *(text(sheet, theme.templates) for sheet in sheets)])


def _additions(theme: Theme) -> list[str]:
    """The style sheets that a theme needs beside the page's own."""
    additions: list[str] = [theme.density] if theme.density != "normal" else []
    additions += ["accent"] if "accent" in theme.light else []
    additions += ["hatched"] if theme.hatched else []
    return additions + (["logo"] if theme.logo else [])


def _dark(colours: dict[str, str], mode: str, when: str = "") -> list[str]:
    """The rules that make a page dark, for good or as its viewer wishes."""
    dark = f"color-scheme:dark;{_variables(colours)}"
    if mode == "dark":
        return [f"@media screen{when}{{:root{{{dark}}}}}"]
    if mode == "light":
        return []
    return [
        f"@media screen and (prefers-color-scheme:dark){when}{{:root:not([data-theme=light]){{{dark}}}}}",
        f"@media screen{when}{{:root[data-theme=dark]{{{dark}}}}}",
    ]


def _system(token: str) -> str:
    """What stands for a token where readers have a colour scheme of their own (forced colours)."""
    if token in ("paper", "paper2", "on", "hl"):
        return "Canvas"
    shade = 12 if token.endswith("_t") else {"line": 25, "line2": 50}.get(token)
    if shade:
        return f"color-mix(in srgb,CanvasText {shade}%,Canvas)"
    return "Highlight" if token == "focus" else "CanvasText"


def _hatches(theme: Theme) -> Iterator[str]:
    """Which lines a department's colours have, on what `themes/hatched.css` draws them on."""
    from cjm.layout.hatching import KINDS

    names = {"|": "upright", "-": "level", "\\": "falling"}
    for token in theme.light:
        if token[1:].isdecimal() and (kind := KINDS[int(token[1:]) % len(KINDS)]):
            lines = ";".join(f"--{names[sign]}:var(--{names[sign]}-lines)" for sign in kind)
            yield f".{token},.{token} :is(.swatch,.own){{{lines}}}"


def _variables(colours: dict[str, str]) -> str:
    return ";".join(f"--{token}:{colour}" for token, colour in colours.items())
