"""Which signs a sheet explains: those that occur on it, and none if it is only one."""

from cjm.board.sheet import Band, Chance, Column, Curve, Figure, Head, Hole, Lane, Strength

# So many personas' lines are explained one by one.
_NAMED = 8


def legend(
    columns: tuple[Column, ...],
    curves: tuple[Curve, ...],
    lanes: tuple[Lane, ...],
    heads: tuple[Head, ...],
    bands: tuple[Band, ...],
) -> tuple[str, ...]:
    """The keys of the signs, in the order in which they are explained."""
    points = [column.point for column in columns] if curves else []
    items = [item for lane in lanes for cell in lane.cells for item in cell]
    missing = any(head.gap for head in heads) or any(band.gap for band in bands)
    named = [curve for curve in curves if not curve.benchmark][:_NAMED]
    benchmark = [curve for curve in curves if curve.benchmark]
    compared = [
        (mine.score, theirs.score)
        for curve in benchmark
        for mine, theirs in zip(points, curve.points, strict=True)
        if mine.score is not None and theirs.score is not None
    ]
    occurs = {
        "touchpoint": any(point.score is not None and not point.impact for point in points),
        "assumption": any(point.assumed for point in points),
        "moment_positive": any(point.impact > 0 for point in points),
        "moment_negative": any(point.impact < 0 for point in points),
        "unscored": any(point.score is None for point in points),
        "expectation": any(point.expected is not None for point in points),
        **{f"curve_{n}": bool(curve.name) for n, curve in enumerate(named)},
        "personas": len(named) < sum(not curve.benchmark for curve in curves),
        "benchmark": bool(benchmark),
        "better": any(mine > theirs for mine, theirs in compared),
        "worse": any(mine < theirs for mine, theirs in compared),
        "gap": missing or any(isinstance(item, Hole) for item in items),
        "evidence": any(isinstance(item, Strength) for item in items),
        "opportunity": any(isinstance(item, Chance) and item.impact and item.effort for item in items),
        "metric": any(isinstance(item, Figure) and item.below for item in items),
        "branch": any(column.branches for column in columns),
    }
    found = tuple(key for key, does in occurs.items() if does)
    return found if len(found) > 1 else ()
