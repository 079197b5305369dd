"""A step is a name and nothing else.

"Payment" may mean typing a card number or borrowing money from a brother, and those who were not in the room cannot
know. Write what happens under `action`, or fill in what the customer meets, thinks and feels. Waiting, decisions, and
steps that a `journey` details, may be a name alone.

Source: CJML: an action is an activity that an actor conducts as part of the journey.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        steps:
          - {name: Voucher}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        steps:
          - {name: Voucher, action: "Searches her mail for a code, in vain"}
          - {name: Dries the shoes, kind: wait}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Step
from cjm_cli.model.choices import StepKind
from cjm_cli.model.experience import Experience

LEVEL = Level.WARNING
TELLS = ("action", *Experience.model_fields, "description", "goal", "wait", "journey")
NAME_IS_ENOUGH = {StepKind.WAIT, StepKind.DECISION}


def check(step: Step) -> Iterator[Defect]:
    """Looks for anything that tells what happens."""
    if step.kind not in NAME_IS_ENOUGH and not any(getattr(step, field) for field in TELLS):
        yield Defect(
            f"{called(step)} is a name and nothing else",
            route=("name",),
            help="say what happens: action: …, or what the customer meets, thinks and feels",
        )
