"""The map shows several pain points, and not one idea what to do.

Each of them may be small enough to wait; a map that ends in complaints still leads to nothing. Note what could be done
about one of them, or why not: `accepted`. Pain points that hurt are reported one by one as
`pain-point-without-opportunity`.

Source: Nielsen Norman Group, "Journey Mapping 101": opportunities are one of the five components.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: [{text: Twelve fields on a phone, severity: 2}, {text: The code is case-sensitive, severity: 1}]

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: [{text: Twelve fields on a phone, severity: 2}, {text: The code is case-sensitive, severity: 1}]
        opportunities: {text: Ask for name and street only, owner: Tom}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules.opportunity._severity import HURTS
from cjm_cli.model import Journey
from cjm_cli.model.experience import Opportunity

LEVEL = Level.WARNING
SEVERAL = 2


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at journeys whose open pain points are all small."""
    severities = [pain.severity for _, pain in facts.pain_points() if pain.accepted is None]
    all_small = all(severity is not None and severity < HURTS for severity in severities)
    if len(severities) >= SEVERAL and all_small and not facts.nodes.get(Opportunity):
        yield Defect(
            f"{len(severities)} pain points, and not one opportunity",
            route=("title",),
            help="say what could be done about one of them: opportunities: […]",
        )
