"""How fresh a map is, in words: by its dates alone, unless somebody says what day it is."""

from datetime import date

from cjm_cli.lint.rules._dates import last_day
from cjm_cli.site.facts import Freshness

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(written: str) -> str:
    """`2026-05-31` as 31 May 2026; where only the month is known, that."""
    year, month, *days = written.split("-")
    return " ".join((*(str(int(day)) for day in days), MONTHS[int(month) - 1], year))


def reviewed(fresh: Freshness) -> str:
    """When somebody last looked at a map."""
    return f"Reviewed {day_in_words(fresh.reviewed)}" if fresh.reviewed else "Never reviewed"


def holds(fresh: Freshness, today: date | None) -> str:
    """Until when that holds, or since when it does not."""
    if not fresh.due:
        return ""
    if today is None:
        return f"holds until {day_in_words(fresh.due)}"
    return (
        f"overdue since {day_in_words(fresh.due)}"
        if is_overdue(fresh, today)
        else f"holds until {day_in_words(fresh.due)}"
    )


def is_overdue(fresh: Freshness, today: date | None) -> bool:
    """Whether the day has passed until which the review holds."""
    return today is not None and bool(fresh.due) and last_day(fresh.due) < today
