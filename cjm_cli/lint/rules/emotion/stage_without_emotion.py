"""A stage of which nobody says how the customer feels.

Feelings are what a journey map adds to a process chart, and they show where to begin. Write a score from -2 to 2, a
feeling, or both, at the stage or at one of its steps; a belief is welcome when `basis: assumed` says so.

Source: Nielsen Norman Group, "Journey Mapping 101": actions, mindsets and emotions are one of the five components.

Bad:

    title: Buying shoes
    stages:
      - name: Awareness
        touchpoints: Instagram ad

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
HELP = "say how the customer feels: emotion: curious, or a score: emotion: -1"


def check(stage: Stage) -> Iterator[Defect]:
    """Looks into the stage and its steps; an empty stage has a rule of its own."""
    if not stage.is_empty and not stage.emotion and not any(step.emotion for step in stage.steps):
        stub = Insert((), "emotion", STUB)
        yield Defect(f"{called(stage)} has no emotion", route=("name",), help=HELP, fix=(stub,))


def check_bare_steps(journey: Journey) -> Iterator[Defect]:
    """Looks at a journey that is a single stage without a name."""
    if journey.steps and not any(step.emotion for step in journey.steps):
        yield Defect("no step has an emotion", route=("steps",), key=True, help=HELP)
