"""The day that what is late is measured against."""

import datetime
import os

from cjm.errors import UsageError


def given(today: str | None) -> datetime.date | None:
    """`--today`, else SOURCE_DATE_EPOCH as a day in UTC, else none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if today is not None:
            return datetime.date.fromisoformat(today)
        if epoch:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        if today is not None:
            raise UsageError(f"--today {today!r} is not a date", "write it as 2026-09-01") from None
        raise UsageError(f"SOURCE_DATE_EPOCH {epoch!r} is not a number of seconds since 1970") from None
    return None
