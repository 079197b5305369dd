"""Nobody can tell how much a pain point hurts.

Without a severity, a typing error weighs as much as a lost order, and the loudest voice decides. Write it from 1, a
nuisance, to 5, they give up. What is `accepted` needs none.

Source: Nielsen Norman Group, "Severity Ratings for Usability Problems": ratings tell which problems to mend first.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: annoyed, pain_points: The fee comes as a surprise}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {text: The fee comes as a surprise, severity: 4}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey

LEVEL = Level.WARNING
PRESET = Preset.STRICT


def check(_journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the pain points of the map."""
    for route, pain in facts.pain_points():
        if pain.severity is None and pain.accepted is None:
            message = f"pain point {quoted(pain.text)} has no severity"
            yield Defect(message, route=(*route, "text"), help="add severity: from 1, a nuisance, to 5, they give up")
