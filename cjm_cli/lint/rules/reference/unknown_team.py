"""A team is named that the project's catalogue does not list.

Work that is assigned to a team nobody can find is assigned to nobody. Once cjm.yaml lists teams, the `team` of a
frontstage, backstage or support action is one of them. An `owner` may be any role or person and is not looked at.

Source: cjm's format: a team is a name or an id of the catalogue.

Bad:

    # file: cjm.yaml
    teams: [{id: web-team, name: Web team}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        backstage: {text: Checks the card, team: wbe-team}

Good:

    # file: cjm.yaml
    teams: [{id: web-team, name: Web team}]
    # file: journeys/buying-shoes.journey.yaml
    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        backstage: {text: Checks the card, team: Web team}
"""

from collections.abc import Iterator

from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules.reference._unknown import not_in_catalogue
from cjm_cli.model import Journey
from cjm_cli.model.references import Target

LEVEL = Level.WARNING
FIX = Safety.SAFE
PRESET = Preset.MINIMAL


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the teams behind what the organisation does."""
    return not_in_catalogue(facts.references.get(Target.TEAM, ()), facts.catalogue.teams)
