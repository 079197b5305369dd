"""What the pages of a site show: a journey's small facts, without the journey."""

from dataclasses import dataclass

from cjm_cli.page.curve import XY
from cjm_cli.page.page import Fact


@dataclass(frozen=True)
class Pain:
    """A pain point."""

    id: str
    text: str
    severity: int | None = None
    frequency: str = ""
    cause: str = ""
    accepted: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Idea:
    """An opportunity."""

    id: str
    text: str
    addresses: tuple[str, ...]
    owner: str = ""
    status: str = ""
    impact: int | None = None
    effort: int | None = None
    metric: str = ""
    ticket: str = ""
    due: str = ""
    solutions: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is still something to decide or to do."""
        return self.status not in ("done", "rejected")


@dataclass(frozen=True)
class Voice:
    """The strongest words about a moment: said by a customer, or thought, or what we say of it."""

    text: str
    kind: str
    """`quote`, `thought` or `reason`."""
    source: str = ""


@dataclass(frozen=True)
class Met:
    """A touchpoint or a channel where it is used: `key` is what all uses of it share."""

    key: str
    name: str


@dataclass(frozen=True)
class Spot:
    """A step, or a stage that has none, or what a stage says itself; `anchor` is its address on the map."""

    anchor: str
    stage: str
    title: str
    score: float | None = None
    value: str = ""
    """The score as the project writes it."""
    feeling: str = ""
    by_persona: tuple[tuple[str, float], ...] = ()
    voice: Voice | None = None
    moment: str | None = None
    """Why it is a moment of truth; None when it is none."""
    touchpoints: tuple[Met, ...] = ()
    channels: tuple[Met, ...] = ()
    pains: tuple[Pain, ...] = ()
    ideas: tuple[Idea, ...] = ()
    own_column: bool = True
    words: str = ""
    """What else is said there, for the search."""


@dataclass(frozen=True)
class PersonaFacts:
    """Somebody whose journeys these are."""

    id: str
    name: str
    initials: str
    role: str
    summary: str
    quote: str
    facts: tuple[Fact, ...]
    pains: tuple[Pain, ...]
    channels: tuple[Met, ...]
    words: str = ""


@dataclass(frozen=True)
class Freshness:
    """When somebody last looked at a map, and until when that holds, as dates."""

    reviewed: str = ""
    every: str = ""
    due: str = ""
    """The day until which the review holds; empty when nobody said how long."""


@dataclass(frozen=True)
class JourneyFacts:
    """One journey."""

    id: str
    file: str
    """Where it stands within the project."""
    page: str
    """Where its map lies within the site."""
    title: str
    summary: str
    personas: tuple[str, ...]
    """Their ids."""
    described: tuple[PersonaFacts, ...]
    """The personas that the journey describes itself."""
    state: str
    status: str
    basis: str
    owner: str
    goal: str
    based_on: str
    freshness: Freshness
    curve: tuple[tuple[tuple[XY, ...], ...], ...]
    """Of each persona whose feelings are told apart, runs of points: how far along from 0 to 1, and the score."""
    spots: tuple[Spot, ...]
    words: str = ""

    @property
    def columns(self) -> tuple[Spot, ...]:
        """The steps of the map."""
        return tuple(spot for spot in self.spots if spot.own_column)

    @property
    def pains(self) -> tuple[Pain, ...]:
        """All pain points."""
        return tuple(pain for spot in self.spots for pain in spot.pains)

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """All opportunities."""
        return tuple(idea for spot in self.spots for idea in spot.ideas)

    @property
    def is_today(self) -> bool:
        """Whether it tells how things are, rather than how they shall be or were."""
        return self.state != "future" and self.status != "archived"
