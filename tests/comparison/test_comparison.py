"""What is said of two journeys, in every format."""

import json
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cjm_cli import plugins, reviews
from cjm_cli.colour import plain
from cjm_cli.comparison.comparison import Comparison, Remark, Row, Table
from cjm_cli.difference.difference import Felt
from cjm_cli.difference.promises import Promises
from cjm_cli.finding import Location
from cjm_cli.page.cell import Fate, Item
from cjm_cli.page.page import CurveLane, Divider, Grid
from cjm_cli.reviews import github, markdown
from cjm_cli.reviews._beside import whole
from cjm_cli.span import Span
from cjm_cli.terminal import cells, escape

from ..browser import texts  # noqa: TID252 (what every format is tried on)
from .conftest import PLAN, made, of_files

NAMES = plugins.names(reviews)


def told(name: str, comparison: Comparison) -> str:
    return plain(plugins.load(reviews, name).compare(comparison))


@pytest.mark.parametrize("kind", ["plan", "ways"])
@pytest.mark.parametrize("name", NAMES)
def test_a_comparison_looks_as_agreed(golden, request, kind, name) -> None:
    ending = "html" if name == "html" else "txt"
    golden(f"{kind}-{name}.{ending}", told(name, request.getfixturevalue(kind)))


@pytest.mark.parametrize("kind", ["plan", "ways"])
def test_text_fits_a_terminal_of_80_columns(request, kind) -> None:
    assert max(map(cells, told("text", request.getfixturevalue(kind)).splitlines())) <= 80


def test_today_comes_first_whatever_the_order(plan) -> None:
    assert of_files((PLAN[1], PLAN[0])).titles == plan.titles == ("Buying shoes", "Buying shoes in spring")


TODAY, LATER = b"title: A\nstages: [{name: S, emotion: -1}]\n", b"title: B\nstages: [{name: S, emotion: 1}]\n"


@pytest.mark.parametrize(
    ("one", "other", "is_plan", "titles"),
    [
        (LATER, TODAY, False, ("B", "A")),
        (LATER + b"state: future\n", TODAY, True, ("A", "B")),
        (TODAY, LATER + b"based_on: rina-buys\n", True, ("A", "B")),
        (TODAY + b"based_on: tom-buys\n", LATER, True, ("B", "A")),
        (TODAY + b"state: future\n", LATER + b"state: future\n", False, ("A", "B")),
        (TODAY + b"state: future\n", LATER + b"state: future\nbased_on: rina-buys\n", True, ("A", "B")),
    ],
)
def test_what_they_say_of_each_other_tells_what_is_compared(one, other, is_plan, titles) -> None:
    found = made(one, other)
    assert (found.is_plan, found.titles) == (is_plan, titles)


def test_remarks_lead_to_the_lines_that_they_are_about(plan) -> None:
    places = [(one.location.path.split(".")[0], one.location.span.line) for one in plan.remarks]
    assert places == [("buying-in-spring", 11), ("buying", 11), ("buying-in-spring", 6)]
    assert [one.is_unexplained for one in plan.remarks] == [True, True, False]


def test_ways_are_called_by_their_personas_else_by_title_else_by_id() -> None:
    rina, tom = b"persona: {name: Rina}\n", b"persona: {name: Tom}\n"
    assert made(TODAY + rina, LATER + tom).names == ("Rina", "Tom")
    assert made(TODAY + rina, LATER + rina).names == ("A", "B")
    assert made(TODAY, TODAY).names == ("rina-buys", "tom-buys")


@pytest.mark.parametrize("kind", ["plan", "ways"])
@pytest.mark.parametrize("name", [name for name in NAMES if name != "json"])
def test_nobody_is_said_to_come_before_anybody(request, kind, name) -> None:
    words = told(name, request.getfixturevalue(kind)).split("<body>")[-1].casefold()
    assert "removed:" not in words
    assert "before</" not in words
    assert ">before" not in words
    assert "was:" not in words


# The map


def items(grid: Grid) -> list[Item]:
    rows = (row for row in grid.rows if not isinstance(row, Divider))
    return [item for row in rows for cell in (*row.stage_cells, *row.cells) for item in cell]


def test_the_map_says_whose_each_thing_is(ways) -> None:
    grid = whole(ways)
    assert grid
    heads = {column.title: column.mark.note for column in grid.columns if column.mark and column.title}
    assert heads == {"Taps an ad": "Rina only", "Tries on": "Tom only"}
    words = {item.text: item.mark.said.word for item in items(grid) if item.mark}
    assert (words["Too many"], words["Reviews"]) == ("Rina only", "Tom only")
    (curve,) = (row for row in grid.rows if isinstance(row, CurveLane))
    assert ([one.name for one in curve.before], [one.name for one in curve.series]) == (["Rina"], ["Tom"])


def test_steps_that_are_the_same_share_a_column(plan) -> None:
    grid = whole(plan)
    assert grid
    marks = {column.title: column.mark and column.mark.fate for column in grid.columns}
    assert marks == {"Compares": None, "Asks a friend": Fate.REMOVED, "Types": None, "Sees the total": None}


# Whatever the texts are

HOSTILE = (*texts.NASTY, "%0A::error::x\n::warning file=a,line=1::y", "{{ 7 * 7 }} {% for %}")


def hostile(text: str, *, is_plan: bool) -> Comparison:
    """Two journeys with this text wherever there may be one."""
    said = json.dumps(text)
    journey = f"""\
title: {said}
persona: {{name: {said}}}
stages:
  - name: {said}
    steps:
      - {{id: a, name: {said}, emotion: SCORE, touchpoints: {said}, pain_points: PAIN}}
      - id: b
        name: {said}
        emotion: -1
        opportunities: {{text: {said}, addresses: p, owner: {said}, ticket: {said}, metric: {said}}}
"""
    today = journey.replace("SCORE", "-2").replace("PAIN", f"[{{id: p, text: {said}}}, {{id: q, text: {said}}}]")
    later = journey.replace("SCORE", "1").replace("PAIN", "[]")
    return made(today.encode(), later.encode() + (b"state: future\n" if is_plan else b""))


@pytest.mark.parametrize("is_plan", [True, False])
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:24]))
def test_nothing_that_a_text_holds_is_obeyed(text, is_plan) -> None:
    comparison, harmless = hostile(text, is_plan=is_plan), hostile("words", is_plan=is_plan)
    for name in ("text", "json", "github", "markdown"):
        found = told(name, comparison)
        assert escape(found.replace("\n", "")) == found.replace("\n", "")
    assert max(map(cells, told("text", comparison).splitlines())) <= 80
    heads = [[line.split(" ")[0] for line in github.compare(one).splitlines()] for one in (comparison, harmless)]
    assert heads[0] == heads[1]
    kinds = [
        [token.type for token in MarkdownIt("commonmark").enable("table").parse(markdown.compare(one))]
        for one in (comparison, harmless)
    ]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("name", ["text", "json", "github", "markdown"])
def test_nothing_that_a_terminal_obeys_gets_through(plan, name) -> None:
    bad = "\x1b[31m\u202ebad\x85" * 20
    made_of_it = replace(
        plan,
        told=Promises(bad, bad),
        names=(bad, bad),
        sentence=bad,
        curve=(Felt(bad, bad, bad, -1, 1, bad, f"{bad}!"), Felt(bad, bad, bad, 0, 1, bad, f"{bad}!")),
        tables=tuple(
            Table("Ours", (bad,) * 4, (Row(bad, bad, (((bad,), (bad, bad)),)),), is_labelled=flag)
            for flag in (True, False)
        ),
        remarks=tuple(Remark(bad, Location(bad, Span(1, 1, 1, 2)), is_unexplained=flag) for flag in (True, False)),
    )
    found = told(name, made_of_it)
    assert escape(found.replace("\n", "")) == found.replace("\n", "")
    assert name != "text" or max(map(cells, found.splitlines())) <= 80


def test_json_says_what_is_wanting(plan, ways) -> None:
    document = json.loads(told("json", plan))
    assert (document["kind"], len(document["unexplained"]), len(document["unowned"])) == ("plan", 2, 1)
    assert document["gaps"][1]["only"] == "today"
    other = json.loads(told("json", ways))
    assert other["kind"] == "ways"
    assert [stage["only"] for stage in other["stages"]] == [None, "left", None, "right"]
