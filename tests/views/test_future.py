"""A future map stands on the map of today: its curve, what was and will be, and in words what changes."""

import pytest

from cjm_cli.page.cell import Form
from cjm_cli.page.page import CurveLane, Footer, Grid, Page, Section

TODAY = """
title: Today
stages:
  - name: Choose
    steps:
      - {name: Look, emotion: 1}
      - {name: Ask, emotion: {score: -2, feeling: angry}}
      - {name: Wait, emotion: -1}
  - name: Pay
    steps: [{id: ask, name: Ask again, emotion: 0}, {name: Sign, emotion: 1}]
  - name: Use
    emotion: 2
  - name: Leave
"""
SOON = """
title: Soon
state: future
based_on: today
stages:
  - name: Choose
    steps:
      - {name: Look, emotion: 1}
      - {name: Try, emotion: 2}
      - {name: Ask, emotion: 1}
  - name: Pay
    steps: [{name: Ask, emotion: -0.5}, {name: Wait, emotion: 0}]
  - name: Use
    emotion: 1
"""


@pytest.fixture
def soon(page_of) -> Page:
    return page_of(SOON, {"today.journey.yaml": TODAY})


def curve(page: Page) -> CurveLane:
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    return next(row for row in grid.rows if isinstance(row, CurveLane))


def section(page: Page) -> dict[str, tuple[str, ...]]:
    found = [block for block in page.blocks if isinstance(block, Section) and block.title == "What changes"]
    return {fact.label: fact.texts for one in found for fact in one.facts}


def test_the_curve_of_today_lies_over_the_steps_of_the_same_ids(soon) -> None:
    (line,) = curve(soon).before
    assert line.name == "today"
    assert [[(point.at, point.score) for point in run] for run in line.runs] == [
        [(0.5, 1)],
        [(2.5, -2), (3.5, 0), (4.5, -1), (5.5, 2)],
    ]


def test_a_step_whose_score_changes_says_what_it_was_and_will_be(soon) -> None:
    told = [[item.text for item in cell if item.form is Form.ASIDE] for cell in curve(soon).cells]
    assert told == [
        [],
        [],
        ["was −2 → will be +1"],
        ["was 0 → will be −0.5"],
        ["was −1 → will be 0"],
        ["was +2 → will be +1"],
    ]


def test_what_changes_is_summed_up_beneath_the_map(soon) -> None:
    assert section(soon) == {
        "Compared with": ("Today",),
        "Better": ("Ask: −2 → +1", "Wait: −1 → 0"),
        "Worse": ("Ask: 0 → −0.5", "Use: +2 → +1"),
        "New": ("Try",),
        "Gone": ("Sign", "Leave"),
    }
    (footer,) = [block for block in soon.blocks if isinstance(block, Footer)]
    assert [entry.text for entry in footer.legend if entry.sign == "before"] == ["How it feels today: Today"]


def test_a_stage_without_steps_is_compared_with_all_that_its_steps_felt(page_of) -> None:
    page = page_of("title: A\nstate: future\nbased_on: today\nstages: [{name: Choose}]", {"today.journey.yaml": TODAY})
    (line,) = curve(page).before
    assert [(round(point.at, 2), point.score) for point in line.points] == [(0.17, 1), (0.5, -2), (0.83, -1)]


def test_scores_are_compared_as_the_project_writes_them(page_of) -> None:
    settings = "scale: {min: 1, max: 5}"
    today, soon = ("title: A\nsteps: [{name: B, emotion: " + str(score) + "}]" for score in (2, 4))
    page = page_of(soon + "\nstate: future\nbased_on: today", {"cjm.yaml": settings, "today.journey.yaml": today})
    assert curve(page).cells[0][-1].text == "was 2 → will be 4"
    assert section(page)["Better"] == ("B: 2 → 4",)


def test_each_persona_has_a_curve_of_today_where_they_feel_differently(page_of) -> None:
    personas = "personas: [{id: rina, name: Rina}, {id: tom, name: Tom}]\n"
    today = f"title: A\n{personas}steps: [{{name: B, emotion: {{by_persona: {{rina: 1, tom: -1}}}}}}]"
    soon = f"title: A\nstate: future\nbased_on: today\n{personas}steps: [{{name: B, emotion: 2}}]"
    lane = curve(page_of(soon, {"today.journey.yaml": today}))
    assert {line.name: line.points[0].score for line in lane.before} == {"Rina, today": 1, "Tom, today": -1}
    assert [line.name for line in lane.series] == [""]


@pytest.mark.parametrize("head", ["state: current\nbased_on: today", "state: future", "state: future\nbased_on: map"])
def test_a_map_that_improves_no_other_is_compared_with_none(page_of, head) -> None:
    page = page_of(f"title: A\n{head}\nsteps: [{{name: B, emotion: 1}}]", {"today.journey.yaml": TODAY})
    assert curve(page).before == ()
    assert section(page) == {}
