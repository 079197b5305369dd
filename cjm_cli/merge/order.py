"""Where each piece goes when both sides may have added some and moved others. The sides may be swapped: the order is the same.

- What nobody moved stays as it is.
- What one side moved or added comes after what it stands behind on that side.
- What both sides moved, or added, to different places comes to the earlier of the two; nothing is lost by that.
- What both added at the same place comes one after the other, by what it is known by.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjm_cli.merge.matching import Triple

OURS, THEIRS = 2, 3
"""The places of the sides in a triple."""


def in_order(triples: Iterable[Triple]) -> list[Triple]:
    """The pieces that stay or come, in the order that both sides want."""
    kept = [*triples]
    sides = tuple(_Side.of(kept, side) for side in (OURS, THEIRS))
    moved = {triple for side in sides for triple in side.moved}
    stable = sorted((triple for triple in kept if triple.base is not None and triple not in moved), key=_base)
    rank = {triple: index for index, triple in enumerate(stable)}
    gaps = [side.gaps(rank) for side in sides]
    runs = tuple(_runs(side, gaps[index], gaps[1 - index]) for index, side in enumerate(sides))
    ordered = _woven(runs[0].get(-1, []), runs[1].get(-1, []))
    for index, triple in enumerate(stable):
        ordered += [triple, *_woven(runs[0].get(index, []), runs[1].get(index, []))]
    return ordered


@dataclass(frozen=True)
class _Side:
    sequence: Sequence[Triple]
    """What the side has, in its order."""
    moved: frozenset[Triple]

    @classmethod
    def of(cls, kept: Sequence[Triple], side: int) -> "_Side":
        sequence = [
            triple for _, triple in sorted((triple[side], triple) for triple in kept if triple[side] is not None)
        ]
        old = [triple for triple in sequence if triple.base is not None]
        staying = _growing([_base(triple) for triple in old])
        return cls(sequence, frozenset(triple for triple in old if triple.base not in staying))

    def gaps(self, rank: Mapping[Triple, int]) -> dict[Triple, int]:
        """Of what this side added or moved, behind which of those that stay it stands."""
        found, anchor = {}, -1
        for triple in self.sequence:
            if triple in rank:
                anchor = rank[triple]
            elif triple.base is None or triple in self.moved:
                found[triple] = anchor
        return found


def _runs(side: _Side, gaps: Mapping[Triple, int], others: Mapping[Triple, int]) -> dict[int, list[Triple]]:
    """What is placed by this side, by the gap that it goes to."""
    runs: dict[int, list[Triple]] = {}
    for triple in side.sequence:
        if triple in gaps and gaps[triple] <= others.get(triple, gaps[triple]):
            runs.setdefault(gaps[triple], []).append(triple)
    return runs


def _woven(one: Sequence[Triple], other: Sequence[Triple]) -> list[Triple]:
    """Two runs as one: what both have once, and the rest before or after it as it was."""
    first, second = sorted((one, other), key=lambda run: [triple.key for triple in run])
    in_both = {*first} & {*second}
    common = [triple for triple in first if triple in in_both]
    if common != [triple for triple in second if triple in in_both]:
        return [*first, *(triple for triple in second if triple not in in_both)]
    woven: list[Triple] = []
    here = there = 0
    for head in common:
        here_end, there_end = first.index(head, here), second.index(head, there)
        woven += [*first[here:here_end], *second[there:there_end], head]
        here, there = here_end + 1, there_end + 1
    return [*woven, *first[here:], *second[there:]]


def _base(triple: Triple) -> int:
    assert triple.base is not None
    return triple.base


def _growing(places: Sequence[int]) -> set[int]:
    """The longest run of numbers that grow, with others left out."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at : at + 1] = [place]
    run, last = set(), ends[-1] if ends else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run
