"""A second run over what has not changed."""

import time
from collections.abc import Iterator
from pathlib import Path

from ground import Ground, validate, validate_again
from measure import Comparison, Question, Shown, cost, row
from starting import PASS

SETTLED = 3
"""Seconds after which files that were just written are trusted."""


def rows(ground: Ground) -> Iterator[str]:
    """Many maps, and ten times as many."""
    yield from _again(ground.many, ground.maps, ground)
    yield from _again(ground.most, 10 * ground.maps, ground)


def _again(project: Path, maps: int, ground: Ground) -> Iterator[str]:
    what, again = f"`cjm validate`, {maps:,} maps, nothing changed", validate_again(project)
    time.sleep(SETTLED)
    # The first run leaves the results that the others take.
    cost(again)
    fresh = Question(what, "the fresh run", 12, Shown.FASTER)
    yield row(Comparison(fresh, again, validate(project), ground.given.long_pairs))
    yield row(Comparison(Question(what, "`python -c pass`", 15), again, PASS, ground.given.pairs))
