"""No path leads to a step.

A step goes on to those under its `next`, or without them to the step below. When every step above leads elsewhere, the
customer never gets here: a way to it was forgotten, or the step is a leftover. The first step is where it begins, and
ways that lead back are fine.

Source: cjm's format: without `next`, a step goes on to the step below.

Bad:

    title: Buying shoes
    steps:
      - {name: Choose a card, touchpoints: Checkout, emotion: calm, next: confirm}
      - {name: Enter a voucher, touchpoints: Checkout, emotion: curious}
      - {name: Confirm, touchpoints: Checkout, emotion: calm}

Good:

    title: Buying shoes
    steps:
      - name: Choose a card
        touchpoints: Checkout
        emotion: calm
        next: [{to: enter-a-voucher, when: She has one}, {to: confirm, when: She has none}]
      - {name: Enter a voucher, touchpoints: Checkout, emotion: curious}
      - {name: Confirm, touchpoints: Checkout, emotion: calm}
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._words import called
from cjm_cli.model import Journey, Step
from cjm_cli.model.references import item_id

LEVEL = Level.ERROR
Ways = Sequence[Iterable[int]]
"""Where each step goes on, by its position."""


def check(journey: Journey) -> Iterator[Defect]:
    """Follows every way from the first step; of a lost path only its first step is reported."""
    steps = list(journey.all_steps())
    ways = _ways([step for _, step in steps])
    reached: set[int] = set()
    _follow(0, ways, reached)
    for index, (route, step) in enumerate(steps):
        if index not in reached:
            _follow(index, ways, reached)
            message = f"no path leads to {called(step)}"
            yield Defect(message, route=(*route, "name"), help=f"add next: {item_id(step)} where it is reached from")


def _ways(steps: Sequence[Step]) -> Ways:
    """A way to an id that is not there is another rule's matter, and may lead anywhere."""
    at: dict[str, list[int]] = defaultdict(list)
    for index, step in enumerate(steps):
        at[item_id(step)].append(index)
    anywhere = range(len(steps))
    return [
        [there for way in step.next for there in at.get(way.to, anywhere)] if step.next else [index + 1]
        for index, step in enumerate(steps)
    ]


def _follow(start: int, ways: Ways, reached: set[int]) -> None:
    ahead = [start]
    while ahead:
        here = ahead.pop()
        if here < len(ways) and here not in reached:
            reached.add(here)
            ahead += ways[here]
