"""A step shall feel much better than today, and nothing says why.

A curve is raised with a stroke of the pen; customers notice only what is done. Where a feeling rises by 1 or more over
the same stage or step of the journey it is `based_on`, add the opportunity that brings it about: in the cell or its
stage, today or in future, or anywhere with `addresses` naming a pain point of today's cell. Rejected ones do not count.

Source: TheyDo's opportunity chain: insights lead to opportunities, opportunities to solutions.

Bad:

    # file: buying.journey.yaml
    title: Buying shoes
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: -1, pain_points: The fee comes as a surprise}
    # file: buying-future.journey.yaml
    title: Buying shoes, as it shall be
    state: future
    based_on: buying
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: 1}

Good:

    # file: buying.journey.yaml
    title: Buying shoes
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: -1, pain_points: The fee comes as a surprise}
    # file: buying-future.journey.yaml
    title: Buying shoes, as it shall be
    state: future
    based_on: buying
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: 1, opportunities: Show the total early}
"""

from collections.abc import Collection, Iterator

from cjm_cli.lint.rule import Defect, Level, Place
from cjm_cli.lint.rules._words import called
from cjm_cli.lint.rules.future._plans import plans
from cjm_cli.model.claims import Cell
from cjm_cli.model.references import item_id
from cjm_cli.model.scores import MUCH
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING


def check(workspace: Workspace) -> Iterator[Defect]:
    """Compares the own emotions of stages and steps with the same id."""
    scorer = workspace.catalogue.scorer
    for plan in plans(workspace):
        addressed = plan.addressed
        for key, after in plan.tomorrow.items():
            before = plan.today.get(key)
            if before is None or _is_explained(before, after, addressed):
                continue
            was, score = scorer.mean(before.node.emotion), scorer.mean(after.node.emotion)
            if was is not None and score is not None and score - was >= MUCH:
                yield Defect(
                    f"{called(after.node)} shall feel much better than today, and nothing says why",
                    route=(*after.route, "emotion"),
                    label=f"{scorer.written(score):g}, today {scorer.written(was):g}",
                    help="add the opportunity that brings it about, here or with addresses: …",
                    related=(Place((*before.route, "emotion"), "what it feels like today", plan.today_source),),
                    file=plan.source,
                )


def _is_explained(before: Cell, after: Cell, addressed: Collection[str]) -> bool:
    answered = any(item_id(pain) in addressed for pain in before.node.pain_points)
    return answered or bool(before.opportunities or after.opportunities)
