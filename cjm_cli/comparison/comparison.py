"""What a comparison of two journeys says, whatever it is written in: a sentence, the curve, tables, and what is wanting."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from cjm_cli.difference.difference import Felt
from cjm_cli.difference.promises import Promises
from cjm_cli.difference.ways import Ways
from cjm_cli.finding import Location
from cjm_cli.model import Persona, Project
from cjm_cli.workspace.load import Loaded

Cell: TypeAlias = tuple[str, ...]
"""The texts of a cell, one under the other."""
Part: TypeAlias = tuple[Cell, ...]
"""A line of cells."""


@dataclass(frozen=True)
class Row:
    """A stage, a step or a pain point; `parts` holds the rest of its cells, a line each, under the rest of the head."""

    where: str
    what: str = ""
    parts: tuple[Part, ...] = ()
    verdict: str = ""
    """`better` or `worse`; nothing where it is neither, or nobody is to judge."""


@dataclass(frozen=True)
class Table:
    """Rows under heads: that of `where`, that of `what` unless it is labelled, then one for each cell of a part."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    is_labelled: bool = False
    """Whether the first cell of a part names what the others are about, and these make no sense without their heads.

    Then `what` is rarely said, and stands beside `where`.
    """


@dataclass(frozen=True)
class Remark:
    """Something that is wanting, and where."""

    text: str
    location: Location
    is_unexplained: bool
    """Whether something is promised that nothing explains; else nobody can be held to what does."""


@dataclass(frozen=True)
class Comparison:
    """Two journeys, and all that is said of them."""

    left: Loaded
    right: Loaded
    told: Promises | Ways
    names: tuple[str, str]
    """What to call each where a title would be too long: `today` and `planned`, or whose way it is."""
    sentence: str
    curve: tuple[Felt, ...]
    tables: tuple[Table, ...]
    remarks: tuple[Remark, ...]
    project: Project
    personas: Mapping[str, Persona]
    """Those that the journeys name."""

    @property
    def is_plan(self) -> bool:
        """Whether the right one shall follow the left one, not stand beside it."""
        return isinstance(self.told, Promises)

    @property
    def title(self) -> str:
        """Both titles."""
        return (" → " if self.is_plan else " and ").join(self.titles)

    @property
    def titles(self) -> tuple[str, str]:
        """Those of the journeys."""
        told = self.told
        return (told.today, told.tomorrow) if isinstance(told, Promises) else (told.left, told.right)

    @property
    def unexplained(self) -> tuple[Remark, ...]:
        """What is promised, and nothing says how."""
        return tuple(remark for remark in self.remarks if remark.is_unexplained)

    @property
    def unowned(self) -> tuple[Remark, ...]:
        """Promises that nobody can be held to."""
        return tuple(remark for remark in self.remarks if not remark.is_unexplained)
