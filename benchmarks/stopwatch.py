"""`cjm build` in this process, with the CPU so far at the line of every journey.

Run by the Python that has `cjm`: `python -P stopwatch.py FOLDER OUTPUT`. Out: JSON with
`marks`, in milliseconds, and `total`, which the start-up is part of.
"""

import json
import resource
import sys

from cjm.__main__ import main


def spent() -> float:
    """Milliseconds of this process and of the engines that it waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return 1000 * sum(usage.ru_utime + usage.ru_stime for usage in usages)


class Lines:
    """Standard output that nobody reads; it notes when each line comes."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.marks: list[float] = []

    def write(self, text: str) -> int:
        """A line, or an empty text at the end."""
        if text:
            self.marks.append(spent())
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""

    def isatty(self) -> bool:
        """Nobody watches."""
        return False


if __name__ == "__main__":
    told, lines = sys.stdout, Lines()
    sys.stdout = lines
    code = main(["build", "--force", "--no-portfolio", "--jobs", "1", sys.argv[1], "--output", sys.argv[2]])
    json.dump({"marks": lines.marks, "total": spent()}, told)
    sys.exit(code)
