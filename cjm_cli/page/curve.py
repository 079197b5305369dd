"""A smooth curve through scores that never shows a lower low or a higher high than the data.

Monotone cubic interpolation after M. Steffen, "A simple method for monotonic interpolation in one dimension",
Astronomy & Astrophysics 239 (1990); the same curve as d3's `curveMonotoneX`.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import copysign, inf
from typing import TypeAlias

from cjm_cli.figure import figure

XY = tuple[float, float]
Corners: TypeAlias = tuple[XY, XY, XY, XY]
"""A Bézier curve: its start, its handles, its end."""


def tangents(points: Sequence[XY]) -> list[float]:
    """The slope at each of two or more points whose x increase."""
    slopes = [(y1 - y0) / (x1 - x0) for (x0, y0), (x1, y1) in pairwise(points)]
    if len(slopes) == 1:
        return [slopes[0], slopes[0]]
    inner = [_inner(points[i - 1 : i + 2], slopes[i - 1], slopes[i]) for i in range(1, len(slopes))]
    return [(3 * slopes[0] - inner[0]) / 2, *inner, (3 * slopes[-1] - inner[-1]) / 2]


def _inner(points: Sequence[XY], before: float, after: float) -> float:
    (x0, _), (x1, _), (x2, _) = points
    parabola = (before * (x2 - x1) + after * (x1 - x0)) / (x2 - x0)
    steepest = min(abs(before), abs(after), 0.5 * abs(parabola))
    return (_sign(before) + _sign(after)) * steepest


def _sign(value: float) -> float:
    return copysign(1.0, value) if value else 0.0


def beziers(points: Sequence[XY]) -> list[tuple[XY, XY, XY]]:
    """The curve from point to point: first handle, second handle, end."""
    if len(points) < 2:
        return []
    slopes = tangents(points)
    segments = []
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(points)):
        third = (x1 - x0) / 3
        segments.append(
            ((x0 + third, y0 + third * slopes[index]), (x1 - third, y1 - third * slopes[index + 1]), (x1, y1))
        )
    return segments


def path(points: Sequence[XY], *, left: float = -inf, right: float = inf) -> str:
    """The curve between two verticals as the `d` of an SVG path; a single point draws nothing."""
    starts = [point for point, _ in pairwise(points)]
    shown = [
        _part(start, segment, left, right)
        for start, segment in zip(starts, beziers(points), strict=True)
        if segment[-1][0] > left and start[0] < right
    ]
    if not shown:
        return ""
    parts = [f"M{_pair(shown[0][0])}"]
    parts += [f"C{_pair(first)} {_pair(second)} {_pair(end)}" for _, first, second, end in shown]
    return "".join(parts)


def _part(start: XY, segment: tuple[XY, XY, XY], left: float, right: float) -> Corners:
    """What of a segment lies between the verticals. Along it x grows evenly, for its handles stand at its thirds."""
    width = segment[-1][0] - start[0]
    corners: Corners = (start, *segment)
    if segment[-1][0] > right:
        corners = _head(corners, (right - start[0]) / width)
    if start[0] < left:
        reversed_ = _head(corners[::-1], (corners[-1][0] - left) / (corners[-1][0] - start[0]))
        corners = reversed_[::-1]
    return corners


def _head(corners: Corners, share: float) -> Corners:
    """The first part of a Bézier curve, after de Casteljau."""
    a, b, c, d = corners
    ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
    abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
    return a, ab, abc, _between(abc, bcd, share)


def _between(one: XY, other: XY, share: float) -> XY:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _pair(point: XY) -> str:
    return f"{figure(point[0])},{figure(point[1])}"
