"""Two journeys of one project as one map, in words that fit: what is in one of them alone was neither added nor removed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from cjm_cli.comparison.comparison import Comparison
from cjm_cli.difference.difference import Change, Compared, Difference, Impact, Kind, Place
from cjm_cli.difference.match import matched
from cjm_cli.difference.plain import plain
from cjm_cli.difference.sorts import JOURNEY
from cjm_cli.difference.tree import tree
from cjm_cli.finding import Location
from cjm_cli.model import Journey
from cjm_cli.model.references import Target
from cjm_cli.page.cell import Cell, Fate, Mark, Saying
from cjm_cli.page.page import Column, CurveLane, Divider, Grid, Group, Row, Series
from cjm_cli.reviews._maps import drawn
from cjm_cli.workspace.load import START

Sayings = Mapping[Fate, Saying]


def sayings(comparison: Comparison) -> Sayings:
    """How each mark is told."""
    left, right = comparison.names
    if comparison.is_plan:
        return {
            Fate.ADDED: Saying("+", "New"),
            Fate.REMOVED: Saying("−", "Today only"),
            Fate.CHANGED: Saying("~", "Otherwise", left, right),
        }
    return {
        Fate.REMOVED: Saying("◀", f"{left} only"),
        Fate.ADDED: Saying("▶", f"{right} only"),
        Fate.CHANGED: Saying("≠", "Different", left, right),
    }


def whole(comparison: Comparison) -> Grid | None:
    """The map of both; None where there is nothing to draw."""
    left, right = comparison.left, comparison.right
    journey = Compared("journey", right.id, comparison.titles[1], left.model, right.model, tuple(_same(comparison)))
    projects, personas = (comparison.project,) * 2, (comparison.personas,) * 2
    found = drawn(journey, Difference(*comparison.names, (journey,), projects=projects, personas=personas))
    return _Told(sayings(comparison), comparison.names).grid(found.grid) if found else None


def _same(comparison: Comparison) -> Iterator[Change]:
    """The stages and steps that are the same on both sides."""
    left, right = comparison.left, comparison.right
    assert isinstance(left.model, Journey)
    assert isinstance(right.model, Journey)
    match = matched(tree(JOURNEY, plain(left.model)), tree(JOURNEY, plain(right.model)))
    for old, new in match.new_of.items():
        if old.sort.target in (Target.STAGE, Target.STEP):
            was, now = (Place(node.route, Location("", START)) for node in (old, new))
            yield Change(Kind.CHANGED, Impact.PATCH, new.sort.entity, new.name, old=was, new=now)


class _Told:
    """A map of two versions, told as one of two journeys."""

    def __init__(self, sayings_: Sayings, names: tuple[str, str]) -> None:
        self._sayings = sayings_
        self._names = names

    def grid(self, grid: Grid) -> Grid:
        """The same map."""
        return replace(grid, groups=tuple(map(self._group, grid.groups)), rows=tuple(map(self._row, grid.rows)))

    def _group(self, group: Group) -> Group:
        return replace(group, mark=self._mark(group.mark), columns=tuple(map(self._column, group.columns)))

    def _column(self, column: Column) -> Column:
        return replace(column, mark=self._mark(column.mark))

    def _row(self, row: Row) -> Row:
        if isinstance(row, Divider):
            return row
        told = replace(
            row, stage_cells=tuple(map(self._cell, row.stage_cells)), cells=tuple(map(self._cell, row.cells))
        )
        if isinstance(told, CurveLane):
            before = (_named(one, self._names[0]) for one in told.before)
            return replace(told, before=tuple(before), series=tuple(self._after(one) for one in told.series))
        return told

    def _after(self, series: Series) -> Series:
        return series if series.name else replace(series, name=self._names[1])

    def _cell(self, cell: Cell) -> Cell:
        return tuple(replace(item, mark=self._mark(item.mark)) for item in cell)

    def _mark(self, mark: Mark | None) -> Mark | None:
        """A note says in words what its sign does, at the head of a stage or a step."""
        if mark is None:
            return None
        saying = self._sayings.get(mark.fate)
        note = saying.word if saying and mark.note and mark.fate is not Fate.MOVED else mark.note
        return replace(mark, saying=saying, note=note)


def _named(before: Series, name: str) -> Series:
    """Whose curve it is, in place of when it was felt."""
    return replace(before, name=before.name.removesuffix("before") + name)
