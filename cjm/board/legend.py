"""Which signs a sheet explains: those that occur on it, and none if it is only one."""

from cjm.board.sheet import Band, Chance, Column, Curve, Figure, Head, Hole, Lane, Strength


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
    occurs = {
        "touchpoint": any(point.score is not None and not point.impact for point in points),
        "assumption": any(point.assumed for point in points),
        "moment_positive": any(point.impact > 0 for point in points),
        "moment_negative": any(point.impact < 0 for point in points),
        "unscored": any(point.score is None for point in points),
        "expectation": any(point.expected is not None for point in points),
        "personas": any(not curve.benchmark for curve in curves[1:]),
        "benchmark": any(curve.benchmark for curve in curves[1:]),
        "gap": missing or any(isinstance(item, Hole) for item in items),
        "evidence": any(isinstance(item, Strength) for item in items),
        "opportunity": any(isinstance(item, Chance) and item.impact and item.effort for item in items),
        "metric": any(isinstance(item, Figure) and item.below for item in items),
        "branch": any(column.branches for column in columns),
    }
    found = tuple(key for key, does in occurs.items() if does)
    return found if len(found) > 1 else ()
