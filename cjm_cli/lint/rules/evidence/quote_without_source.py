"""A customer is quoted, and nobody can tell where it was said.

A quote is the most convincing thing on a map, and the easiest to make up. Write the `source`, without a name, or the
id of the `evidence` that it comes from; the evidence of the cell, or the only source of the map, will do. What a
customer might say belongs under `thoughts`.

Source: Smaply on evaluating journey maps: is there enough data behind the content, or is it based on assumptions?

Bad:

    title: Buying shoes
    stages:
      - {name: Payment, touchpoints: Checkout, emotion: annoyed, quotes: They waited until I was done}

Good:

    title: Buying shoes
    stages:
      - name: Payment
        touchpoints: Checkout
        emotion: annoyed
        quotes: {text: They waited until I was done, source: "Customer, interview 7"}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey
from cjm_cli.model.claims import rests_on_one_source

LEVEL = Level.WARNING


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the quotes of cells that name no evidence."""
    if rests_on_one_source(journey):
        return
    for cell in facts.stages_and_steps:
        if cell.node.quotes and not any(near.evidence for near in cell.around):
            for index, quote in enumerate(cell.node.quotes):
                if not (quote.source or quote.evidence):
                    message = f"the quote {quoted(quote.text)} has no source"
                    where = (*cell.route, "quotes", index, "text")
                    yield Defect(message, route=where, help='say where it was said: source: "Customer, interview 7"')
