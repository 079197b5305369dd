"""The changes of a journey by the stage or step that they are about, under the names that these have now."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.difference import words
from cjm_cli.difference.difference import Change, Compared, Kind
from cjm_cli.span import Route

STAGES, STEPS = "stages", "steps"
PLACES = ("stage", "step")
"""What stands over all that changed in it."""

Names = tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """A change where it belongs, and in words for a reader who knows where."""

    where: Names
    change: Change
    text: str

    @property
    def reason(self) -> str:
        """Why it matters so much, where the words do not tell."""
        return "" if self.change.kind is Kind.MOVED else self.change.reason


def grouped(compared: Compared) -> list[tuple[Names, list[Line]]]:
    """The changes in reading order, all of a place together."""
    found: dict[Names, list[Line]] = {}
    for line in told(compared):
        found.setdefault(line.where, []).append(line)
    return [*found.items()]


def told(compared: Compared) -> Iterator[Line]:
    """Every change in words."""
    now = dict(_now(compared))
    for change in compared.changes:
        where = _names(change)
        rest = change.within[len(where) :]
        if change.new is None and change.old is not None:
            where = now.get(_place(change.old.route, len(where)), where)
        yield Line(where, change, ": ".join((*rest, _told(change, compared))))


def _told(change: Change, compared: Compared) -> str:
    """With what it is about, unless that stands above it or is told anyway."""
    is_known = change.entity in PLACES or (change.entity == compared.entity and not change.within)
    if change.kind is not Kind.CHANGED or is_known or not change.field:
        return words.told(change)
    return f"{words.called(change)}: {words.told(change)}"


def _names(change: Change) -> Names:
    """The stage and the step that it lies in, or that is not what it was."""
    place = change.new or change.old
    if change.entity in PLACES and change.kind is Kind.CHANGED:
        return (*change.within, change.name)
    depth = _depth(place.route) if place else len(change.within)
    return change.within[:depth]


def _depth(route: Route) -> int:
    return sum(key in (STAGES, STEPS) for key in route[0:4:2])


def _place(route: Route, depth: int) -> Route:
    return route[: 2 * depth]


def _now(compared: Compared) -> Iterator[tuple[Route, Names]]:
    """What the stages and steps of the old side are called on the new one, as far as they are told to have changed."""
    for change in compared.changes:
        if change.entity in PLACES and change.old and change.new:
            names = (*change.within, change.name)
            yield _place(change.old.route, _depth(change.old.route)), names
