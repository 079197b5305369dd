"""Two files of one project → what is said of them: a plan beside today where one of them is that, else two ways."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjm_cli.comparison.comparison import Comparison
from cjm_cli.comparison.plan import plan
from cjm_cli.comparison.ways import beside
from cjm_cli.model import Journey, Persona, Project
from cjm_cli.model.choices import State
from cjm_cli.workspace.load import Loaded


@dataclass(frozen=True)
class Side:
    """A file with the journey that it holds."""

    loaded: Loaded
    journey: Journey


def compared(one: Side, other: Side, project: Project, personas: Mapping[str, Persona]) -> Comparison:
    """Whatever the order given, today comes before what is planned."""
    if _follows(one, other) or (not _follows(other, one) and _is_future(one) and not _is_future(other)):
        one, other = other, one
    left, right = (one.loaded, one.journey), (other.loaded, other.journey)
    if _follows(other, one) or _is_future(other) is not _is_future(one):
        return plan(left, right, project, personas)
    return beside(left, right, project, personas)


def _follows(later: Side, earlier: Side) -> bool:
    return later.journey.based_on is not None and later.journey.based_on == earlier.loaded.id


def _is_future(side: Side) -> bool:
    return side.journey.state is State.FUTURE
