"""A future journey beside the journey of today that it improves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm_cli.model import Journey
from cjm_cli.model.choices import State
from cjm_cli.model.claims import Cell, cells, live
from cjm_cli.model.references import item_id
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace

Key = tuple[type, str]
"""A stage or a step by its id."""


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
        return {id_ for node in nodes for chance in live(node.opportunities) for id_ in chance.addresses}

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
    for cell in cells(journey):
        found.setdefault((type(cell.node), item_id(cell.node)), cell)
    return found
