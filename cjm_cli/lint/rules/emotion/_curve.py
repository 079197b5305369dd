"""The emotional curve: the cells that it goes through."""

from collections.abc import Iterator
from typing import NamedTuple

from cjm_cli.lint.facts import Facts
from cjm_cli.model import Stage, Step
from cjm_cli.span import Route


class Point(NamedTuple):
    """A cell with an emotion: a step, or a stage of whose steps none has one. A tuple, for several rules make them all."""

    route: Route
    cell: Stage | Step
    stage: Stage

    @property
    def around(self) -> tuple[Stage | Step, ...]:
        """Where the emotion may be explained: in the cell, its stage, or the stage's steps."""
        return (self.stage, *self.stage.steps) if self.cell is self.stage else (self.cell, self.stage)


def points(facts: Facts) -> Iterator[Point]:
    """The points of the journey's curve, in reading order."""
    for route, stage in facts.journey.all_stages() if facts.journey else ():
        felt = [Point((*route, "steps", i), step, stage) for i, step in enumerate(stage.steps) if step.emotion]
        yield from felt or ([Point(route, stage, stage)] if stage.emotion else [])
