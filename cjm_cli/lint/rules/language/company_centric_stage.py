"""A stage is named like a part of the sales funnel.

No customer ever felt that they were being qualified, converted or retained; such names turn the map into a report on
the company's own work. Ask what the customer would say: "Comparing offers" rather than "Lead qualification". Awareness,
consideration, decision and the like are the field's own words and may stay; "Currency conversion" is no funnel.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": represent your customer's perspective.

Bad:

    title: Buying shoes
    stages:
      - {name: Lead qualification, touchpoints: Hotline, emotion: impatient}

Good:

    title: Buying shoes
    stages:
      - {name: Explaining what I need, touchpoints: Hotline, emotion: impatient}
"""

import re
from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._lists import word_lists
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Stage

LEVEL = Level.WARNING
WORD = re.compile(r"b2[bc]|[^\W\d_]+(?:-[^\W\d_]+)*")


def check(stage: Stage) -> Iterator[Defect]:
    """Looks at the stage's name."""
    if is_company_centric(stage.name):
        yield Defect(
            f"{called(stage)} is named from the company's point of view",
            route=("name",),
            help="call it what the customer would: Comparing offers, Trying it out, Staying with it",
        )


def is_company_centric(name: str) -> bool:
    """Whether the name holds a word that only sellers use, or consists of funnel words and what goes with them."""
    words, lists = WORD.findall(name.casefold()), word_lists("language/company_centric.json")
    in_a_row = f" {' '.join(words)} "
    if any(f" {phrase} " in in_a_row for phrase in lists["anywhere"]):
        return True
    return not lists["terms"].isdisjoint(words) and lists["terms"] | lists["companions"] >= {*words}
