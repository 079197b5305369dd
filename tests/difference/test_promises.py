"""A journey as it shall be beside the one of today."""

import pytest

from cjm_cli.difference.promises import Fate, promises
from cjm_cli.model.catalogue import Catalogue

SETTINGS = """\
teams: [{id: web-team, name: Web team}]
metrics: [{id: drop-off, name: Drop-off in the checkout}]
"""
TODAY = """\
title: Buying shoes
stages:
  - name: Look
    steps:
      - {name: Compares, emotion: 0, pain_points: {id: no-chart, text: No chart, severity: 4}}
      - {name: Asks a friend, emotion: 1, pain_points: Nobody answers}
  - name: Pay
    steps:
      - name: Types
        emotion: -1
        pain_points: [{id: fields, text: Twelve fields}, {id: late, text: Late at night, accepted: So is life}]
      - name: Sees the total
        emotion: -2
        pain_points: [{id: fees, text: Hidden fees, severity: 5}, {id: small, text: Small print}]
        opportunities: {id: one-price, text: One price, status: idea}
"""
TOMORROW = """\
title: Buying shoes in spring
state: future
based_on: buying
stages:
  - name: Look
    opportunities: {id: chart, text: A chart, addresses: no-chart, metric: drop-off}
    steps:
      - {name: Compares, emotion: 1.5}
  - name: Pay
    steps:
      - {name: Types, emotion: 0.5, pain_points: A new pain}
      - name: Sees the total
        emotion: 1
        pain_points: [{id: small, text: Small print}]
        opportunities:
          id: one-price
          text: One price everywhere
          addresses: fees
          owner: web-team
          status: planned
          metric: drop-off
          due: 2027-03
        metrics: {id: drop-off, target: 25, unit: "%"}
"""


@pytest.fixture
def told(side):
    version = side("a", {"cjm.yaml": SETTINGS, "buying.journey.yaml": TODAY, "next.journey.yaml": TOMORROW})
    today, _, tomorrow = version.loaded
    return promises(today.model, tomorrow.model, Catalogue.of(version.project))


def test_each_gap_has_what_shall_close_it(told) -> None:
    found = {gap.felt.name: (gap.rise, [promise.text for promise in gap.promises]) for gap in told.gaps}
    assert found == {
        "Compares": (1.5, ["A chart"]),
        "Asks a friend": (None, []),
        "Types": (1.5, []),
        "Sees the total": (3.0, ["One price everywhere"]),
    }


def test_a_promise_says_who_delivers_it_and_how_it_will_show(told) -> None:
    [promise] = told.gaps[-1].promises
    assert (promise.owner, promise.metric, promise.target, promise.due, promise.status) == (
        "Web team",
        "Drop-off in the checkout",
        "25 %",
        "2027-03",
        "planned",
    )
    assert promise.missing == ()
    assert [(one.text, one.missing) for one in told.unowned] == [("A chart", ("owner",))]


def test_what_becomes_of_each_pain_point_of_today(told) -> None:
    assert {pain.text: pain.fate for pain in told.pains} == {
        "No chart": Fate.ANSWERED,
        "Nobody answers": Fate.GONE,
        "Twelve fields": Fate.DROPPED,
        "Late at night": Fate.ACCEPTED,
        "Hidden fees": Fate.ANSWERED,
        "Small print": Fate.KEPT,
    }
    assert told.new_pains == ("A new pain",)


def test_what_is_promised_and_not_explained(told) -> None:
    assert [getattr(one, "text", None) or one.felt.name for one in told.unexplained] == ["Types", "Twelve fields"]


def test_a_rejected_opportunity_explains_nothing(side) -> None:
    after = TOMORROW.replace("status: planned", "status: rejected")
    before = TODAY.replace("status: idea", "status: rejected")
    version = side("a", {"buying.journey.yaml": before, "next.journey.yaml": after})
    told = promises(version.loaded[0].model, version.loaded[1].model, Catalogue.of(version.project))
    assert not told.gaps[-1].is_explained
