"""A score lies outside the project's scale.

The scale runs from -2 (very bad) to 2 (very good) unless cjm.yaml declares another one. A score beyond it would leave
the drawing and distort every mean. Correct the score, or declare the scale that the project really uses.

Source: cjm's format: `scale` in cjm.yaml, -2 to 2 without it.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: 4}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: 1.5}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model.emotion import Emotion

LEVEL = Level.ERROR


def check(emotion: Emotion, facts: Facts) -> Iterator[Defect]:
    """Looks at scores as they were written."""
    if emotion.score is None:
        return
    low, high = facts.scorer.range
    if not low <= emotion.score <= high:
        yield Defect(
            f"the score {emotion.score:g} is outside the scale of {low:g} to {high:g}",
            route=("score",),
            help="correct it, or declare your scale in cjm.yaml: scale: {min: 1, max: 5}",
        )
