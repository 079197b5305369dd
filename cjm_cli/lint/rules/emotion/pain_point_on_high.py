"""A grave pain point stands where the customer feels good.

Both may be true, but mostly the score was given before the problem was known, or the problem belongs to another step.
Check the score, the severity and the place.

Source: cjm's scales: a severity of 4 or 5 says that customers suffer or give up, a score of 1 that they feel good.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: happy, pain_points: {text: The card is rejected, severity: 5}}

Good:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: upset, pain_points: {text: The card is rejected, severity: 5}}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Stage, Step

LEVEL = Level.INFO
PRESET = Preset.STRICT
GRAVE = 4
HIGH = 1.0


def check(cell: Stage | Step, facts: Facts) -> Iterator[Defect]:
    """Compares the pain points of a cell with its own emotion."""
    score = facts.scorer.mean(cell.emotion)
    for index, pain in enumerate(cell.pain_points):
        if score is not None and score >= HIGH and pain.severity is not None and pain.severity >= GRAVE:
            yield Defect(
                f"pain point {quoted(pain.text)} has severity {pain.severity}, yet the customer feels good here",
                route=("pain_points", index, "severity"),
                help="check the emotion, the severity, or the step that it belongs to",
            )
