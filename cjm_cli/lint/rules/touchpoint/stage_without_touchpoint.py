"""A stage in which the customer meets nothing and nobody.

A journey is made of encounters. A stage without one is either a gap in what the team knows, or a time in which the
customer is left alone; both deserve to be seen. If they really meet nobody, name what they meet instead, such as a
friend or a search engine.

Source: Nielsen Norman Group, "When and How to Create Customer Journey Maps": touchpoints and channels are a key
element.

Bad:

    title: Buying shoes
    stages:
      - name: Awareness
        emotion: curious

Good:

    title: Buying shoes
    stages:
      - name: Awareness
        touchpoints: Instagram ad
        emotion: curious
"""

from collections.abc import Iterator

from cjm_cli.change import Insert
from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import STUB
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey, Stage

LEVEL = Level.WARNING_TO_ERROR
FIX = Safety.UNSAFE
HELP = "say where the customer meets you: touchpoints: [Web shop]"


def check(stage: Stage) -> Iterator[Defect]:
    """Looks into the stage and its steps; an empty stage has a rule of its own."""
    if not stage.is_empty and not stage.touchpoints and not any(step.touchpoints for step in stage.steps):
        stub = Insert((), "touchpoints", STUB)
        yield Defect(f"{called(stage)} has no touchpoint", route=("name",), help=HELP, fix=(stub,))


def check_bare_steps(journey: Journey) -> Iterator[Defect]:
    """Looks at a journey that is a single stage without a name."""
    if journey.steps and not any(step.touchpoints for step in journey.steps):
        yield Defect("no step has a touchpoint", route=("steps",), key=True, help=HELP)
