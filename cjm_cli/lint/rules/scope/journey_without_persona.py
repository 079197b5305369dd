"""Nobody knows whose journey it is.

A journey of "the customer" is an average that no one ever lives. Name the persona by its id, or describe it on the
spot: a name is enough to begin with.

Source: Nielsen Norman Group, "Journey Mapping 101": the actor is one of the five components.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    persona: {name: Rina}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey

LEVEL = Level.WARNING_TO_ERROR


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    if not journey.all_personas:
        yield Defect("the journey has no persona", route=("title",), help="say whose it is: persona: {name: Rina}")
