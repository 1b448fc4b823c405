"""Numbers, dates and plurals as drawn, beside those of Babel, which has CLDR itself."""

import datetime
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_skeleton
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from cjm.languages import date, language, languages, number, percent, plural_form
from cjm.languages.plurals import holds
from tools.make_locales import LOCALES

DAYS = [datetime.date(2026, 1, 1) + datetime.timedelta(days) for days in range(0, 366, 3)]
# Every kind of rule that CLDR has: none, ranges, decimals that are seen, remainders.
CATEGORIES = ("ar", "cs", "cy", "fr", "ga", "he", "hi", "is", "ja", "lt", "lv", "mk", "pl", "pt", "ru", "sl")


def locale(code: str) -> Locale:
    return Locale.parse(LOCALES.get(code, code))


def hundredths() -> st.SearchStrategy[float]:
    return st.integers(-(10**9), 10**9).map(lambda value: value / 100)


@pytest.mark.parametrize("code", languages())
@given(value=hundredths())
def test_a_number_is_cldrs(code: str, value: float) -> None:
    expected = format_decimal(value, "#,##0.##", locale=locale(code)).replace("-", "−")
    assert number(value, language(code)) == expected


@pytest.mark.parametrize("code", languages())
@given(value=st.integers(0, 30000).map(lambda value: value / 10000))
def test_a_percentage_is_cldrs(code: str, value: float) -> None:
    pattern = locale(code).percent_formats[None].pattern.replace("#,##0", "#,##0.##")
    assert percent(value, language(code)) == format_percent(value, pattern, locale=locale(code))


@pytest.mark.parametrize("code", languages())
def test_a_date_is_cldrs(code: str) -> None:
    for day in DAYS:
        assert date(day, language(code)) == format_skeleton("yMMMd", day, locale=locale(code))


@pytest.mark.parametrize("code", [*languages(), *CATEGORIES])
def test_a_plural_category_is_cldrs(code: str) -> None:
    form = locale(code).plural_form
    for drawn in [*map(str, range(1200)), "1.5", "0.1", "1.21", "2.02", "11.31", "1000000"]:
        found = [category for category, rule in form.rules.items() if holds(rule, drawn)]
        assert (found or ["other"]) == [form(Decimal(drawn))], drawn


def test_a_form_goes_with_the_number_that_is_drawn() -> None:
    hours = language("en").unit_names["hours"]
    assert [plural_form(hours, value, language("en")) for value in (0, 1, 1.004, 1.5, 1001)] == [
        *("hours", "hour", "hour", "hours", "hours"),
    ]


def test_formats_are_those_of_this_cldr() -> None:
    tool = Path(__file__).parents[2] / "tools" / "make_locales.py"
    done = subprocess.run([sys.executable, tool, "--check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
