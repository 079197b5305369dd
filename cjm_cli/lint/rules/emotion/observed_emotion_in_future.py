"""A future journey claims that a feeling was observed.

What is to come can be expected, not observed. Write `basis: expected`; if the feeling was seen today, it belongs on
the map of the current journey.

Source: CJML guiding principles: planned and actual journeys are kept apart, and experience belongs to actual ones.

Bad:

    title: Buying shoes, as it shall be
    state: future
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: {score: 1, basis: observed}}

Good:

    title: Buying shoes, as it shall be
    state: future
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: {score: 1, basis: expected}}
"""

from collections.abc import Iterator

from cjm_cli.change import Replace
from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model.choices import EmotionBasis, State
from cjm_cli.model.emotion import Emotion

LEVEL = Level.ERROR
FIX = Safety.SAFE


def check(emotion: Emotion, facts: Facts) -> Iterator[Defect]:
    """Looks at the emotions of future journeys."""
    future = facts.journey is not None and facts.journey.state is State.FUTURE
    if future and emotion.basis is EmotionBasis.OBSERVED:
        yield Defect(
            "a future emotion cannot have been observed",
            route=("basis",),
            help="write basis: expected",
            fix=(Replace(("basis",), EmotionBasis.OBSERVED.value, EmotionBasis.EXPECTED.value),),
        )
