"""Customers are measured to be content where the map says that they suffer, or the reverse.

Either the curve is out of date, or the survey asks somebody else or something else. Check both before somebody trusts
one of them. Compared are a score of 1 or more with a customer satisfaction in the lowest third of its scale, and one of
-1 or less with the highest third; in per cent, or on a scale such as "of 5".

Source: cjm's scales: a score of 1 says that the customer feels good, one of -1 that they feel bad.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: happy
        metrics: {name: CSAT after checkout, kind: csat, value: 24, unit: "%", as_of: 2026-05-31}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: The fee comes as a surprise
        metrics: {name: CSAT after checkout, kind: csat, value: 24, unit: "%", as_of: 2026-05-31}
"""

import re
from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.metric._measure import Reading, measure, reading
from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import MetricKind

LEVEL = Level.WARNING
GOOD, BAD = 1.0, -1.0
THIRD = 1 / 3
SCALE = re.compile(r"(?:/|\bof)\s*(5|7|10)\b")


def check(cell: Stage | Step, facts: Facts) -> Iterator[Defect]:
    """Compares a cell's own emotion with the satisfaction that was measured there."""
    score = facts.scorer.mean(cell.emotion) if cell.metrics else None
    if score is None or BAD < score < GOOD:
        return
    for index, metric in enumerate(cell.metrics):
        known = measure(metric, facts)
        place = _place(reading(metric.value, known.unit)) if known.kind is MetricKind.CSAT else None
        if place is not None and (place <= THIRD if score > 0 else place >= 1 - THIRD):
            measured, felt = ("low", "good") if score > 0 else ("high", "bad")
            yield Defect(
                f"{quoted(known.name)} is {measured}, yet the customer feels {felt} here",
                route=("metrics", index, "value"),
                help="check the emotion, the figure, and whether the survey asks about this step",
            )


def _place(figure: Reading | None) -> float | None:
    """Where on its scale the figure lies, from 0 to 1; None when the scale is not known."""
    if figure is None:
        return None
    if figure.is_percent:
        return figure.value / 100
    scale = SCALE.search(figure.unit or "")
    return (figure.value - 1) / (int(scale[1]) - 1) if scale else None
