"""A map in parts that stand beside each other: whole stages where they fit, all lanes beneath each part."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from operator import attrgetter

from cjm_cli.page.curve import near
from cjm_cli.page.page import CurveLane, Divider, Grid, Group, Point, Row, Series


@dataclass(frozen=True)
class _Piece:
    """A stage, or as much of it as fits; `owner` is its place among the stages."""

    owner: int
    group: Group

    @property
    def width(self) -> int:
        return len(self.group.columns)


def cut(grid: Grid, parts: int, limit: int) -> list[Grid]:
    """The map in at most so many parts, about equally wide; a stage is cut only where it has more than `limit` columns."""
    if not grid.columns:
        return [grid]
    pieces = [piece for owner, group in enumerate(grid.groups) for piece in _split(owner, group, limit)]
    widths = range(ceil(len(grid.columns) / parts), len(grid.columns) + 1)
    # The wider parts may be, the fewer there are.
    most = widths[bisect_left(widths, -parts, key=lambda most: -len([*_fill(pieces, most)]))]
    filled = [*_fill(pieces, most)]
    firsts = [sum(piece.width for part in filled[:index] for piece in part) for index in range(len(filled))]
    return [_part(grid, part, first) for part, first in zip(filled, firsts, strict=True)]


def _split(owner: int, group: Group, most: int) -> Iterator[_Piece]:
    width = ceil(len(group.columns) / ceil(len(group.columns) / most))
    for start in range(0, len(group.columns), width):
        yield _Piece(owner, replace(group, columns=group.columns[start : start + width]))


def _fill(pieces: Sequence[_Piece], most: int) -> Iterator[list[_Piece]]:
    """Neighbours together, as many as fit."""
    part: list[_Piece] = []
    width = 0
    for piece in pieces:
        if part and width + piece.width > most:
            yield part
            part, width = [], 0
        part.append(piece)
        width += piece.width
    yield part


def _part(grid: Grid, pieces: Sequence[_Piece], first: int) -> Grid:
    count = sum(piece.width for piece in pieces)
    rows = tuple(_row(row, [piece.owner for piece in pieces], slice(first, first + count)) for row in grid.rows)
    return Grid(tuple(piece.group for piece in pieces), rows)


def _row(row: Row, owners: Sequence[int], columns: slice) -> Row:
    if isinstance(row, Divider):
        return row
    said = tuple(row.stage_cells[owner] for owner in owners)
    part = replace(row, stage_cells=said, cells=row.cells[columns])
    if isinstance(part, CurveLane):
        series, before = ([_near(one, columns) for one in curves] for curves in (part.series, part.before))
        part = replace(part, series=tuple(series), before=tuple(before))
    return part


def _near(series: Series, columns: slice) -> Series:
    """What shows in these columns, and as much beyond their edges as the curve, and a gap, is drawn by."""
    before = bisect_left(series.runs, columns.start, key=lambda run: run[-1].at)
    after = bisect_right(series.runs, columns.stop, key=lambda run: run[0].at)
    runs = (_about(run, columns) for run in series.runs[max(before - 1, 0) : after + 1])
    return Series(series.name, tuple(runs))


def _about(run: Sequence[Point], columns: slice) -> tuple[Point, ...]:
    shaping = near(run, columns.start, columns.stop, x=attrgetter("at"))
    return tuple(replace(point, at=point.at - columns.start) for point in shaping)
