"""The map says that customers confirmed it, and no occasion is recorded.

"Validated" is a claim that others build on. Write under `validated` when it was, who asked, how, and how many took
part; until then the status is `in-research`.

Source: cjm's format: `validated` lists the occasions on which customers confirmed the map.

Bad:

    title: Buying shoes
    status: validated
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    status: validated
    validated: {date: 2026-05-12, method: Walkthrough with customers, participants: 5}
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.change import Replace
from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.choices import Status

LEVEL = Level.ERROR
FIX = Safety.SAFE


def check(journey: Journey) -> Iterator[Defect]:
    """Compares the status with the record."""
    if journey.status is Status.VALIDATED and not journey.validated:
        yield Defect(
            "the map is called validated, but no validation is recorded",
            route=("status",),
            help="add validated: {date: 2026-05-12, participants: 5}, or write status: in-research",
            fix=(Replace(("status",), Status.VALIDATED.value, Status.IN_RESEARCH.value),),
        )
