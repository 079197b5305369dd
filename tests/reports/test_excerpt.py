"""Carets stand under what they mean, whatever stands before it, and long lines stay in their window."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from cjm_cli.colour import plain
from cjm_cli.reports import Source, Sources
from cjm_cli.reports._excerpt import WIDTH, Mark, excerpt
from cjm_cli.source.limits import Limits
from cjm_cli.span import Span
from cjm_cli.workspace.source_file import SourceFile

GUTTER = len("1 | ")
PIECES = ["a", " ", "é", "e\u0301", "日", "本", "😀", "👨‍👩‍👧", "🇩🇪", "❤️", "\t", "\u202e", "\u200b", "ᄒ", "क्षि", "[b]"]
texts = st.lists(st.sampled_from(PIECES), max_size=150).map("".join)


def shown(text: str, *marks: tuple[int, int, int]) -> list[str]:
    """The excerpt of a text with marks at (line, column from 0, length); the first is the finding's own."""
    file = SourceFile("a.yaml", Path("a.yaml"), "a.yaml", text.encode("utf-8", "surrogatepass"))
    sources = Sources({"a.yaml": Source(file, "a", Limits())}, ("a.yaml",))
    made = [
        Mark(Span(line, column + 1, line, column + 1 + length), f"label {index}", "-" if index else "^", str)
        for index, (line, column, length) in enumerate(marks)
    ]
    return [plain(line) for line in excerpt("a.yaml", made, sources, 1)]


def test_the_line_before_gives_context() -> None:
    assert shown("one\ntwo\nthree\n", (2, 1, 1)) == ["  |", "1 | one", "2 | two", "  |  ^ label 0", "  |"]


def test_the_first_line_has_no_context() -> None:
    assert shown("one\n", (1, 0, 3)) == ["  |", "1 | one", "  | ^^^ label 0", "  |"]


def test_a_second_place_far_away_is_set_apart() -> None:
    assert shown("one\ntwo\nthree\nfour\nfive\n", (5, 0, 4), (1, 0, 3)) == [
        "  |",
        "1 | one",
        "  | --- label 1",
        "...",
        "4 | four",
        "5 | five",
        "  | ^^^^ label 0",
        "  |",
    ]


def test_two_places_in_a_line_share_it() -> None:
    assert shown("{a: 1, a: 2}\n", (1, 7, 1), (1, 1, 1)) == [
        "  |",
        "1 | {a: 1, a: 2}",
        "  |        ^ label 0",
        "  |  - label 1",
        "  |",
    ]


def test_a_place_after_the_end_of_a_line_has_one_caret() -> None:
    assert shown("title:\n", (1, 6, 1))[2] == "  |       ^ label 0"


def test_where_there_is_no_text_nothing_is_shown() -> None:
    assert shown("", (1, 0, 1)) == []


@pytest.mark.parametrize(
    "before", ["", "日本語: ", "😀 ", "👨‍👩‍👧 ", "e\u0301 ", "\t", "\u202e ", "\x1b[31m", "ᄒ ", "[bold]"]
)
def test_the_caret_stands_under_the_mark(before) -> None:
    line, caret = shown(f"{before}MARK after", (1, len(before), 4))[1:3]
    assert wcswidth(line[: line.index("MARK")]) == caret.index("^")
    assert caret.count("^") == 4


def test_a_caret_is_as_wide_as_what_it_underlines() -> None:
    assert shown("日本 x", (1, 0, 2))[2] == "  | ^^^^ label 0"


@given(before=texts, after=texts)
def test_the_caret_stands_under_the_mark_in_any_line(before, after) -> None:
    line, caret = shown(f"{before}MARK{after}", (1, len(before), 4))[1:3]
    assert wcswidth(line[: line.index("MARK")]) == caret.index("^")
    assert wcswidth(line) <= WIDTH + GUTTER


@given(before=texts, marked=texts.filter(bool), after=texts)
def test_no_line_is_wider_than_the_window(before, marked, after) -> None:
    line, caret = shown(f"{before}{marked}{after}", (1, len(before), len(marked)))[1:3]
    assert wcswidth(line) <= WIDTH + GUTTER
    assert "^" in caret


@pytest.mark.parametrize("column", [0, 50, 119, 120, 121, 5_000, 499_996])
def test_a_line_as_long_as_a_file_is_shown_round_the_mark(column) -> None:
    text = "日" * column + "MARK" + "x" * (500_000 - column)
    line, caret = shown(text, (1, column, 4))[1:3]
    assert wcswidth(line[: line.index("MARK")]) == caret.index("^")
    assert WIDTH - 2 <= wcswidth(line) - GUTTER <= WIDTH
    assert line.startswith("1 | …") == (column > 30)
    assert line.endswith("…") == (column < 499_990)
