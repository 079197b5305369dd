"""The emotion curve in numbers: where its lines, faces and names stand, in units of the drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cjm_cli.page.curve import XY, figure, path
from cjm_cli.page.page import CurveLane, Grid, Point, Series
from cjm_cli.page.palette import mood
from cjm_cli.page.text import Font, clamp

COLUMN = 176
"""Units a column: as wide as a column of the table in pixels."""
HEIGHT = 176
_TOP, _BOTTOM = 24.0, 152.0
_BESIDE = 22
"""How far the faces of several series stand apart, so that none hides another."""
_LINE = 15
_NAME = Font(12, bold=True)


@dataclass(frozen=True)
class Face:
    """A point of the curve."""

    x: str
    y: str
    mood: str
    mouth: str
    assumed: bool


@dataclass(frozen=True)
class Label:
    """A text of the drawing."""

    x: str
    y: str
    text: str


@dataclass(frozen=True)
class Line:
    """One series: its paths, the straight bridges over its gaps, and what lies between it and the zero line."""

    paths: tuple[str, ...]
    bridges: tuple[str, ...]
    areas: tuple[str, ...]
    faces: tuple[Face, ...]
    name: Label | None


@dataclass(frozen=True)
class Guide:
    """A horizontal line with its name."""

    y: str
    name: str
    zero: bool


@dataclass(frozen=True)
class Drawing:
    """All that the template draws; `left` is where its part of the map begins."""

    left: int
    width: int
    height: int
    guides: tuple[Guide, ...]
    borders: tuple[str, ...]
    lines: tuple[Line, ...]


def draw(lane: CurveLane, grid: Grid, *, first: int, count: int) -> Drawing:
    """The drawing over `count` columns of the map from column `first`."""
    left, width = first * COLUMN, count * COLUMN
    return Drawing(
        left,
        width,
        HEIGHT,
        tuple(Guide(figure(_y(score)), name, score == 0) for score, name in lane.guides),
        tuple(str(x) for x in _borders(grid) if left < x < left + width),
        tuple(_lines(lane.series, left, left + width)),
    )


def _y(score: float) -> float:
    return _TOP + (2 - score) / 4 * (_BOTTOM - _TOP)


def _borders(grid: Grid) -> Iterator[int]:
    """Where a stage begins."""
    x = 0
    for group in grid.groups:
        yield x
        x += len(group.columns) * COLUMN


def _lines(series: Sequence[Series], left: int, right: int) -> Iterator[Line]:
    taken: list[float] = []
    for index, one in enumerate(series):
        shift = (index - (len(series) - 1) / 2) * _BESIDE
        runs = [[_xy(point, shift) for point in run] for run in one.runs]
        yield Line(
            paths=tuple(_present(map(path, runs))),
            bridges=tuple(_bridge(before[-1], after[0]) for before, after in pairwise(runs)),
            areas=tuple(_present(map(_area, runs))) if len(series) == 1 else (),
            faces=tuple(_face(point, shift) for point in one.points if left < _xy(point, shift)[0] < right),
            name=_name(one, [xy for run in runs for xy in run if left < xy[0] < right], right=right, taken=taken),
        )


def _present(texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if text)


def _xy(point: Point, shift: float) -> XY:
    return point.at * COLUMN + shift, _y(point.score)


def _bridge(before: XY, after: XY) -> str:
    return f"M{figure(before[0])},{figure(before[1])}L{figure(after[0])},{figure(after[1])}"


def _area(run: Sequence[XY]) -> str:
    """A run and the zero line beneath it or above it."""
    line = path(run)
    return f"{line}V{figure(_y(0))}H{figure(run[0][0])}Z" if line else ""


def _face(point: Point, shift: float) -> Face:
    x, y = _xy(point, shift)
    return Face(figure(x), figure(y), mood(point.score), _mouth(point.score), point.assumed)


def _mouth(score: float) -> str:
    """From the corners of the mouth down into a smile, or up into a frown, as deep as the score."""
    bend = score * 2.6
    return f"M-4.5 {figure(3.4 - bend / 3)}q4.5 {figure(bend)} 9 0"


def _name(series: Series, points: Sequence[XY], *, right: int, taken: list[float]) -> Label | None:
    """The name of a series beside its last face; names that would meet stand beneath each other."""
    if not series.name or not points:
        return None
    x, y = points[-1][0] + 16, points[-1][1] + 4
    while any(abs(y - other) < _LINE for other in taken):
        y = y + _LINE if y + _LINE < HEIGHT else _TOP - _LINE
    taken.append(y)
    return Label(figure(x), figure(y), clamp(series.name, _NAME, width=right - x - 4))
