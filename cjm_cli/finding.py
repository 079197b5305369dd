"""What we tell an author about a file: frozen, ordered, complete at birth."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from cjm_cli.change import Change
from cjm_cli.span import Span


class Severity(StrEnum):
    """How grave a finding is; `off` exists only in settings."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Location(NamedTuple):
    """A place in a file: its path relative to the project with `/`, a span, and the logical path in words."""

    path: str
    span: Span
    logical: str = ""


class Related(NamedTuple):
    """A second place that explains a finding, such as the first of two equal keys."""

    location: Location
    message: str


class Safety(StrEnum):
    """Whether a fix is made by `--fix`, or only by `--unsafe-fixes`: it guesses, or leaves something to write."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Edit(NamedTuple):
    """A text in place of what stands at a span; an empty span only puts something in."""

    span: Span
    text: str


class Patch(NamedTuple):
    """The edits of one file, and what they do to its data: nothing where only comments change."""

    path: str
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...] = ()


class Fix(NamedTuple):
    """The way out of a finding, as edits: all of them, or none. `title` is an order, in words."""

    title: str
    safety: Safety
    patches: tuple[Patch, ...]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One defect at one place. Ordered by place, then by rule.

    `message` starts in lower case, is one line without a stop; `label` stands beside the caret; `help` is the way out, and
    `fix` goes it.
    """

    location: Location
    rule: str
    message: str
    severity: Severity = field(compare=False)
    label: str = field(default="", compare=False)
    help: str = field(default="", compare=False)
    related: tuple[Related, ...] = field(default=(), compare=False)
    fix: Fix | None = field(default=None, compare=False)
