"""A long flow is cut like a text: where a single way leads on, into lines of about the same length."""

import pytest

from cjm_cli.page.layout.bands import WIDEST, banded
from cjm_cli.page.layout.layers import place
from cjm_cli.page.placement import Link, Placement, Size

NODE, LABEL = Size(180, 50), Size(80, 30)


def _chain(count: int) -> list[Link]:
    return [Link(i, i + 1) for i in range(count - 1)]


def _lines(placed: Placement) -> list[int]:
    """How many boxes stand in each band: a band begins at the left."""
    starts = [i for i, (x, _) in enumerate(placed.boxes) if i == 0 or x < placed.boxes[i - 1][0]]
    return [end - start for start, end in zip(starts, [*starts[1:], len(placed.boxes)], strict=True)]


def test_a_short_flow_stays_as_it_is() -> None:
    assert banded([NODE] * 4, _chain(4)) == place([NODE] * 4, _chain(4))


@pytest.mark.parametrize(("count", "lines"), [(5, [5]), (6, [3, 3]), (10, [5, 5]), (12, [4, 4, 4]), (13, [5, 5, 3])])
def test_a_long_sequence_has_few_bands_of_about_the_same_length(count, lines) -> None:
    placed = banded([NODE] * count, _chain(count))
    assert _lines(placed) == lines
    assert placed.width <= WIDEST + 50


def test_nothing_is_cut_where_ways_run_side_by_side_or_back() -> None:
    links = [*_chain(14), Link(13, 0)]
    assert banded([NODE] * 14, links) == place([NODE] * 14, links)
    split = [*_chain(9), Link(3, 6)]
    assert sum(_lines(banded([NODE] * 9, split))) == 9
    boxes = banded([NODE] * 9, split).boxes
    assert {y for _, y in boxes[3:7]} != {y for _, y in boxes[:3]}


def test_every_way_keeps_its_place_in_the_list_and_its_label() -> None:
    links = [Link(8, 9, LABEL), *[link for link in _chain(14) if link.start != 8]]
    placed = banded([NODE] * 14, links)
    for link, route in zip(links, placed.routes, strict=True):
        assert route.end[0][0] == pytest.approx(placed.boxes[link.end][0])
        assert (route.label is not None) is (link.label is not None)


def test_bands_do_not_touch() -> None:
    placed = banded([Size(180, 40 + 10 * (i % 4)) for i in range(20)], _chain(20))
    rows: dict[int, list[tuple[float, float]]] = {}
    band = -1
    for i, (x, y) in enumerate(placed.boxes):
        band += i == 0 or x < placed.boxes[i - 1][0]
        rows.setdefault(band, []).append((y, y + 40 + 10 * (i % 4)))
    assert len(rows) > 2
    for above, below in zip(list(rows.values()), list(rows.values())[1:], strict=False):
        assert max(bottom for _, bottom in above) < min(top for top, _ in below)
    assert max(bottom for _, bottom in rows[band]) <= placed.height + 0.01
