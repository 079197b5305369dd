"""Nobody knows what the customer wants from a stage.

Stages change when the intention changes, so a stage that has none was probably cut by department. Write its `goal` as
the customer would say it; where every step has a goal, that is enough. When no stage has one, it is said once.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": include customer goals.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, goal: Find out what she needs next, touchpoints: Instagram ad, emotion: curious}
      - {name: Payment, touchpoints: Checkout, emotion: calm}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, goal: Find out what she needs next, touchpoints: Instagram ad, emotion: curious}
      - {name: Payment, goal: Pay the price she saw, touchpoints: Checkout, emotion: calm}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey, Stage

LEVEL = Level.INFO_TO_WARNING
HELP = "say what the customer wants here: goal: Pay the price she saw"


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at every stage; an empty one has a rule of its own."""
    lost = [(index, stage) for index, stage in enumerate(journey.stages) if not stage.is_empty and not _has_goal(stage)]
    if len(lost) > 1 and len(lost) == len(journey.stages):
        yield Defect("no stage says what the customer wants in it", route=("stages",), key=True, help=HELP)
    else:
        for index, stage in lost:
            yield Defect(f"{called(stage)} has no goal", route=("stages", index, "name"), help=HELP)


def _has_goal(stage: Stage) -> bool:
    return stage.goal is not None or (bool(stage.steps) and all(step.goal for step in stage.steps))
