"""The customer feels bad, and no pain point says what hurts.

A low on the curve without its cause cannot be mended. Write the problem under `pain_points` of the step or its stage,
in the customer's words; opportunities can then refer to it.

Source: Smaply on evaluating journey maps: lows of the emotional journey are where problems and ideas belong.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: frustrated}

Good:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: frustrated, pain_points: The fee comes as a surprise}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey

LEVEL = Level.WARNING
LOW = -1.0


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at each point of the curve."""
    for point in facts.curve:
        score = facts.scorer.mean(point.cell.emotion)
        if score is not None and score <= LOW and not any(cell.pain_points for cell in point.around):
            yield Defect(
                f"{called(point.cell)} is a low without a pain point",
                route=(*point.route, "emotion"),
                help="say what hurts: pain_points: [The fee comes as a surprise]",
            )
