"""The map tells the story of more people than it can hold.

Two curves in one band can be compared, five cannot, and a map for everybody describes nobody. Give each persona a map
of their own; keep two on one map only where the difference between them is the point, and say so in the settings.

Source: Nielsen Norman Group, "Journey Mapping 101": one actor, whose point of view the map takes, is the first of its
five components.

Bad:

    title: Buying shoes
    personas: [{name: Rina}, {name: Tom}]
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    persona: {name: Rina}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Options:

    max_personas: the largest number of personas on one map
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey

LEVEL = Level.WARNING


@dataclass(frozen=True)
class Options:
    """How many people a map may be about."""

    max_personas: int = 1


def check(journey: Journey, _facts: Facts, options: Options) -> Iterator[Defect]:
    """Counts those whose journey it is."""
    found = journey.all_personas
    if len(found) > options.max_personas:
        route, _ = found[options.max_personas]
        yield Defect(
            f"{len(found)} personas on one map are more than {options.max_personas}",
            route=route,
            help="give each a map of their own",
        )
