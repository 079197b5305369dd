"""The customer's lane tells what a system or a team does.

A customer journey is seen with the customer's eyes; what a CRM or a support team does behind the scenes belongs to
`frontstage`, `backstage` or `support`. Write what the customer does, or what they notice of it. Reported are actions
that begin with a system, a ticket, one of the usual teams or one of cjm.yaml, and thoughts about what no customer can
know; the words are English.

Source: Shostack, "Designing Services That Deliver": the line of visibility parts what customers see from the rest.

Bad:

    title: Buying shoes
    steps:
      - {name: Pay, action: The system checks the card, touchpoints: Checkout, emotion: calm}

Good:

    title: Buying shoes
    steps:
      - name: Pay
        action: Types the number of her card
        touchpoints: Checkout
        emotion: calm
        support: {text: Checks the card, system: Payment service}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.blueprint._backstage import is_backstage, is_no_thought
from cjm_cli.model import Stage, Step
from cjm_cli.span import Route

LEVEL = Level.WARNING


def check(cell: Stage | Step, facts: Facts) -> Iterator[Defect]:
    """Looks at actions of the persona, and at all thoughts."""
    teams = facts.catalogue.team_names
    for route, action in _actions(cell, facts):
        if is_backstage(action, teams):
            yield _defect(action, route, "tells what is done for the customer, not by them")
    for index, thought in enumerate(cell.thoughts):
        if is_no_thought(thought):
            yield _defect(thought, ("thoughts", index), "is nothing that a customer can know")


def _actions(cell: Stage | Step, facts: Facts) -> list[tuple[Route, str]]:
    if isinstance(cell, Stage):
        return [(("actions", index), action) for index, action in enumerate(cell.actions)]
    return [(("action",), cell.action)] if cell.action and facts.is_taken_by_persona(cell) else []


def _defect(text: str, route: Route, why: str) -> Defect:
    way_out = "write what the customer does or notices; move this to frontstage, backstage or support"
    return Defect(f"{quoted(text)} {why}", route=route, help=way_out)
