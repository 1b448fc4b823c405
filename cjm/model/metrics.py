"""Metrics that are known without being declared: their ranges, and which way is better.

Their names are labels: `metric_nps`, `metric_csat`, … in `cjm/languages`.
"""

from typing import Literal

import msgspec


class KnownMetric(msgspec.Struct, frozen=True):
    """What holds for a metric wherever it is measured; None: no bound on that side."""

    id: str
    minimum: float | None
    maximum: float | None
    better: Literal["higher", "lower", ""]
    form: Literal["number", "ratio", "duration", "amount"]


# NPS: Reichheld, "The One Number You Need to Grow", Harvard Business Review, 2003.
# CES: Dixon, Freeman and Toman, "Stop Trying to Delight Your Customers", the same,
# 2010; on the seven-point agreement scale of its second version, where 7 is easy.
KNOWN_METRICS: dict[str, KnownMetric] = {
    "nps": KnownMetric("nps", -100, 100, "higher", "number"),
    "csat": KnownMetric("csat", 1, 5, "higher", "number"),
    "ces": KnownMetric("ces", 1, 7, "higher", "number"),
    "conversion": KnownMetric("conversion", 0, 1, "higher", "ratio"),
    "dropoff": KnownMetric("dropoff", 0, 1, "lower", "ratio"),
    "volume": KnownMetric("volume", 0, None, "", "number"),
    "duration": KnownMetric("duration", 0, None, "lower", "duration"),
    "cost": KnownMetric("cost", 0, None, "lower", "amount"),
}
