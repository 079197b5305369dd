"""The emotion curve in numbers: where its lines, faces and names stand, in units of the drawing."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from cjm_cli.figure import figure
from cjm_cli.page.curve import XY, Area, areas, near, path
from cjm_cli.page.page import CurveLane, Grid, Point, Series
from cjm_cli.page.palette import mood
from cjm_cli.page.text import Font, wrap

COLUMN = 176
"""Units a column: as wide as a column of the table in pixels."""
HEIGHT = 176
_TOP, _BOTTOM = 24.0, 152.0
_BESIDE = 22
"""How far the faces of several series stand apart, so that none hides another."""
_BESIDE_FACE = 15
_ROOM = 26
"""As much height an area needs to hold a sign."""
_EDGE = 4
_LINE = 14
_NAME = Font(14, bold=True)
"""As large as names are on paper."""


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
    at_edge: bool
    """Ends at `x`, so that a font wider than ours takes it over the curve and not out of the drawing."""


@dataclass(frozen=True)
class Line:
    """One series: its paths, the straight bridges over its gaps, and what lies between it and the zero line."""

    paths: tuple[str, ...]
    bridges: tuple[str, ...]
    areas: tuple[str, ...]
    faces: tuple[Face, ...]
    name: tuple[Label, ...]
    """Its lines."""
    who: str


@dataclass(frozen=True)
class Guide:
    """A horizontal line with its name."""

    y: str
    share: str
    """`y` in hundredths of the height, for a drawing that grows while its texts do not."""
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
    before: tuple[Line, ...]
    """What the lines are compared with."""
    lines: tuple[Line, ...]
    between: tuple["Between", ...] = ()
    """Between each line and the one that it is compared with."""


@dataclass(frozen=True)
class Between:
    """Where it became better or worse; the sign stands where there is room for it."""

    path: str
    verdict: str
    sign: str = ""


def draw(lane: CurveLane, grid: Grid, *, first: int, count: int) -> Drawing:
    """The drawing over `count` columns of the map from column `first`."""
    left, width = first * COLUMN, count * COLUMN
    taken: list[float] = []
    return Drawing(
        left,
        width,
        HEIGHT,
        tuple(_guide(score, name) for score, name in lane.guides),
        tuple(str(x) for x in _borders(grid) if left < x < left + width),
        tuple(_lines(lane.before, left, left + width, taken, apart=_BESIDE if lane.compared else 0)),
        tuple(_lines(lane.series, left, left + width, taken, filled=not lane.compared)),
        tuple(_between(lane, left, left + width)),
    )


def _between(lane: CurveLane, left: int, right: int) -> Iterator[Between]:
    for before, after in lane.compared:
        was, now = _placed(lane.before, before), _placed(lane.series, after)
        found = (area for one in now for other in was for area in _areas(one, other))
        for area in (area for area in found if area.left < right and area.right > left):
            x, y = area.at
            sign = f"M{figure(x)} {figure(y)}" if abs(area.height) >= _ROOM and left < x < right else ""
            yield Between(area.path, "worse" if area.height > 0 else "better", sign)


@lru_cache(maxsize=4)
def _areas(one: tuple[XY, ...], other: tuple[XY, ...]) -> tuple[Area, ...]:
    """Those of whole curves, for all parts of a map."""
    return tuple(areas(one, other))


def _placed(series: Sequence[Series], index: int) -> list[tuple[XY, ...]]:
    shift = _shift(series, index, _BESIDE)
    return [tuple(_xy(point, shift) for point in run) for run in series[index].runs]


def _shift(series: Sequence[Series], index: int, apart: float) -> float:
    return (index - (len(series) - 1) / 2) * apart


def _guide(score: float, name: str) -> Guide:
    y = _y(score)
    return Guide(figure(y), figure(100 * y / HEIGHT), name, score == 0)


def _y(score: float) -> float:
    return _TOP + (2 - score) / 4 * (_BOTTOM - _TOP)


def _borders(grid: Grid) -> Iterator[int]:
    """Where a stage begins."""
    x = 0
    for group in grid.groups:
        yield x
        x += len(group.columns) * COLUMN


def _lines(
    series: Sequence[Series], left: int, right: int, taken: list[float], *, apart: float = _BESIDE, filled: bool = True
) -> Iterator[Line]:
    """`taken` are the heights at which names stand already."""
    for index, one in enumerate(series):
        shift = _shift(series, index, apart)
        runs = [[_xy(point, shift) for point in run] for run in one.runs if run]
        shown = [near(run, left, right, x=itemgetter(0)) for run in runs if run[-1][0] > left and run[0][0] < right]
        gaps = [
            (before[-1], after[0]) for before, after in pairwise(runs) if before[-1][0] < right and after[0][0] > left
        ]
        yield Line(
            paths=tuple(_present(map(path, shown))),
            bridges=tuple(_bridge(*gap) for gap in gaps),
            areas=tuple(_present(map(_area, shown))) if filled and len(series) == 1 else (),
            faces=tuple(_face(point, shift) for point in one.points if left < _xy(point, shift)[0] < right),
            name=_name(one, [xy for run in runs for xy in run if left < xy[0] < right], right=right, taken=taken),
            who=one.name,
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
    return Face(figure(x), figure(y), mood(point.score), mouth(point.score), point.assumed)


def mouth(score: float) -> str:
    """From the corners of the mouth down into a smile, or up into a frown, as deep as the score."""
    bend = score * 2.6
    return f"M-4.5 {figure(3.4 - bend / 3)}q4.5 {figure(bend)} 9 0"


def _name(series: Series, points: Sequence[XY], *, right: int, taken: list[float]) -> tuple[Label, ...]:
    """The name of a series beside its last face, clear of the names whose lines are `taken`."""
    if not series.name or not points:
        return ()
    x, y = points[-1][0] + _BESIDE_FACE, points[-1][1] + 4
    lines = wrap(series.name, _NAME, width=max(right - _EDGE - x, _LINE), max_lines=2)
    top = _free(y - _LINE * (len(lines) - 1) / 2, len(lines), taken)
    spots = [top + _LINE * index for index in range(len(lines))]
    taken += spots
    at_edge = right - x < COLUMN
    at = figure(right - _EDGE if at_edge else x)
    return tuple(Label(at, figure(spot), line, at_edge) for spot, line in zip(spots, lines, strict=True))


def _free(wanted: float, lines: int, taken: Sequence[float]) -> float:
    """The height nearest to `wanted` at which `lines` lines meet no other."""
    shifts = (step * sign for step in range(HEIGHT) for sign in (1, -1))
    tops = (wanted + shift for shift in shifts)
    fits = (top for top in tops if _LINE <= top <= HEIGHT - _LINE * (lines - 1))
    return next((top for top in fits if _is_free(top, lines, taken)), wanted)


def _is_free(top: float, lines: int, taken: Sequence[float]) -> bool:
    return all(abs(top + _LINE * index - other) >= _LINE for index in range(lines) for other in taken)
