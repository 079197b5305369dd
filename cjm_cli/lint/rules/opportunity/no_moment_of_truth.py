"""Nothing on a long map is marked as decisive.

Customers remember few moments of a journey, and those decide whether they stay. Mark them with `moment_of_truth` and
the reason, so that a team knows where to begin.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": highlight moments of truth.

Bad:

    title: Buying shoes
    steps:
      - {name: Ask friends, touchpoints: Group chat, emotion: curious}
      - {name: Look around, touchpoints: Web shop, emotion: curious}
      - {name: Compare models, touchpoints: Web shop, emotion: interested}
      - {name: Find the size, touchpoints: Size guide, emotion: unsure}
      - {name: Fill the cart, touchpoints: Cart, emotion: happy}
      - {name: Pay, touchpoints: Checkout, emotion: annoyed, pain_points: The fee comes as a surprise}
      - {name: Wait, kind: wait, touchpoints: Tracking page, emotion: impatient, pain_points: Nobody names a day}
      - {name: Try on, touchpoints: Parcel, emotion: delighted, gains: The first pair fits}

Good:

    title: Buying shoes
    steps:
      - {name: Ask friends, touchpoints: Group chat, emotion: curious}
      - {name: Look around, touchpoints: Web shop, emotion: curious}
      - {name: Pay, touchpoints: Checkout, emotion: annoyed, pain_points: The fee comes as a surprise}
      - {name: Try on, touchpoints: Parcel, emotion: delighted, moment_of_truth: A pair that fits brings them back}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.experience import MomentOfTruth

LEVEL = Level.INFO_TO_WARNING
LONG = 8
"""Steps, from which on a map is long."""


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Counts the steps, and looks for a moment in steps and stages."""
    steps = sum(1 for _ in journey.all_steps())
    if steps >= LONG and not facts.nodes.get(MomentOfTruth):
        yield Defect(
            f"none of {steps} steps is a moment of truth",
            route=("title",),
            help="mark where customers decide to stay or to leave: moment_of_truth: …",
        )
