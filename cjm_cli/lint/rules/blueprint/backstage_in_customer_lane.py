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

import re
from collections.abc import Iterator
from functools import cache

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._lists import word_lists
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Stage, Step
from cjm_cli.span import Route

LEVEL = Level.WARNING


def check(cell: Stage | Step, facts: Facts) -> Iterator[Defect]:
    """Looks at actions of the persona, and at all thoughts."""
    teams = tuple(team.name for team in facts.catalogue.teams.values())
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


def is_backstage(action: str, teams: tuple[str, ...] = ()) -> bool:
    """Whether the subject of an action is a system, a ticket or a team; `teams` are the names of the project's own."""
    return bool(_action_pattern(teams).match(action))


def is_no_thought(thought: str) -> bool:
    """Whether a thought reports what happens behind the scenes, as no customer would."""
    return bool(_thought_pattern().match(thought))


@cache
def _action_pattern(teams: tuple[str, ...]) -> re.Pattern[str]:
    system = rf"(?:(?:an?|the|our)\s+)?{_any(*_listed('systems'))}"
    team = rf"(?:the\s+)?{_any(*_listed('teams'), *teams)}"
    return _pattern(rf"(?:{system}|{team})\s+{_does()}", rf"(?:(?:an?|the|our)\s+)?{_ticket_is()}")


@cache
def _thought_pattern() -> re.Pattern[str]:
    return _pattern(rf"(?:the\s+)?{_any(*_listed('hidden'))}\s+{_does()}", _ticket_is())


def _does() -> str:
    return rf"(?:(?:then|now|also|automatically)\s+)?{_any(*_listed('does'))}"


def _ticket_is() -> str:
    return rf"(?:support\s+|service\s+)?ticket\s+(?:is|gets|was)\s+(?:automatically\s+)?{_any(*_listed('ticket_is'))}"


def _listed(name: str) -> frozenset[str]:
    return word_lists("blueprint/backstage.json")[name]


def _any(*phrases: str) -> str:
    return rf"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases))})(?![\w-])"


def _pattern(*expressions: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{'|'.join(expressions)})", re.IGNORECASE)
