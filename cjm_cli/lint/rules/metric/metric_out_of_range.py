"""A metric has a value that it cannot have.

A net promoter score lies between -100 and 100; the share of those who go on, leave or are satisfied lies between 0 and
100 %. Beyond that, the figure, the kind or the unit is a slip. Conversion and drop-off without a unit are in per cent.

Source: Reichheld, "The One Number You Need to Grow": promoters minus detractors, both in per cent of all.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, metrics: {kind: conversion, value: 142, as_of: 2026-05}}

Good:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, metrics: {kind: conversion, value: 42, as_of: 2026-05}}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.metric._measure import Measure, Reading, measure, reading
from cjm_cli.model.choices import MetricKind
from cjm_cli.model.experience import Metric

LEVEL = Level.ERROR
ALWAYS_SHARES = {MetricKind.CONVERSION, MetricKind.DROP_OFF}
SHARES = {*ALWAYS_SHARES, MetricKind.CSAT}


def check(metric: Metric, facts: Facts) -> Iterator[Defect]:
    """Looks at value and target."""
    if metric.value is None and metric.target is None:
        return
    known = measure(metric, facts)
    for field, written in (("value", metric.value), ("target", metric.target)):
        figure = reading(written, known.unit)
        low, high = _range(known, figure)
        if figure and not low <= figure.value <= high:
            yield Defect(
                f"the {field} of {quoted(known.name)} is {figure.value:g}, outside {low:g} to {high:g}",
                route=(field,),
                help="correct the figure, or the kind or unit of the metric",
            )


def _range(known: Measure, figure: Reading | None) -> tuple[float, float]:
    """The smallest and the largest value that there can be."""
    if known.kind is MetricKind.NPS:
        return -100, 100
    is_share = figure is not None and (figure.is_percent or (figure.unit is None and known.kind in ALWAYS_SHARES))
    return (0, 100) if is_share and known.kind in SHARES else (float("-inf"), float("inf"))
