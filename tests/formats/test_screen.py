"""A map in the terminal: as wide as the terminal, in columns that line up, and nothing in it that the terminal would obey."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from cjm_cli.colour import plain
from cjm_cli.formats._screen import draw
from cjm_cli.formats._screen_curve import ROWS, curve
from cjm_cli.formats._screen_text import wrap
from cjm_cli.page.cell import Item, Moment
from cjm_cli.page.page import Column, CurveLane, Divider, Fact, Grid, Group, Header, Lane, Page, Point, Series
from cjm_cli.terminal import cells

from .conftest import pages
from .test_svg import EVERY_TEXT, HOSTILE

JOURNEY = """\
title: 東京で靴を買う 👟
summary: Buying shoes in Tokyo, [bold]not[/bold] online
personas: [{name: Rina, quote: I run to think}, {name: 健太, role: ランナー}]
state: current
basis: hypothesis
status: draft
scenario: Her shoes are worn out
goal: Run again within a week
expectations: [The price she saw, A size chart]
owner: Web team
stages:
  - name: Decision
    goal: Pay the price she saw
    duration: 20 min
    steps:
      - id: total
        name: Sees the real total
        action: Reads two new lines of fees
        touchpoints: {name: Checkout, channel: Web}
        thoughts: この七ユーロはどこから来たのですか？
        emotion: {score: -2, feeling: angry 😠, reason: Fees appear at the end, basis: observed}
        moment_of_truth: {reason: Three in eight leave here, importance: 5}
        quotes: {text: I want to see the price, source: Interview 3}
        pain_points: {id: fees, text: Hidden fees at checkout, severity: 5}
        opportunities: {text: Show fees beside the price, addresses: fees, owner: web-team, impact: 5}
        backstage: {text: Works out the fee, system: Order system}
      - name: Pays
        emotion: [{score: 0, basis: observed}, {by_persona: {健太: {score: 1.5}}}]
      - name: Waits
  - name: 配達
    emotion: {score: 1.5, reason: It came early}
  - name: Afterwards
    thoughts: '[link=https://example.org]Would I buy again?[/link]'
    emotion: {score: 1}
"""


def page_of(folder: Path, journey: str) -> Page:
    path = folder / "map.journey.yaml"
    path.write_text(journey, "utf-8")
    (page,) = pages(path)
    return page


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_map_is_drawn_as_it_was(tmp_path, golden, width) -> None:
    golden(f"screen-{width}.txt", plain(draw(page_of(tmp_path, JOURNEY), width)))


@pytest.mark.parametrize("width", [36, 60, 80, 97, 200])
def test_no_line_of_an_example_is_wider_than_the_terminal(example, width) -> None:
    drawn = plain(draw(example, width)).splitlines()
    assert max(map(cells, drawn)) <= width
    assert [line for line in drawn if line != line.rstrip()] == []


def test_every_word_of_an_example_is_told(example) -> None:
    def letters(text: str) -> set[str]:
        return set(re.findall(r"[^\W\d_]{3,}", text))

    wide = letters(plain(draw(example, 4000)))
    narrow = re.sub(r"\s+", " ", plain(draw(example, 36)))
    assert wide
    assert len(wide - letters(narrow)) <= len(wide) / 10, "but for long words that a narrow column breaks"


@pytest.mark.parametrize("said", sorted(HOSTILE))
@pytest.mark.parametrize("width", [36, 100])
def test_a_terminal_obeys_nothing_in_a_text(said, width, tmp_path) -> None:
    drawn = plain(draw(page_of(tmp_path, EVERY_TEXT.format(HOSTILE[said])), width))
    assert not re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", drawn)
    assert max(map(cells, drawn.splitlines())) <= width


def test_escape_sequences_are_shown() -> None:
    header = Header("\x1b[31mred\x1b[0m\x07", "\x1b[2J", (), (), (Fact("\x1b]0;", ("\x9b31m",)),))
    column = Column("c", "\x1b[H", moment=Moment("\x1b[K"))
    lane_ = Lane("x", "\x1b[1m", (), ((Item("\x1b[7m", details=("\x1b[8m",)),),))
    grid = Grid(
        (Group("g", "\x1b[9m", "\x1b[5m", (), (column,)),), (replace(lane_, stage_cells=((),)), Divider("\x1b[6m"))
    )
    drawn = plain(draw(Page("a", "A", "", "en", (header, grid)), 80))
    assert r"\x1b[31mred\x1b[0m\x07" in drawn
    assert not re.findall("[\x07\x1b\x9b]", drawn)


def test_two_who_feel_alike_are_both_seen() -> None:
    one = lane(1)
    both = replace(one, series=one.series * 2)
    assert ["●■" in row for row in drawn(both, 10, 1)].count(True) == 1


def test_what_looks_like_markup_is_a_text(tmp_path) -> None:
    drawn = plain(draw(page_of(tmp_path, JOURNEY), 120))
    assert "[bold]not[/bold] online" in drawn
    assert "[link=https://example.org]" in drawn


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 9, []),
        ("one two three", 7, ["one two", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("東京で靴を買う", 6, ["東京で", "靴を買", "う"]),
        ("東京", 1, ["東", "京"]),
        ("e\u0301e\u0301 e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("👩🏽‍🚒👩🏽‍🚒", 3, ["👩🏽‍🚒", "👩🏽‍🚒"]),
        ("a well-known way", 8, ["a well-", "known", "way"]),
    ],
)
def test_a_text_is_wrapped_by_the_columns_that_it_takes(text, width, lines) -> None:
    assert wrap(text, width) == lines


def lane(*scores: float | None, assumed: bool = False) -> CurveLane:
    """A curve with a point in the middle of each step; None is a gap."""
    runs: list[list[Point]] = [[]]
    for index, score in enumerate(scores):
        if score is None:
            runs.append([])
        else:
            runs[-1].append(Point(index + 0.5, score, str(score), assumed=assumed))
    guides = ((2.0, "very good"), (0.0, "neutral"), (-2.0, "very bad"))
    return CurveLane("emotion", "Feeling", (Series("", tuple(map(tuple, runs))),), guides, (), ())


def drawn(lane_: CurveLane, column: int, count: int) -> list[str]:
    return [plain(row) for _, row in curve(lane_, column, column * count)]


def test_points_stand_over_their_steps_at_their_scores() -> None:
    rows = drawn(lane(2, 0, -2), 10, 3)
    assert len(rows) == ROWS
    signs = {(row, column) for row, line in enumerate(rows) for column, sign in enumerate(line) if sign == "●"}
    assert signs == {(0, 5), (4, 15), (8, 25)}


def test_an_assumed_score_is_hollow() -> None:
    assert "○" in "".join(drawn(lane(1, assumed=True), 10, 1))


def test_the_curve_has_no_gap_between_its_points_however_steep() -> None:
    rows = drawn(lane(2, -2), 4, 2)
    for column in range(3, 6):
        assert any(len(row) > column and ("\u2800" < row[column] <= "\u28ff" or row[column] == "●") for row in rows)
    assert all(re.search("[\u2801-\u28ff●]", row) for row in rows)


def test_a_level_curve_is_a_straight_line() -> None:
    rows = drawn(lane(1, 1, 1), 12, 3)
    (line,) = (row for row in rows if "●" in row)
    assert len(set(re.findall("[\u2801-\u28ff]", line))) == 1


def test_a_gap_is_bridged_by_single_dots() -> None:
    dots = "".join(drawn(lane(1, None, 1), 16, 3))
    assert set(re.findall("[\u2801-\u28ff]", dots)) <= set("⠄⠠⠂⠐")


def test_a_page_without_stages_is_its_header(tmp_path) -> None:
    assert plain(draw(page_of(tmp_path, "title: Empty\n"), 80)).startswith("Empty\n")
