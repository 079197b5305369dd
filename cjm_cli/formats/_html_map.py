"""The grid of a page as tables: one for the screen, and several for paper where one would be too wide for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil

from cjm_cli.formats._html_curve import Drawing, draw
from cjm_cli.page.cell import Cell
from cjm_cli.page.page import Column, CurveLane, Divider, Grid, Group, Lane, Row

MOST_COLUMNS = 14
"""As many as stay readable across a sheet of A3."""


@dataclass(frozen=True)
class TableRow:
    """A lane as the template writes it; a divider has only a title."""

    key: str
    title: str
    stage_cells: tuple[Cell, ...] = ()
    """Empty when no stage says anything itself."""
    cells: tuple[Cell, ...] = ()
    drawing: Drawing | None = None
    remarks: tuple[str, ...] = ()

    @property
    def is_divider(self) -> bool:
        """Whether it separates lanes rather than being one."""
        return not self.key


@dataclass(frozen=True)
class Table:
    """Whole stages side by side with all lanes beneath them."""

    groups: tuple[Group, ...]
    rows: tuple[TableRow, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns from left to right."""
        return tuple(column for group in self.groups for column in group.columns)

    @property
    def has_group_row(self) -> bool:
        """Whether any stage has a name or says anything in the head."""
        return any(group.title or group.goal or group.remarks or group.moment for group in self.groups)

    @property
    def has_column_row(self) -> bool:
        """Whether there are steps."""
        return any(column.title or column.remarks for column in self.columns)

    @property
    def has_reasons(self) -> bool:
        """Whether any moment of truth says more than that it is one."""
        moments = [column.moment for column in self.columns if column.moment]
        return any(moment.reason or moment.importance for moment in moments)

    @property
    def starts(self) -> tuple[bool, ...]:
        """For each column, whether a stage begins with it."""
        return tuple(index == 0 for group in self.groups for index in range(len(group.columns)))


@dataclass(frozen=True)
class Map:
    """The whole map, and its parts for paper where it has more than one."""

    whole: Table
    parts: tuple[Table, ...]


@dataclass(frozen=True)
class _Piece:
    """A stage, or as much of it as fits on a sheet; `owner` is its place among the stages."""

    owner: int
    group: Group

    @property
    def width(self) -> int:
        return len(self.group.columns)


def tables(grid: Grid) -> Map:
    """The tables of a grid."""
    whole = [_Piece(owner, _headed(group)) for owner, group in enumerate(grid.groups)]
    pieces = [part for piece in whole for part in _split(piece)]
    cuts = list(_cuts([piece.width for piece in pieces], MOST_COLUMNS))
    parts = [_table(grid, pieces, start, stop) for start, stop in cuts] if len(cuts) > 1 else []
    return Map(_table(grid, whole, 0, len(whole)), tuple(parts))


def _headed(group: Group) -> Group:
    """A stage without steps wears its moment of truth itself, since its column has no head."""
    first = group.columns[0]
    if first.title or not first.moment:
        return group
    return replace(group, moment=first.moment, columns=(replace(first, moment=None), *group.columns[1:]))


def _split(piece: _Piece) -> Iterator[_Piece]:
    columns = piece.group.columns
    width = ceil(len(columns) / ceil(len(columns) / MOST_COLUMNS))
    for start in range(0, len(columns), width):
        yield _Piece(piece.owner, replace(piece.group, columns=columns[start : start + width]))


def _cuts(widths: list[int], most: int) -> Iterator[tuple[int, int]]:
    """Ranges of neighbours no wider together than `most`: as few as can be, and about equally wide."""
    fewest = len(_fill(widths, most))
    narrowest = next(width for width in range(max(widths, default=0), most + 1) if len(_fill(widths, width)) == fewest)
    start = 0
    for count in _fill(widths, narrowest):
        yield start, start + count
        start += count


def _fill(widths: list[int], most: int) -> list[int]:
    """How many neighbours go into each part when each takes as many as fit."""
    counts, used = [0], 0
    for width in widths:
        if used + width > most:
            counts.append(0)
            used = 0
        counts[-1] += 1
        used += width
    return counts


def _table(grid: Grid, pieces: Sequence[_Piece], start: int, stop: int) -> Table:
    first = sum(piece.width for piece in pieces[:start])
    cut = _Cut(grid, pieces[start:stop], first)
    return Table(tuple(piece.group for piece in cut.pieces), tuple(_row(row, cut) for row in grid.rows))


@dataclass(frozen=True)
class _Cut:
    """What one table shows of the grid, from column `first`."""

    grid: Grid
    pieces: Sequence[_Piece]
    first: int

    @property
    def width(self) -> int:
        return sum(piece.width for piece in self.pieces)


def _row(row: Row, cut: _Cut) -> TableRow:
    if isinstance(row, Divider):
        return TableRow("", row.title)
    stage_cells = tuple(row.stage_cells[piece.owner] for piece in cut.pieces)
    return TableRow(
        row.key,
        row.title,
        stage_cells if any(row.stage_cells) else (),
        row.cells[cut.first : cut.first + cut.width],
        draw(row, cut.grid, first=cut.first, count=cut.width) if isinstance(row, CurveLane) else None,
        row.remarks if isinstance(row, Lane) else (),
    )
