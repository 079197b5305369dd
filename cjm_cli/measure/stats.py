"""How many there are of what, in a journey and in all of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from cjm_cli.measure.seen import Seen
from cjm_cli.site.facts import Freshness, Spot
from cjm_cli.site.freshness import is_overdue

SEVERITIES = ("5", "4", "3", "2", "1", "")
"""The gravest first; last those that nobody has rated."""
STATUSES = ("idea", "planned", "in-progress", "done", "rejected", "")
"""The way of an opportunity; last those of which nobody says."""


@dataclass(frozen=True)
class Moment:
    """A step, and how it feels there."""

    stage: str
    step: str
    score: float
    value: str
    """The score as the project writes it."""


@dataclass(frozen=True)
class Counts:
    """What can be added up."""

    journeys: int = 1
    stages: int = 0
    steps: int = 0
    pains: int = 0
    open_pains: Mapping[str, int] = field(default_factory=dict)
    """By severity; a pain point is open when it is neither accepted nor answered by an opportunity that is done."""
    ideas: Mapping[str, int] = field(default_factory=dict)
    """By status."""
    proven: int = 0
    """How many of the emotions and pain points name evidence, of `claimed`."""
    claimed: int = 0


@dataclass(frozen=True)
class JourneyStats:
    """A journey in numbers."""

    seen: Seen
    counts: Counts
    low: Moment | None
    high: Moment | None
    fresh: Freshness
    overdue: bool | None
    """Whether its review is late; None where nobody said what day it is, or it is reviewed no more."""


@dataclass(frozen=True)
class ProjectStats:
    """A project in numbers."""

    name: str
    folder: str
    journeys: tuple[JourneyStats, ...]
    total: Counts


def project_stats(name: str, folder: str, seen: Iterable[Seen], today: date | None) -> ProjectStats:
    """The numbers of the journeys, and of all of them."""
    journeys = tuple(_of_journey(one, today) for one in seen)
    return ProjectStats(name, folder, journeys, _total([journey.counts for journey in journeys]))


def _of_journey(seen: Seen, today: date | None) -> JourneyStats:
    felt = [spot for spot in seen.facts.columns if spot.score is not None]
    fresh, is_archived = seen.facts.freshness, seen.facts.status == "archived"
    return JourneyStats(
        seen,
        _counts(seen),
        _moment(min(felt, key=_score, default=None)),
        _moment(max(felt, key=_score, default=None)),
        fresh,
        None if today is None or is_archived or not fresh.due else is_overdue(fresh, today),
    )


def _counts(seen: Seen) -> Counts:
    is_open = Counter(str(pain.severity or "") for pain in seen.pains if pain.is_open)
    ideas = Counter(idea.status.replace(" ", "-") for idea in seen.facts.ideas)
    return Counts(
        stages=seen.told.stages,
        steps=seen.told.steps,
        pains=len(seen.pains),
        open_pains={severity: is_open[severity] for severity in SEVERITIES},
        ideas={status: ideas[status] for status in STATUSES},
        proven=seen.told.proven,
        claimed=seen.told.claimed,
    )


def _score(spot: Spot) -> float:
    return spot.score or 0.0


def _moment(spot: Spot | None) -> Moment | None:
    return None if spot is None else Moment(spot.stage, spot.title, round(_score(spot), 2), spot.value)


def _total(counts: list[Counts]) -> Counts:
    return Counts(
        journeys=len(counts),
        stages=sum(one.stages for one in counts),
        steps=sum(one.steps for one in counts),
        pains=sum(one.pains for one in counts),
        open_pains={key: sum(one.open_pains[key] for one in counts) for key in SEVERITIES},
        ideas={key: sum(one.ideas[key] for one in counts) for key in STATUSES},
        proven=sum(one.proven for one in counts),
        claimed=sum(one.claimed for one in counts),
    )
