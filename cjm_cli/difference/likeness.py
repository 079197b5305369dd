"""How much two things are alike: by their names, and by what is in them.

Of two texts, twice the pairs of neighbouring letters and twice the words that both have, over all that there are: 1 for
the same, 0 for nothing in common. What the names leave open, the contents may fill: the share of texts and parts that
both have, the more the more there are of them. Two steps that share five parts and nothing else are the same under
another name; two steps that only share a channel are not.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from cjm_cli.difference.tree import Node
from cjm_cli.source.slug import slug

ALIKE = 0.5
"""From here on two things in the same place are the same, changed."""
MUCH_ALIKE = 0.65
"""From here on they are the same though they stand elsewhere."""
ENOUGH = 5
"""So many shared contents speak for themselves; fewer speak less."""
_COMMON, _KEYS, _CANDIDATES = 50, 24, 8
"""What bounds the search: a trait of more things than this tells nothing; so many traits are asked for, so many kept."""

Item = TypeVar("Item")


class Traits:
    """What a thing is compared by."""

    def __init__(self, node: Node) -> None:
        self.node = node

    @cached_property
    def letters(self) -> Counter[str]:
        """Words, and pairs of neighbouring letters within them."""
        words = slug(self.node.name).split("-")
        pairs = (f" {word} "[at : at + 2] for word in words for at in range(len(word) + 1))
        return Counter((*(word for word in words if word), *(pair for pair in pairs if pair.strip())))

    @cached_property
    def contents(self) -> Counter[str]:
        """The parts that are in it, however deep, and the texts that are said of it and them."""
        return Counter(said for node in self.node.walk() for said in _said(node, is_whole=node is self.node))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All by which it may be found."""
        return tuple(dict.fromkeys((*self.contents, *self.letters)))


def _said(node: Node, *, is_whole: bool) -> Iterator[str]:
    if not is_whole and node.id:
        yield f"{node.place}:{node.id}"
    skipped = {*node.sort.names, "id"}
    for name, text in node.fields.items():
        if isinstance(text, str) and name not in skipped:
            yield f"{name}={text}"


def likeness(one: Traits, other: Traits) -> float:
    """From 0 to 1."""
    names = _shared(one.letters, other.letters)
    both = (one.contents & other.contents).total()
    contents = _shared(one.contents, other.contents) * min(1.0, both / ENOUGH)
    return round(names + (1 - names) * contents, 6)


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of both that they have in common."""
    every = one.total() + other.total()
    return 2 * (one & other).total() / every if every else 0.0


def candidates(old: Sequence[Traits], new: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Pairs that may be alike, by index; far fewer than all pairs where there are many. The same from both sides."""
    if len(old) * len(new) <= _COMMON * _CANDIDATES:
        yield from ((mine, theirs) for mine in range(len(old)) for theirs in range(len(new)))
        return
    found = {*_nearby(old, new), *((mine, theirs) for theirs, mine in _nearby(new, old))}
    yield from sorted(found)


def _nearby(asked: Sequence[Traits], among: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """For each thing the few that share most of its rarest traits."""
    having: dict[str, list[int]] = defaultdict(list)
    for index, traits in enumerate(among):
        for key in traits.keys:
            having[key].append(index)
    for index, traits in enumerate(asked):
        shared = Counter(other for key in _rarest(traits.keys, having) for other in having[key])
        best = sorted(shared, key=lambda other: (-shared[other], abs(other - index), other))
        yield from ((index, other) for other in best[:_CANDIDATES])


def _rarest(keys: Iterable[str], having: dict[str, list[int]]) -> list[str]:
    telling = [key for key in keys if 0 < len(having.get(key, ())) <= _COMMON]
    return sorted(telling, key=lambda key: (len(having[key]), key))[:_KEYS]


def pairs(old: Sequence[Node], new: Sequence[Node]) -> Iterator[tuple[float, Node, Node]]:
    """Pairs that are alike at all, the most alike first; of equals, those that stand nearest to each other."""
    mine, theirs = [Traits(node) for node in old], [Traits(node) for node in new]
    scored = ((likeness(mine[i], theirs[j]), i, j) for i, j in candidates(mine, theirs))
    alike = [(score, i, j) for score, i, j in scored if score >= ALIKE]
    for score, i, j in sorted(alike, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1] + one[2], one[1])):
        yield score, old[i], new[j]
