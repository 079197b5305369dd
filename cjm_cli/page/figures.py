"""What a page holds beside maps: cards, and flows of boxes."""

from dataclasses import dataclass
from enum import StrEnum

from cjm_cli.page.cell import Cell, Moment, Tone
from cjm_cli.page.placement import Placement


@dataclass(frozen=True)
class Card:
    """Something that stands for itself: a moment, an idea, what a person wants."""

    title: str
    label: str = ""
    """Small, above the title: where it belongs, or who takes it on."""
    items: Cell = ()
    tone: Tone = Tone.PLAIN
    score: float | None = None
    """Draws a face beside the title; the items say the same in words."""
    assumed: bool = False
    """Whether the face is hollow."""
    moment: Moment | None = None


@dataclass(frozen=True)
class Cards:
    """Cards under a heading, in reading order; without a heading they belong to the block before them."""

    title: str
    cards: tuple[Card, ...]

    @property
    def across(self) -> int:
        """How many stand side by side in rows of equal height; none when they are so many that columns hold them better."""
        count = len(self.cards)
        return 0 if count > MOST_IN_ROWS else 2 if count in (2, 4) else 3


MOST_IN_ROWS = 6


class NodeKind(StrEnum):
    """What a box of a flow is, for its shape; its words say it as well."""

    START = "start"
    STEP = "step"
    DECISION = "decision"
    END = "end"


@dataclass(frozen=True)
class Node:
    """A box of a flow."""

    title: str
    kind: NodeKind = NodeKind.STEP
    label: str = ""
    """The stage that it belongs to."""
    remarks: tuple[str, ...] = ()
    moment: Moment | None = None
    detailed: str = ""
    """The journey that details it; drawn with a double border."""


@dataclass(frozen=True)
class Way:
    """From one box to another, by their places among the nodes: on what condition, and for how many."""

    start: int
    end: int
    condition: str = ""
    share: str = ""


@dataclass(frozen=True)
class Flow:
    """Boxes in reading order and the ways between them. `placement` is set where another program has placed them."""

    title: str
    nodes: tuple[Node, ...]
    ways: tuple[Way, ...]
    placement: Placement | None = None

    @property
    def has_branches(self) -> bool:
        """Whether it is more than one box after the other."""
        return any(way.end != way.start + 1 for way in self.ways)
