"""The map's last review is longer ago than its own `review_every` allows.

Journeys change faster than maps: a shop moves a button, a competitor drops a fee. `review_every` is a promise to look
again in time, and this is the day on which it is not kept. Look at the map with those who know, correct it, and write
the day into `reviewed`. Of a month alone the last day counts, and an archived map is reviewed no more. "Today" is the
day given by `--today`, so that a run can be repeated later.

Source: cjm's format: `reviewed` says when somebody last checked the map, `review_every` how long that holds.

Bad:

    # Today is 2026-06-01.
    title: Buying shoes
    reviewed: 2025-05-12
    review_every: 12 months
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}

Good:

    # Today is 2026-06-01.
    title: Buying shoes
    reviewed: 2026-05-12
    review_every: 12 months
    stages:
      - {name: Awareness, touchpoints: Instagram ad, emotion: curious}
"""

from collections.abc import Iterator

from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Defect, Level
from cjm_cli.lint.rules._dates import last_day, later
from cjm_cli.model import Journey
from cjm_cli.model.choices import Status

LEVEL = Level.WARNING


def check(journey: Journey, facts: Facts) -> Iterator[Defect]:
    """Compares the day until which the review holds with today."""
    if journey.reviewed is None or journey.review_every is None or facts.today is None:
        return
    due = later(last_day(journey.reviewed), journey.review_every)
    if due < facts.today and journey.status is not Status.ARCHIVED:
        help_ = f"look at the map again, and write the day: reviewed: {facts.today}"
        yield Defect(f"the review of {journey.reviewed} held until {due}", route=("reviewed",), help=help_)
