"""Numbers in words, as a terminal and a table tell them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from cjm_cli.measure.stats import SEVERITIES, STATUSES, Counts, JourneyStats, Moment
from cjm_cli.site import freshness
from cjm_cli.summary import counted
from cjm_cli.terminal import cells, escape, pad


def sizes(counts: Counts) -> str:
    """How much there is."""
    return f"{counted(counts.stages, 'stage')}, {counted(counts.steps, 'step')}"


def share(part: int, whole: int) -> str:
    """A part of a whole, in per cent as well, which only nothing is none of."""
    return f"{part} of {whole} ({per_cent(part, whole)} %)" if whole else "none"


def per_cent(part: int, whole: int) -> int:
    """Rounded, but neither all nor nothing unless it is."""
    return min(99, max(1, round(100 * part / whole))) if 0 < part < whole else round(100 * part / whole)


def pains(counts: Counts) -> str:
    """The open pain points, the gravest first."""
    found = [(severity, counts.open_pains[severity]) for severity in SEVERITIES if counts.open_pains[severity]]
    if not found:
        return f"none open, of {counts.pains}" if counts.pains else "none"
    told = ", ".join(f"{number} {_severity(severity)}" for severity, number in found)
    return f"{sum(counts.open_pains.values())} open of {counts.pains}: {told}"


def _severity(severity: str) -> str:
    return f"of severity {severity}" if severity else "without a severity"


def ideas(counts: Counts) -> str:
    """The opportunities, along their way."""
    found = ((status, counts.ideas[status]) for status in STATUSES)
    return ", ".join(f"{number} {_status(status, number)}" for status, number in found if number) or "none"


def _status(status: str, number: int) -> str:
    if status == "idea":
        return "idea" if number == 1 else "ideas"
    return status.replace("-", " ") or "without a status"


def moment(found: Moment | None) -> str:
    """A step with its score, and its stage where that has a name of its own."""
    if found is None:
        return "nobody has said how it feels"
    stage = f" ({found.stage})" if found.stage and found.stage != found.step else ""
    return f"{found.value}  {found.step}{stage}"


def fresh(journey: JourneyStats, today: date | None) -> str:
    """When it was reviewed, and until when that holds."""
    if not journey.fresh.reviewed:
        return "never"
    day = None if journey.overdue is None else today
    holds = freshness.holds(journey.fresh, day)
    return f"{freshness.day_in_words(journey.fresh.reviewed)}{f', {holds}' if holds else ''}"


def aligned(rows: Iterable[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """Lines of escaped cells in columns; those of `right` end in line."""
    lines = [[escape(cell) for cell in row] for row in rows]
    columns = [_column(column, at_end=at in right) for at, column in enumerate(zip(*lines, strict=True))]
    return ["  ".join(row).rstrip() for row in zip(*columns, strict=True)]


def _column(texts: Sequence[str], *, at_end: bool) -> list[str]:
    width = max(map(cells, texts))
    return [" " * (width - cells(text)) + text if at_end else pad(text, width) for text in texts]
