"""Nobody can tell how long the journey takes.

Six steps in ten minutes and six steps in ten weeks are two different experiences, and need different help. Write the
`timeframe` in the customer's time; where every stage has a `duration`, it can be seen from these.

Source: Shostack, "Designing Services That Deliver": establishing the time frame is a step of every blueprint.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    timeframe: 3 weeks
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.model import Journey

LEVEL = Level.INFO
PRESET = Preset.STRICT


def check(journey: Journey) -> Iterator[Defect]:
    """Looks at the head of the journey, then at its stages."""
    told_by_stages = bool(journey.stages) and all(stage.duration for stage in journey.stages)
    if journey.timeframe is None and not told_by_stages:
        yield Defect(
            "the journey does not say how long it takes",
            route=("title",),
            help="write the customer's time: timeframe: 3 weeks",
        )
