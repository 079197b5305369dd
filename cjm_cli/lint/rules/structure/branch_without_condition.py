"""A path divides, and nobody can tell who goes where.

Of several ways on, one at most may be without `when`: the one for all others. Where the ways have a `share`, the
shares add up to 100 %, give or take one for rounding.

Source: BPMN 2.0: the flows out of an exclusive gateway have conditions, one may be the default.

Bad:

    title: Buying shoes
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: calm, next: [get-ticket, call]}
      - {name: Get ticket, touchpoints: E-mail, emotion: happy}
      - {name: Call, touchpoints: Hotline, emotion: annoyed}

Good:

    title: Buying shoes
    steps:
      - name: Pay
        touchpoints: Checkout
        emotion: calm
        next: [{to: get-ticket, share: 90%}, {to: call, when: The card is rejected, share: 10%}]
      - {name: Get ticket, touchpoints: E-mail, emotion: happy}
      - {name: Call, touchpoints: Hotline, emotion: annoyed}
"""

from collections.abc import Iterator, Sequence

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Step
from cjm_cli.model.stage import Next

LEVEL = Level.WARNING
ALL = 100
ROUNDING = 1


def check(step: Step) -> Iterator[Defect]:
    """Looks at steps with several ways on."""
    if len(step.next) < 2:
        return
    bare = [index for index, way in enumerate(step.next) if way.when is None]
    if len(bare) > 1:
        message = f"{called(step)} has {len(bare)} ways on that do not say when"
        yield Defect(message, route=("next", bare[0]), help="say when: {to: …, when: The card is rejected}")
    total = _wrong_total(step.next)
    if total is not None:
        message = f"the ways on from {called(step)} add up to {total:g} %"
        yield Defect(message, route=("next",), key=True, help="their shares should add up to 100 %")


def _wrong_total(ways: Sequence[Next]) -> float | None:
    """The sum of the shares, when it cannot be right; where some ways have none, they take the rest."""
    shares = [way.share for way in ways if way.share is not None]
    total = sum(shares)
    too_little = len(shares) == len(ways) and total < ALL - ROUNDING
    return total if shares and (too_little or total > ALL + ROUNDING) else None
