"""The emotional curve has no ups and downs.

A map on which everything feels the same shows nothing to keep and nothing to improve. Usually feelings were filled in
afterwards: ask customers for the best and the worst moment, and write the scores that their words deserve.

Source: Nielsen Norman Group, "Journey Mapping 101": the emotions are plotted as a line with its highs and lows.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: 1}
      - {name: Choosing, touchpoints: Size guide, emotion: 1}
      - {name: Payment, touchpoints: Checkout, emotion: 1}
      - {name: Delivery, touchpoints: Parcel, emotion: 1}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: 1}
      - {name: Choosing, touchpoints: Size guide, emotion: -0.5}
      - {name: Payment, touchpoints: Checkout, emotion: 0}
      - {name: Delivery, touchpoints: Parcel, emotion: 1.5}

Options:

    min_range: how far, on the scale of -2 to 2, the best and the worst moment must lie apart
    min_cells: how many moments with a score it takes to judge a curve
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.emotion import Emotion

LEVEL = Level.WARNING


@dataclass(frozen=True)
class Options:
    """When a curve is flat."""

    min_range: float = 1.0
    min_cells: int = 4


def check(journey: Journey, facts: Facts, options: Options) -> Iterator[Defect]:
    """Looks at all scores of the curve."""
    cells = [scores for point in facts.curve if (scores := list(_scores(point.cell.emotion, facts)))]
    scores = [score for cell in cells for score in cell]
    if len(cells) >= max(options.min_cells, 1) and max(scores) - min(scores) < options.min_range:
        yield Defect(
            f"the emotional curve is flat: {len(cells)} moments, and all feel nearly the same",
            route=("title",),
            help="ask customers for the best and the worst moment, and score those",
        )


def _scores(emotions: tuple[Emotion, ...], facts: Facts) -> Iterator[float]:
    for emotion in emotions:
        if emotion.by_persona:
            yield from _scores(tuple(emotion.by_persona.values()), facts)
        score = facts.scorer.score(emotion)
        if score is not None:
            yield score
