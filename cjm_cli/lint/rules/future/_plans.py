"""A future journey beside the journey of today that it improves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cjm_cli.model import Journey, Stage, Step
from cjm_cli.model.choices import OpportunityStatus, State
from cjm_cli.model.experience import Opportunity
from cjm_cli.model.references import item_id
from cjm_cli.span import Route
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace

Key = tuple[type, str]
"""A stage or a step by its id."""


@dataclass(frozen=True)
class Cell:
    """A stage or a step, and the stage that it belongs to."""

    route: Route
    node: Stage | Step
    stage: Stage

    @property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """What could be done in the cell, its stage or the stage's steps, and has not been rejected."""
        near = (self.stage, *self.stage.steps) if self.node is self.stage else (self.node, self.stage)
        return tuple(_live(chance for cell in near for chance in cell.opportunities))


@dataclass(frozen=True)
class Plan:
    """Both journeys, cell by cell."""

    source: SourceFile
    today_source: SourceFile
    tomorrow: Mapping[Key, Cell]
    today: Mapping[Key, Cell]

    @property
    def addressed(self) -> set[str]:
        """The ids of pain points that an opportunity of either journey answers."""
        nodes = (cell.node for cell in self._both)
        return {id_ for node in nodes for chance in _live(node.opportunities) for id_ in chance.addresses}

    @property
    def accepted(self) -> set[str]:
        """The ids of pain points that one of the journeys accepts."""
        return {item_id(pain) for cell in self._both for pain in cell.node.pain_points if pain.accepted is not None}

    @property
    def _both(self) -> tuple[Cell, ...]:
        return (*self.tomorrow.values(), *self.today.values())


def plans(workspace: Workspace) -> Iterator[Plan]:
    """Every journey that is based on one that can be read; nothing else is read again."""
    for entry in workspace.entries:
        today = _baseline(entry, workspace)
        if today is not None:
            journey = workspace.read(entry)
            if journey.state is not State.CURRENT:
                yield Plan(entry.source, today.source, _cells(journey), _cells(workspace.read(today)))


def _baseline(entry: JourneyEntry, workspace: Workspace) -> JourneyEntry | None:
    based_on = next((reference.id for reference in entry.references if reference.route == ("based_on",)), None)
    found = workspace.journeys.get(based_on) if based_on else None
    return found if found and found.sound and found is not entry else None


def _cells(journey: Journey) -> Mapping[Key, Cell]:
    """Stages and steps by their ids; of two with the same id the first counts."""
    found: dict[Key, Cell] = {}
    for route, stage in journey.all_stages():
        found.setdefault((Stage, item_id(stage)), Cell(route, stage, stage))
        for index, step in enumerate(stage.steps):
            found.setdefault((Step, item_id(step)), Cell((*route, "steps", index), step, stage))
    return found


def _live(opportunities: Iterable[Opportunity]) -> Iterator[Opportunity]:
    return (chance for chance in opportunities if chance.status is not OpportunityStatus.REJECTED)
