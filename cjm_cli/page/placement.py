"""Where the boxes of a flow stand and how its arrows run, in user units: our own layout, or that of another program."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from cjm_cli.figure import figure
from cjm_cli.page.curve import XY


@dataclass(frozen=True)
class Size:
    """How wide and high something is."""

    width: float
    height: float


@dataclass(frozen=True)
class Link:
    """An arrow from one box to another, by their places in the list of boxes; a label takes room of its own."""

    start: int
    end: int
    label: Size | None = None


Piece: TypeAlias = tuple[Literal["M", "L", "C"], tuple[XY, ...]]
"""A part of a line, as in SVG: where it begins, a straight line, or a Bézier curve."""


@dataclass(frozen=True)
class Route:
    """An arrow: its line, which ends at its tip, and the middle of its label."""

    pieces: tuple[Piece, ...]
    label: XY | None = None

    @property
    def d(self) -> str:
        """The line as an SVG path."""
        return "".join(kind + " ".join(f"{figure(x)},{figure(y)}" for x, y in points) for kind, points in self.pieces)

    @property
    def end(self) -> tuple[XY, XY]:
        """The tip, and the point of the line from which it comes to it."""
        points = [point for _, run in self.pieces for point in run]
        tip = points[-1]
        return tip, next((point for point in reversed(points) if point != tip), (tip[0] - 1, tip[1]))

    def moved(self, x: float, y: float) -> "Route":
        """The same elsewhere."""
        pieces = tuple((kind, tuple((px + x, py + y) for px, py in points)) for kind, points in self.pieces)
        return Route(pieces, (self.label[0] + x, self.label[1] + y) if self.label else None)


@dataclass(frozen=True)
class Placement:
    """The upper left corner of each box, a route for each link, and the room that all of it takes."""

    boxes: tuple[XY, ...]
    routes: tuple[Route, ...]
    width: float
    height: float


def is_back(link: Link) -> bool:
    """Whether an arrow leads to a box that comes before, in reading order."""
    return link.end <= link.start
