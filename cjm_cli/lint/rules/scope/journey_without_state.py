"""Nobody can tell whether the map shows what is or what shall be.

A reader who takes a plan for a fact, or a fact for a plan, decides wrongly. Write `state: current` for what happens
today and `state: future` for what you want; never mix both in one map.

Source: CJML guiding principles: planned and actual journeys are kept apart.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    state: current
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.change import Insert
from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey

LEVEL = Level.WARNING_TO_ERROR
FIX = Safety.UNSAFE


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    if journey.state is None:
        yield Defect(
            "the journey does not say whether it is current or future",
            route=("title",),
            help="add state: current, or state: future",
            fix=(Insert((), "state", "current"),),
        )
