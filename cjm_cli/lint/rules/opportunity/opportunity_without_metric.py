"""Nobody will know whether the opportunity worked.

Agree beforehand on the figure that should move; afterwards every change is a success. Write the id of a metric of
cjm.yaml, or of the journey. What is rejected needs none.

Source: Nielsen Norman Group, "Journey Mapping 101": opportunities come with the question how improvements are measured.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, opportunities: {text: Show the total early, owner: Tom}}

Good:

    # file: cjm.yaml
    metrics: [{id: paid-orders, name: Orders that are paid, kind: conversion, unit: "%"}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        opportunities: {text: Show the total early, owner: Tom, metric: paid-orders}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._placeholders import is_placeholder
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.model.experience import Opportunity

LEVEL = Level.INFO_TO_WARNING
PRESET = Preset.STRICT


def check(opportunity: Opportunity) -> Iterator[Defect]:
    """Looks at every opportunity that was not rejected."""
    is_open = opportunity.metric is None and opportunity.status is not OpportunityStatus.REJECTED
    if is_open and not is_placeholder(opportunity.text):
        message = f"opportunity {quoted(opportunity.text)} has no metric"
        yield Defect(message, route=("text",), help="say what should change: metric: paid-orders")
