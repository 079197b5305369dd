"""A pain point that hurts has no answer.

A problem that is found and left alone costs trust twice. Say what could be done under `opportunities` and name the
pain point in `addresses`, or say why nothing will be done: `accepted`. Those with a severity of 1 or 2 may wait.
Where a cell has a single open pain point, an opportunity beside it counts as its answer.

Source: TheyDo's opportunity chain: insights lead to opportunities, opportunities to solutions.

Bad:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {text: The fee comes as a surprise, severity: 4}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        pain_points: {text: The fee comes as a surprise, severity: 4}
        opportunities: Show the total early
"""

from collections.abc import Iterator

from cjm_cli.change import Append, Value
from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._placeholders import STUB
from cjm_cli.lint.rules._words import quoted
from cjm_cli.lint.rules.opportunity._severity import HURTS
from cjm_cli.model import Stage, Step
from cjm_cli.model.experience import PainPoint
from cjm_cli.model.references import item_id

LEVEL = Level.WARNING
FIX = Safety.UNSAFE


def check(cell: Stage | Step, facts: Facts) -> Iterator[Defect]:
    """Looks at the pain points of a cell that nothing in the journey addresses."""
    if not cell.pain_points:
        return
    unanswered = [(index, pain) for index, pain in enumerate(cell.pain_points) if _is_open(pain, facts)]
    loose = next((opportunity.text for opportunity in cell.opportunities if not opportunity.addresses), None)
    if loose and len(unanswered) == 1:
        return
    for index, pain in unanswered:
        yield Defect(
            f"pain point {quoted(pain.text)} has no opportunity",
            route=("pain_points", index, "text"),
            help=_way_out(pain, loose),
            fix=() if loose else (Append(("opportunities",), _stub(pain)),),
        )


def _stub(pain: PainPoint) -> Value:
    return {"text": f"{STUB}: what answers {item_id(pain)}?", "addresses": [item_id(pain)]}


def _is_open(pain: PainPoint, facts: Facts) -> bool:
    hurts = pain.severity is None or pain.severity >= HURTS
    return hurts and pain.accepted is None and item_id(pain) not in facts.addressed


def _way_out(pain: PainPoint, loose: str | None) -> str:
    if loose:
        return f"if {quoted(loose)} answers it, say so: addresses: {item_id(pain)}"
    return f"add an opportunity with addresses: {item_id(pain)}, or say why not: accepted: …"
