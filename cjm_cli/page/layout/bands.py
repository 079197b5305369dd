"""A long flow in bands beneath each other, like lines of a text: cut where a single way leads on, and nothing leads back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from cjm_cli.page.curve import XY
from cjm_cli.page.layout.layers import place
from cjm_cli.page.layout.routes import rounded
from cjm_cli.page.placement import Link, Placement, Route, Size

WIDEST = 1300
"""What a screen and a sheet show at once."""
STEP = 40
ASIDE = 22
"""How far beside the boxes a way turns down to the next band."""
GAP = 48
Placer: TypeAlias = Callable[[Sequence[Size], Sequence[Link]], Placement]
Band: TypeAlias = tuple[int, int]
"""Its first box, and the one after its last."""


def banded(sizes: Sequence[Size], links: Sequence[Link], placer: Placer = place) -> Placement:
    """The whole flow, each band placed by itself."""
    bands = _bands(sizes, links)
    if len(bands) < 2:
        return placer(sizes, links)
    boxes: list[XY] = []
    routes: dict[int, Route] = {}
    bottoms, top, width = [], 0.0, 0.0
    for band in bands:
        inner = [index for index, link in enumerate(links) if _within(link, band)]
        placed = placer(sizes[slice(*band)], [_from(links[index], band[0]) for index in inner])
        boxes += [(x + ASIDE, y + top) for x, y in placed.boxes]
        routes |= {i: route.moved(ASIDE, top) for i, route in zip(inner, placed.routes, strict=True)}
        bottoms.append(top + placed.height)
        width = max(width, placed.width)
        top = bottoms[-1] + _gap(links, band)
    for (_, end), bottom in zip(bands, bottoms, strict=False):
        routes |= {
            i: _down(link, boxes, sizes, bottom) for i, link in enumerate(links) if link.start == end - 1 < link.end
        }
    return Placement(tuple(boxes), tuple(routes[i] for i in range(len(links))), width + 2 * ASIDE, bottoms[-1])


def _within(link: Link, band: Band) -> bool:
    return band[0] <= link.start < band[1] and band[0] <= link.end < band[1]


def _from(link: Link, first: int) -> Link:
    return replace(link, start=link.start - first, end=link.end - first)


def _gap(links: Sequence[Link], band: Band) -> float:
    """Room for the label of the way that leads to the next band."""
    labels = (link.label.height for link in links if link.label and link.start == band[1] - 1 < link.end)
    return max([GAP, *(height + GAP / 2 for height in labels)])


def _down(link: Link, boxes: Sequence[XY], sizes: Sequence[Size], bottom: float) -> Route:
    """From the right of the last box of a band, beneath the band, to the left of the first box of the next."""
    (x0, y0), (x1, y1) = boxes[link.start], boxes[link.end]
    x0, y0 = x0 + sizes[link.start].width, y0 + sizes[link.start].height / 2
    y1 += sizes[link.end].height / 2
    between = bottom + (GAP if not link.label else link.label.height + GAP / 2) / 2
    right, left = x0 + ASIDE - 2, x1 - ASIDE + 2
    pieces = rounded([(x0, y0), (right, y0), (right, between), (left, between), (left, y1), (x1, y1)])
    return Route(pieces, ((left + right) / 2, between) if link.label else None)


# Where to cut


def _bands(sizes: Sequence[Size], links: Sequence[Link]) -> list[Band]:
    """As few bands as fit the width, and of those the evenest."""
    cuts = [0, *_cuts(len(sizes), links), len(sizes)]

    @cache
    def width(first: int, end: int) -> float:
        inner = [_from(link, first) for link in links if _within(link, (first, end))]
        return place(sizes[first:end], inner).width

    found = _filled(cuts, WIDEST, width)
    for narrower in range(WIDEST - STEP, 0, -STEP):
        bands = _filled(cuts, narrower, width)
        if len(bands) > len(found):
            break
        found = bands
    return found


def _cuts(count: int, links: Sequence[Link]) -> Iterator[int]:
    """Before which boxes a band may begin: the box before leads to it, and no other way leads across."""
    for box in range(1, count):
        across = [link for link in links if (link.start < box) != (link.end < box)]
        if [(link.start, link.end) for link in across] == [(box - 1, box)]:
            yield box


def _filled(cuts: Sequence[int], widest: float, width: Callable[[int, int], float]) -> list[Band]:
    """Each band takes as much as fits; what is not to be cut may be wider."""
    bands: list[Band] = []
    for first, end in pairwise(cuts):
        if bands and width(bands[-1][0], end) <= widest:
            bands[-1] = (bands[-1][0], end)
        elif end > first:
            bands.append((first, end))
    return bands
