"""What a map claims, and what stands behind it."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.model.experience import Gain, Opportunity, PainPoint, Quote
from cjm_cli.model.journey import Journey
from cjm_cli.model.stage import Stage, Step
from cjm_cli.span import Route


class Cell(NamedTuple):
    """A stage or a step, and the stage that it belongs to."""

    route: Route
    node: Stage | Step
    stage: Stage

    @property
    def around(self) -> tuple[Stage | Step, ...]:
        """Where its evidence may stand: in the cell, its stage, or the stage's steps."""
        return (self.stage, *self.stage.steps) if self.node is self.stage else (self.node, self.stage)

    @property
    def opportunities(self) -> tuple[Opportunity, ...]:
        """What could be done in or around the cell, and has not been rejected."""
        return tuple(live(chance for cell in self.around for chance in cell.opportunities))

    @property
    def has_evidence(self) -> bool:
        """Whether the cell names evidence, itself or in what was said and found in it."""
        if self.node.evidence or self.stage.evidence:
            return True
        inside: Iterator[Quote | PainPoint | Gain] = chain(self.node.quotes, self.node.pain_points, self.node.gains)
        return any(near.evidence for near in self.around) or any(item.evidence for item in inside)


class Point(NamedTuple):
    """A cell with an emotion: a step, or a stage of whose steps none has one."""

    route: Route
    cell: Stage | Step
    stage: Stage

    @property
    def around(self) -> tuple[Stage | Step, ...]:
        """Where the emotion may be explained: in the cell, its stage, or the stage's steps."""
        return (self.stage, *self.stage.steps) if self.cell is self.stage else (self.cell, self.stage)


def points(journey: Journey) -> Iterator[Point]:
    """The points of the journey's emotional curve, in reading order."""
    for route, stage in journey.all_stages():
        felt = [Point((*route, "steps", i), step, stage) for i, step in enumerate(stage.steps) if step.emotion]
        yield from felt or ([Point(route, stage, stage)] if stage.emotion else [])


def live(opportunities: Iterable[Opportunity]) -> Iterator[Opportunity]:
    """Those that nobody has decided against."""
    return (chance for chance in opportunities if chance.status is not OpportunityStatus.REJECTED)


def cells(journey: Journey) -> Iterator[Cell]:
    """Every stage and every step, in reading order."""
    for route, stage in journey.all_stages():
        yield Cell(route, stage, stage)
        yield from (Cell((*route, "steps", index), step, stage) for index, step in enumerate(stage.steps))


def rests_on_one_source(journey: Journey) -> bool:
    """Whether there is a single source, so that every cell can only rest on that one."""
    return len(journey.evidence) == 1


def claims(journey: Journey) -> list[bool]:
    """For every emotion and every pain point of the map, whether evidence stands behind it."""
    return [is_proven for cell in cells(journey) for is_proven in _claims(cell)]


def _claims(cell: Cell) -> Iterator[bool]:
    if cell.node.emotion:
        yield cell.has_evidence
    if cell.node.pain_points:
        is_around = any(near.evidence for near in cell.around)
        yield from (is_around or bool(pain.evidence) for pain in cell.node.pain_points)
