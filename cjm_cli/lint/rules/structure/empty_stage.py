"""A stage is a name and nothing else.

A heading without content tells readers only that something is missing. Fill it with steps, or with what the customer
does, meets, thinks and feels there; or leave it out until you know.

Source: Nielsen Norman Group, "Journey Mapping 101": phases hold the actions, mindsets and emotions of the actor.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
      - {name: Payment, goal: Pay quickly}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
      - {name: Payment, goal: Pay quickly, touchpoints: Checkout, emotion: calm}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Stage

LEVEL = Level.ERROR


def check(stage: Stage) -> Iterator[Defect]:
    """Looks for steps, actions, and any field of the experience."""
    if stage.is_empty:
        yield Defect(
            f"{called(stage)} is empty",
            route=("name",),
            help="add steps, or touchpoints and an emotion; or leave the stage out",
        )
