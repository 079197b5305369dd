"""What a comparison tells: changes, each with its impact and both its places, and what they did to each journey."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from cjm_cli.finding import Finding, Location
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.span import Route

Data: TypeAlias = "str | float | bool | Sequence[Data] | Mapping[str, Data] | None"
"""A value of a model as JSON has it: short forms written out, what is not given left out."""


class Kind(StrEnum):
    """What happened to something. Only something with an id of its own is renamed: then it has another id than before."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    RENAMED = "renamed"
    CHANGED = "changed"


class Impact(StrEnum):
    """How much a change matters: to others who refer to it, to what a customer experiences, or to the wording alone."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return [*Impact].index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands on one of the two sides: its route in the model, and the place in the file."""

    route: Route
    location: Location


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `before` and `after` hold the field, or all of what was added or removed; of a move, nothing.

    `old` is None for what was added, `new` for what was removed.
    """

    kind: Kind
    impact: Impact
    entity: str
    """What it is about, in the words of the field: `journey`, `stage`, `step`, `pain point`, `thought` …"""
    name: str
    """What people call it: "Sees the real total"."""
    within: tuple[str, ...] = ()
    """The names of what it lies in, from the outside: stage, step; without the journey."""
    field: str = ""
    """The field of the entity that changed; empty when the entity as a whole is what it is about."""
    before: Data = None
    after: Data = None
    old: Place | None = None
    new: Place | None = None
    reason: str = ""
    """Why the impact is what it is, where that needs saying: "2 others refer to it"."""


@dataclass(frozen=True, slots=True)
class Felt:
    """A column of the emotion curve on both sides: scores on the common scale, and as each side's project writes them."""

    id: str
    name: str
    stage: str
    """The name of its stage; the same as its own when the stage is the column."""
    before: float | None = None
    after: float | None = None
    before_text: str = ""
    after_text: str = ""
    kind: Kind | None = None
    """ADDED or REMOVED for a column that stands on one side only."""

    @property
    def moved(self) -> bool:
        """Whether the feeling is another one, as far as both are known."""
        return self.before is not None and self.after is not None and self.before_text != self.after_text


@dataclass(frozen=True, slots=True)
class IdeaMove:
    """An opportunity whose status changed, or that came or went: then one of the two is empty."""

    text: str
    before: str
    after: str


@dataclass(frozen=True)
class Summary:
    """What the changes did to a journey as a whole."""

    curve: tuple[Felt, ...] = ()
    """Every column in reading order of the new side, those that are gone where they stood."""
    opened: tuple[str, ...] = ()
    """Texts of the pain points that are new, or no longer accepted."""
    resolved: tuple[str, ...] = ()
    """Texts of those that are gone, accepted, or answered by an opportunity that is done."""
    ideas: tuple[IdeaMove, ...] = ()
    coverage: tuple[float, float] | None = None
    """The share of cells that rest on evidence, from 0 to 1, before and after; None where one side has no journey."""


@dataclass(frozen=True)
class Compared:
    """One journey, persona or project that is not the same on both sides; `old` or `new` is None where it is not there."""

    entity: str
    """`journey`, `persona` or `project`."""
    id: str
    title: str
    old: Journey | Persona | Project | None
    new: Journey | Persona | Project | None
    changes: tuple[Change, ...]
    summary: Summary = field(default_factory=Summary)

    @property
    def impact(self) -> Impact | None:
        """The gravest of its changes."""
        return gravest(self.changes)


@dataclass(frozen=True)
class Difference:
    """Two sides, by the names that the user gave them, and all that is not the same."""

    old: str
    new: str
    compared: tuple[Compared, ...] = ()
    """The project first, then personas, then journeys, each by title."""
    findings: tuple[Finding, ...] = ()
    """Why files of one side could not be compared; the path of each begins with the side's name where it is a revision."""
    projects: tuple[Project, Project] | None = None
    """What the journeys of each side share: their channels by name, their scale."""
    personas: tuple[Mapping[str, Persona], Mapping[str, Persona]] = field(default_factory=lambda: ({}, {}))
    """The personas of each side, by id, as far as they were read."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in the order of what was compared."""
        return tuple(change for compared in self.compared for change in compared.changes)

    @property
    def impact(self) -> Impact | None:
        """The gravest of all changes; None when nothing changed."""
        return gravest(self.changes)


def gravest(changes: Iterable[Change]) -> Impact | None:
    """The impact of the gravest of some changes."""
    return min((change.impact for change in changes), key=lambda impact: impact.rank, default=None)
