"""Two maps as one: every column and lane of both, with a mark on what is not the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cjm_cli.page.cell import Cell
from cjm_cli.page.page import Column, CurveLane, Divider, Grid, Group, Lane, Row, Series
from cjm_cli.reviews._cells import merged_cells, unnumbered
from cjm_cli.reviews._heads import column_told, group_told, head_mark
from cjm_cli.reviews._line import Both, line
from cjm_cli.reviews._pairs import Pairs, Side

WAS = "was"
"""In the address of what is gone, which may be that of something new."""


@dataclass(frozen=True)
class Frame:
    """The stages and columns of the merged map."""

    groups: tuple[Both, ...]
    columns: tuple[Both, ...]
    """All of them; those of a stage follow each other."""
    counts: tuple[int, ...]
    """How many belong to each stage."""


def merged(old: Grid, new: Grid, sides: tuple[Side, Side], pairs: Pairs) -> Grid:
    """The map of both."""
    frame = _frame(*sides, pairs)
    groups = tuple(_groups(frame, old, new, sides, pairs))
    return Grid(groups, tuple(_rows(frame, old, new)))


def _frame(old: Side, new: Side, pairs: Pairs) -> Frame:
    groups, columns, counts = [], [], []
    for group in line(range(len(old.stages)), range(len(new.stages)), pairs.stages):
        beneath = line(_of_stage(old, group.old), _of_stage(new, group.new), pairs.columns)
        if beneath:
            groups.append(group)
            columns += beneath
            counts.append(len(beneath))
    return Frame(tuple(groups), tuple(columns), tuple(counts))


def _of_stage(side: Side, stage: int | None) -> list[int]:
    return [index for index, place in enumerate(side.columns) if place.stage == stage]


# Stages and steps


def _groups(frame: Frame, old: Grid, new: Grid, sides: tuple[Side, Side], pairs: Pairs) -> Iterator[Group]:
    first = 0
    for group, count in zip(frame.groups, frame.counts, strict=True):
        was = old.groups[group.old] if group.old is not None else None
        now = new.groups[group.new] if group.new is not None else None
        note = "moved" if group.new is not None and sides[1].stages[group.new].route in pairs.moved else ""
        mark = head_mark(was, now, group_told, note)
        columns = (_column(both, old, new, sides, pairs) for both in frame.columns[first : first + count])
        if mark:
            columns = (_quiet(column) for column in columns)
        there = now or replace(was, id=_gone(was.id)) if was else now
        assert there is not None
        yield replace(there, columns=tuple(columns), mark=mark)
        first += count


def _quiet(column: Column) -> Column:
    """A stage that is its own column says once what became of it."""
    return replace(column, mark=replace(column.mark, note="")) if column.mark and not column.title else column


def _column(both: Both, old: Grid, new: Grid, sides: tuple[Side, Side], pairs: Pairs) -> Column:
    was = old.columns[both.old] if both.old is not None else None
    now = new.columns[both.new] if both.new is not None else None
    note = ""
    if both.old is not None and both.new is not None and sides[1].columns[both.new].route in pairs.moved:
        note = _origin(old.groups[sides[0].columns[both.old].stage], both, sides, pairs)
    if now is None:
        assert was is not None
        return replace(was, id=_gone(was.id), mark=head_mark(was, None, column_told, ""))
    # A stage without steps is its own column; its head is marked already.
    mark = head_mark(was, now, column_told, note) if now.title or was is None else None
    return replace(now, mark=mark)


def _origin(stage: Group, both: Both, sides: tuple[Side, Side], pairs: Pairs) -> str:
    assert both.old is not None
    assert both.new is not None
    same = pairs.stages.get(sides[1].columns[both.new].stage) == sides[0].columns[both.old].stage
    return "moved" if same or not stage.title else f"moved here from {stage.title}"


def _gone(address: str) -> str:
    return f"{WAS}/{address}" if address else ""


# Lanes


def _rows(frame: Frame, old: Grid, new: Grid) -> Iterator[Row]:
    olds, news = ({_key(row): row for row in grid.rows} for grid in (old, new))
    keys = [*news]
    numbers = {keys.index(key): index for index, key in enumerate(olds) if key in news}
    for both in line(range(len(olds)), range(len(news)), numbers):
        was = [*olds.values()][both.old] if both.old is not None else None
        now = [*news.values()][both.new] if both.new is not None else None
        yield _row(frame, was, now)


def _key(row: Row) -> str:
    return row.title if isinstance(row, Divider) else row.key


def _row(frame: Frame, was: Row | None, now: Row | None) -> Row:
    there = now or was
    assert there is not None
    if isinstance(there, Divider):
        return there
    made = Lane(
        there.key,
        there.title,
        _merged(frame.groups, _stage_cells(was), _stage_cells(now)),
        _merged(frame.columns, _cells(was), _cells(now)),
        there.remarks if isinstance(there, Lane) else (),
    )
    if isinstance(was, CurveLane) or isinstance(now, CurveLane):
        return _curve(frame, made, (was, now))
    return made


def _stage_cells(row: Row | None) -> tuple[Cell, ...]:
    return () if row is None or isinstance(row, Divider) else row.stage_cells


def _cells(row: Row | None) -> tuple[Cell, ...]:
    return () if row is None or isinstance(row, Divider) else row.cells


def _merged(frame: Sequence[Both], old: Sequence[Cell], new: Sequence[Cell]) -> tuple[Cell, ...]:
    """Within what came or went as a whole nothing needs a mark of its own."""
    cells = []
    for both in frame:
        was = old[both.old] if old and both.old is not None else ()
        now = new[both.new] if new and both.new is not None else ()
        cells.append(
            merged_cells(was, now) if both.old is not None and both.new is not None else now or unnumbered(was)
        )
    return tuple(cells)


# The curve


def _curve(frame: Frame, lane: Lane, rows: tuple[Row | None, Row | None]) -> CurveLane:
    was, now = (row if isinstance(row, CurveLane) else None for row in rows)
    there = now or was
    assert there is not None
    before = [
        _moved(one, {both.old: at for at, both in enumerate(frame.columns)}) for one in (was.series if was else ())
    ]
    after = [
        _moved(one, {both.new: at for at, both in enumerate(frame.columns)}) for one in (now.series if now else ())
    ]
    names = [one.name for one in before]
    return CurveLane(
        there.key,
        there.title,
        tuple(after),
        there.guides,
        lane.stage_cells,
        lane.cells,
        tuple(replace(one, name=f"{one.name}, before" if one.name else "before") for one in before),
        tuple((names.index(one.name), index) for index, one in enumerate(after) if one.name in names),
    )


def _moved(series: Series, places: Mapping[int | None, int]) -> Series:
    """Over the columns of both maps. What the other side alone has breaks no curve: its own has nothing there to tell."""
    points = [
        (places[int(point.at)] + point.at % 1, number, point)
        for number, run in enumerate(series.runs)
        for point in run
        if int(point.at) in places
    ]
    runs: list[list[tuple[float, int]]] = []
    made = {}
    for at, number, point in sorted(points, key=lambda found: found[:2]):
        made[at, number] = replace(point, at=at)
        if not runs or runs[-1][-1][1] != number:
            runs.append([])
        runs[-1].append((at, number))
    return Series(series.name, tuple(tuple(made[key] for key in run) for run in runs))
