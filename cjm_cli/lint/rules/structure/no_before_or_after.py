"""The journey shows the service, but not what comes before it or after it.

What customers expect is made before the first contact, and what they tell others is made after the last one. This
rule speaks where every stage has a `phase`: let one lie before the service and one after it. One interaction, level 3,
may stand alone.

Source: Smaply, "Cheat sheet: customer journey maps": stages such as pre-service, service and post-service.

Bad:

    title: Buying shoes
    stages:
      - {name: Looking, phase: before, touchpoints: Instagram ad, emotion: curious}
      - {name: Choosing, phase: during, touchpoints: Size guide, emotion: unsure}
      - {name: Payment, phase: during, touchpoints: Checkout, emotion: calm}

Good:

    title: Buying shoes
    stages:
      - {name: Looking, phase: before, touchpoints: Instagram ad, emotion: curious}
      - {name: Payment, phase: during, touchpoints: Checkout, emotion: calm}
      - {name: Running, phase: after, touchpoints: Shoes, emotion: happy}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.choices import Phase

LEVEL = Level.WARNING
ONE_INTERACTION = 3
ENOUGH = 3
"""Fewer stages are a matter of `stage-count`."""


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the phases of all stages."""
    phases = {stage.phase for stage in journey.stages}
    if len(journey.stages) < ENOUGH or None in phases or journey.level == ONE_INTERACTION:
        return
    missing = [phase.value for phase in (Phase.BEFORE, Phase.AFTER) if phase not in phases]
    if missing:
        yield Defect(
            f"no stage lies {' or '.join(missing)} the service",
            route=("stages",),
            key=True,
            help=f"add a stage with phase: {missing[0]}, or correct the phases",
        )
