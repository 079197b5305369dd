"""The journey has too few stages to tell a story.

A journey has at least a before, a during and an after; with fewer stages it is a task, and what leads to it and what
follows stays unseen. Journeys of bare steps and of level 3, one interaction, may be as short as they are. Too many
stages are a matter of `journey-too-long`.

Source: Milkymap's structure of five to seven episodes; three are the least that make a before, a during and an after.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
      - {name: Payment, touchpoints: Checkout, emotion: calm}
      - {name: Running, touchpoints: Shoes, emotion: happy}

Options:

    min_stages: the smallest number of stages
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey

LEVEL = Level.WARNING
ONE_INTERACTION = 3


@dataclass(frozen=True)
class Options:
    """How short a journey may be."""

    min_stages: int = 3


def check(journey: Journey, facts: Facts, options: Options) -> Iterator[Defect]:
    """Counts the stages."""
    few = len(journey.stages) < options.min_stages and journey.level != ONE_INTERACTION
    if few and not journey.steps:
        yield Defect(
            _message(len(journey.stages), options.min_stages),
            route=("stages",) if journey.stages else ("title",),
            key=bool(journey.stages),
            help="show what comes before and after; for one interaction, write level: 3",
        )


def _message(count: int, least: int) -> str:
    if not count:
        return "the journey has neither stages nor steps"
    return f"{count} {'stage is' if count == 1 else 'stages are'} fewer than {least}"
