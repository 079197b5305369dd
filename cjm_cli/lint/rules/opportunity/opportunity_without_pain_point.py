"""An opportunity answers no pain point.

It may be a fine idea, or a solution in search of a problem; readers cannot tell. Name the pain points under
`addresses`. Beside a cell's only pain point, or beside gains to build upon, it is understood; what is rejected needs
nothing.

Source: TheyDo's opportunity chain: insights lead to opportunities, opportunities to solutions.

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, opportunities: {text: Show the total early, owner: Tom}}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: [{id: late-fee, text: The fee comes as a surprise}, Twelve fields to fill in]
        opportunities: {text: Show the total early, owner: Tom, addresses: late-fee}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import OpportunityStatus

LEVEL = Level.INFO
PRESET = Preset.STRICT


def check(cell: Stage | Step) -> Iterator[Defect]:
    """Looks at the opportunities of a cell."""
    if len(cell.pain_points) == 1 or cell.gains:
        return
    for index, opportunity in enumerate(cell.opportunities):
        if not opportunity.addresses and opportunity.status is not OpportunityStatus.REJECTED:
            message = f"opportunity {quoted(opportunity.text)} addresses no pain point"
            yield Defect(message, route=("opportunities", index, "text"), help="say which one: addresses: late-fee")
