"""A journey with all that a view asks about it, looked up once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from cjm_cli.model import Journey, Persona, Stage, Step
from cjm_cli.model.catalogue import Catalogue, id_of
from cjm_cli.model.choices import ActorKind, State
from cjm_cli.model.columns import columns_of
from cjm_cli.model.lane import Lane
from cjm_cli.model.references import Anatomy, Target, item_id
from cjm_cli.model.scores import signed
from cjm_cli.page.cell import Moment
from cjm_cli.views._anchors import Anchors, anchors
from cjm_cli.workspace.workspace import Workspace


@dataclass(frozen=True)
class Placed:
    """A column with what it is called, and the name of the stage that it is a part of."""

    column: Stage | Step
    title: str
    stage: str
    number: int
    """The place of that stage among the stages."""


@dataclass(frozen=True)
class Subject:
    """The journey of a map, under the id that its file gives it."""

    id: str
    journey: Journey
    workspace: Workspace

    @property
    def catalogue(self) -> Catalogue:
        """The shared names of the project."""
        return self.workspace.catalogue

    @cached_property
    def stages(self) -> list[Stage]:
        """The stages; bare steps are those of one without a name."""
        return [stage for _, stage in self.journey.all_stages()]

    @cached_property
    def columns(self) -> list[Stage | Step]:
        """What has a column: every step, and every stage that has no steps."""
        return [column for stage in self.stages for column in columns_of(stage)]

    @cached_property
    def baseline(self) -> "Subject | None":
        """The journey that a future one is compared with, where it is to be found."""
        id_ = self.journey.based_on
        if self.journey.state is not State.FUTURE or id_ is None or id_ == self.id:
            return None
        found = self.workspace.journey(id_)
        return Subject(id_, found, self.workspace) if found else None

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """What was said of lanes: the journey's own choice, else its project's without what the journey hides."""
        own = self.journey.lanes
        if any(not lane.hidden for lane in own):
            return own
        hidden = {lane.key for lane in own}
        return (*own, *(lane for lane in self.workspace.project.theme.lanes if lane.key not in hidden))

    @cached_property
    def anchors(self) -> list[Anchors]:
        """The addresses of each stage and its columns."""
        return anchors(self.stages)

    @cached_property
    def placed(self) -> list[Placed]:
        """The columns with their names."""
        return [_placed(column, i, stage) for i, stage in enumerate(self.stages) for column in columns_of(stage)]

    @cached_property
    def placed_with_stages(self) -> list[Placed]:
        """The columns, and before those of a stage with steps the stage itself, for what it says as a whole."""
        wholes = [_placed(stage, i, stage) for i, stage in enumerate(self.stages) if stage.steps]
        # Sorting keeps the order of what belongs to one stage.
        return sorted([*wholes, *self.placed], key=lambda placed: placed.number)

    def moment(self, column: Stage | Step) -> Moment | None:
        """What is said of a moment of truth, where it is one."""
        given = column.moment_of_truth
        return Moment(given.reason or "", given.importance) if given else None

    @cached_property
    def personas(self) -> Mapping[str, Persona]:
        """Whose journey it is, by id; those that are not to be found are left out."""
        found = {}
        for _, given in self.journey.all_personas:
            persona = self.workspace.persona(given)
            if persona:
                key = given if isinstance(given, str) else id_of(persona)
                found[key] = persona
        return found

    @cached_property
    def _evidence_titles(self) -> Mapping[str, str]:
        return {item_id(evidence): evidence.title for evidence in self.journey.evidence}

    def evidence_title(self, id_: str) -> str:
        """What a source is called."""
        return self._evidence_titles.get(id_, id_)

    @cached_property
    def _step_titles(self) -> Mapping[str, str]:
        return {item_id(step): step.title for _, step in self.journey.all_steps()}

    def step_title(self, id_: str) -> str:
        """What a step is called."""
        return self._step_titles.get(id_, id_)

    def evidence_titles(self, ids: Iterable[str]) -> str:
        """What several sources are called."""
        return ", ".join(map(self.evidence_title, ids))

    @cached_property
    def _actor_names(self) -> Mapping[str, str]:
        actors = {id_of(actor): actor.name for actor in self.journey.actors}
        return {**actors, **{id_: persona.name for id_, persona in self.personas.items()}}

    def actor_name(self, id_: str) -> str:
        """What somebody who acts is called."""
        return self._actor_names.get(id_, id_)

    def value(self, score: float) -> str:
        """A score as the project writes it."""
        scorer = self.catalogue.scorer
        return signed(scorer.written(score), plus=scorer.scale.min < 0)

    @cached_property
    def _actor_kinds(self) -> Mapping[str, ActorKind | None]:
        return {id_of(actor): actor.kind for actor in self.journey.actors}

    def actor_kind(self, id_: str) -> ActorKind | None:
        """Who an actor is to the organisation, where the journey says so."""
        return self._actor_kinds.get(id_)

    @cached_property
    def pain_numbers(self) -> Mapping[str, str]:
        """The number that each pain point wears on the map, by its id."""
        numbers: dict[str, str] = {}
        for definition in Anatomy(self.journey).definitions:
            if definition.target is Target.PAIN_POINT:
                numbers.setdefault(definition.id, str(len(numbers) + 1))
        return numbers


def _placed(column: Stage | Step, number: int, stage: Stage) -> Placed:
    if isinstance(column, Stage):
        return Placed(column, stage.name, "", number)
    return Placed(column, column.title, stage.name, number)
