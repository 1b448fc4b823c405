"""The rule `journey-without-scope`."""

from collections.abc import Iterator

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey


@rule(Severity.INFO, preset="recommended")
def journey_without_scope(journey: Journey) -> Iterator[Problem]:
    """
    Nothing says where the journey starts, or where it ends.

    For the customer it starts long before the first contact, and ends long after
    the last. Where the map draws the line is a choice; said aloud it can be
    discussed, unsaid it is found out in the third workshop. (The service manual of
    gov.uk asks for it first; so does Smaply.)

    Bad:

        journey: Moving to another town
        phases:
          - name: Registering
            touchpoints: [Fills in the form]

    Good:

        journey: Moving to another town
        scope:
          starts: The contract for the house is signed
          ends: The first letter arrives at the new address
        phases:
          - name: Registering
            touchpoints: [Fills in the form]
    """
    scope = journey.scope
    if scope is None:
        if not journey.wrote("scope"):
            message = f"nothing says where the journey {journey.title!r} starts and ends"
            yield Problem(journey, "title", message, "say it with `scope: {starts: …, ends: …}`")
        return
    missing = [key for key in ("starts", "ends") if not scope.wrote(key)]
    if missing and "scope" not in journey.origin.failed:
        message = f"nothing says where the journey {journey.title!r} {' and '.join(missing)}"
        yield Problem(journey, "scope", message, f"add `{missing[0]}:` to its scope")
