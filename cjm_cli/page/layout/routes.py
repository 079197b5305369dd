"""The lines of a flow: smooth from column to column, and loops with round corners."""

from collections.abc import Sequence
from itertools import pairwise

from cjm_cli.page.curve import XY
from cjm_cli.page.placement import Piece, Route

CORNER = 9
ASIDE, MORE_ASIDE = 9, 4
"""How far beside a box a loop turns down, and how much further another that does so."""
BELOW = 9
"""How far beneath the middle of a box a loop leaves and reaches it, clear of the ways on."""


def through(points: Sequence[XY], label: XY | None) -> Route:
    """A line through the points, level at each of them."""
    return Route((("M", (points[0],)), *(_piece(one, other) for one, other in pairwise(points))), label)


def _piece(one: XY, other: XY) -> Piece:
    (x0, y0), (x1, y1) = one, other
    if abs(y0 - y1) < 0.01:
        return "L", (other,)
    middle = (x0 + x1) / 2
    return "C", ((middle, y0), (middle, y1), other)


def back(ends: tuple[XY, XY], *, track: float, number: int, labelled: bool) -> Route:
    """From the right of a box down to the track, back along it, and up to the left of another."""
    aside = ASIDE + MORE_ASIDE * (number % 3)
    (x0, y0), (x1, y1) = ends
    y0, y1 = y0 + BELOW, y1 + BELOW
    right, left = x0 + aside, x1 - aside
    corners = [(x0, y0), (right, y0), (right, track), (left, track), (left, y1), (x1, y1)]
    return Route(rounded(corners), ((left + right) / 2, track) if labelled else None)


def rounded(points: Sequence[XY]) -> tuple[Piece, ...]:
    """Straight lines from point to point, with round corners."""
    pieces: list[Piece] = [("M", (points[0],))]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        pieces.append(("L", (_toward(corner, before),)))
        pieces.append(("C", (corner, corner, _toward(corner, after))))
    return (*pieces, ("L", (points[-1],)))


def _toward(corner: XY, other: XY) -> XY:
    """A point beside the corner on the way to another, at most half of it away."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = abs(dx) + abs(dy)
    share = min(CORNER, length / 2) / length if length else 0
    return corner[0] + dx * share, corner[1] + dy * share
