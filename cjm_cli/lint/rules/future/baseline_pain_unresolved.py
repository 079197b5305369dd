"""A grave pain point of today is still there in the future journey.

Whoever reads the plan expects that what hurts most is gone. Answer it with an opportunity that names it in `addresses`,
in either journey; or say why it stays: `accepted`. Where the step is gone, its pain is gone with it; an opportunity
beside a cell's only pain point counts as its answer, a rejected one never does.

Source: TheyDo's opportunity chain: insights lead to opportunities, opportunities to solutions.

Bad:

    # file: buying.journey.yaml
    title: Buying shoes
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: -1, pain_points: {id: late-fee, text: A fee at the end, severity: 5}}
    # file: buying-future.journey.yaml
    title: Buying shoes, as it shall be
    state: future
    based_on: buying
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: -0.5}

Good:

    # file: buying.journey.yaml
    title: Buying shoes
    steps:
      - {name: Pay, touchpoints: Checkout, emotion: -1, pain_points: {id: late-fee, text: A fee at the end, severity: 5}}
    # file: buying-future.journey.yaml
    title: Buying shoes, as it shall be
    state: future
    based_on: buying
    steps:
      - {name: Look, touchpoints: Ad, emotion: 1, opportunities: {text: One price everywhere, addresses: late-fee}}
      - {name: Pay, touchpoints: Checkout, emotion: 1}
"""

from collections.abc import Iterator

from cjm_cli.lint.rule import Defect, Level, Place
from cjm_cli.lint.rules._words import called, quoted
from cjm_cli.lint.rules.future._plans import plans
from cjm_cli.model.claims import Cell
from cjm_cli.model.references import item_id
from cjm_cli.workspace.workspace import Workspace

LEVEL = Level.WARNING
GRAVE = 4


def check(workspace: Workspace) -> Iterator[Defect]:
    """Looks at today's grave pain points in stages and steps that the future journey still has."""
    for plan in plans(workspace):
        settled = plan.addressed | plan.accepted
        for key, before in plan.today.items():
            after = plan.tomorrow.get(key)
            if after is None or _is_answered_beside(before, after):
                continue
            for index, pain in enumerate(before.node.pain_points):
                if (pain.severity or 0) >= GRAVE and item_id(pain) not in settled:
                    where = (*before.route, "pain_points", index, "text")
                    yield Defect(
                        f"{called(after.node)} leaves today's pain point {quoted(pain.text)} as it is",
                        route=(*after.route, "name"),
                        help=f"answer it with addresses: {item_id(pain)}, or say why it stays: accepted: …",
                        related=(Place(where, f"severity {pain.severity}", plan.today_source),),
                        file=plan.source,
                    )


def _is_answered_beside(before: Cell, after: Cell) -> bool:
    """Whether the cell has a single pain point, and an opportunity that names none."""
    loose = [chance for chance in (*before.opportunities, *after.opportunities) if not chance.addresses]
    return len(before.node.pain_points) == 1 and bool(loose)
