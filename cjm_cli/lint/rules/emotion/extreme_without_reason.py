"""A customer is overjoyed or desperate, and nobody says why.

The best and the worst moments are the ones that a team will discuss, and a score alone gives it nothing to work with.
Add the `reason`, or what stands behind it: a thought, a quote, a pain point, a gain.

Source: Nielsen Norman Group, "Journey Mapping 101": emotions stand beside the mindsets and actions they come from.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: -2}

Good:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: {score: -2, reason: The fee doubles the price}}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey
from cjm_cli.model.claims import Point
from cjm_cli.model.emotion import Emotion

LEVEL = Level.WARNING
EXTREME = 2.0


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at each point of the curve; one finding for each, whichever of its emotions is extreme."""
    for point in facts.curve:
        if not _is_explained(point) and any(_is_bare_extreme(emotion, facts) for emotion in point.cell.emotion):
            yield Defect(
                f"{called(point.cell)} is an extreme without a reason",
                route=(*point.route, "emotion"),
                help="say why: emotion: {score: …, reason: …}, or add a quote, thought, pain point or gain",
            )


def _is_explained(point: Point) -> bool:
    return any(cell.thoughts or cell.quotes or cell.pain_points or cell.gains for cell in point.around)


def _is_bare_extreme(emotion: Emotion, facts: Facts) -> bool:
    if emotion.reason:
        return False
    own = facts.scorer.score(emotion)
    return (own is not None and abs(own) >= EXTREME) or any(
        _is_bare_extreme(felt, facts) for felt in emotion.by_persona.values()
    )
