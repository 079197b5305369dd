"""Three versions of a file's data become one: small and plain, for the text that is merged has to mean the same."""

from collections.abc import Sequence

from cjm_cli.merge.matching import Triple, entries, items
from cjm_cli.merge.order import in_order
from cjm_cli.source.changed import same_data


class ConflictError(Exception):
    """Both sides changed the same thing, each in its way."""


ABSENT = object()
"""In place of what a version does not have."""


def merged(base: object, ours: object, theirs: object) -> object:
    """The changes of both sides. Raises ConflictError."""
    if same_data(ours, theirs) or same_data(base, theirs):
        return ours
    if same_data(base, ours):
        return theirs
    versions = (base, ours, theirs)
    if all(isinstance(version, dict) or version is ABSENT for version in versions) and ABSENT not in (ours, theirs):
        return _mappings(*(version if isinstance(version, dict) else {} for version in versions))
    if all(isinstance(version, list) or version is ABSENT for version in versions) and ABSENT not in (ours, theirs):
        return _lists(*(version if isinstance(version, list) else [] for version in versions))
    raise ConflictError


def _mappings(base: dict[str, object], ours: dict[str, object], theirs: dict[str, object]) -> dict[str, object]:
    names = {triple.key[0]: triple for triple in entries([*base], [*ours], [*theirs])}
    found = {name: merged(*(side.get(name, ABSENT) for side in (base, ours, theirs))) for name in names}
    return {name: value for name, value in found.items() if value is not ABSENT}


def _lists(base: list[object], ours: list[object], theirs: list[object]) -> list[object]:
    def one(triple: Triple) -> object:
        return merged(_at(base, triple.base), _at(ours, triple.ours), _at(theirs, triple.theirs))

    found = {triple: one(triple) for triple in items(base, ours, theirs)}
    return [found[triple] for triple in in_order(triple for triple, value in found.items() if value is not ABSENT)]


def _at(values: Sequence[object], index: int | None) -> object:
    return ABSENT if index is None else values[index]
