"""A metric is named that is neither in the catalogue nor measured in the journey.

A bare text under `metrics`, or the `metric` of an opportunity, is the id of a metric that is described elsewhere: in
cjm.yaml, or in the journey with a name, a kind or a value. Without that, nobody knows what will be measured.

Source: cjm's format: a reference to a metric is its id, which defaults to its name.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        opportunities: {text: Show the total early, metric: paid-orders}

Good:

    # file: cjm.yaml
    metrics: [{id: paid-orders, name: Orders that are paid, kind: conversion, unit: "%"}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        opportunities: {text: Show the total early, metric: paid-orders}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import unknown
from cjm_cli.model import Journey
from cjm_cli.model.experience import Metric
from cjm_cli.model.references import Target
from cjm_cli.source.slug import slug

LEVEL = Level.ERROR
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at every reference to a metric."""
    known = {*facts.catalogue.metrics, *_measured_here(facts)}
    for reference in facts.references.get(Target.METRIC, ()):
        if not known & {reference.id, slug(reference.id)}:
            yield unknown(reference, known)


def _measured_here(facts: Facts) -> set[str]:
    found = [metric for _, metric in facts.nodes.get(Metric, ()) if _says_more(metric)]
    return {id_ for metric in found for id_ in (metric.id, slug(metric.name or metric.id or "")) if id_}


def _says_more(metric: Metric) -> bool:
    return any(part is not None for part in (metric.name, metric.kind, metric.value, metric.target))
