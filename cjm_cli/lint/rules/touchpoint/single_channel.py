"""The whole journey stays in one channel.

Few people stay on a web site from the first idea to the last question: they ask friends, visit a shop, call. A map in
one channel is often the map of a system rather than of a person. If it is meant so, set `level: 3` or switch the rule
off.

Source: Heart of the Customer, "Customer Journey Maps: the Top 10 Requirements": touchpoints beyond your own belong
in.

Bad:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: Home page, channels: web, emotion: curious}
      - {name: Choosing, touchpoints: Size guide, channels: web, emotion: unsure}
      - {name: Payment, touchpoints: Checkout, channels: web, emotion: calm}

Good:

    title: Buying shoes
    stages:
      - {name: Awareness, touchpoints: A friend, channels: face to face, emotion: curious}
      - {name: Choosing, touchpoints: Size guide, channels: web, emotion: unsure}
      - {name: Payment, touchpoints: Checkout, channels: web, emotion: calm}
"""

from collections.abc import Iterator
from itertools import chain

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level, Preset
from cjm_cli.lint.rules._words import quoted
from cjm_cli.model import Journey, Stage, Step
from cjm_cli.source.slug import slug

LEVEL = Level.INFO
PRESET = Preset.STRICT
ONE_INTERACTION = 3
ENOUGH = 3
"""Columns with a channel, before one channel is remarkable."""


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Looks at the columns of the map that say their channel."""
    used = [names for _, cell in facts.cells if (names := _channels(cell, facts))]
    # The same few channels in every column: each is spelt out once.
    different = {slug(name): name for name in dict.fromkeys(chain.from_iterable(used))}
    if len(used) >= ENOUGH and len(different) == 1 and journey.level != ONE_INTERACTION:
        name = next(iter(different.values()))
        yield Defect(f"the whole journey stays in one channel, {quoted(name)}", route=("title",))


def _channels(cell: Stage | Step, facts: Facts) -> list[str]:
    catalogue = facts.catalogue
    meant = [*cell.channels, *(catalogue.touchpoint_channel(touchpoint) for touchpoint in cell.touchpoints)]
    return [catalogue.channel_name(channel) for channel in meant if channel]
