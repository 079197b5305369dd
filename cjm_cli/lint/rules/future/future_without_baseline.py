"""A future journey does not say which journey of today it improves.

Only beside today can readers see what changes, and what it is worth. Name today's map in `based_on`: then feelings and
pain points are compared, step by step. For a service that nobody offers yet, map what customers do instead.

Source: CJML guiding principles: planned and actual journeys are kept apart, so that they can be compared.

Bad:

    title: Buying shoes, as it shall be
    state: future
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    # file: buying-shoes.journey.yaml
    title: Buying shoes
    state: current
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
    # file: buying-shoes-future.journey.yaml
    title: Buying shoes, as it shall be
    state: future
    based_on: buying-shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.choices import State

LEVEL = Level.WARNING


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    if journey.state is State.FUTURE and journey.based_on is None:
        yield Defect(
            "the future journey is based on none of today",
            route=("state",),
            help="name the map of today: based_on: buying-shoes",
        )
