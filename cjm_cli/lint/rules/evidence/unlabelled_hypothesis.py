"""The map rests on nothing and does not say so.

A map of assumptions is a fine beginning, as long as readers can see that it is one. Write `basis: hypothesis`: the
drawn map then says so. Or list the interviews, surveys and figures that it rests on under `evidence`. A future
journey is a plan by its nature and is not looked at.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": do research, do not rely on insiders.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    title: Buying shoes
    basis: hypothesis
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.change import Change, Insert, Replace
from cjm_cli.finding import Safety
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.model import Journey
from cjm_cli.model.choices import Basis, State
from cjm_cli.model.references import Target

LEVEL = Level.WARNING_TO_ERROR
FIX = Safety.SAFE


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks for evidence anywhere in the journey."""
    if facts.hypothesis or journey.state is State.FUTURE or _has_evidence(journey, facts):
        return
    claims_research = journey.basis is Basis.RESEARCH
    yield Defect(
        "the map claims research, but names no evidence" if claims_research else "nothing says what the map rests on",
        route=("basis",) if claims_research else ("title",),
        help="add basis: hypothesis, or list your sources under evidence",
        fix=(_label(journey),),
    )


def _label(journey: Journey) -> Change:
    new = Basis.HYPOTHESIS.value
    return Replace(("basis",), journey.basis.value, new) if journey.basis else Insert((), "basis", new)


def _has_evidence(journey: Journey, facts: Facts) -> bool:
    return bool(journey.evidence or journey.validated or facts.references.get(Target.EVIDENCE))
