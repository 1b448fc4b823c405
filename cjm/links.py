"""Where the project lives: every link that cjm prints or writes starts from here."""

SITE = "https://cjm-compiler.readthedocs.io/en/latest"
REPOSITORY = "https://github.com/cjm-compiler/cjm"
ISSUES = f"{REPOSITORY}/issues"


def rule_page(name: str) -> str:
    """The page of a lint rule."""
    return f"{SITE}/rules/{name}/"
