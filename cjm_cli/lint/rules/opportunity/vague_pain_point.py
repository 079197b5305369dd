"""A pain point says that something is bad, but not what.

"Slow checkout" cannot be mended and cannot be measured: which page, how slow, for whom? Say what happens to the
customer, or why, under `cause`. Reported are a single word, and texts that hold little but words such as bad, slow or
confusing; the words are English.

Source: cjm's format: the text of a pain point is the problem in the customer's terms.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: annoyed, pain_points: Slow and confusing}

Good:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: annoyed, pain_points: The total takes a minute to appear}
"""

import re
from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._lists import word_lists
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey

LEVEL = Level.INFO
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONGEST_TOPIC = 12
"""A longer single word may be a compound, which tells as much as three words of English."""


def check(_journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at pain points without a cause; those of personas are told in general."""
    for route, pain in facts.pain_points():
        if pain.cause is None and is_vague(pain.text):
            yield Defect(
                f"pain point {quoted(pain.text)} does not say what goes wrong",
                route=(*route, "text"),
                help="say what happens to the customer, where and how often, or add cause: …",
            )


def is_vague(text: str) -> bool:
    """Whether the text is a topic or a judgement, and nothing that happens."""
    words = WORD.findall(text.casefold())
    if len(words) == 1 and words[0].isascii() and len(words[0]) <= LONGEST_TOPIC:
        return True
    lists = word_lists("opportunity/vague.json")
    telling = [word for word in words if word not in lists["fillers"]]
    others = [word for word in telling if word not in lists["judgements"] and word not in lists["subjects"]]
    is_judged = any(word in lists["judgements"] for word in telling)
    return len(others) < (2 if is_judged else 1) and bool(words)
