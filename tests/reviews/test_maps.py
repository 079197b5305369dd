"""Two maps as one: nothing of either is lost, and what is the same bears no mark."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cjm_cli.difference.difference import Compared, Difference
from cjm_cli.model import Journey
from cjm_cli.page.cell import Fate, Item, Mark
from cjm_cli.page.page import CurveLane, Divider, Grid
from cjm_cli.reviews._cells import merged_cells
from cjm_cli.reviews._maps import drawn
from cjm_cli.source.limits import Limits
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile

from .conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").rglob("*.journey.yaml"))


def items(grid: Grid) -> Iterator[Item]:
    rows = (row for row in grid.rows if not isinstance(row, Divider))
    return (item for row in rows for cell in (*row.stage_cells, *row.cells) for item in cell)


def marks(grid: Grid) -> list[Mark]:
    found = (*(item.mark for item in items(grid)), *(column.mark for column in grid.columns))
    return [mark for mark in (*found, *(group.mark for group in grid.groups)) if mark]


@pytest.fixture
def shoes(difference: Difference) -> Compared:
    (found,) = (one for one in difference.compared if one.id == "shoes")
    return found


def grid_of(compared: Compared, difference: Difference) -> Grid:
    found = drawn(compared, difference)
    assert found
    return found.grid


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_a_map_and_itself_are_that_map(path, difference) -> None:
    model = load(SourceFile(path.name, path), Limits()).model
    assert isinstance(model, Journey)
    whole = grid_of(Compared("journey", "x", "X", model, model, ()), difference)
    alone = grid_of(Compared("journey", "x", "X", None, model, ()), difference)
    assert marks(whole) == []
    assert whole.groups == alone.groups
    for row, other in zip(whole.rows, alone.rows, strict=True):
        if isinstance(row, CurveLane) and isinstance(other, CurveLane):
            assert [one.runs for one in row.before] == [one.runs for one in row.series]
            row = replace(row, before=(), compared=())
        assert row == other


def test_every_column_of_both_sides_is_there(shoes, difference) -> None:
    grid = grid_of(shoes, difference)
    assert [column.title for column in grid.columns] == [
        *("Compares models", "Sees the total", "Types the address again", "Confirms and pays"),
        *("Tries them on", "Follows the parcel", "Runs the first round", ""),
    ]
    assert [group.title for group in grid.groups] == ["Choose", "Pay", "Keep", "Regret"]


def test_heads_say_what_became_of_them(shoes, difference) -> None:
    found = {column.title: column.mark for column in grid_of(shoes, difference).columns if column.mark}
    assert found == {
        "Types the address again": Mark(Fate.REMOVED, note="removed"),
        "Confirms and pays": Mark(Fate.CHANGED, ("Confirms", "tom · 2 minutes")),
        "Tries them on": Mark(Fate.MOVED, note="moved here from Choose"),
        "Follows the parcel": Mark(Fate.ADDED, note="new"),
        "": Mark(Fate.REMOVED),
    }


def test_every_text_of_both_sides_is_there(shoes, difference) -> None:
    whole = grid_of(shoes, difference)
    told = {
        text for item in items(whole) for text in (item.text, *item.details, *(item.mark.before if item.mark else ()))
    }
    for side in ("old", "new"):
        alone = grid_of(replace(shoes, **{side: None}), difference)
        said = {text for item in items(alone) if item.form != "aside" for text in (item.text, *item.details)}
        assert said - told == set()


def test_addresses_are_unique_and_lead_into_the_map(shoes, difference) -> None:
    found = drawn(shoes, difference)
    assert found
    addresses = [place.id for group in found.grid.groups for place in (group, *group.columns) if place.id]
    assert {anchor for anchor in found.anchors if anchor} <= set(addresses)
    titled = [column.id for column in found.grid.columns if column.title]
    assert len(titled) == len(set(titled))
    assert all(address.startswith("shoes/") for address in addresses)


def test_the_old_curve_runs_over_what_is_new_without_a_gap(shoes, difference) -> None:
    (lane,) = (row for row in grid_of(shoes, difference).rows if isinstance(row, CurveLane))
    assert [[(point.at, point.score) for point in run] for run in lane.before[0].runs] == [
        [(0.5, 1), (1.5, -2), (2.5, -1), (3.5, 0), (4.5, 2)],
        [(7.5, -1)],
    ]
    assert lane.compared == ((0, 0),)


ONE, OTHER = Item("Too slow"), Item("Too dear", details=("severity 3 of 5",))


def test_order_alone_is_no_change_of_a_cell() -> None:
    assert merged_cells((ONE, OTHER), (OTHER, ONE)) == (OTHER, ONE)


def test_another_number_is_no_change() -> None:
    assert merged_cells((replace(ONE, number="1"),), (replace(ONE, number="2"),)) == (replace(ONE, number="2"),)


def test_another_detail_is_told_with_what_it_was() -> None:
    (found,) = merged_cells((OTHER,), (replace(OTHER, details=("severity 5 of 5",)),))
    assert found.mark == Mark(Fate.CHANGED, ("severity 3 of 5",))


def test_what_is_gone_stands_where_it_stood() -> None:
    gone = Item("Never heard of it")
    found = merged_cells((ONE, gone, OTHER), (ONE, OTHER))
    assert [(item.text, item.mark) for item in found] == [
        ("Too slow", None),
        ("Never heard of it", Mark(Fate.REMOVED)),
        ("Too dear", None),
    ]
