"""The layered layout: nothing lies on anything else, whatever the graph, and the same graph is drawn the same."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_cli.page.layout.layers import BETWEEN, depths, place, spread
from cjm_cli.page.placement import Link, Size, is_back

NODE, LABEL = Size(100, 40), Size(60, 20)


def chain(count: int) -> list[Link]:
    return [Link(i, i + 1) for i in range(count - 1)]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Size], list[Link]]:
    """Some boxes of some heights, each led to from the one before, and some more links in any direction."""
    count = draw(st.integers(1, 9))
    sizes = [Size(100, draw(st.integers(20, 90))) for _ in range(count)]
    place_ = st.integers(0, count - 1)
    label = st.sampled_from([None, LABEL])
    more = draw(st.lists(st.builds(Link, place_, place_, label), max_size=8))
    return sizes, [*chain(count), *more]


def test_columns_are_those_of_the_longest_path() -> None:
    links = [Link(0, 1), Link(0, 3), Link(1, 2), Link(2, 3), Link(3, 1)]
    assert depths(4, links) == [0, 1, 2, 3]


def test_what_nothing_leads_to_stands_beside_the_one_before() -> None:
    assert depths(3, [Link(0, 1)]) == [0, 1, 1]


def test_a_plain_sequence_is_a_straight_line() -> None:
    placed = place([NODE] * 5, chain(5))
    assert {y for _, y in placed.boxes} == {0}
    assert [x for x, _ in placed.boxes] == sorted(x for x, _ in placed.boxes)
    assert {kind for route in placed.routes for kind, _ in route.pieces} == {"M", "L"}


def test_a_loop_runs_beneath_the_boxes_that_it_leads_past() -> None:
    placed = place([NODE] * 4, [*chain(4), Link(2, 1, LABEL)])
    loop = placed.routes[-1]
    assert loop.label is not None
    assert loop.label[1] - LABEL.height / 2 > NODE.height
    assert placed.height >= loop.label[1] + LABEL.height / 2


@pytest.mark.parametrize(
    ("wanted", "middles"),
    [([0, 100], [0, 100]), ([0, 0], [-33, 33]), ([10, 0], [-28, 38]), ([5], [5]), ([], [])],
)
def test_things_stand_where_they_want_or_as_near_as_they_can(wanted, middles) -> None:
    assert spread(wanted, [40] * len(wanted)) == pytest.approx(middles)
    assert BETWEEN == 26


@settings(max_examples=150)
@given(graphs())
def test_no_box_lies_on_another_and_all_lies_within(graph) -> None:
    sizes, links = graph
    placed = place(sizes, links)
    rects = [(x, y, x + size.width, y + size.height) for (x, y), size in zip(placed.boxes, sizes, strict=True)]
    rects += [
        (x - 30, y - 10, x + 30, y + 10)
        for link, route in zip(links, placed.routes, strict=True)
        if link.label and (x := route.label[0]) is not None and (y := route.label[1]) is not None and not is_back(link)
    ]
    for (l0, t0, r0, b0), (l1, t1, r1, b1) in combinations(rects, 2):
        assert r0 <= l1 + 0.01 or r1 <= l0 + 0.01 or b0 <= t1 + 0.01 or b1 <= t0 + 0.01
    assert all(
        x >= -0.01 and y >= -0.01 and r <= placed.width + 0.01 and b <= placed.height + 0.01 for x, y, r, b in rects
    )


@settings(max_examples=50)
@given(graphs())
def test_the_same_graph_is_placed_the_same(graph) -> None:
    assert place(*graph) == place(*graph)


@settings(max_examples=100)
@given(graphs())
def test_an_arrow_begins_and_ends_at_its_boxes(graph) -> None:
    sizes, links = graph
    placed = place(sizes, links)
    for link, route in zip(links, placed.routes, strict=True):
        (start, *_), (tip, _) = route.pieces[0][1], route.end
        left, top = placed.boxes[link.end]
        assert tip[0] == pytest.approx(left)
        assert top <= tip[1] <= top + sizes[link.end].height
        left, top = placed.boxes[link.start]
        assert start[0] == pytest.approx(left + sizes[link.start].width)
        assert top <= start[1] <= top + sizes[link.start].height
