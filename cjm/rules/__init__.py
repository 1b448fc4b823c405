"""Every rule there is: one file each, one line in this table.

A rule is imported when it runs: eighty modules cost a cold build a tenth of its time, and
a preset leaves a third of them out.
"""

from collections.abc import Collection
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from cjm.config import PRESETS, LintSettings

if TYPE_CHECKING:
    from cjm.lint import Rule

    ALL_RULES: tuple[Rule, ...]

# The folder that each stands in, and the first preset that it is in; a test compares.
TABLE: dict[str, tuple[str, str]] = {
    "image-without-alternative": ("access", "minimal"),
    "unreadable-colour": ("access", "minimal"),
    "future-without-current": ("action", "strict"),
    "opportunity-overdue": ("action", "recommended"),
    "opportunity-without-estimate": ("action", "recommended"),
    "opportunity-without-owner": ("action", "recommended"),
    "opportunity-without-pain": ("action", "strict"),
    "pain-without-opportunity": ("action", "minimal"),
    "quick-win-idle": ("action", "recommended"),
    "hypothesis": ("evidence", "recommended"),
    "journey-without-evidence": ("evidence", "minimal"),
    "nps-alone": ("evidence", "strict"),
    "severe-pain-without-evidence": ("evidence", "minimal"),
    "single-source": ("evidence", "strict"),
    "small-sample": ("evidence", "strict"),
    "staff-view-only": ("evidence", "minimal"),
    "stale-evidence": ("evidence", "recommended"),
    "expectation-gap": ("experience", "recommended"),
    "flat-emotion": ("experience", "minimal"),
    "high-without-gain": ("experience", "strict"),
    "important-but-unsatisfying": ("experience", "minimal"),
    "journey-without-emotion": ("experience", "minimal"),
    "low-without-pain": ("experience", "minimal"),
    "no-high-point": ("experience", "strict"),
    "no-low-point": ("experience", "strict"),
    "pain-without-dip": ("experience", "strict"),
    "patchy-emotion": ("experience", "recommended"),
    "touchpoint-without-thought": ("experience", "strict"),
    "action-not-first-person": ("framing", "recommended"),
    "buyer-journey-posing-as-customer-journey": ("framing", "minimal"),
    "inside-out-wording": ("framing", "strict"),
    "journey-without-business-goal": ("framing", "strict"),
    "journey-without-expectations": ("framing", "strict"),
    "journey-without-goal": ("framing", "minimal"),
    "journey-without-persona": ("framing", "minimal"),
    "journey-without-scenario": ("framing", "minimal"),
    "journey-without-scope": ("framing", "recommended"),
    "personas-sharing-one-curve": ("framing", "minimal"),
    "below-benchmark": ("measurement", "recommended"),
    "below-target": ("measurement", "recommended"),
    "metric-against-emotion": ("measurement", "recommended"),
    "metric-without-date": ("measurement", "strict"),
    "metric-without-source": ("measurement", "strict"),
    "metric-without-target": ("measurement", "strict"),
    "phase-without-metric": ("measurement", "recommended"),
    "unexplained-dropoff": ("measurement", "minimal"),
    "moment-of-truth-at-neutral": ("moments", "strict"),
    "moment-of-truth-without-metric": ("moments", "strict"),
    "moment-of-truth-without-success-or-failure": ("moments", "strict"),
    "no-moment-of-truth": ("moments", "minimal"),
    "too-many-moments-of-truth": ("moments", "recommended"),
    "unguarded-moment-of-truth": ("moments", "minimal"),
    "impersonal-journey": ("moves", "recommended"),
    "misplaced-touchpoint": ("moves", "recommended"),
    "redesign-candidate": ("moves", "recommended"),
    "short-journey": ("moves", "recommended"),
    "skippable-touchpoint": ("moves", "recommended"),
    "unamplified-peak": ("moves", "recommended"),
    "unsoftened-low": ("moves", "recommended"),
    "weak-ending": ("moves", "recommended"),
    "weak-start": ("moves", "recommended"),
    "handover-unexplained": ("ownership", "recommended"),
    "journey-without-owner": ("ownership", "recommended"),
    "moment-of-truth-without-owner": ("ownership", "minimal"),
    "overloaded-department": ("ownership", "strict"),
    "phase-without-owner": ("ownership", "minimal"),
    "unused-department": ("ownership", "strict"),
    "unusual-owner": ("ownership", "strict"),
    "dead-end": ("structure", "minimal"),
    "empty-phase": ("structure", "minimal"),
    "endless-loop": ("structure", "minimal"),
    "shares-incomplete": ("structure", "recommended"),
    "split-sentence": ("structure", "recommended"),
    "stage-missing": ("structure", "minimal"),
    "stage-out-of-order": ("structure", "minimal"),
    "stage-unknown": ("structure", "minimal"),
    "too-few-phases": ("structure", "recommended"),
    "too-many-phases": ("structure", "recommended"),
    "too-wordy": ("structure", "recommended"),
    "touchpoint-list-only": ("structure", "minimal"),
    "touchpoint-without-channel": ("structure", "minimal"),
    "unbalanced-phase": ("structure", "strict"),
    "unexplained-channel-switch": ("structure", "recommended"),
    "unreachable-touchpoint": ("structure", "minimal"),
    "never-reviewed": ("upkeep", "recommended"),
    "review-overdue": ("upkeep", "minimal"),
    "unused-declaration": ("upkeep", "recommended"),
    "unused-ignore": ("upkeep", "minimal"),
}


def wanted(settings: LintSettings) -> "tuple[Rule, ...]":
    """The rules that may run under these settings: those of the preset, and those that are named."""
    last = PRESETS.index(settings.preset)
    named = {*settings.select, *settings.rules}
    return loaded(
        {name for name, (_, first) in TABLE.items() if PRESETS.index(first) <= last or name in named}
    )


def loaded(names: Collection[str]) -> "tuple[Rule, ...]":
    """The rules of these names, imported now, in the order of the table."""
    return tuple(_rule(name) for name in TABLE if name in names)


@cache
def _rule(name: str) -> "Rule":
    attribute = name.replace("-", "_")
    return cast("Rule", getattr(import_module(f"cjm.rules.{TABLE[name][0]}.{attribute}"), attribute))


def __getattr__(name: str) -> object:
    """`ALL_RULES`, every one of them, where somebody asks."""
    if name == "ALL_RULES":
        return loaded(TABLE)
    raise AttributeError(name)
