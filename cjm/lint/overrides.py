"""Settings of the linter that hold for some paths only.

In: a project's settings and a path. Out: the linter's settings there. Later overrides win.
"""

import posixpath

import msgspec

from cjm.config import LintSettings, Override, Settings


def at(settings: Settings, path: str) -> Settings:
    """The settings for a file; patterns are those of `.gitignore`, from the folder of `cjm.yaml`."""
    lint = settings.lint
    root = posixpath.dirname(settings.origin.path) or "."
    for override in lint.overrides:
        if _matches(override, posixpath.relpath(path, root)):
            lint = _over(lint, override)
    return settings if lint is settings.lint else msgspec.structs.replace(settings, lint=lint)


def _matches(override: Override, path: str) -> bool:
    from pathspec import GitIgnoreSpec  # few projects need it

    try:
        return bool(GitIgnoreSpec.from_lines(override.paths).match_file(path))
    except ValueError:  # as git does with a pattern that it can't read
        return False


def _over(lint: LintSettings, override: Override) -> LintSettings:
    """What an override says; what it selects is no longer ignored, and the other way round."""
    return msgspec.structs.replace(
        lint,
        preset=override.preset or lint.preset,
        select=(*(name for name in lint.select if name not in override.ignore), *override.select),
        ignore=(*(name for name in lint.ignore if name not in override.select), *override.ignore),
        rules={name: said for name, said in lint.rules.items() if name not in override.ignore}
        | override.rules,
    )
