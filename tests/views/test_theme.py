"""The look that a project chooses is that of all its maps, in every format; a journey may choose other lanes."""

import re

import pytest

from cjm_cli.formats import html, md, svg
from cjm_cli.page.page import Grid, Section
from cjm_cli.page.theme import DEFAULT

JOURNEY = """\
title: Buying
stages:
  - {name: A, actions: Looks, thoughts: Hm, pain_points: Fees, notes: Ask again, emotion: 1, x-risk: Low}
"""
COLOURS = "theme: {colours: {accent: '#b3123f', stage: {light: '#3a0b2e', dark: '#5c1149'}, pain: '#b3123f'}}\n"


def _lanes(page) -> list[str]:
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    return [row.title for row in grid.rows]


@pytest.mark.parametrize(
    ("project", "journey", "lanes"),
    [
        ("", "", ["Doing", "Thinking", "Feeling", "Pain points"]),
        ("[emotion, actions]", "", ["Feeling", "Doing"]),
        ("[{key: emotion, title: Mood}, x-risk, notes]", "", ["Mood", "Risk", "Notes"]),
        ("[{key: thoughts, hidden: true}]", "", ["Doing", "Feeling", "Pain points"]),
        ("[emotion, actions]", "[pain_points]", ["Pain points"]),
        ("[emotion, actions]", "[{key: actions, hidden: true}]", ["Feeling"]),
        ("[{key: thoughts, hidden: true}]", "[{key: actions, hidden: true}]", ["Feeling", "Pain points"]),
    ],
)
def test_a_journey_chooses_its_lanes_and_else_its_project_does(page_of, project, journey, lanes) -> None:
    settings = f"theme: {{lanes: {project}}}\n" if project else ""
    page = page_of(f"{JOURNEY}{f'lanes: {journey}' if journey else ''}", {"cjm.yaml": settings})
    assert _lanes(page) == lanes


def test_lanes_hold_in_every_format(page_of) -> None:
    page = page_of(JOURNEY, {"cjm.yaml": "theme: {lanes: [{key: thoughts, title: In mind}, actions]}"})
    for written in (html.encode(page).decode(), svg.encode(page).decode(), md.encode(page).decode()):
        assert written.index("In mind") < written.index("Doing")
        assert "Fees" not in written


def test_what_a_lane_shows_is_not_told_again_beneath_the_map(page_of) -> None:
    told = [
        fact.texts
        for lanes in ("[actions, notes]", "[actions]")
        for block in page_of(JOURNEY, {"cjm.yaml": f"theme: {{lanes: {lanes}}}"}).blocks
        if isinstance(block, Section)
        for fact in block.facts
    ]
    assert told == [("Ask again",)]


def test_without_a_theme_nothing_differs(page_of) -> None:
    assert page_of(JOURNEY).theme == page_of(JOURNEY, {"cjm.yaml": "theme: {lanes: [actions]}"}).theme == DEFAULT


def test_html_and_svg_wear_the_colours_in_the_light_and_in_the_dark(page_of) -> None:
    page = page_of(JOURNEY, {"cjm.yaml": COLOURS})
    styles = re.findall(r"<style[^>]*>(.*?)</style>", html.encode(page).decode(), re.DOTALL)
    for style, shades in zip(styles, (("#b3123f", "#3a0b2e"), ("#ec4271", "#5c1149")), strict=True):
        assert re.findall(r"--(?:accent|stage):(#\w+);", style) == [shades[1], shades[0]]
    drawing = svg.encode(page).decode()
    assert 'class="f-stage" fill="#3a0b2e"' in drawing
    assert ".f-stage{fill:#5c1149}" in drawing


def test_the_colours_of_one_project_are_not_those_of_another(page_of) -> None:
    before = svg.encode(page_of(JOURNEY))
    assert svg.encode(page_of(JOURNEY, {"cjm.yaml": COLOURS})) != before
    assert svg.encode(page_of(JOURNEY)) == before
