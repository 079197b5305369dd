"""A pleasant feeling has a negative score, or an unpleasant one a positive score.

One of the two is a slip, and readers will believe whichever they see first. Correct the sign or the word. Neutral
feelings such as "surprised" go with any score.

Source: cjm's lexicon of feelings, which cjm.yaml can extend under `feelings`.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: {feeling: frustrated, score: 1}}

Good:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: {feeling: frustrated, score: -1.5}}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.emotion import Emotion

LEVEL = Level.WARNING


def check(emotion: Emotion, facts: Facts) -> Iterator[Defect]:
    """Compares the signs on the common scale."""
    if emotion.score is None or emotion.feeling is None:
        return
    usual = facts.scorer.feeling(emotion.feeling)
    if usual and usual * facts.scorer.common(emotion.score) < 0:
        written = facts.scorer.written(usual)
        yield Defect(
            f"{quoted(emotion.feeling)} contradicts the score {emotion.score:g}",
            route=("score",),
            label=f"usually {written:g}",
            help=f"write score: {written:g}, or another feeling",
        )
