"""Stretches of a text, of which those that cover a place are found without looking at all the others."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from cjm_cli.source.suppression import Area, Position

Rank: TypeAlias = tuple[Position, tuple[int, int]]
"""How far a comment reaches, and which it is: its index and that of the name in it."""


class Stretches:
    """Each is kept at the few blocks of 1, 2, 4, 8 … lines that make it up, as in a segment tree."""

    def __init__(self, found: Iterable[tuple[Area, Rank]]) -> None:
        least: dict[Area, Rank] = {}
        for area, rank in found:
            least[area] = min(rank, least.get(area, rank))
        self._by_block: dict[tuple[int, int], list[Area]] = {}
        for area in least:
            for block in _blocks(area[0][0], area[1][0] + 1):
                self._by_block.setdefault(block, []).append(area)
        self._least = least
        self._heights = {height for height, _ in self._by_block}

    def least(self, place: Position) -> Rank | None:
        """The lowest rank of those that cover a place."""
        near = (area for height in self._heights for area in self._by_block.get((height, place[0] >> height), ()))
        return min((self._least[start, end] for start, end in near if start <= place < end), default=None)


def _blocks(first: int, last: int) -> Iterator[tuple[int, int]]:
    """The largest blocks that make up these lines without the last: each is 2 to the power of its height long."""
    height = 0
    while first < last:
        if first % 2:
            yield height, first
            first += 1
        if last % 2:
            last -= 1
            yield height, last
        first, last, height = first // 2, last // 2, height + 1
