"""What each format makes of the same comparison."""

import json
import re
from collections import Counter
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from cjm_cli import plugins, reviews
from cjm_cli.colour import plain
from cjm_cli.difference.difference import Change, Difference, Felt, IdeaMove, Impact, Kind, Place, Summary
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.reviews import github, html, markdown, text
from cjm_cli.span import Span
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


NASTY = (
    "\x1b[31m\u202ebad\x85",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "| a | b |\n|---|---|\n# c `d` @user ![x](y) **z** $a$ #12 </details>",
    "%0A::error::x\n::warning file=a,line=1::y",
    '"] } ``` --> %%{init: {}}%% end',
    "{{ 7 * 7 }} {% for %}",
)


def hostile(difference: Difference, bad: str) -> Difference:
    """A comparison in which every text is this one."""
    (one,) = (one for one in difference.compared if one.id == "shoes")
    where = Location(bad, Span(1, 1, 1, 2), bad)
    place = Place(("stages", 0), where)
    changes = [
        Change(kind, impact, bad, bad, (bad, bad), bad, bad, {bad: [bad]}, place, place, bad)
        for kind in Kind
        for impact in Impact
    ]
    curve = tuple(Felt(bad, bad, bad, score, -score, bad, bad + bad) for score in (-1.0, 1.0))
    summary = Summary(curve, (bad, bad), (bad,), (IdeaMove(bad, bad, bad), IdeaMove(bad, "", bad)), (0, 1))
    made = replace(one, id=bad, title=bad, changes=tuple(changes), summary=summary)
    found = Finding(where, "some-rule", bad, Severity.ERROR, label=bad, help=bad)
    return Difference(bad, bad, (made, replace(made, entity="persona")), (found,), difference.projects)


@pytest.mark.parametrize("bad", NASTY)
@pytest.mark.parametrize("name", ["text", "json", "github", "markdown"])
def test_nothing_that_a_terminal_obeys_gets_through(difference, name, bad) -> None:
    told = make(name, hostile(difference, bad))
    assert escape(told.replace("\n", "")) == told.replace("\n", "")


@pytest.mark.parametrize("bad", NASTY)
def test_text_keeps_its_lines_whatever_the_texts(difference, bad) -> None:
    lines = make("text", hostile(difference, bad)).splitlines()
    assert max(map(cells, lines)) <= 80


@pytest.mark.parametrize("bad", NASTY)
def test_every_line_for_github_is_a_command_of_ours(difference, bad) -> None:
    plain_ = make("github", hostile(difference, "words")).splitlines()
    lines = make("github", hostile(difference, bad)).splitlines()
    assert [line.split(" ")[0] for line in lines] == [line.split(" ")[0] for line in plain_]


@pytest.mark.parametrize("bad", NASTY)
def test_markdown_has_no_element_but_ours(difference, bad) -> None:
    def elements(text: str) -> Counter[str]:
        page = MarkdownIt("gfm-like", {"linkify": False}).render(markdown.review(hostile(difference, text)))
        return Counter(re.findall(r"<(\w+)", page))

    assert {name for name, _ in elements(bad).items()} - {"span"} == {*elements("words")}
    assert elements(bad)["tr"] == elements("words")["tr"]
    assert elements(bad)["details"] == elements("words")["details"]


@pytest.mark.parametrize("bad", NASTY)
def test_json_holds_texts_as_they_are(difference, bad) -> None:
    document = json.loads(make("json", hostile(difference, bad)))
    assert document["changes"][0]["name"] == document["journeys"][0]["opened"][0] == document["old"] == bad


@pytest.mark.parametrize("bad", NASTY)
def test_html_has_no_element_but_ours(difference, bad) -> None:
    def elements(text: str) -> Counter[str]:
        return Counter(re.findall(r"<([a-zA-Z/]\w*)", make("html", hostile(difference, text))))

    assert elements(bad) == elements("words")


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
    assert (
        gone
        == '::warning file=shoes.journey.yaml,title=major%3A Buying running shoes::stage "Regret" removed%0Aa stage is lost'
    )


def test_markdown_leaves_room_in_a_comment_of_github(of) -> None:
    many = [change(Impact.MINOR, f"number {index} is *too* much " * 9) for index in range(1_000)]
    one = of(many)
    told = markdown.review(Difference("a", "b", one.compared * 9))
    assert len(told) < 65_536
    assert "would not fit here" in told


def test_a_long_table_is_folded(of) -> None:
    told = markdown.review(of([change(Impact.MINOR, f"n{index}") for index in range(26)]))
    assert "<details>\n<summary>26 minor changes</summary>\n\n| Impact" in told


def test_the_wording_is_folded_beneath_what_matters(of) -> None:
    told = markdown.review(of([change(impact, f"{impact} {index}") for index in range(5) for impact in Impact]))
    assert told.index('"minor 0"') < told.index("<summary>5 wording changes</summary>") < told.index('"patch 0"')
    assert told.index('"major 4"') < told.index('"minor 0"')


@pytest.mark.parametrize("name", NAMES)
def test_a_curve_that_is_another_by_another_scale_is_told(of, name) -> None:
    moved = of([], Summary((Felt("pay", "Pay", "Pay", -2, 0, "1", "3"), Felt("use", "Use", "Use", 1, 1, "4", "4"))))
    told = make(name, moved)
    if name == "json":
        assert json.loads(told)["journeys"][0]["curve"][0]["after"] == 0
    elif name == "github":
        assert told == ""
    else:
        sentence = "1 journey felt otherwise between main and the work tree, though nothing else changed."
        assert sentence in " ".join(told.split())
        assert "1 → 3" in told


def test_a_page_of_many_journeys_draws_only_the_first_of_them(difference) -> None:
    many = replace(difference, compared=difference.compared[1:2] * (html.MOST_MAPS + 1), findings=())
    page = html.review(many)
    assert page.count('<table class="map') == html.MOST_MAPS
    assert page.count("The map is not drawn") == 1
