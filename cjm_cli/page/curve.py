"""A smooth curve through scores that never shows a lower low or a higher high than the data.

Monotone cubic interpolation after M. Steffen, "A simple method for monotonic interpolation in one dimension",
Astronomy & Astrophysics 239 (1990); the same curve as d3's `curveMonotoneX`.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import copysign

from cjm_cli.figure import figure

XY = tuple[float, float]


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


def path(points: Sequence[XY]) -> str:
    """The curve as the `d` of an SVG path; a single point draws nothing."""
    if len(points) < 2:
        return ""
    parts = [f"M{_pair(points[0])}"]
    parts += [f"C{_pair(first)} {_pair(second)} {_pair(end)}" for first, second, end in beziers(points)]
    return "".join(parts)


def _pair(point: XY) -> str:
    return f"{figure(point[0])},{figure(point[1])}"
