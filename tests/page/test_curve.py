"""The curve is smooth and honest: it goes through every score and nowhere that nobody was."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.page.curve import XY, areas, beziers, path, tangents

scores = st.floats(-1000, 1000).map(lambda score: round(score, 3))
gaps = st.integers(1, 400).map(float)


@st.composite
def runs(draw: st.DrawFn) -> list[XY]:
    """Two or more points from left to right."""
    widths = draw(st.lists(gaps, min_size=1, max_size=12))
    xs = [sum(widths[:index]) for index in range(len(widths) + 1)]
    return [(x, draw(scores)) for x in xs]


@given(runs())
def test_it_passes_through_every_point(points) -> None:
    assert [end for _, _, end in beziers(points)] == points[1:]


@given(runs())
def test_it_never_leaves_the_room_between_two_neighbours(points) -> None:
    for start, (first, second, end) in zip(points, beziers(points), strict=False):
        low, high = sorted((start[1], end[1]))
        for share in (step / 20 for step in range(21)):
            y = _at(share, start[1], first[1], second[1], end[1])
            assert low - 1e-6 <= y <= high + 1e-6


@given(runs())
def test_it_never_turns_back(points) -> None:
    for start, (first, second, end) in zip(points, beziers(points), strict=False):
        assert start[0] < first[0] < second[0] < end[0]


@given(runs())
def test_it_has_no_corners(points) -> None:
    curve = beziers(points)
    for (_, before, middle), (after, _, _) in pairwise(curve):
        slope_before = (middle[1] - before[1]) / (middle[0] - before[0])
        slope_after = (after[1] - middle[1]) / (after[0] - middle[0])
        assert slope_before == pytest.approx(slope_after, abs=1e-6, rel=1e-6)


@given(runs())
def test_upside_down_it_is_the_same_curve_upside_down(points) -> None:
    mirrored = tangents([(x, -y) for x, y in points])
    assert mirrored == pytest.approx([-slope for slope in tangents(points)])


@given(runs(), st.integers(-500, 500))
def test_elsewhere_it_is_the_same_curve(points, away) -> None:
    moved = tangents([(x + away, y) for x, y in points])
    assert moved == pytest.approx(tangents(points), abs=1e-6)


@pytest.mark.parametrize(
    ("points", "slopes"),
    [
        ([(0, 0), (1, 1)], [1, 1]),
        ([(0, 0), (1, 1), (2, 2)], [1, 1, 1]),
        ([(0, 0), (1, 1), (2, 0)], [1.5, 0, -1.5]),
        ([(0, 2), (1, 2), (2, -1)], [0, 0, -4.5]),
        ([(0, 0), (1, 1), (2, 4)], [0.5, 2, 3.5]),
        ([(0, 0), (2, 2), (3, 5)], [0.5, 2, 3.5]),
    ],
)
def test_known_slopes(points, slopes) -> None:
    assert tangents(points) == pytest.approx(slopes)


@pytest.mark.parametrize(
    ("points", "d"),
    [
        ([], ""),
        ([(1, 1)], ""),
        ([(0, 0), (3, 3)], "M0,0C1,1 2,2 3,3"),
        ([(0, 0), (3, 3), (6, 0)], "M0,0C1,1.5 2,3 3,3C4,3 5,1.5 6,0"),
        ([(0.004, -0.004), (1 / 3, 2 / 3)], "M0,0C0.11,0.22 0.22,0.44 0.33,0.67"),
    ],
)
def test_as_the_path_of_a_drawing(points, d) -> None:
    assert path(points) == d


def _at(share: float, start: float, first: float, second: float, end: float) -> float:
    rest = 1 - share
    return rest**3 * start + 3 * rest**2 * share * first + 3 * rest * share**2 * second + share**3 * end


# Between two curves


def test_between_two_curves_there_is_an_area_up_to_each_crossing() -> None:
    one, other = [(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)], [(0.0, 5.0), (10.0, 5.0), (20.0, 5.0)]
    found = list(areas(one, other))
    assert [area.height > 0 for area in found] == [False, True, False]
    assert found[1].at[0] == 10
    assert found[0].path.startswith("M0,0C")
    assert all(area.path.endswith("Z") for area in found)


def test_where_only_one_curve_runs_there_is_no_area() -> None:
    assert list(areas([(0, 0), (5, 5)], [(5, 0), (9, 9)])) == []
    assert list(areas([(0, 0)], [(0, 1), (9, 9)])) == []
    (found,) = areas([(0, 0), (6, 0)], [(3, 4), (9, 4)])
    assert found.path == "M3,0C4,0 5,0 6,0L6,4C5,4 4,4 3,4Z"


@given(runs(), runs())
def test_areas_lie_beside_each_other_and_beside_no_curve(one, other) -> None:
    found = list(areas(one, other))
    ends = [(float(area.path[1:].split(",")[0]), area.at[0]) for area in found]
    assert all(start <= at for start, at in ends)
    assert ends == sorted(ends)


def test_equal_curves_have_nothing_between_them() -> None:
    line = [(0.0, 0.0), (10.0, 7.0), (20.0, 3.0)]
    assert list(areas(line, line)) == []
