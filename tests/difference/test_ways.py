"""Two personas' ways through the same stages."""

import pytest

from cjm_cli.difference.difference import Kind
from cjm_cli.difference.ways import Contrast, ways
from cjm_cli.model.catalogue import Catalogue

SETTINGS = "channels: [{id: web, name: Web shop}]\ntouchpoints: [{id: guide, name: Size guide}]\n"
RINA = """\
title: Rina buys
persona: {name: Rina}
stages:
  - name: Look
    steps:
      - {name: Taps an ad, emotion: 1, channels: web}
      - {name: Compares, emotion: -1, touchpoints: guide, pain_points: [No chart, Too many]}
  - {name: Ask, emotion: 0}
  - {name: Pay, emotion: -2}
"""
TOM = """\
title: Tom buys
persona: {name: Tom}
stages:
  - name: Look
    steps:
      - {name: Compares, emotion: 1, touchpoints: [guide, Reviews], pain_points: [No chart]}
      - {name: Tries on, emotion: 2}
  - {name: Pay, emotion: 0}
  - {name: Return, emotion: -1}
"""


@pytest.fixture
def told(side):
    version = side("a", {"rina.journey.yaml": RINA, "tom.journey.yaml": TOM, "cjm.yaml": SETTINGS})
    _, rina, tom = version.loaded
    return ways(rina.model, tom.model, Catalogue.of(version.project))


def test_stages_stand_beside_each_other(told) -> None:
    assert [(way.felt.name, way.felt.before_text, way.felt.after_text, way.felt.kind) for way in told.stages] == [
        ("Look", "0", "+1.5", None),
        ("Ask", "0", "", Kind.REMOVED),
        ("Pay", "−2", "0", None),
        ("Return", "", "−1", Kind.ADDED),
    ]


def test_steps_stand_in_their_stage(told) -> None:
    assert [(step.felt.name, step.felt.kind) for step in told.stages[0].steps] == [
        ("Taps an ad", Kind.REMOVED),
        ("Compares", None),
        ("Tries on", Kind.ADDED),
    ]


def test_each_lane_tells_what_they_share(told) -> None:
    assert told.stages[0].steps[1].contrasts == (
        Contrast("touchpoints", both=("Size guide",), right=("Reviews",)),
        Contrast("pain_points", both=("No chart",), left=("Too many",)),
    )
    assert told.stages[0].contrasts[1] == Contrast("channels", left=("Web shop",))


def test_bare_steps_need_no_stages(side) -> None:
    text = "title: A\nsteps: [{name: B, emotion: 1}, {name: C}]\n"
    version = side("a", {"a.journey.yaml": text, "b.journey.yaml": text.replace("C", "D")})
    told = ways(version.loaded[0].model, version.loaded[1].model, Catalogue.of(version.project))
    assert [(way.felt.name, way.felt.kind) for way in told.stages] == [
        ("B", None),
        ("C", Kind.REMOVED),
        ("D", Kind.ADDED),
    ]
