"""The rule `unexplained-channel-switch`."""

from collections.abc import Iterator

from cjm.diagnostics import Related, Severity
from cjm.lint import Problem, rule
from cjm.model.channels import common_channel
from cjm.model.entities import Journey, Touchpoint
from cjm.rules.structure._shared import OUT, ways

_EXPLAINING = ("frontstage", "content", "gains", "pains")


@rule(Severity.INFO, preset="recommended")
def unexplained_channel_switch(journey: Journey) -> Iterator[Problem]:
    """
    The customer changes channel, and nothing says how.

    Between the website and the store, customers carry the basket, the case and
    the story themselves, and most of it is lost there. Frontstage, content, a gain
    or a pain on either side shows that somebody has looked. Neighbours that share
    a channel are silent. (The Nielsen Norman Group on journeys over many channels;
    Lou Downe: a service works across all of them.)

    Bad:

        phases:
          - name: A coat
            touchpoints:
              - {name: Picks a coat, channel: website}
              - {name: Tries it on, channel: store}

    Good:

        phases:
          - name: A coat
            touchpoints:
              - {name: Picks a coat, channel: website}
              - {name: Tries it on, channel: store, frontstage: The coat hangs ready under her name}
    """
    points, onward = journey.touchpoints, ways(journey)
    names = {channel.id: channel.name for channel in journey.channels}
    told: set[int] = set()
    for position, targets in enumerate(onward or ()):
        for target in targets:
            if target == OUT or target in told or not _switches(points[position], points[target]):
                continue
            told.add(target)
            before, after = points[position], points[target]
            there, here = (" and ".join(names.get(id, id) for id in end.channels) for end in (before, after))
            yield Problem(
                after,
                "channels",
                f"from {before.name!r} to {after.name!r} the customer changes from {there} to {here}, "
                "and nothing says how",
                "say on either side what helps across with `frontstage:` or `content:`, or how it feels "
                "with `gain:` or `pain:`",
                (Related("the channel before it", before.origin.path, before.at("channels")),),
            )


def _switches(before: Touchpoint, after: Touchpoint) -> bool:
    """Whether two touchpoints share no channel, and neither says how the customer gets across."""
    ends = (before, after)
    if any(not end.channels or "channels" in end.origin.failed for end in ends):
        return False
    explained = any(end.wrote(key) for end in ends for key in _EXPLAINING)
    return not explained and _channels(before).isdisjoint(_channels(after))


def _channels(touchpoint: Touchpoint) -> set[str]:
    """Its channels, with `shop` and `store` as one."""
    found = ((id, common_channel(id)) for id in touchpoint.channels)
    return {common.id if common else id for id, common in found}
