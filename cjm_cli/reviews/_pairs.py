"""Which stage and step of the new map is which of the old one, as the changes say, and else by their ids."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjm_cli.difference.difference import Change, Kind
from cjm_cli.model import Step
from cjm_cli.model.columns import columns_of
from cjm_cli.model.references import item_id
from cjm_cli.reviews._places import PLACES, STAGES, STEPS
from cjm_cli.span import Route
from cjm_cli.views._subject import Subject


@dataclass(frozen=True)
class Place:
    """A column, or a stage: where it stands in the model and in the map."""

    route: Route
    stage: int
    ids: tuple[str, str]
    """Of the stage and of the step; without a step's where the stage is meant."""


@dataclass(frozen=True)
class Side:
    """The stages and columns of one version."""

    stages: tuple[Place, ...]
    columns: tuple[Place, ...]

    @classmethod
    def of(cls, subject: Subject) -> "Side":
        """Those of a journey, in reading order."""
        stages, columns = [], []
        for index, (route, stage) in enumerate(subject.journey.all_stages()):
            stages.append(Place(route, index, (item_id(stage), "")))
            columns += [
                Place((*route, STEPS, number), index, (item_id(stage), item_id(column)))
                if isinstance(column, Step)
                else stages[-1]
                for number, column in enumerate(columns_of(stage))
            ]
        return cls(tuple(stages), tuple(columns))

    def column_of(self, route: Route) -> int | None:
        """The column that something lies in: its step's, else the first of its stage."""
        exact = next((i for i, place in enumerate(self.columns) if _leads_to(route, place.route)), None)
        if exact is not None:
            return exact
        stage = next((i for i, place in enumerate(self.stages) if place.route and _leads_to(route, place.route)), None)
        return next((i for i, place in enumerate(self.columns) if place.stage == stage), None)


def _leads_to(route: Route, place: Route) -> bool:
    return route[: len(place)] == place


@dataclass(frozen=True)
class Pairs:
    """For each of the new places the old one, by their numbers."""

    stages: Mapping[int, int]
    columns: Mapping[int, int]
    moved: frozenset[Route]
    """Routes of the new side of what is told to have moved."""


def pairs(old: Side, new: Side, changes: Iterable[Change]) -> Pairs:
    """What belongs together; nothing is paired twice."""
    told = [(_place_of(one.old.route), _place_of(one.new.route)) for one in changes if one.old and one.new]
    moved = (one.new.route for one in changes if one.kind is Kind.MOVED and one.new and one.entity in PLACES)
    return Pairs(
        _paired(old.stages, new.stages, told),
        _paired(old.columns, new.columns, told),
        frozenset(moved),
    )


def _place_of(route: Route) -> Route:
    """The stage or the step itself, where a route leads to it or to a plain field of it; else nothing."""
    for length in (4, 2):
        place, rest = route[:length], route[length:]
        if len(place) == length and place[-2] in (STAGES, STEPS):
            return place if not any(isinstance(part, int) for part in rest) else ()
    return ()


def _paired(old: Sequence[Place], new: Sequence[Place], told: Iterable[tuple[Route, Route]]) -> dict[int, int]:
    """By what is told, then by both ids, then by the step's alone."""
    found: dict[int, int] = {}
    olds = {place.route: index for index, place in enumerate(old)}
    news = {place.route: index for index, place in enumerate(new)}
    for was, now in told:
        if was and was in olds and now in news and olds[was] not in found.values():
            found.setdefault(news[now], olds[was])
    for label in (lambda place: place.ids, lambda place: place.ids[1] and ("", place.ids[1])):
        _pair(old, new, label, found)
    return found


def _pair(
    old: Sequence[Place], new: Sequence[Place], label: Callable[[Place], tuple[str, str] | str], found: dict[int, int]
) -> None:
    """Adds those that are left, each with the first of the same label."""
    left: dict[tuple[str, str] | str, list[int]] = {}
    for index, place in enumerate(old):
        if index not in found.values():
            left.setdefault(label(place), []).append(index)
    for index, place in enumerate(new):
        others = left.get(label(place), []) if label(place) and index not in found else []
        if others:
            found[index] = others.pop(0)
