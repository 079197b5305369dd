"""So much of the map is decisive that nothing is.

A moment of truth is where a journey is won or lost; when every fourth step is one, the team is back where it was. Keep
those without which the others would not matter: three are always allowed, beyond that one step in five.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": highlight moments of truth.

Bad:

    title: Buying shoes
    stages:
      - {name: Looking, touchpoints: Instagram ad, emotion: curious, moment_of_truth: true}
      - {name: Choosing, touchpoints: Size guide, emotion: unsure, moment_of_truth: true}
      - {name: Payment, touchpoints: Checkout, emotion: calm, moment_of_truth: true}
      - {name: Running, touchpoints: Shoes, emotion: happy, moment_of_truth: true}

Good:

    title: Buying shoes
    stages:
      - {name: Looking, touchpoints: Instagram ad, emotion: curious}
      - {name: Choosing, touchpoints: Size guide, emotion: unsure, moment_of_truth: true}
      - {name: Payment, touchpoints: Checkout, emotion: calm, moment_of_truth: true}
      - {name: Running, touchpoints: Shoes, emotion: happy}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.model import Journey
from cjm_cli.model.experience import MomentOfTruth

LEVEL = Level.INFO
PRESET = Preset.STRICT
ALWAYS_FINE = 3
ONE_IN = 5


def check(_journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Counts the moments and the columns of the map."""
    moments, columns = len(facts.nodes.get(MomentOfTruth, ())), len(facts.cells)
    if moments > ALWAYS_FINE and moments * ONE_IN > columns:
        yield Defect(
            f"{moments} moments of truth in {columns} columns are too many to act upon",
            route=("title",),
            help="keep those where customers really decide to stay or to leave",
        )
