"""Which ids a journey defines, and which it refers to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from cjm_cli.model.base import Model
from cjm_cli.model.evidence import Evidence
from cjm_cli.model.experience import Experience, Metric, Opportunity, PainPoint, Quote, ServiceAction, Touchpoint
from cjm_cli.model.journey import Journey
from cjm_cli.model.persona import Persona
from cjm_cli.model.stage import Stage, Step
from cjm_cli.model.walk import Walked, walk
from cjm_cli.source.slug import slug
from cjm_cli.span import Route


class Target(StrEnum):
    """What an id may stand for."""

    PERSONA = "persona"
    JOURNEY = "journey"
    STAGE = "stage"
    STEP = "step"
    EVIDENCE = "evidence"
    PAIN_POINT = "pain point"
    OPPORTUNITY = "opportunity"
    METRIC = "metric"
    CHANNEL = "channel"
    TOUCHPOINT = "touchpoint"
    TEAM = "team"


class Reference(NamedTuple):
    """An id where it is used."""

    target: Target
    id: str
    route: Route
    must_resolve: bool = True
    """False where a text is as good as an id: an owner may be a team, or anybody."""


class Definition(NamedTuple):
    """An id where it is given; `explicit` when it was written, not derived."""

    target: Target
    id: str
    route: Route
    explicit: bool


_DEFINES: dict[type, tuple[Target, str]] = {
    Stage: (Target.STAGE, "name"),
    Step: (Target.STEP, "title"),
    Evidence: (Target.EVIDENCE, "title"),
    PainPoint: (Target.PAIN_POINT, "text"),
    Opportunity: (Target.OPPORTUNITY, "text"),
}
"""The objects of a journey that have an id, and the attribute that it defaults to."""


Objects = Sequence[tuple[Route, Any]]
WithId: TypeAlias = Stage | Step | Evidence | PainPoint | Opportunity


def target_of(node: WithId) -> Target:
    """What the id of an object stands for."""
    return _DEFINES[type(node)][0]


def item_id(node: WithId) -> str:
    """The id of an object: as written, else from its name or text."""
    return node.id or slug(str(getattr(node, _DEFINES[type(node)][1])))


@dataclass(frozen=True)
class Anatomy:
    """A model taken apart, once a file: everything in it with its route, the ids that it defines and those it refers to."""

    model: Model

    @cached_property
    def walked(self) -> Walked:
        """Every object and text, in reading order."""
        return walk(self.model)

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Every id that a journey defines, in reading order; those of its inline personas are their own."""
        return tuple(_definitions(self.walked.objects)) if isinstance(self.model, Journey) else ()

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id that a journey refers to."""
        return tuple(_references(self.model, self.walked.objects)) if isinstance(self.model, Journey) else ()


def _definitions(objects: Objects) -> Iterator[Definition]:
    for route, node in objects:
        if type(node) in _DEFINES and not _in_persona(route):
            yield Definition(target_of(node), item_id(node), route, node.id is not None)


def _in_persona(route: Route) -> bool:
    return bool(route) and route[0] in ("persona", "personas")


def _references(journey: Journey, objects: Objects) -> Iterator[Reference]:
    yield from _to_other_files(journey)
    for route, node in objects:
        made_by = _MADE_BY.get(type(node))
        if made_by is not None:
            yield from made_by(node, route)
        owner = node.__dict__.get("owner")
        if owner is not None:
            yield Reference(Target.TEAM, owner, (*route, "owner"), must_resolve=False)


def _to_other_files(journey: Journey) -> Iterator[Reference]:
    for route, persona in journey.all_personas:
        if isinstance(persona, str):
            yield Reference(Target.PERSONA, persona, route)
    yield from _one(Target.JOURNEY, journey.based_on, ("based_on",))
    yield from _one(Target.JOURNEY, journey.parent, ("parent",))
    for route, step in journey.all_steps():
        # Most steps have neither.
        if step.journey or step.actor:
            yield from _one(Target.JOURNEY, step.journey, (*route, "journey"))
            yield from _may_be(Target.PERSONA, step.actor, (*route, "actor"))
    for index, contributor in enumerate(journey.contributors):
        yield from _may_be(Target.TEAM, contributor, ("contributors", index))


def _of_experience(node: Experience, route: Route) -> Iterator[Reference]:
    if node.channels:
        yield from _many(Target.CHANNEL, node.channels, (*route, "channels"))
    if node.evidence:
        yield from _many(Target.EVIDENCE, node.evidence, (*route, "evidence"))
    for gain_index, gain in enumerate(node.gains):
        yield from _many(Target.EVIDENCE, gain.evidence, (*route, "gains", gain_index, "evidence"))
    for index, emotion in enumerate(node.emotion):
        for persona in emotion.by_persona:
            yield Reference(Target.PERSONA, persona, (*route, "emotion", index, "by_persona", persona))


def _of_touchpoint(node: Touchpoint, route: Route) -> Iterator[Reference]:
    yield from _one(Target.CHANNEL, node.channel, (*route, "channel"))
    # A bare name or id refers to the catalogue; anything more is a touchpoint of its own.
    field, called = ("id", node.id) if node.id else ("name", node.name)
    if called is not None:
        yield Reference(Target.TOUCHPOINT, called, (*route, field), must_resolve=node.is_bare)


def _may_be(target: Target, id_: str | None, route: Route) -> list[Reference]:
    return [] if id_ is None else [Reference(target, id_, route, must_resolve=False)]


def _one(target: Target, id_: str | None, route: Route) -> list[Reference]:
    return [] if id_ is None else [Reference(target, id_, route)]


def _many(target: Target, ids: tuple[str, ...], route: Route) -> list[Reference]:
    return [Reference(target, id_, (*route, index)) for index, id_ in enumerate(ids)]


def _of_step(node: Step, route: Route) -> Iterator[Reference]:
    yield from _of_experience(node, route)
    for index, way in enumerate(node.next):
        yield Reference(Target.STEP, way.to, (*route, "next", index, "to"))


def _of_source(node: PainPoint | Quote, route: Route) -> Iterator[Reference]:
    if not _in_persona(route):
        yield from _many(Target.EVIDENCE, node.evidence, (*route, "evidence"))


def _of_opportunity(node: Opportunity, route: Route) -> Iterator[Reference]:
    yield from _many(Target.PAIN_POINT, node.addresses, (*route, "addresses"))
    yield from _one(Target.METRIC, node.metric, (*route, "metric"))


def _of_metric(node: Metric, route: Route) -> Iterator[Reference]:
    is_bare = not (node.name or node.kind)
    yield from (_one if is_bare else _may_be)(Target.METRIC, node.id, (*route, "id"))


_MADE_BY: dict[type, Callable[[Any, Route], Iterable[Reference]]] = {
    Stage: _of_experience,
    Step: _of_step,
    Touchpoint: _of_touchpoint,
    PainPoint: _of_source,
    Quote: _of_source,
    Opportunity: _of_opportunity,
    Metric: _of_metric,
    ServiceAction: lambda node, route: _one(Target.TEAM, node.team, (*route, "team")),
    Persona: lambda node, route: _many(Target.CHANNEL, node.channels, (*route, "channels")),
}
"""What each sort of object refers to."""
