"""What each format makes of the same comparison."""

import json

import pytest

from cjm_cli import plugins, reviews
from cjm_cli.colour import plain
from cjm_cli.difference.difference import Change, Difference, Impact, Kind
from cjm_cli.reviews import github, markdown, text
from cjm_cli.terminal import cells, escape

NAMES = plugins.names(reviews)


def make(name: str, difference: Difference) -> str:
    return plain(plugins.load(reviews, name).review(difference))


@pytest.mark.parametrize("name", NAMES)
def test_a_review_looks_as_agreed(golden, difference, name) -> None:
    golden(f"{name}.{'html' if name == 'html' else 'txt'}", make(name, difference))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_changed_is_told_in_a_sentence(golden, same, name) -> None:
    told = make(name, same)
    if name == "json":
        assert json.loads(told)["changes"] == []
    elif name == "github":
        assert told == ""
    else:
        assert "Nothing changed between main and the work tree." in told


def test_impacts_and_kinds_are_painted(golden, difference) -> None:
    golden("text-painted.txt", text.review(difference).replace("\x1b", "␛"))


def test_text_fits_a_terminal_of_80_columns(difference) -> None:
    assert max(cells(line) for line in make("text", difference).splitlines()) <= 80


@pytest.mark.parametrize("name", ["text", "json", "github", "markdown"])
def test_nothing_that_a_terminal_obeys_gets_through(of, name) -> None:
    bad = "\x1b[31m\u202ebad\x85"
    told = make(name, of([Change(Kind.CHANGED, Impact.MAJOR, bad, bad, (bad,), bad, bad, bad, reason=bad)]))
    assert escape(told.replace("\n", "")) == told.replace("\n", "")


def change(impact: Impact, name: str) -> Change:
    return Change(Kind.ADDED, impact, "thought", name)


def test_github_is_told_no_more_than_it_shows(of) -> None:
    many = [change(impact, f"number {index}") for impact in Impact for index in range(30)]
    lines = github.review(of(many)).splitlines()
    assert [sum(line.startswith(f"::{level} ") for line in lines) for level in ("warning", "notice")] == [10, 10]
    assert lines[9] == "::warning title=21 more major changes::cjm diff tells them all"
    assert len(lines) == 20


def test_a_change_of_the_wording_is_no_annotation(of) -> None:
    assert github.review(of([change(Impact.PATCH, "x")])) == ""


def test_an_annotation_of_what_is_gone_names_no_line(difference) -> None:
    (gone,) = [line for line in github.review(difference).splitlines() if "::warning" in line]
    assert "file=shoes.journey.yaml,title" in gone


def test_markdown_leaves_room_in_a_comment_of_github(of) -> None:
    many = [change(Impact.MINOR, f"number {index} is *too* much " * 9) for index in range(1_000)]
    one = of(many)
    told = markdown.review(Difference("a", "b", one.compared * 9))
    assert len(told) < 65_536
    assert "would not fit here" in told


def test_a_long_table_is_folded(of) -> None:
    told = markdown.review(of([change(Impact.MINOR, f"n{index}") for index in range(13)]))
    assert "<details>\n<summary>13 changes</summary>\n\n| Impact" in told
