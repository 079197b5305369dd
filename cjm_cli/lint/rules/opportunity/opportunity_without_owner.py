"""Nobody takes the opportunity on.

Ideas without an owner stay on the wall. Write the team, role or person who will look into it; where the whole stage
has an owner, that one counts. What is done or rejected needs none.

Source: TheyDo, "What is an opportunity?": each opportunity has an owner who is responsible for it.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        opportunities: {text: Show the total early}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        opportunities: {text: Show the total early, owner: Web team}
"""

from collections.abc import Iterator

from cjm_cli.change import Insert
from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import STUB, is_placeholder
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey, Stage
from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.model.experience import Opportunity
from cjm_cli.span import Route

LEVEL = Level.WARNING_TO_ERROR
FIX = Safety.UNSAFE
HELP = "say who takes it on: owner: Web team"
SETTLED = {OpportunityStatus.DONE, OpportunityStatus.REJECTED}


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the opportunities of every stage that has no owner itself."""
    for stage_route, stage in journey.all_stages():
        if stage.owner is None:
            for route, opportunity in _opportunities(stage_route, stage):
                if _needs_owner(opportunity):
                    message = f"opportunity {quoted(opportunity.text)} has no owner"
                    stub = Insert(route, "owner", STUB)
                    yield Defect(message, route=(*route, "text"), help=HELP, fix=(stub,))


def _needs_owner(opportunity: Opportunity) -> bool:
    is_open = opportunity.owner is None and opportunity.status not in SETTLED
    return is_open and not is_placeholder(opportunity.text)


def _opportunities(route: Route, stage: Stage) -> Iterator[tuple[Route, Opportunity]]:
    cells = [(route, stage), *(((*route, "steps", index), step) for index, step in enumerate(stage.steps))]
    for cell_route, cell in cells:
        for index, opportunity in enumerate(cell.opportunities):
            yield (*cell_route, "opportunities", index), opportunity
