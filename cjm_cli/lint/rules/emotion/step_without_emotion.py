"""A step of the customer of which nobody says how they feel.

A gap in the curve hides a low as easily as a high. This rule speaks where some steps of a stage have an emotion and
others have none; a stage whose emotion stands at the stage itself is complete.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": emotions belong on the map.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        steps:
          - {name: Choose a card, emotion: calm}
          - {name: Confirm}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        steps:
          - {name: Choose a card, emotion: calm}
          - {name: Confirm, emotion: relieved}
"""

from collections.abc import Iterator

from cjm_cli.change import Insert
from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._placeholders import STUB
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey

LEVEL = Level.WARNING
FIX = Safety.UNSAFE
PRESET = Preset.STRICT


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the steps of every stage in which one step has an emotion."""
    for route, stage in journey.all_stages():
        if any(step.emotion for step in stage.steps):
            for index, step in enumerate(stage.steps):
                if not step.emotion and facts.is_taken_by_persona(step):
                    where = (*route, "steps", index)
                    stub = Insert(where, "emotion", STUB)
                    message = f"{called(step)} has no emotion"
                    yield Defect(message, route=(*where, "name"), help="add emotion: …", fix=(stub,))
