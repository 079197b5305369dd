"""Which piece of one version is which of another."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from cjm_cli.source.slug import slug

NAMES = ("name", "title", "text", "action", "to", "reason", "src", "url", "key", "date")
"""The fields that an item without an id is known by: the first of these that it has."""

MOST_PAIRS = 10_000
"""Up to here what was renamed is looked for by likeness."""

Key = tuple[str, int]
"""What something is known by, and how many before it are known by the same."""


class Triple(NamedTuple):
    """One thing in three versions: where each has it, None where it has it not."""

    key: Key
    base: int | None
    ours: int | None
    theirs: int | None


def identity(item: object) -> str:
    """What an item is known by: its id, else its name or text; of anything else all of it."""
    if isinstance(item, Mapping):
        id_ = item.get("id")
        if isinstance(id_, str) and id_.strip():
            return id_
        names = (slug(name) for key in NAMES if isinstance(name := item.get(key), str))
        return next(filter(None, names), repr(item))
    return slug(item) or item if isinstance(item, str) else repr(item)


def items(base: Sequence[object], ours: Sequence[object], theirs: Sequence[object]) -> list[Triple]:
    """The items of three lists: by id, else by name or text; what was renamed in its place is still the same."""
    keys = tuple(map(_keys, (base, ours, theirs)))
    return _triples(keys, _known(base, ours, keys[0], keys[1]), _known(base, theirs, keys[0], keys[2]))


def entries(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[Triple]:
    """The entries of three mappings, by their keys."""
    keys = tuple([(name, 0) for name in names] for names in (base, ours, theirs))
    return _triples(keys, _equal(keys[0], keys[1]), _equal(keys[0], keys[2]))


def _keys(values: Sequence[object]) -> list[Key]:
    seen: Counter[str] = Counter()
    keys = []
    for name in map(identity, values):
        keys.append((name, seen[name]))
        seen[name] += 1
    return keys


def _triples(keys: Sequence[Sequence[Key]], ours: Mapping[int, int], theirs: Mapping[int, int]) -> list[Triple]:
    """`ours` and `theirs` lead from the places of the base to those of a side."""
    found = [Triple(key, index, ours.get(index), theirs.get(index)) for index, key in enumerate(keys[0])]
    news = [_new(side, set(old.values())) for side, old in ((keys[1], ours), (keys[2], theirs))]
    both = [*news[0], *(key for key in news[1] if key not in news[0])]
    return [*found, *(Triple(key, None, news[0].get(key), news[1].get(key)) for key in both)]


def _new(keys: Sequence[Key], old: set[int]) -> dict[Key, int]:
    return {key: index for index, key in enumerate(keys) if index not in old}


def _equal(base: Sequence[Key], side: Sequence[Key]) -> dict[int, int]:
    places = {key: index for index, key in enumerate(side)}
    return {index: places[key] for index, key in enumerate(base) if key in places}


def _known(
    base: Sequence[object], side: Sequence[object], keys: Sequence[Key], others: Sequence[Key]
) -> dict[int, int]:
    """The places of the side by those of the base. What came where something went, and is alike, is that renamed."""
    known = _equal(keys, others)
    back = {there: here for here, there in known.items()}
    gone = _gaps(len(base), lambda index: index if index in known else None)
    come = _gaps(len(side), back.get)
    for anchor, old in gone.items():
        pairs = [*zip(old, come.get(anchor, ()), strict=False)]
        if len(pairs) < len(old) or len(pairs) < len(come[anchor]):
            pairs = [*_nearest(base, side, old, come.get(anchor, ()))]
        known |= {here: there for here, there in pairs if _alike(base[here], side[there])}
    return known


def _nearest(
    base: Sequence[object], side: Sequence[object], old: Sequence[int], new: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Pairs of what has most in common, where there are more of the one than of the other."""
    if len(old) * len(new) > MOST_PAIRS:
        return
    shared = ((-_shared(base[here], side[there]), here, there) for here in old for there in new)
    taken: set[tuple[int, bool]] = set()
    for score, here, there in sorted(shared):
        if score and not taken & {(here, True), (there, False)}:
            taken |= {(here, True), (there, False)}
            yield here, there


def _gaps(count: int, known: Callable[[int], int | None]) -> dict[int | None, list[int]]:
    """The places of what is not known, by what stands before them."""
    gaps: dict[int | None, list[int]] = {}
    anchor = None
    for index in range(count):
        place = known(index)
        if place is None:
            gaps.setdefault(anchor, []).append(index)
        else:
            anchor = place
    return gaps


def _alike(one: object, other: object) -> bool:
    """Whether one may be the other renamed: texts are, other things when half of what is said of them is the same."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        if "id" in one and "id" in other:
            # Who gives ids means them; then the name at least has to be the same.
            return any(key in one and one[key] == other.get(key) for key in NAMES)
        return _shared(one, other) * 2 >= len({*one, *other} - {"id", *NAMES})
    return type(one) is type(other)


def _shared(one: object, other: object) -> int:
    """How much of what is said of two things is the same."""
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return 0
    return sum(key in other and one[key] == other[key] for key in {*one} - {"id", *NAMES})
