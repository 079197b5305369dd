"""A small project with all that is counted."""

from pathlib import Path

import pytest

SETTINGS = "name: Shoe shop\nextends: minimal\nrules: {stage-without-touchpoint: warning}\n"
BUYING = """\
title: Buying shoes
persona: {name: Rina}
summary: Rina buys shoes.
state: current
status: published
basis: research
scenario: Her shoes are worn out.
goal: Run again
trigger: Her knee aches
outcome: She runs
owner: Web team
reviewed: 2026-05-12
review_every: 6 months
evidence:
  - {id: interviews, title: Interviews, type: interview}
stages:
  - name: Choosing
    goal: The right size
    touchpoints: Shop
    steps:
      - name: Finds her size
        emotion: {score: -1, evidence: x}
        evidence: [interviews]
        pain_points:
          - {id: no-chart, text: No chart, severity: 4}
          - {id: slow, text: Slow pages, severity: 2, accepted: The shop is being rebuilt}
        opportunities:
          - {text: Measure every shoe, addresses: [no-chart], owner: Web team, status: planned}
      - {name: Puts them in the cart, emotion: 1}
  - name: Paying
    goal: The price that she saw
    touchpoints: Shop
    emotion: -2
    pain_points:
      - {id: fee, text: A late fee, severity: 5}
      - {id: form, text: A long form, severity: 3}
      - Somebody coughs
    opportunities:
      - {text: Show the fee first, addresses: [fee], owner: Web team, status: done}
      - {text: Shorten the form, addresses: [form], status: rejected}
      - Sell socks as well
""".replace("{score: -1, evidence: x}", "-1")
WEAK = "title: 返品の流れ\nstages:\n  - {name: Sending, touchpoints: Parcel, emotion: curious}\n  - {name: Waiting}\n"


@pytest.fixture
def shop(write) -> Path:
    """Two journeys: one that is nearly all that it can be, one that is hardly begun."""
    files = {"cjm.yaml": SETTINGS, "journeys/buying.journey.yaml": BUYING, "journeys/returning.journey.yaml": WEAK}
    return Path(write(files))
