"""A step of the customer in which they meet nothing and nobody.

Step by step is where a service is improved, and a step without a touchpoint cannot be given to anybody. Waiting, and
what others do, is left out. A stage without any touchpoint at all is reported once, as a stage.

Source: Nielsen Norman Group, "When and How to Create Customer Journey Maps": touchpoints align with what the customer
does.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        emotion: calm
        steps:
          - {name: Choose a card, touchpoints: Checkout}
          - {name: Confirm}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        emotion: calm
        steps:
          - {name: Choose a card, touchpoints: Checkout}
          - {name: Confirm, touchpoints: Checkout}
          - {name: Wait for the mail, kind: wait}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey, Step
from cjm_cli.model.choices import StepKind

LEVEL = Level.INFO_TO_WARNING
PRESET = Preset.STRICT


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the steps of every stage that has a touchpoint somewhere."""
    for route, stage in journey.all_stages():
        if stage.touchpoints or any(step.touchpoints for step in stage.steps):
            for index, step in enumerate(stage.steps):
                if not step.touchpoints and _meets_us(step, facts):
                    where = (*route, "steps", index, "name")
                    yield Defect(f"{called(step)} has no touchpoint", route=where, help="add touchpoints: […]")


def _meets_us(step: Step, facts: Facts) -> bool:
    return step.kind is not StepKind.WAIT and step.wait is None and facts.is_taken_by_persona(step)
