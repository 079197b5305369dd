"""Two lists of places as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cjm_cli.difference.changes import merged


@dataclass(frozen=True)
class Both:
    """The same thing by its number on each side; None where it is not there."""

    old: int | None
    new: int | None


def line(old: Iterable[int], new: Iterable[int], old_of: Mapping[int, int]) -> list[Both]:
    """The new ones in their order, each of the old that is gone behind the last one before it that is still there."""
    new_of = {was: now for now, was in old_of.items()}
    news = {now: Both(old_of.get(now), now) for now in new}
    # What is still there, but in another list, is told in that one.
    olds = {Both(was, None): new_of.get(was) for was in old if new_of.get(was) is None or new_of[was] in news}
    here = {one: news[now] for one, now in olds.items() if now is not None}
    return merged(olds, news.values(), here.get)
