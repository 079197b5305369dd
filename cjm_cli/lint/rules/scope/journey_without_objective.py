"""Nobody knows what the map is for.

A map that serves no decision is admired once and forgotten. Write the `objective`: the question that this map helps to
answer, and for whom. It is the team's, whereas the `goal` is the customer's.

Source: Smaply on evaluating journey maps: be clear about the purpose of the map.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    objective: Decide what the checkout team changes before spring
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.model import Journey

LEVEL = Level.INFO_TO_WARNING
PRESET = Preset.STRICT


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    if journey.objective is None:
        yield Defect(
            "the journey does not say what decision it serves",
            route=("title",),
            help="write it down: objective: Decide what the checkout team changes before spring",
        )
