"""Dates as authors write them, `2026-05-31` or `2026-05`, and times such as `6 months`."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def first_day(written: str) -> date:
    """The day; the first of the month where only that is known."""
    year, month, *days = map(int, written.split("-"))
    return date(year, month, days[0] if days else 1)


def last_day(written: str) -> date:
    """The day; the last of the month where only that is known."""
    year, month, *days = map(int, written.split("-"))
    return date(year, month, days[0] if days else monthrange(year, month)[1])


def later(day: date, time: str) -> date:
    """The day after such a time, or the last one that there is."""
    number, unit = time.split(" ")
    count = int(number)
    match unit.removesuffix("s"):
        case "month":
            return months_later(day, count)
        case "year":
            return months_later(day, 12 * count)
        case "week":
            count *= 7
    return date.fromordinal(min(day.toordinal() + count, date.max.toordinal()))


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it is shorter."""
    year, before = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, before + 1, min(day.day, monthrange(year, before + 1)[1]))
