"""The journey is too long to be taken in at a glance.

A map that fills the wall is admired and not used. Join what belongs together, or zoom in: give a stage a map of its
own and let it point here with `parent`.

Source: Milkymap's structure of five to seven episodes; the limits here leave some room above that.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        steps:
          - {name: Open}
          - {name: Sign in}
          - {name: Add address}
          - {name: Add card}
          - {name: Add voucher}
          - {name: Read terms}
          - {name: Tick box}
          - {name: Confirm}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        steps:
          - {name: Add address}
          - {name: Add card}
          - {name: Confirm}

Options:

    max_stages: the largest number of stages
    max_steps: the largest number of steps in the whole journey
    max_steps_in_stage: the largest number of steps in one stage; does not hold for a journey without stages
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey

LEVEL = Level.WARNING


@dataclass(frozen=True)
class Options:
    """How long a journey may be."""

    max_stages: int = 9
    max_steps: int = 40
    max_steps_in_stage: int = 7


def check(journey: Journey, facts: Facts, options: Options) -> Iterator[Defect]:
    """Counts stages and steps."""
    if len(journey.stages) > options.max_stages:
        message = f"{len(journey.stages)} stages are more than {options.max_stages}"
        yield Defect(message, route=("stages",), key=True, help="join stages, or zoom in with a map of its own")
    steps = sum(1 for _ in journey.all_steps())
    if steps > options.max_steps:
        message = f"{steps} steps are more than {options.max_steps}"
        yield Defect(message, route=("title",), help="move the details of a stage to a map of its own, with parent")
    for index, stage in enumerate(journey.stages):
        if len(stage.steps) > options.max_steps_in_stage:
            message = f"{called(stage)} has {len(stage.steps)} steps, more than {options.max_steps_in_stage}"
            yield Defect(message, route=("stages", index, "name"), help="divide the stage, or join steps")
