"""Rules of a project's own, written in CEL in `cjm.yaml`.

In: the linter's settings. Out: rules like the others, and what is wrong with those that
can't run. The package that runs them is an extra, imported only where there are such rules.
"""

from cjm.lint.custom.making import declared, rules
from cjm.lint.custom.proving import problems

__all__ = ["declared", "problems", "rules"]
