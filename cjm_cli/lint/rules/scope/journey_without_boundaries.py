"""Nobody can tell where the journey begins or where it ends.

Without a beginning and an end, every team draws another journey under the same title. Write the `trigger` that sets
the customer off, and the `outcome` with which it is over for them; both usually lie outside the organisation.

Source: Smaply, "Cheat sheet: customer journey maps": is the beginning really the beginning, is the end really the end?

Bad:

    title: Buying shoes
    trigger: The old soles are worn
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    trigger: The old soles are worn
    outcome: She runs in new shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey

LEVEL = Level.WARNING
FIELDS = {"trigger": "trigger: The old soles are worn", "outcome": "outcome: She runs in new shoes"}


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey."""
    missing = [field for field in FIELDS if getattr(journey, field) is None]
    if missing:
        message = f"the journey has no {' and no '.join(missing)}"
        ways_out = " and ".join(FIELDS[field] for field in missing)
        yield Defect(message, route=("title",), help=f"say where it begins and ends: {ways_out}")
