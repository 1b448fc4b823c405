"""`cjm build` in this process, with the CPU so far at the line of every journey.

Run by the Python that has `cjm`: `python -P stopwatch.py FOLDER OUTPUT YARDSTICK…`. The
yardstick is a command that runs after every 25 journeys, since a machine is rarely as fast at the
end of a long run as at its beginning. Out: JSON with `marks`, in milliseconds, and `total`,
which the start-up is part of, both without the yardstick; and `yardstick`, what each of its runs took.
"""

import json
import resource
import subprocess
import sys

from cjm.__main__ import main

EVERY = 25


def spent() -> float:
    """Milliseconds of this process and of the engines that it waited for."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return 1000 * sum(usage.ru_utime + usage.ru_stime for usage in usages)


class Lines:
    """Standard output that nobody reads; it notes when each line comes."""

    encoding = "utf-8"

    def __init__(self, yardstick: list[str]) -> None:
        self.marks: list[float] = []
        self.yardstick: list[float] = []
        self._command = yardstick

    def spent(self) -> float:
        """What the build took so far."""
        return spent() - sum(self.yardstick)

    def write(self, text: str) -> int:
        """A line, or an empty text at the end."""
        if text:
            self.marks.append(self.spent())
            if len(self.marks) % EVERY == 0:
                before = spent()
                subprocess.run(self._command, check=True)
                self.yardstick.append(spent() - before)
        return len(text)

    def flush(self) -> None:
        """Nothing is kept."""

    def isatty(self) -> bool:
        """Nobody watches."""
        return False


if __name__ == "__main__":
    folder, output, *yardstick = sys.argv[1:]
    told, lines = sys.stdout, Lines(yardstick)
    sys.stdout = lines
    code = main(["build", "--force", "--no-portfolio", "--jobs", "1", folder, "--output", output])
    json.dump({"marks": lines.marks, "total": lines.spent(), "yardstick": lines.yardstick}, told)
    sys.exit(code)
