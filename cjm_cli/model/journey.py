"""A journey: one persona's way to a goal."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from cjm_cli.model.base import AsTuple, AsWhole, Date, Duration, Id, Item, Model, Text, Texts, Version
from cjm_cli.model.choices import ActorKind, Basis, State, Status
from cjm_cli.model.evidence import EvidenceList, Validation
from cjm_cli.model.experience import Metric
from cjm_cli.model.lane import Lanes
from cjm_cli.model.persona import Persona
from cjm_cli.model.stage import Stage, Step
from cjm_cli.span import Route


class Link(Item):
    """Something to read beside the map."""

    main_text = "url"

    url: Text
    """Where it leads."""
    title: Text | None = None
    """What it is."""


class Actor(Item):
    """Somebody who acts beside the persona."""

    main_text = "name"

    id: Id | None = None
    """Kebab-case; defaults to the name."""
    name: Text
    """What they are called on the map."""
    role: Text | None = None
    """What they do."""
    kind: ActorKind | None = None
    """Who they are to the organisation."""


class Scope(Model):
    """What the map covers and what it leaves out."""

    inside: Annotated[Texts, Field(alias="in")] = ()
    """What the map covers."""
    out: Texts = ()
    """What it leaves out."""


def _persona_form(value: object) -> str:
    return "inline" if isinstance(value, dict | Persona) else "reference"


PersonaOrId = Annotated[
    Annotated[Id, Tag("reference")] | Annotated[Persona, Tag("inline")],
    Discriminator(_persona_form),
]


Level = Annotated[int, Field(ge=0, le=3), AsWhole]


class Journey(Model):
    """One persona's way to a goal, in stages."""

    cjm: Version | None = None
    """Version of this format; absent means 1."""
    kind: Annotated[Text | None, Field(pattern="^journey$")] = None
    """`journey`, for a file whose name does not say so."""
    id: Id | None = None
    """Kebab-case; defaults to the file's name."""
    title: Text
    """What the map is called: "Buying running shoes online"."""
    summary: Text | None = None
    """What it shows, in one or two sentences; also the accessible description of the drawing."""
    tags: Texts = ()
    """Words to find it by."""
    links: Annotated[tuple[Link, ...], AsTuple] = ()
    """What to read beside it."""
    persona: PersonaOrId | None = None
    """Whose journey it is: a persona's id, or the persona itself."""
    personas: Annotated[tuple[PersonaOrId, ...], AsTuple] = ()
    """Several personas, overlaid on one map."""
    parent: Text | None = None
    """The map that this one zooms into: `journey`, or `journey#step`."""
    actors: Annotated[tuple[Actor, ...], AsTuple] = ()
    """Others who act."""
    state: State | None = None
    """As it is, or as it shall be."""
    based_on: Id | None = None
    """Id of the current journey that this future one improves."""
    basis: Basis | None = None
    """Hypothesis or research."""
    status: Status | None = None
    """Maturity; rules grow stricter with it."""
    level: Level | None = None
    """Depth, from 0 (the whole lifecycle) to 3 (one interaction)."""
    scenario: Text | None = None
    """The situation that the persona is in."""
    goal: Text | None = None
    """What the persona wants to reach."""
    expectations: Texts = ()
    """What they expect beforehand."""
    trigger: Text | None = None
    """What starts it."""
    outcome: Text | None = None
    """How it ends."""
    timeframe: Text | None = None
    """How long it takes: "3 weeks"."""
    objective: Text | None = None
    """The decision that this map serves."""
    scope: Scope | None = None
    """What the map covers and what it leaves out."""
    owner: Text | None = None
    """The team or role that answers for the map."""
    contributors: Texts = ()
    """Who worked on it."""
    reviewed: Date | None = None
    """When somebody last checked it."""
    review_every: Duration | None = None
    """How long a review holds: "6 months"."""
    validated: Annotated[tuple[Validation, ...], AsTuple] = ()
    """When customers confirmed it."""
    evidence: EvidenceList = ()
    """The sources that the map rests on."""
    metrics: Annotated[tuple[Metric, ...], AsTuple] = ()
    """Figures of the whole journey."""
    lanes: Lanes = ()
    """Which rows the map shows, in order."""
    stages: Annotated[tuple[Stage, ...], AsTuple] = ()
    """The stages in their order, from trigger to outcome."""
    steps: Annotated[tuple[Step, ...], AsTuple] = ()
    """The steps of a journey that needs no stages."""

    @property
    def all_personas(self) -> tuple[tuple[Route, Persona | str], ...]:
        """Whose journey it is, each with its route: an id or the persona itself."""
        one = ((("persona",), self.persona),) if self.persona else ()
        return (*one, *((("personas", index), persona) for index, persona in enumerate(self.personas)))

    def all_stages(self) -> Iterator[tuple[Route, Stage]]:
        """The stages with their routes; bare steps are those of one stage without a name, which stands at the root."""
        for index, stage in enumerate(self.stages):
            yield ("stages", index), stage
        if self.steps:
            yield (), Stage.model_construct(name="", steps=self.steps)

    def all_steps(self) -> Iterator[tuple[Route, Step]]:
        """Every step with its route, in reading order."""
        for route, stage in self.all_stages():
            for index, step in enumerate(stage.steps):
                yield (*route, "steps", index), step
