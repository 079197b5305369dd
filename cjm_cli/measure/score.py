"""What a map is worth, from 0 to 100: named parts with weights, each a share of what could be there.

A part that asks for what a map cannot have does not count, and the others weigh more. Evidence for what is there, a field that
was empty, an owner, a finding less never make any part smaller, and so never the score. What cannot be understood is worth 0,
so that mending it never lowers the mean. Archived journeys are not scored.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from statistics import fmean
from typing import NamedTuple, TypeAlias

from cjm_cli.lint.rules.opportunity._severity import HURTS
from cjm_cli.measure.seen import Seen, Sight
from cjm_cli.site.freshness import is_overdue

ERROR, WARNING = 0.25, 0.05
"""What one finding takes away from what is sound."""
UNLIMITED = 0.5
"""What a review is worth of which nobody says how long it holds."""

Share: TypeAlias = Callable[[Seen, date | None], float | None]
"""How much of a part is there, from 0 to 1; None where it does not count."""


class Part(NamedTuple):
    """A part of the score."""

    name: str
    weight: int
    meaning: str
    share: Share


def _complete(seen: Seen, _today: date | None) -> float:
    return seen.told.filled / seen.told.needed


def _felt(seen: Seen, _today: date | None) -> float:
    columns = seen.facts.columns
    return sum(spot.score is not None for spot in columns) / len(columns) if columns else 0.0


def _evidenced(seen: Seen, _today: date | None) -> float | None:
    if seen.facts.state == "future":
        return None
    return seen.told.proven / seen.told.claimed if seen.told.claimed else 0.0


def _answered(seen: Seen, _today: date | None) -> float | None:
    grave = [pain for pain in seen.pains if pain.is_grave]
    return sum(pain.is_answered for pain in grave) / len(grave) if grave else None


def _sound(seen: Seen, _today: date | None) -> float:
    return max(0.0, 1.0 - ERROR * seen.errors - WARNING * seen.warnings)


def _fresh(seen: Seen, today: date | None) -> float | None:
    if today is None:
        return None
    fresh = seen.facts.freshness
    if not fresh.reviewed or is_overdue(fresh, today):
        return 0.0
    return 1.0 if fresh.due else UNLIMITED


PARTS = (
    Part(
        "complete",
        20,
        "what a reader needs is told: persona, summary, state, scenario, goal, trigger, outcome, basis, status, owner, "
        "and a goal of every stage",
        _complete,
    ),
    Part("felt", 20, "the share of steps whose feeling has a score", _felt),
    Part(
        "evidenced",
        20,
        "the share of emotions and pain points with evidence, in the cell or its stage; a future journey needs none",
        _evidenced,
    ),
    Part(
        "answered",
        15,
        f"of the pain points of severity {HURTS} or more, the share that is accepted, or has an opportunity with an owner "
        "and a status; without such pain points it does not count",
        _answered,
    ),
    Part(
        "sound",
        15,
        f"what cjm validate finds: an error takes {ERROR * 100:g} of 100 away, a warning {WARNING * 100:g}, a hint nothing",
        _sound,
    ),
    Part(
        "fresh",
        10,
        "with --today only: 100 while the last review holds, 50 where nobody said how long it does, else 0",
        _fresh,
    ),
)
"""The one table of what counts, and how much: the weights add up to 100."""


@dataclass(frozen=True)
class JourneyScore:
    """What a journey is worth; `parts` are from 0 to 100, None where they do not count."""

    key: str
    title: str
    file: str
    total: float
    parts: Mapping[str, float | None]


@dataclass(frozen=True)
class ProjectScore:
    """What a project is worth: the mean of its journeys; None without any."""

    name: str
    folder: str
    journeys: tuple[JourneyScore, ...]

    @property
    def mean(self) -> float | None:
        """Of all its journeys alike."""
        return round(fmean(journey.total for journey in self.journeys), 1) if self.journeys else None

    @property
    def broken(self) -> tuple[str, ...]:
        """The files that cannot be understood."""
        return tuple(journey.file for journey in self.journeys if not journey.parts)


class Fall(NamedTuple):
    """A journey, or the project without a key, that is worth less than it was."""

    key: str
    was: float
    now: float


def project_score(name: str, folder: str, sight: Sight, today: date | None) -> ProjectScore:
    """The score of each journey that is in use."""
    scored = [score_of(seen, today) for seen in sight.journeys if seen.facts.status != "archived"]
    broken = [JourneyScore(key, key, entry.source.name, 0.0, {}) for key, entry in sight.broken]
    return ProjectScore(name, folder, tuple(sorted((*scored, *broken), key=lambda one: one.key)))


def score_of(seen: Seen, today: date | None) -> JourneyScore:
    """The weighted mean of the parts that count."""
    shares = {part: part.share(seen, today) for part in PARTS}
    counted = {part: share for part, share in shares.items() if share is not None}
    total = 100 * sum(part.weight * share for part, share in counted.items()) / sum(part.weight for part in counted)
    parts = {part.name: None if share is None else round(100 * share, 1) for part, share in shares.items()}
    return JourneyScore(seen.key, seen.facts.title, seen.entry.source.name, round(total, 1), parts)


def falls(now: ProjectScore, then: ProjectScore) -> Iterator[Fall]:
    """What is worth less than it was. What was not there then counts for nothing; what is gone, for the mean alone."""
    was = {journey.key: journey.total for journey in then.journeys}
    known = replace(now, journeys=tuple(journey for journey in now.journeys if journey.key in was))
    for journey in known.journeys:
        if journey.total < was[journey.key]:
            yield Fall(journey.key, was[journey.key], journey.total)
    if known.mean is not None and then.mean is not None and known.mean < then.mean:
        yield Fall("", then.mean, known.mean)
