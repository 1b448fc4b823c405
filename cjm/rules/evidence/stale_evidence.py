"""The rule `stale-evidence`."""

from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date

from cjm.diagnostics import Severity
from cjm.lint import Problem, rule
from cjm.model.entities import Journey
from cjm.model.identity import called
from cjm.rules.evidence._shared import sources


@rule(Severity.INFO)
def stale_evidence(journey: Journey, *, today: date, years: int = 2) -> Iterator[Problem]:
    """
    Evidence is more than two years old.

    Customers compare with what they met elsewhere last month, and the organisation
    has changed since, too. What was true may still be; somebody should look. The
    age counts in calendar `years`, an option; the day itself is not yet too old.
    Archived journeys are left alone. A finding stands where the source is declared.

    Bad:

        evidence:
          - {id: talks, kind: interview, date: 2019-05-06}
        phases:
          - name: At the till
            evidence: talks
            touchpoints: [Pays in cash]

    Good:

        evidence:
          - {id: talks, kind: interview, date: 2026-05-06}
        phases:
          - name: At the till
            evidence: talks
            touchpoints: [Pays in cash]
    """
    if journey.status == "archived":
        return
    limit = _years_before(today, years)
    for source in sources(journey):
        if source.date is not None and source.date < limit:
            age = "a year" if years == 1 else f"{years} years"
            yield Problem(
                source,
                "date",
                f"evidence {(called(source) or source.id)!r} is of {source.date}, more than {age} ago",
                "see whether it still holds, and declare what is newer under `evidence:`",
            )


def _years_before(day: date, years: int) -> date:
    """The same day in an earlier year; 1 March for the 29th of February where there is none."""
    year = min(max(day.year - years, MINYEAR), MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
