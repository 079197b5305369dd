"""Nobody answers for the map.

A map without an owner is out of date within a year, and nobody notices. Write the team, role or person who keeps it
true: `owner: web-team`.

Source: Nielsen Norman Group, "When and How to Create Customer Journey Maps": insights and ownership are a key
element.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    owner: Web team
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey

LEVEL = Level.WARNING_TO_ERROR


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    if journey.owner is None:
        yield Defect("the journey has no owner", route=("title",), help="say who answers for it: owner: Web team")
