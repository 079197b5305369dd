"""Pages as Markdown: a map from its YAML to the file, and pages made by hand for what a small map does not show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cjm_cli.formats.md import encode
from cjm_cli.markup.markdown import one_line
from cjm_cli.model import Project
from cjm_cli.page.cell import Form, Item, Moment, Tone
from cjm_cli.page.page import (
    Badge,
    Column,
    CurveLane,
    Divider,
    Fact,
    Footer,
    Grid,
    Group,
    Header,
    Lane,
    LegendEntry,
    Page,
    PersonaCard,
    Point,
    Section,
    Series,
)
from cjm_cli.source import Limits
from cjm_cli.views.journey import arrange
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

JOURNEY = """
title: "Buying shoes | online #1"
summary: Rina buys shoes.
persona: rina
basis: hypothesis
status: draft
scenario: Race day is near.
goal: Run again
expectations: [The price she saw, "Delivery: soon"]
owner: Checkout team
reviewed: 2026-10-12
objective: Decide what to change.
evidence:
  - {id: talks, title: Interviews, type: interview, sample: 11, url: "https://example.org/talks"}
stages:
  - name: Awareness
    goal: Find out
    phase: before
    thoughts: Which *one*?
    emotion: {score: 0.4, reason: It is a start}
  - name: Decision
    goal: Pay
    duration: 20 min
    pain_points: Too many steps
    steps:
      - name: Fills the cart
        duration: 5 min
        action: Adds two sizes
        thoughts: [One will fit., "<b>Really?</b>"]
        touchpoints: Cart
        channels: Web shop
        emotion: {score: 1.2, feeling: happy, basis: observed}
        gains: Two sizes at once
        evidence: talks
      - name: Sees the total
        moment_of_truth: {reason: Most leave here, importance: 5}
        emotion: -2
        quotes: {text: They waited until I was done., source: Customer}
        pain_points: {id: fees, text: Hidden fees, severity: 5, frequency: every order, evidence: talks}
        opportunities: {text: Show fees early, addresses: fees, owner: Web team, impact: 5, effort: 2}
        backstage: Works out fees
      - name: Thinks
        notes: Nobody knows for how long.
"""
PERSONA = """
name: Rina Costa
role: Runner
summary: Runs three times a week.
quote: A bad shoe hurts.
goals: [The right width, One price]
"""


@pytest.fixture
def page(write: Callable[[Mapping[str, str]], Path]) -> Page:
    folder = write({"buying.journey.yaml": JOURNEY, "rina.persona.yaml": PERSONA})
    linker = Linker(Project(), None, Limits())
    for path in sorted(folder.glob("*.yaml")):
        loaded = load(SourceFile(path.name, path), Limits())
        assert not loaded.findings
        linker.add(loaded)
    workspace = linker.workspace()
    (entry,) = workspace.entries
    return arrange(entry, workspace)


def test_a_map_becomes_a_file_that_reads_well(page: Page, golden: Callable[[str, str], None]) -> None:
    golden("buying.md", encode(page).decode())


def test_the_same_page_makes_the_same_bytes_with_one_newline_at_the_end(page: Page) -> None:
    content = encode(page)
    assert content == encode(page)
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
    assert b"\r" not in content
    assert b"\n\n\n" not in content


def test_nothing_of_the_page_is_missing(page: Page) -> None:
    content = shown(encode(page).decode())
    for text in said(page.blocks):
        assert one_line(text).casefold() in content.casefold()


# Pages by hand


def moment_page(*columns: Column, rows: tuple[Lane | CurveLane | Divider, ...] = (), title: str = "Stage") -> Page:
    grid = Grid((Group("s", title, "", (), columns),), rows)
    return Page("p", "Map", "", "en", (Header("Map", "", (), (), ()), grid))


def steps(count: int) -> tuple[Column, ...]:
    return tuple(Column(f"s{index}", f"Step {index}") for index in range(1, count + 1))


def lane(key: str, *texts: str, stage: str = "") -> Lane:
    return Lane(
        key, key.capitalize(), ((Item(stage),) if stage else (),), tuple((Item(t),) if t else () for t in texts)
    )


def curve(points: list[Point], width: int, name: str = "") -> CurveLane:
    guides = ((2.0, "very good"), (-2.0, "very bad"))
    cells = tuple((Item("felt"),) for _ in range(width))
    return CurveLane("emotion", "Feeling", (Series(name, tuple((p,) for p in points)),), guides, ((),), cells)


def lines(page: Page) -> list[str]:
    return encode(page).decode().splitlines()


@pytest.mark.parametrize(
    ("count", "widths"), [(1, [1]), (5, [5]), (6, [3, 3]), (7, [3, 4]), (10, [5, 5]), (11, [3, 4, 4])]
)
def test_a_stage_with_many_steps_has_several_tables(count: int, widths: list[int]) -> None:
    heads = [line for line in lines(moment_page(*steps(count))) if line.startswith("| Lane")]
    assert [head.count("Step") for head in heads] == widths


def test_each_table_holds_only_the_rows_that_say_something_in_it() -> None:
    page = moment_page(*steps(6), rows=(lane("doing", *"abc", "", "", ""), lane("notes", "", "", "", *"def")))
    assert [line for line in lines(page) if line.startswith("| **")] == [
        "| **Doing** | a | b | c |",
        "| **Notes** | d | e | f |",
    ]


@pytest.mark.parametrize(
    ("rows", "drawn"),
    [
        ((lane("actions", "a"), Divider("Line"), lane("backstage", "b")), True),
        ((Divider("Line"), lane("metrics", "m"), lane("support", "s")), True),
        ((lane("actions", "a"), Divider("Line"), lane("metrics", "m")), False),
        ((lane("actions", "a"), Divider("Line"), lane("backstage", "")), False),
    ],
)
def test_a_line_is_drawn_only_before_a_lane_of_the_service(rows: tuple[Lane, ...], drawn: bool) -> None:
    assert ("| *— Line —* | |" in lines(moment_page(*steps(1), rows=rows))) is drawn


def test_a_line_is_drawn_once() -> None:
    page = moment_page(*steps(1), rows=(Divider("Line"), lane("backstage", "b"), lane("support", "s")))
    assert lines(page).count("| *— Line —* | |") == 1


def test_a_stage_without_steps_gives_its_name_to_its_column() -> None:
    page = moment_page(Column("s", "", moment=Moment()), rows=(lane("notes", "a"),))
    assert "| Lane | Stage<br>★ moment of truth |" in lines(page)


def test_what_a_stage_says_itself_is_a_list_before_its_table() -> None:
    page = moment_page(*steps(1), rows=(lane("notes", "a", stage="For all | steps"),))
    assert r"- **Notes:** For all \| steps" in lines(page)


def test_bare_steps_have_a_heading_too() -> None:
    page = moment_page(*steps(1), rows=(curve([Point(0.5, 1, "+1")], 1),), title="")
    assert "## Steps" in lines(page)
    assert "  section —" in lines(page)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item("a"), "a"),
        (Item("a", details=("b", "c")), "a — b · c"),
        (Item("a", Form.THOUGHT), "*“a”*"),
        (Item("a", Form.QUOTE, details=("Ada",)), "“a” — Ada"),
        (Item("a", Form.CARD, Tone.PAIN, "1", ("severity 5 of 5",)), "**1** a — severity 5 of 5"),
        (Item("a", Form.CARD, Tone.OPPORTUNITY, "1, 2"), "**→ 1, 2** a"),
        (Item("a", Form.CARD, Tone.OPPORTUNITY), "a"),
    ],
)
def test_each_form_of_a_text_has_its_marks(item: Item, expected: str) -> None:
    row = Lane("k", "Lane", ((),), ((item, item),))
    assert f"| **Lane** | {expected}<br>{expected} |" in lines(moment_page(*steps(1), rows=(row,)))


# The picture


@pytest.mark.parametrize(
    ("scores", "face"), [([-2.0], 1), ([-0.6], 2), ([0.0], 3), ([0.4], 3), ([1.0], 4), ([2.0], 5), ([-2.0, 1.0], 3)]
)
def test_a_score_is_a_whole_number_from_1_to_5_and_several_take_their_mean(scores: list[float], face: int) -> None:
    points = [Point((index + 0.5) / len(scores), score, "") for index, score in enumerate(scores)]
    content = lines(moment_page(*steps(1), rows=(curve(points, 1),)))
    assert f"    Step 1: {face}" in content
    assert any("their mean" in line for line in content) is (len(scores) > 1)


def test_steps_without_a_score_are_left_out_and_counted() -> None:
    content = lines(moment_page(*steps(3), rows=(curve([Point(1.5, 1, "")], 3),)))
    assert [line for line in content if line.startswith("    ")] == ["    Step 2: 4"]
    assert any("2 of 3 steps have no score" in line for line in content)


def test_without_any_score_there_is_no_picture() -> None:
    assert "```mermaid" not in lines(moment_page(*steps(2), rows=(curve([], 2),)))


@pytest.mark.parametrize(
    ("series", "actors"),
    [("", "Rina, Tom"), ("Tom", "Tom")],
)
def test_the_actors_are_those_who_feel_it(series: str, actors: str) -> None:
    page = moment_page(*steps(1), rows=(curve([Point(0.5, 1, "")], 1, series),))
    header = Header("Map", "", (), (PersonaCard("Rina", "R"), PersonaCard("Tom", "T")), ())
    assert f"    Step 1: 4: {actors}" in lines(replace(page, blocks=(header, *page.blocks[1:])))


SEEN, ASSUMED = Point(0.25, 1, ""), Point(0.75, 1, "", assumed=True)


@pytest.mark.parametrize(
    ("points", "first", "second"),
    [
        ([SEEN, replace(ASSUMED, at=1.5)], "felt", "felt<br>*assumed*"),
        ([SEEN, ASSUMED], "felt<br>*partly assumed*", "felt"),
        ([SEEN, replace(ASSUMED, at=1.5, basis="expected")], "felt", "felt"),
        ([ASSUMED], "felt", "felt"),
    ],
)
def test_an_assumed_feeling_says_so_among_observed_ones(points: list[Point], first: str, second: str) -> None:
    content = lines(moment_page(*steps(2), rows=(curve(points, 2),)))
    assert f"| **Feeling** | {first} | {second} |" in content


def test_a_map_of_assumed_feelings_says_so_once() -> None:
    content = lines(moment_page(*steps(2), rows=(curve([ASSUMED], 2),)))
    assert sum("All feelings are assumed" in line for line in content) == 1


# Hostile pages


def page_of(text: str) -> Page:
    """A page that says the same everywhere."""
    fact, facts = Fact(text, (text,)), Fact(text, (text, text))
    item = Item(text, Form.CARD, Tone.PAIN, "1", (text, text))
    cell = (
        item,
        Item(text, Form.THOUGHT),
        Item(text, Form.QUOTE, details=(text,)),
        replace(item, tone=Tone.OPPORTUNITY),
    )
    columns = (Column("a", text, (text,), Moment(text, 3)), Column("b", "", (), Moment(text)))
    group = Group("g", text, text, (text, text), columns, Moment(text))
    points = (Point(0.5, 1, text, text, text, text, text), Point(1.5, -1, text, assumed=True))
    felt = CurveLane("emotion", text, (Series(text, (points,)),), ((2, text), (-2, text)), (cell,), (cell, cell))
    rows = (
        Lane("actions", text, (cell,), (cell, ())),
        felt,
        Divider(text),
        Lane("backstage", text, ((),), (cell, cell)),
    )
    card = PersonaCard(text, text, text, text, text, (fact, facts))
    badges = (Badge(text, text, ribbon=True), Badge(text))
    below = (
        Section(text, (fact,)),
        Section(text, (fact, facts), about=text),
        Footer((LegendEntry("pain", text),), (fact, facts)),
    )
    return Page(
        "p", text, text, "en", (Header(text, text, badges, (card, card), (fact, facts)), Grid((group,), rows), *below)
    )


def skeleton(source: str) -> list[str]:
    found = []
    for token in MARKDOWN.parse(source):
        found.append(
            f"{token.type} {token.tag} {token.info} {len(token.content.splitlines()) if token.type == 'fence' else ''}"
        )
        found += [child.type for child in token.children or [] if child.type not in ("text", "html_inline")]
        assert {child.content for child in token.children or [] if child.type == "html_inline"} <= OURS
    return found


OURS = {"<!-- -->", "<span>", "</span>", "<br>"}

texts = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from([*"-+*_~`#|<>[]()!&$:@\\=1. \n\u2028\x00", "www.", "://", "&lt;", "a", "é"]), max_size=9
    ).map("".join),
)


@given(texts)
def test_no_text_changes_the_structure_of_the_page(text: str) -> None:
    assume(one_line(text))
    assert skeleton(encode(page_of(text)).decode()) == skeleton(encode(page_of("word")).decode())


@given(st.text(" \n\t\u00a0\u2028", max_size=3))
def test_texts_that_say_nothing_leave_a_page_that_can_be_read(text: str) -> None:
    page = page_of(text)
    content = encode(replace(page, blocks=page.blocks[:2])).decode()
    assert "****" not in content
    assert "\n\n\n" not in content


def test_a_step_called_like_a_section_stays_a_step() -> None:
    facts = (Fact("Notes", ("kept",)),)
    sections = (Section("Evidence", facts), Section("Evidence", facts, about="s1"))
    content = lines(replace(moment_page(), blocks=sections))
    assert content == [
        "## Evidence",
        "",
        "- **Notes:** kept",
        "",
        "## Details",
        "",
        "- **Evidence**",
        "  - **Notes:** kept",
    ]


def test_the_colon_after_a_label_ends_no_emoji() -> None:
    section = Section("About this map", (Fact(":tada", ("x",)),))
    assert "- **:<!-- -->tada:** x" in lines(replace(moment_page(), blocks=(section,)))


# Helpers


def shown(source: str) -> str:
    """The texts of a file as they are read, blocks of code included."""
    found = []
    for token in MARKDOWN.parse(source):
        found.append(token.content if token.type == "fence" else "")
        found.append("".join(c.content for c in token.children or [] if c.type == "text"))
    return "\n".join(found)


DRAWN = {"id", "about", "key", "icon", "initials", "sign", "guides", "series", "legend", "language", "description"}
"""What names or draws things rather than saying them; the words of the curve stand in its cells."""


def said(value: object) -> Iterator[str]:
    """Every text that a page says, whatever its place."""
    if isinstance(value, str):
        if not isinstance(value, Form | Tone):
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from said(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in DRAWN:
                yield from said(getattr(value, field.name))
