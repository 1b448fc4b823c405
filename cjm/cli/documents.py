"""Statistics for programs, pull requests and spreadsheets.

In: the figures, and the journeys that were left out. Out: a whole document, in which
what an author wrote is text: no markup, no mention and no formula comes of it.
"""

from collections.abc import Mapping

import msgspec

from cjm.cli.figures import NOTHING, Page, Skipped, remembered, score, state
from cjm.counting import counted
from cjm.reporters.columns import inert
from cjm.reporters.markdown import escaped
from cjm.reporters.places import well_formed
from cjm.stats import COVERAGES, Figures, Share, Stats, Total

VERSION = 1
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def as_json(stats: Stats, skipped: Skipped, _page: Page) -> str:
    """The shape is a promise to those who read it; `version` changes with it."""
    total = stats.total
    document = {
        "version": VERSION,
        "today": stats.today,
        "journeys": [_journey(each) for each in stats.journeys],
        "total": {
            "journeys": len(stats.journeys),
            "coverage": _coverage(total.coverage),
            "curve": {"points": total.curve.points, "mean": total.curve.mean},
            "reviewed": total.reviewed,
            "overdue": total.overdue,
        },
        "skipped": [{"path": well_formed(path), "errors": errors} for path, errors in skipped.items()],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _journey(figures: Figures) -> dict[str, object]:
    curve = figures.curve
    return {
        "path": well_formed(figures.path),
        "id": well_formed(figures.id),
        "title": figures.title,
        "coverage": _coverage(figures.coverage),
        "curve": {"points": curve.points, "mean": curve.mean, **dict(remembered(curve))},
        "review": figures.review,
    }


def _coverage(coverage: Mapping[str, Share]) -> dict[str, object]:
    return {
        name: {"have": share.have, "of": share.of, "percent": share.percent}
        for name, share in coverage.items()
    }


def markdown(stats: Stats, skipped: Skipped, _page: Page) -> str:
    """A table for a pull request or a wiki; the journeys that were left out below it."""
    heads = ["journey", *COVERAGES, "mean", "peak", "low", "ending", "review"]
    rows = [heads, ["---", *["---:"] * (len(COVERAGES) + 1), "---", "---", "---", "---"]]
    rows += [_cells(each) for each in stats.journeys]
    total = stats.total
    late = f"{total.overdue:,} overdue" if total.reviewed else NOTHING
    shares = map(_told, total.coverage.values())
    rows.append(["**total**", *shares, score(total.curve.mean), "", "", "", late])
    text = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    left_out = [
        f"- {escaped(path)}: {counted(errors, 'error')}, left out\n" for path, errors in skipped.items()
    ]
    return text + ("\n" + "".join(left_out) if left_out else "")


def _cells(figures: Figures) -> list[str]:
    return [
        escaped(figures.title),
        *map(_told, figures.coverage.values()),
        score(figures.curve.mean),
        *(
            f"{score(point.score)} {escaped(point.name)}" if point else NOTHING
            for _, point in remembered(figures.curve)
        ),
        state(figures.review),
    ]


def _told(share: Share) -> str:
    return f"{share.percent}% ({share.have:,} of {share.of:,})" if share.of else NOTHING


def as_csv(stats: Stats, _skipped: Skipped, _page: Page) -> str:
    """A row a journey and one for the total, which `row` tells apart; columns are only ever added."""
    import csv
    import io

    shares = [column for name in COVERAGES for column in (name, f"{name}_of", f"{name}_percent")]
    points = [column for name in ("peak", "low", "ending") for column in (name, f"{name}_score")]
    heads = ["row", "path", "id", "title", *shares, "points", "mean", *points, "reviewed", "due", "overdue"]
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerow(heads)
    for each in stats.journeys:
        review = each.review
        told = [review.reviewed or "", review.due or "", int(review.overdue)]
        names = map(_inactive, (each.path, each.id, each.title))
        rows.writerow(["journey", *names, *_numbers(each), *told])
    rows.writerow(["total", "", "", "", *_numbers(stats.total), "", "", stats.total.overdue])
    return sheet.getvalue()


def _numbers(figures: Figures | Total) -> list[object]:
    cells: list[object] = []
    for share in figures.coverage.values():
        cells += [share.have, share.of, "" if share.percent is None else share.percent]
    mean = figures.curve.mean
    cells += [figures.curve.points, "" if mean is None else f"{mean:g}"]
    for _, point in remembered(figures.curve):
        cells += [_inactive(point.name), f"{point.score:g}"] if point else ["", ""]
    return cells


def _inactive(text: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula (OWASP, "CSV injection")."""
    text = inert(text)
    return f"'{text}" if text.startswith(_FORMULA) else text
