"""A layered layout: columns by the longest path from the start, few crossings, straight lines, loops drawn back beneath.

Every way runs from column to column: where it passes others, and where its label stands, it has a place of its own in
the order of that column, so that no line runs through a box or a label.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean

from cjm_cli.page.curve import XY
from cjm_cli.page.layout.routes import back, through
from cjm_cli.page.placement import Link, Placement, Route, Size, is_back

ACROSS = 24
"""Between neighbouring columns, of which every second is for labels."""
BETWEEN = 26
"""Between two things in a column."""
TRACK = 14
"""Between loops."""
BELOW_ALL = 6
"""Between the lowest box and the first of them."""
SWEEPS = 9
LINE = Size(0, 4)


@dataclass
class _Net:
    """Boxes and places of ways in columns: what stands in which column, and who is whose neighbour."""

    sizes: list[Size]
    column: list[int] = field(default_factory=list)
    before: dict[int, list[int]] = field(default_factory=dict)
    after: dict[int, list[int]] = field(default_factory=dict)
    chains: dict[int, list[int]] = field(default_factory=dict)
    """For each link that leads on, the items that it passes, its ends included."""

    def add(self, size: Size, column: int) -> int:
        self.sizes.append(size)
        self.column.append(column)
        return len(self.sizes) - 1

    def tie(self, chain: Sequence[int]) -> None:
        for one, other in pairwise(chain):
            self.after.setdefault(one, []).append(other)
            self.before.setdefault(other, []).append(one)

    def columns(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in range(max(self.column, default=-1) + 1)]
        for item, column in enumerate(self.column):
            found[column].append(item)
        return found


def place(sizes: Sequence[Size], links: Sequence[Link]) -> Placement:
    """Where boxes of these sizes stand, and how the links between them run. The first box is the start."""
    net = _net(sizes, links)
    columns = _ordered(net)
    middles = _middles(net, columns)
    spots = _Spots(net, _lefts(net, columns), middles)
    return _placement(spots, len(sizes), links)


def _net(sizes: Sequence[Size], links: Sequence[Link]) -> _Net:
    net = _Net(list(sizes), [2 * depth for depth in depths(len(sizes), links)])
    for index, link in enumerate(links):
        if is_back(link):
            continue
        first, last = net.column[link.start] + 1, net.column[link.end]
        passed = [net.add(link.label if link.label and c == first else LINE, c) for c in range(first, last)]
        net.chains[index] = [link.start, *passed, link.end]
        net.tie(net.chains[index])
    return net


def depths(count: int, links: Sequence[Link]) -> list[int]:
    """The column of each box: the longest path to it, ways back left out; what nothing leads to stands beside the one before."""
    found = [0] * count
    for box in range(1, count):
        leading = [found[link.start] + 1 for link in links if link.end == box and not is_back(link)]
        found[box] = max(leading, default=found[box - 1])
    return found


# The order in each column


def _ordered(net: _Net) -> list[list[int]]:
    columns = net.columns()
    for sweep in range(SWEEPS):
        on = sweep % 2 == 0
        for column in columns if on else reversed(columns):
            _sort(column, columns, net.before if on else net.after)
    return columns


def _sort(column: list[int], columns: Sequence[Sequence[int]], neighbours: Mapping[int, Sequence[int]]) -> None:
    """By the mean place of the neighbours; who has none keeps its own."""
    places = {item: index for other in columns for index, item in enumerate(other)}
    wanted = {item: fmean(places[n] for n in neighbours.get(item) or (item,)) for item in column}
    column.sort(key=lambda item: (wanted[item], item))


# Heights


def _middles(net: _Net, columns: Sequence[Sequence[int]]) -> dict[int, float]:
    """The middle of each item: as near to its neighbours' as the others in its column allow."""
    found: dict[int, float] = {item: 0.0 for column in columns for item in column}
    for sweep in range(SWEEPS):
        on = sweep % 2 == 0
        for column in columns if on else reversed(columns):
            _settle(column, found, net.sizes, net.before if on else net.after)
    # Labels stand level with what they lead to; columns of labels hold no boxes, so that nothing else moves.
    for column in columns[1::2]:
        if any(net.sizes[item].width for item in column):
            _settle(column, found, net.sizes, net.after)
    return found


def _settle(
    column: Sequence[int], found: dict[int, float], sizes: Sequence[Size], near: Mapping[int, Sequence[int]]
) -> None:
    wanted = [_mean(found, near.get(item) or (item,)) for item in column]
    found.update(zip(column, spread(wanted, [sizes[item].height for item in column]), strict=True))


def _mean(found: Mapping[int, float], items: Sequence[int]) -> float:
    return fmean(found[item] for item in items)


def spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Middles in this order, apart by their heights, as near to the wanted ones as can be (by least squares)."""
    offsets = [0.0]
    for above, below in pairwise(heights):
        offsets.append(offsets[-1] + (above + below) / 2 + BETWEEN)
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=False):
        mean, count = want - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, size = blocks.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        blocks.append((mean, count))
    shifts = [mean for mean, count in blocks for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=False)]


def _lefts(net: _Net, columns: Sequence[Sequence[int]]) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is."""
    found, x = [], 0.0
    for column in columns:
        width = max((net.sizes[item].width for item in column), default=0)
        found.append((x, width))
        x += width + ACROSS
    return found


# From places to lines


@dataclass(frozen=True)
class _Spots:
    """Where every item is."""

    net: _Net
    lefts: Sequence[tuple[float, float]]
    middles: Mapping[int, float]

    def left(self, item: int) -> float:
        """Of a box the box's own edge, of a way that of the column."""
        start, width = self.lefts[self.net.column[item]]
        own = self.net.sizes[item].width
        return start + (width - own) / 2 if own else start

    def right(self, item: int) -> float:
        start, width = self.lefts[self.net.column[item]]
        own = self.net.sizes[item].width
        return start + (width + own) / 2 if own else start + width

    def middle(self, item: int) -> XY:
        return (self.left(item) + self.right(item)) / 2, self.middles[item]

    def bottom(self, first: int, last: int) -> float:
        """The lowest point of all that stands from one column to another."""
        items = [item for item, column in enumerate(self.net.column) if first <= column <= last]
        return max(self.middles[item] + self.net.sizes[item].height / 2 for item in items)


def _placement(spots: _Spots, count: int, links: Sequence[Link]) -> Placement:
    net = spots.net
    tops = [spots.middles[item] - net.sizes[item].height / 2 for item in range(len(net.sizes))]
    highest = min(tops, default=0.0)
    routes = {index: _on(spots, chain, links[index]) for index, chain in net.chains.items()}
    lowest = max((top + size.height for top, size in zip(tops, net.sizes, strict=True)), default=0.0)
    for index, route, bottom in _loops(spots, links):
        routes[index] = route
        lowest = max(lowest, bottom)
    right = max((start + width for start, width in spots.lefts), default=0.0)
    boxes = tuple((spots.left(box), tops[box] - highest) for box in range(count))
    moved = tuple(routes[index].moved(0, -highest) for index in range(len(links)))
    return Placement(boxes, moved, right, lowest - highest)


def _on(spots: _Spots, chain: Sequence[int], link: Link) -> Route:
    """A way on, through its place in every column; its label stands in the first."""
    first, *passed, last = chain
    points = [(spots.right(first), spots.middles[first])]
    for item in passed:
        points += [(x, spots.middles[item]) for x in (spots.left(item), spots.right(item))]
    points.append((spots.left(last), spots.middles[last]))
    return through(points, spots.middle(passed[0]) if link.label else None)


def _loops(spots: _Spots, links: Sequence[Link]) -> Iterator[tuple[int, Route, float]]:
    """Each way back with how low it reaches. Short loops lie within long ones."""
    loops = sorted((i for i, link in enumerate(links) if is_back(link)), key=lambda i: links[i].start - links[i].end)
    floor = float("-inf")
    for number, index in enumerate(loops):
        link = links[index]
        half = (link.label or LINE).height / 2
        beneath = spots.bottom(spots.net.column[link.end], spots.net.column[link.start])
        track = max(floor, beneath + BELOW_ALL) + TRACK + half
        start = (spots.right(link.start), spots.middles[link.start])
        end = (spots.left(link.end), spots.middles[link.end])
        floor = track + half
        yield index, back((start, end), track=track, number=number, labelled=link.label is not None), floor
