"""Nobody knows what the customer wants to reach.

Only against a goal can a step be a detour and an outcome a success. Write the customer's `goal`, or the `scenario`
that they are in: "new shoes before Sunday's race", not "convert visitors".

Source: Nielsen Norman Group, "Journey Mapping 101": the scenario with its goal is one of the five components.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    goal: New shoes before Sunday's race
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.change import Insert
from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import STUB
from cjm_cli.model import Journey

LEVEL = Level.WARNING_TO_ERROR
FIX = Safety.UNSAFE


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    if journey.goal is None and journey.scenario is None:
        yield Defect(
            "the journey has neither a goal nor a scenario",
            route=("title",),
            help="say what the customer wants to reach: goal: New shoes before Sunday's race",
            fix=(Insert((), "goal", STUB),),
        )
