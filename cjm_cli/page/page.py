"""A page: what is shown and in which order, before any format. Texts are as their authors wrote them, never markup."""

from dataclasses import dataclass, field
from typing import TypeAlias

from cjm_cli.page.cell import Cell, Mark, Moment
from cjm_cli.page.figures import Cards, Flow
from cjm_cli.page.theme import DEFAULT, Theme


@dataclass(frozen=True)
class Column:
    """A step, or a stage that has no steps; then its title is empty. `id` is its address, unique on the page."""

    id: str
    title: str
    remarks: tuple[str, ...] = ()
    """What sort of step it is, who does it, how long it takes: in words."""
    moment: Moment | None = None
    personas: tuple[str, ...] = ()
    """Whose it is, where it is not everybody's."""
    mark: Mark | None = None


@dataclass(frozen=True)
class Group:
    """A stage over its columns."""

    id: str
    title: str
    goal: str
    remarks: tuple[str, ...]
    columns: tuple[Column, ...]
    moment: Moment | None = None
    """Set when the stage as a whole is a moment of truth."""
    mark: Mark | None = None


@dataclass(frozen=True)
class Lane:
    """A row: what belongs to each stage as a whole, and what belongs to each column."""

    key: str
    title: str
    stage_cells: tuple[Cell, ...]
    """One a group; what a stage with steps says itself."""
    cells: tuple[Cell, ...]
    """One a column."""
    remarks: tuple[str, ...] = ()
    """Small, beneath its title."""

    @property
    def has_stage_cells(self) -> bool:
        """Whether any stage says something itself."""
        return any(self.stage_cells)


@dataclass(frozen=True)
class Divider:
    """A line between lanes that bears its name, such as the line of visibility."""

    title: str


@dataclass(frozen=True)
class Point:
    """A feeling on the curve. `at` is in columns from the left (the middle of the first is 0.5), `score` from −2 to +2."""

    at: float
    score: float
    value: str
    """The score as the project writes it."""
    feeling: str = ""
    emoji: str = ""
    reason: str = ""
    basis: str = ""
    assumed: bool = False
    """Believed or hoped for, not seen: drawn hollow."""


@dataclass(frozen=True)
class Series:
    """One persona's curve: runs of points without a gap between them."""

    name: str
    runs: tuple[tuple[Point, ...], ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """All points from left to right."""
        return tuple(point for run in self.runs for point in run)


@dataclass(frozen=True)
class CurveLane:
    """The row of the emotion curve, and the same in words: one cell a column."""

    key: str
    title: str
    series: tuple[Series, ...]
    guides: tuple[tuple[float, str], ...]
    """Scores with their names, highest first."""
    stage_cells: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    before: tuple[Series, ...] = ()
    """How it feels in the journey that this one improves, or felt in an earlier version, over the same columns."""
    compared: tuple[tuple[int, int], ...] = ()
    """Which of `before` and which of `series` are the same persona's, so that what lies between them is shaded."""


Row: TypeAlias = Lane | CurveLane | Divider


@dataclass(frozen=True)
class Grid:
    """The map itself."""

    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    is_matrix: bool = False
    """Every group is one column, and each row is read across all of them: never cut it stage by stage."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns from left to right."""
        return tuple(column for group in self.groups for column in group.columns)


@dataclass(frozen=True)
class PersonaCard:
    """Whose journey it is."""

    name: str
    initials: str
    role: str = ""
    summary: str = ""
    quote: str = ""
    facts: tuple["Fact", ...] = ()


@dataclass(frozen=True)
class Fact:
    """A label and what stands under it; more than one text is a list."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Badge:
    """A word about the whole map; a `ribbon` runs across the top, with a sentence that explains it."""

    text: str
    explanation: str = ""
    ribbon: bool = False


@dataclass(frozen=True)
class Header:
    """What stands above the map."""

    title: str
    summary: str
    badges: tuple[Badge, ...]
    personas: tuple[PersonaCard, ...]
    facts: tuple[Fact, ...]
    kind: str = ""
    """What sort of page it is, above the title; empty on the map itself."""


@dataclass(frozen=True)
class Profile:
    """A person at the head of a page of their own."""

    kind: str
    name: str
    initials: str
    role: str
    summary: str
    quote: str
    badges: tuple[Badge, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class LegendEntry:
    """A sign of the map in words."""

    sign: str
    """Name of the sign: pain, opportunity, moment, observed, assumed, before."""
    text: str


@dataclass(frozen=True)
class Footer:
    """What stands below the map."""

    legend: tuple[LegendEntry, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Section:
    """A list of facts under a heading; `about` is the id of the group or column that they detail, empty for the whole map."""

    title: str
    facts: tuple[Fact, ...]
    about: str = ""


Block: TypeAlias = Header | Profile | Grid | Cards | Flow | Section | Footer


@dataclass(frozen=True)
class Link:
    """A link to another page, for one that is part of a site; `here` when it is this one."""

    text: str
    href: str
    here: bool = field(default=False, kw_only=True)


@dataclass(frozen=True)
class Page:
    """`id` names files and anchors; `description` is the accessible description of the drawing."""

    id: str
    title: str
    description: str
    language: str
    blocks: tuple[Block, ...]
    theme: Theme = DEFAULT
    links: tuple[Link, ...] = ()
    drawing: str = ""
    """The file with the same as SVG, where one lies beside the page."""
