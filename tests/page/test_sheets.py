"""A map on paper: one sheet where it can be read there, else as few as can be, and nothing of it is lost."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.page.cell import Item
from cjm_cli.page.cut import cut
from cjm_cli.page.layout import lay_out
from cjm_cli.page.layout.curve import curve_rows
from cjm_cli.page.layout.sheets import A3, SMALLEST, Paper, Sheet, on_paper
from cjm_cli.page.layout.sizes import Sizes
from cjm_cli.page.page import Column, CurveLane, Grid, Group, Lane, Page, Point, Series
from cjm_cli.page.scene import EMPTY, Circle, Curve, Scene, TextLine


def grid(*counts: int, words: str = "Word") -> Grid:
    """A map of stages with so many steps, whose curve has a point in each."""
    groups, column = [], 0
    for index, count in enumerate(counts):
        columns = tuple(Column(f"c{column + i}", f"Step {column + i}") for i in range(count))
        groups.append(Group(f"g{index}", f"Stage {index}", "", (), columns))
        column += count
    cells = tuple((Item(f"{words} {i}"),) for i in range(column))
    said = tuple((Item(f"Of {i}"),) for i in range(len(counts)))
    run = tuple(Point(i + 0.5, i % 5 - 2, str(i)) for i in range(column))
    curve = CurveLane("emotion", "Feeling", (Series("", (run,)),), (), said, cells)
    return Grid(tuple(groups), (Lane("doing", "Doing", said, cells), curve))


def page(map_: Grid) -> Page:
    return Page("a", "A map", "", "en", (map_,))


def texts(scenes: Iterable[Scene]) -> Counter[str]:
    return Counter(shape.text for scene in scenes for shape in scene.shapes if isinstance(shape, TextLine))


def scenes(sheets: Iterable[Sheet]) -> list[Scene]:
    return [sheet.scene for sheet in sheets]


@pytest.mark.parametrize(
    ("counts", "parts", "widths"),
    [
        ((3, 3), 1, [6]),
        ((3, 3), 2, [3, 3]),
        ((2, 3, 4, 3, 3), 2, [9, 6]),
        ((1, 1, 10), 2, [2, 10]),
        ((20,), 2, [10, 10]),
        ((40,), 3, [14, 14, 12]),
        ((4,), 9, [4]),
        ((5, 1, 5, 1, 5), 3, [6, 6, 5]),
    ],
)
def test_a_map_is_cut_between_stages_into_parts_of_about_one_width(counts, parts, widths) -> None:
    assert [len(part.columns) for part in cut(grid(*counts), parts, 15)] == widths


def test_every_curve_of_a_part_starts_where_the_part_does() -> None:
    """What was felt before as well: two curves that drift apart would tell of changes that nobody planned."""
    whole = grid(3, 3)
    curve = next(row for row in whole.rows if isinstance(row, CurveLane))
    both = replace(whole, rows=(replace(curve, before=curve.series),))
    for part in cut(both, 2, 15):
        (row,) = part.rows
        assert isinstance(row, CurveLane)
        assert row.before == row.series


def runs(scores: Iterable[float | None], first: int = 0) -> tuple[tuple[Point, ...], ...]:
    """Points in the middle of their columns, counted from `first` on; None is a gap."""
    points = [None if score is None else Point(i + 0.5 - first, score, "") for i, score in enumerate(scores)]
    return tuple(tuple(filter(None, run)) for is_felt, run in groupby(points, bool) if is_felt)


@given(st.lists(st.none() | st.sampled_from([-2, -0.5, 0, 1, 2]), min_size=2, max_size=14), st.integers(1, 5))
def test_a_part_of_the_curve_looks_as_if_the_whole_ran_beneath_the_sheet(scores, parts) -> None:
    whole = grid(len(scores))
    lane = next(row for row in whole.rows if isinstance(row, CurveLane))
    lane = replace(lane, series=(Series("", runs(scores)),), before=(Series("", runs(scores[::-1])),))
    first = 0
    for part in cut(replace(whole, rows=(lane,)), parts, 5):
        (shown,) = part.rows
        everything = replace(
            lane, series=(Series("", runs(scores, first)),), before=(Series("", runs(scores[::-1], first)),)
        )
        sizes = Sizes(200, len(part.columns))
        assert isinstance(shown, CurveLane)
        assert [*curve_rows(shown, EMPTY, sizes).draw(0, 0)] == [*curve_rows(everything, EMPTY, sizes).draw(0, 0)]
        first += len(part.columns)


@pytest.mark.parametrize("parts", [1, 2, 3, 7])
def test_no_cell_is_lost_or_said_twice_by_a_cut(parts) -> None:
    whole = grid(2, 9, 3, 1)
    found = cut(whole, parts, 5)
    assert [column for part in found for column in part.columns] == [*whole.columns]
    assert [cell for part in found for cell in part.rows[0].cells] == [*whole.rows[0].cells]


def test_a_stage_that_is_cut_says_on_both_sides_what_it_says_as_a_whole() -> None:
    assert [part.rows[0].stage_cells for part in cut(grid(8), 2, 5)] == [((Item("Of 0"),),)] * 2


@pytest.mark.parametrize("counts", [(3,), (2, 2, 2), (3, 4, 3)])
def test_what_can_be_read_on_one_sheet_is_on_one(counts) -> None:
    (sheet,) = on_paper(page(grid(*counts)))
    assert sheet.scale > SMALLEST
    assert not any("sheet" in text for text in texts([sheet.scene]))


def test_what_is_too_wide_stands_on_several_each_with_its_heads_and_its_number() -> None:
    sheets = on_paper(page(grid(10, 10, 10)))
    assert len(sheets) > 1
    assert len({sheet.scale for sheet in sheets}) == 1
    for index, sheet in enumerate(sheets):
        said = texts([sheet.scene])
        assert {"Doing", "Feeling", "A map" if index else "Doing"} <= {*said}
        assert said[f"A map · sheet {index + 1} of {len(sheets)}"] == 1


def test_what_is_too_high_goes_on_with_the_next_lane_under_the_same_stages() -> None:
    first, second = on_paper(page(grid(2, words="Many words " * 260)))
    assert {"Stage 0", "Step 1"} <= {*texts([first.scene])} & {*texts([second.scene])}
    assert "Doing" not in texts([second.scene])
    assert "Feeling" not in texts([first.scene])


def test_a_lane_that_is_higher_than_the_paper_is_made_smaller() -> None:
    sheets = on_paper(page(grid(1, words="Many words " * 3000)))
    assert min(sheet.scale for sheet in sheets) < SMALLEST
    assert all(sheet.scene.height * sheet.scale <= A3.height for sheet in sheets)


def test_nothing_of_an_example_is_lost_on_paper(example) -> None:
    sheets = on_paper(example)
    assert _words([lay_out(example)]) <= _words(scenes(sheets))
    faces = [sum(isinstance(s, Circle) and s.radius == 9 for s in scene.shapes) for scene in scenes(sheets)]
    assert sum(faces) == sum(isinstance(s, Circle) and s.radius == 9 for s in lay_out(example).shapes)


def _words(found: Iterable[Scene]) -> set[str]:
    """All but those that a pill cuts short."""
    return {word for text in texts(found) for word in re.findall(r"[^\W_]+(?![\w…])", text)}


def test_everything_stands_between_the_margins(example) -> None:
    for sheet in on_paper(example):
        room = A3.width - 2 * A3.margin, A3.height - 2 * A3.margin
        assert (sheet.scene.width * sheet.scale, sheet.scene.height * sheet.scale) == pytest.approx(room)
        lines = [shape for shape in sheet.scene.shapes if isinstance(shape, TextLine)]
        assert all(line.x + line.room <= sheet.scene.width + 1 and line.y <= sheet.scene.height for line in lines)


def test_the_curve_runs_on_from_one_sheet_to_the_next_at_the_same_height() -> None:
    one, other = on_paper(page(grid(13, 13)))
    ends = [_curve(one.scene)[-1], _curve(other.scene)[0]]
    assert ends[0][1] - _top(one.scene) == pytest.approx(ends[1][1] - _top(other.scene), abs=0.02)


def _curve(scene: Scene) -> list[tuple[float, float]]:
    (curve,) = (shape for shape in scene.shapes if isinstance(shape, Curve) and shape.paint.width == 3)
    numbers = [float(number) for number in curve.d.replace("M", " ").replace("C", " ").replace(",", " ").split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _top(scene: Scene) -> float:
    return next(shape.y for shape in scene.shapes if isinstance(shape, TextLine) and shape.text == "Feeling")


def test_a_page_without_a_map_is_one_sheet() -> None:
    assert len(on_paper(Page("a", "A", "", "en", ()))) == 1


def test_other_paper_takes_more_sheets() -> None:
    wide = page(grid(8, 8))
    assert len(on_paper(wide, Paper(595, 842, 28))) > len(on_paper(wide))


def test_a_curve_is_drawn_with_the_three_commands_that_every_format_knows(example) -> None:
    drawn = [lay_out(example), *scenes(on_paper(example))]
    curves = [shape.d for scene in drawn for shape in scene.shapes if isinstance(shape, Curve)]
    assert {letter for d in curves for letter in d if letter.isalpha()} == {*"MLC"}
