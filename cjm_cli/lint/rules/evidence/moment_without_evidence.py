"""A moment is called make-or-break, and nothing shows that it is.

Budgets follow such marks. Name the `evidence` that customers decide here, or the metric in which it can be seen. A map
with a single source rests on that one, a future journey is a plan, and a map that rests on nothing is a matter of
`unlabelled-hypothesis`.

Source: Smaply on evaluating journey maps: is there enough data behind the content, or is it based on assumptions?

Bad:

    title: Buying shoes
    basis: hypothesis
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: calm, moment_of_truth: Some leave here}

Good:

    title: Buying shoes
    basis: hypothesis
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: calm
        moment_of_truth: Some leave here
        metrics: {name: Left at the total, kind: drop-off, value: 37, as_of: 2026-05-31}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey
from cjm_cli.model.choices import State
from cjm_cli.model.claims import rests_on_one_source
from cjm_cli.model.references import Target

LEVEL = Level.WARNING


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the moments of truth of maps that say what they rest on."""
    if journey.state is State.FUTURE or rests_on_one_source(journey) or not _says_what_it_rests_on(journey, facts):
        return
    for cell in facts.stages_and_steps:
        if cell.node.moment_of_truth is None or cell.has_evidence:
            continue
        if not any(near.metrics for near in cell.around):
            yield Defect(
                f"nothing shows that {called(cell.node)} is a moment of truth",
                route=(*cell.route, "moment_of_truth"),
                help="name the evidence, or the metric in which it can be seen",
            )


def _says_what_it_rests_on(journey: Journey, facts: Facts) -> bool:
    return facts.hypothesis or bool(journey.evidence or journey.validated or facts.references.get(Target.EVIDENCE))
