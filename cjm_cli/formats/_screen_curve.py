"""The emotion curve in a terminal: Braille dots, eight a character, with a sign at each point."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from cjm_cli import colour
from cjm_cli.formats._screen_text import Paint, bare
from cjm_cli.page.curve import XY, beziers
from cjm_cli.page.page import CurveLane, Point, Series
from cjm_cli.page.palette import mood

ROWS = 9
"""Two for a step of the scale, and one more, so that each guide has a row of its own."""
ACROSS, DOWN = 2, 4
"""Dots in a character."""
BRAILLE = 0x2800
BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The dots of a character, column by column from the top."""

MOODS: dict[str, Paint] = {"low": colour.red, "neutral": colour.bold, "high": colour.blue}
SIGNS = (("●", "○"), ("■", "□"), ("◆", "◇"))
"""For the first, second and third persona: seen, and assumed."""
STEPS = (1, 3, 5)
"""Every dot of the first curve is drawn, every third of the second."""
BRIDGE = 4


@dataclass
class _Canvas:
    """Characters of dots, over which signs stand."""

    width: int
    dots: dict[tuple[int, int], int] = field(default_factory=dict)
    signs: dict[tuple[int, int], str] = field(default_factory=dict)

    def dot(self, x: int, y: int) -> None:
        if 0 <= x < self.width * ACROSS and 0 <= y < ROWS * DOWN:
            place = y // DOWN, x // ACROSS
            self.dots[place] = self.dots.get(place, 0) | BITS[x % ACROSS][y % DOWN]

    def sign(self, x: float, y: float, sign: str) -> None:
        row, column = int(y / DOWN), int(x / ACROSS)
        while (row, column) in self.signs:
            column += 1  # Two who feel alike stand beside each other.
        if 0 <= column < self.width:
            self.signs[row, column] = sign

    def row(self, index: int, ground: str) -> str:
        return "".join(self._character(index, column, ground) for column in range(self.width)).rstrip()

    def _character(self, row: int, column: int, ground: str) -> str:
        if sign := self.signs.get((row, column)):
            return sign
        if dots := self.dots.get((row, column)):
            return colour.blue(chr(BRAILLE + dots))
        return ground


def curve(lane: CurveLane, column: int, width: int) -> Iterator[tuple[str, str]]:
    """The rows of the drawing, each with the name of its guide; `column` is how wide a step is."""
    canvas = _Canvas(width)
    for index, series in enumerate(lane.series):
        _draw(series, canvas, column * ACROSS, index % len(SIGNS))
    guides = {round((2 - score) * (ROWS - 1) / 4): (name, "─" if score == 0 else "┈") for score, name in lane.guides}
    for row in range(ROWS):
        name, ground = guides.get(row, ("", " "))
        yield name, canvas.row(row, colour.dim(ground) if name else ground)


def keys(lane: CurveLane) -> list[str]:
    """Which curve is whose, where there are several."""
    if len(lane.series) < 2:
        return []
    return [f"{SIGNS[index % len(SIGNS)][0]} {series.name}" for index, series in enumerate(lane.series)]


def _draw(series: Series, canvas: _Canvas, column: int, style: int) -> None:
    runs = [[_place(point, column) for point in run] for run in series.runs if run]
    for run in runs:
        _along(run, canvas, STEPS[style])
    for before, after in pairwise(runs):
        _straight(before[-1], after[0], canvas)
    for point in series.points:
        sign = SIGNS[style][1 if point.assumed else 0]
        canvas.sign(*_place(point, column), MOODS.get(mood(point.score), bare)(sign))


def _place(point: Point, column: int) -> XY:
    """In dots; the middle of a guide's row is its score."""
    return point.at * column, ((2 - point.score) * (ROWS - 1) / 4 + 0.5) * DOWN


def _along(run: Sequence[XY], canvas: _Canvas, step: int) -> None:
    for (start, _), (first, second, end) in zip(pairwise(run), beziers(run), strict=True):
        corners = start[1], first[1], second[1], end[1]
        _trace(start[0], end[0], canvas, partial(_cubic, corners), step)


def _straight(start: XY, end: XY, canvas: _Canvas) -> None:
    _trace(start[0], end[0], canvas, lambda t: start[1] + (end[1] - start[1]) * t, BRIDGE)


def _cubic(corners: tuple[float, float, float, float], t: float) -> float:
    a, b, c, d = corners
    u = 1 - t
    return a * u**3 + 3 * b * u**2 * t + 3 * c * u * t**2 + d * t**3


def _trace(left: float, right: float, canvas: _Canvas, height: Callable[[float], float], step: int) -> None:
    """Dots from left to right without a gap where the line is steep; of a broken line only every so manieth column."""
    before: int | None = None
    for x in range(max(0, round(left)), min(canvas.width * ACROSS, round(right)) + 1):
        # Rounded before it is cut, so that a level line stays one.
        y = int(round(height(min(1, max(0, (x - left) / (right - left)))), 3))
        if x % step == 0:
            for dot in _between(before, y) if step == 1 else [y]:
                canvas.dot(x, dot)
        before = y


def _between(before: int | None, y: int) -> range:
    if before is None or abs(before - y) <= 1:
        return range(y, y + 1)
    return range(before + 1, y + 1) if before < y else range(y, before)
