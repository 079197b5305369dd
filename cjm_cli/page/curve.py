"""A smooth curve through scores that never shows a lower low or a higher high than the data.

Monotone cubic interpolation after M. Steffen, "A simple method for monotonic interpolation in one dimension",
Astronomy & Astrophysics 239 (1990); the same curve as d3's `curveMonotoneX`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import copysign, inf
from typing import TypeAlias, TypeVar

from cjm_cli.figure import figure

XY = tuple[float, float]
Place = TypeVar("Place")
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


def near(run: Sequence[Place], left: float, right: float, *, x: Callable[[Place], float]) -> Sequence[Place]:
    """As much of a run as shapes its curve between two verticals: a slope depends on both neighbours of a point."""
    return run[max(bisect_right(run, left, key=x) - 2, 0) : bisect_left(run, right, key=x) + 2]


def path(points: Sequence[XY], *, left: float = -inf, right: float = inf) -> str:
    """The curve between two verticals as the `d` of an SVG path; a single point draws nothing."""
    shown = _within(_whole(points), left, right)
    return f"M{_pair(shown[0][0])}{_along(shown)}" if shown else ""


def _whole(points: Sequence[XY]) -> list[Corners]:
    return [(start, *segment) for start, segment in zip(points[:-1], beziers(points), strict=True)]


def _within(parts: Sequence[Corners], left: float, right: float) -> list[Corners]:
    first = bisect_right(parts, left, key=lambda corners: corners[-1][0])
    last = bisect_left(parts, right, key=lambda corners: corners[0][0])
    return [_part(corners, left, right) for corners in parts[first:last]]


def _along(parts: Iterable[Corners]) -> str:
    return "".join(f"C{_pair(first)} {_pair(second)} {_pair(end)}" for _, first, second, end in parts)


def _part(corners: Corners, left: float, right: float) -> Corners:
    """What of a segment lies between the verticals. Along it x grows evenly, for its handles stand at its thirds."""
    start, end = corners[0][0], corners[-1][0]
    if end > right:
        corners = _head(corners, (right - start) / (end - start))
    if start < left:
        reversed_ = _head(corners[::-1], (corners[-1][0] - left) / (corners[-1][0] - start))
        corners = reversed_[::-1]
    return corners


def _head(corners: Corners, share: float) -> Corners:
    """The first part of a Bézier curve, after de Casteljau."""
    a, b, c, d = corners
    ab, bc, cd = _between(a, b, share), _between(b, c, share), _between(c, d, share)
    abc, bcd = _between(ab, bc, share), _between(bc, cd, share)
    return a, ab, abc, _between(abc, bcd, share)


@dataclass(frozen=True)
class Area:
    """What lies between two curves from one crossing to the next: its outline, and where it is highest."""

    left: float
    right: float
    path: str
    at: XY
    height: float
    """How far `one` lies beneath `other` there, in units; negative where it lies above."""


def areas(one: Sequence[XY], other: Sequence[XY]) -> Iterator[Area]:
    """The areas between two curves, as far as both run."""
    if len(one) < 2 or len(other) < 2:
        return
    left, right = max(one[0][0], other[0][0]), min(one[-1][0], other[-1][0])
    if left >= right:
        return
    gap = _Gap(_whole(one), _whole(other))
    xs = _steps(sorted({left, right, *(x for x, _ in (*one, *other) if left < x < right)}))
    crossings = [left, *_crossings(gap, xs), right]
    for start, end in pairwise(crossings):
        inner = xs[bisect_left(xs, start) : bisect_right(xs, end)]
        widest = max((*inner, (start + end) / 2), key=lambda x: abs(gap.at(x)))
        if abs(gap.at(widest)) >= LEAST:
            there = _within(gap.one, start, end)
            back = [part[::-1] for part in reversed(_within(gap.other, start, end))]
            outline = f"M{_pair(there[0][0])}{_along(there)}L{_pair(back[0][0])}{_along(back)}Z"
            middle = (_height(gap.one, widest) + _height(gap.other, widest)) / 2
            yield Area(start, end, outline, (widest, middle), gap.at(widest))


LEAST = 0.5
"""Units between two curves that can be seen."""
_STEPS = 8
"""Looks for crossings so often between two points: more than two there are rare."""


@dataclass(frozen=True)
class _Gap:
    one: Sequence[Corners]
    other: Sequence[Corners]

    def at(self, x: float) -> float:
        return _height(self.one, x) - _height(self.other, x)


def _height(parts: Sequence[Corners], x: float) -> float:
    at = bisect_left(parts, x, key=lambda corners: corners[-1][0])
    (left, a), (_, b), (_, c), (right, d) = parts[min(at, len(parts) - 1)]
    t = (x - left) / (right - left)
    u = 1 - t
    return a * u**3 + 3 * b * u**2 * t + 3 * c * u * t**2 + d * t**3


def _steps(xs: Sequence[float]) -> list[float]:
    inner = [left + (right - left) * step / _STEPS for left, right in pairwise(xs) for step in range(_STEPS)]
    return [*inner, xs[-1]]


def _crossings(gap: _Gap, xs: Sequence[float]) -> Iterator[float]:
    for left, right in pairwise(xs[1:-1]):
        if gap.at(left) == 0:
            yield left
        elif gap.at(left) * gap.at(right) < 0:
            yield _root(gap, left, right)


def _root(gap: _Gap, left: float, right: float) -> float:
    """Where the curves meet, by halves; fine enough for a drawing with two decimals."""
    for _ in range(30):
        middle = (left + right) / 2
        left, right = (middle, right) if gap.at(left) * gap.at(middle) > 0 else (left, middle)
    return left


def _between(one: XY, other: XY, share: float) -> XY:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _pair(point: XY) -> str:
    return f"{figure(point[0])},{figure(point[1])}"
