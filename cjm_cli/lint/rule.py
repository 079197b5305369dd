"""A rule is a value: a name, a level, its documentation, and functions that look at one sort of thing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, NamedTuple

from cjm_cli.change import Change
from cjm_cli.finding import Safety, Severity
from cjm_cli.span import Route
from cjm_cli.workspace.source_file import SourceFile

ALWAYS_ON = frozenset({"yaml", "schema"})
"""Families whose rules cannot be switched off or silenced: what cannot be read cannot be judged."""
SUPPRESSION = "suppression"
"""The family that watches over what silences the others."""


class Level(Enum):
    """How grave a rule's findings are: for a map in the making, and for one that claims to be finished."""

    ERROR = (Severity.ERROR, Severity.ERROR)
    WARNING = (Severity.WARNING, Severity.WARNING)
    WARNING_TO_ERROR = (Severity.WARNING, Severity.ERROR)
    INFO_TO_WARNING = (Severity.INFO, Severity.WARNING)
    INFO = (Severity.INFO, Severity.INFO)

    def severity(self, *, mature: bool) -> Severity:
        """The severity for a journey that is, or is not, validated or published."""
        return self.value[mature]


class Preset(Enum):
    """The smallest preset that a rule belongs to; each holds those before it."""

    MINIMAL = "minimal"
    RECOMMENDED = "recommended"
    STRICT = "strict"

    @property
    def rank(self) -> int:
        """0 for the smallest."""
        return [*Preset].index(self)


class Place(NamedTuple):
    """A second place that explains a defect; `file` when it is another file than the defect's."""

    route: Route
    message: str
    file: SourceFile | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """What a rule reports: a message and where, relative to the node that it looked at.

    `key` points at the key rather than its value; `file` names the file for rules that look at the whole workspace.
    """

    message: str
    route: Route = ()
    key: bool = False
    label: str = ""
    help: str = ""
    related: tuple[Place, ...] = ()
    file: SourceFile | None = None
    fix: tuple[Change, ...] = ()
    """What mends it, in the same file, by routes that are relative as well; a rule that has any says in `FIX` how safe it is."""
    fix_elsewhere: tuple[tuple[SourceFile | None, Change], ...] = ()
    """What goes with it in other files or, without a file, at other places of this one, by routes from the root."""

    def beneath(self, route: Route) -> "Defect":
        """The same, seen from the root of the document: the node that was looked at is at this route."""
        if not route:
            return self
        fix = tuple(replace(change, route=(*route, *change.route)) for change in self.fix)
        return replace(self, route=(*route, *self.route), fix=fix)


class Text(NamedTuple):
    """A text of the model and the field that holds it; a tuple, for there are hundreds in every file."""

    value: str
    field: str


class Check(NamedTuple):
    """One function of a rule, and the sort of thing that it looks at."""

    looks_at: tuple[type, ...]
    run: Callable[..., Iterator[Defect]]
    wants: int
    """How many of (node, facts, options) it takes."""


@dataclass(frozen=True)
class Rule:
    """`options` is the frozen dataclass of the rule's options with their defaults, or None."""

    name: str
    family: str
    level: Level
    preset: Preset
    checks: tuple[Check, ...]
    options: type[Any] | None
    docstring: str
    fix: Safety | None = None
    """How safe its fixes are, when it has any."""

    @property
    def is_always_on(self) -> bool:
        """Whether it belongs to the reading of a file, so that nobody can switch it off."""
        return self.family in ALWAYS_ON

    @property
    def can_be_silenced(self) -> bool:
        """Whether a comment or a baseline may name it."""
        return not self.is_always_on and self.family != SUPPRESSION

    @property
    def summary(self) -> str:
        """The defect in one sentence."""
        return self.docstring.strip().partition("\n")[0]
