"""A text names a real person's e-mail address, phone number or bank account.

Maps are printed, shared and kept for years, and nobody in them agreed to that. Leave the detail out, or write who it
was in general: "participant 4, interview". Addresses at example.com or example.org stand for nobody and may stay;
owners and contributors are colleagues who want to be found, and their fields are not looked at.

Source: General Data Protection Regulation, article 5: no more personal data than the purpose needs; RFC 2606.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        quotes: {text: Call me back, source: "Anna, +49 171 2345678"}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        quotes: {text: Call me back, source: "Participant 4, interview of 2026-05-12"}
"""

from collections.abc import Iterator
from itertools import islice

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules.access._personal import may_hold_personal_data, personal_data
from cjm_cli.span import Route

LEVEL = Level.ERROR
SHOWN = 4
"""Characters of the find that a message repeats: enough to know it, too few to use it."""
MOST = 20
"""So many finds of one text are told: a list of customers needs no list of findings."""


def check(facts: Facts) -> Iterator[Defect]:
    """Looks at every text that an author tells."""
    if may_hold_personal_data(facts.prose_text):
        for route, text in facts.prose:
            yield from (_defect(route, sort, found) for sort, found in islice(personal_data(text.value), MOST))


def _defect(route: Route, sort: str, found: str) -> Defect:
    return Defect(
        f'{sort} stands here: "{found[:SHOWN]}…"',
        route=route,
        label="personal data",
        help='leave it out, or say it in general: "participant 4, interview"',
    )
