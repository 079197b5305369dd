"""What holds for every date and every time that an author can write."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.lint.rules._dates import first_day, last_day, later, months_later

NEXT = timedelta(days=1)
DAYS = st.dates(date(1, 1, 1), date(9000, 12, 31))
MONTHS = st.integers(0, 11_000)


@pytest.mark.parametrize(
    ("day", "time", "after"),
    [
        ("2026-01-31", "1 month", "2026-02-28"),
        ("2028-01-31", "1 month", "2028-02-29"),
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2026-05-31", "6 months", "2026-11-30"),
        ("2026-12-01", "1 months", "2027-01-01"),
        ("2026-02-27", "2 days", "2026-03-01"),
        ("2026-02-27", "2 weeks", "2026-03-13"),
        ("2026-05-31", "0 days", "2026-05-31"),
        ("9999-12-31", "1 day", "9999-12-31"),
        ("2026-05-31", "99999 years", "9999-12-31"),
    ],
)
def test_a_time_after_a_day(day, time, after) -> None:
    assert later(first_day(day), time) == first_day(after)


@given(DAYS, MONTHS)
def test_a_month_later_is_the_same_day_or_the_months_last(day, months) -> None:
    after = months_later(day, months)
    assert after.year * 12 + after.month == day.year * 12 + day.month + months
    assert after.day == day.day or (after.day < day.day and (after + NEXT).day == 1)


@given(DAYS, DAYS, MONTHS)
def test_who_reviews_later_is_due_no_earlier(one, other, months) -> None:
    assert months_later(min(one, other), months) <= months_later(max(one, other), months)


@given(DAYS, MONTHS, MONTHS)
def test_a_longer_time_ends_no_earlier(day, one, other) -> None:
    assert months_later(day, min(one, other)) <= months_later(day, max(one, other))


@given(st.dates(), st.integers(0, 99_999), st.sampled_from(["day", "week", "month", "year"]))
def test_no_time_is_too_long(day, number, unit) -> None:
    assert day <= later(day, f"{number} {unit}s") <= date.max


@given(DAYS, st.integers(0, 900))
def test_units_agree(day, number) -> None:
    assert later(day, f"{number} weeks") == later(day, f"{7 * number} days")
    assert later(day, f"{number} years") == later(day, f"{12 * number} months")


@given(st.dates())
def test_of_a_month_every_day_is_meant(day) -> None:
    assert first_day(day.isoformat()[:7]) <= day <= last_day(day.isoformat()[:7])
    assert first_day(day.isoformat()) == day == last_day(day.isoformat())
