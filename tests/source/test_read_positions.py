"""A route leads to the place in the text, in lines and code points."""

import pytest

from cjm_cli.source import read
from cjm_cli.span import Span

MAP = """\
# head
title: "日本"  # comment
face: 😀x   # comment
list:  # comment
  - a # comment
  - "a # b"  # comment
  - {x: 1, y: "# q"}  # comment
  - [1,  # comment
     2]
  - k: v # comment # comment
    z: 'a # b'
  - - deep # comment
    - e
  - |- # comment
    text # no comment
  -
  - "multi
    line"
null1:
null2: # comment
folded: >2
   x
tagged: !!str 12
anchored: &an !!map
  # comment
  k: 1
again: *an
merged:
  <<: *an
  own: 2
last: x # comment"""

PLACES = {
    (): 'title: "日本"',
    ("title",): '"日本"',
    ("face",): "😀x",
    ("list",): "- a",
    ("list", 0): "a",
    ("list", 1): '"a # b"',
    ("list", 2): '{x: 1, y: "# q"}',
    ("list", 2, "y"): '"# q"',
    ("list", 3): "[1,",
    ("list", 3, 1): "2",
    ("list", 4): "k: v",
    ("list", 4, "z"): "'a # b'",
    ("list", 5): "- deep",
    ("list", 5, 0): "deep",
    ("list", 6): "|-",
    ("list", 7): "-",
    ("list", 8): '"multi',
    ("null1",): "null1",
    ("null2",): "null2",
    ("folded",): ">2",
    ("tagged",): "12",
    ("anchored",): "k: 1",
    ("again", "k"): "1",
    ("merged", "k"): "1",
    ("merged", "own"): "2",
    ("merged",): "<<: *an",
    ("last",): "x",
}
FALLBACKS = {
    ("list", 99): "- a",
    ("list", -1): "- a",
    ("list", 99, "x"): "- a",
    ("nope",): 'title: "日本"',
    ("nope", 0, "text"): 'title: "日本"',
    ("list", 4, "nope", "k"): "k: v",
    ("last", "text"): "x",
    ("last", 0, "text"): "x",
    ("list", 0, "text"): "a",
    ("list", 4, 0, "k"): "v",
    ("anchored", 0, "k"): "1",
}


@pytest.fixture(scope="module")
def document():
    document, findings = read("a.yaml", MAP.encode())
    assert findings == []
    return document


def text_at(document, span):
    assert span.line == span.end_line
    return document.line(span.line)[span.column - 1 : span.end_column - 1]


@pytest.mark.parametrize("route", PLACES)
def test_a_route_leads_to_its_text(document, route):
    assert text_at(document, document.span(route)) == PLACES[route]


@pytest.mark.parametrize("route", FALLBACKS)
def test_a_route_that_goes_too_far_stays_at_what_is_there(document, route):
    assert text_at(document, document.span(route)) == FALLBACKS[route]


@pytest.mark.parametrize(
    ("route", "text"),
    [
        (("title",), "title"),
        (("list", 4, "z"), "z"),
        (("merged", "k"), "k"),
        (("last", 0, "text"), "last"),
        (("list", 0), "a"),
        ((), 'title: "日本"'),
    ],
)
def test_a_route_leads_to_its_key(document, route, text):
    assert text_at(document, document.span(route, key=True)) == text


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("日本: 語", Span(1, 5, 1, 6)),
        ("😀: 👍🏽", Span(1, 4, 1, 6)),
        ("a: 1\r\n語: x", Span(2, 4, 2, 5)),
        ("a: 1\r語: x", Span(2, 4, 2, 5)),
        ("\ufeffa: x", Span(1, 4, 1, 5)),
        ("a: y\u2028z\nb: x", Span(2, 4, 2, 5)),
        ('a: "y\x85z"\nb: x', Span(2, 4, 2, 5)),
        ("a:\tx", Span(1, 4, 1, 5)),
        ("a: b #\tc\nd: x\t", Span(2, 4, 2, 5)),
        ("{a: https://x.org, b: x}", Span(1, 23, 1, 24)),
    ],
)
def test_columns_are_code_points_and_lines_end_as_in_an_editor(text, span):
    document, findings = read("a.yaml", text.encode())
    assert findings == []
    assert document.span(([*document.data][-1],)) == span


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# only a comment\n", b"---\n", b"\xef\xbb\xbf"])
def test_an_empty_document_has_a_place_too(content):
    document, findings = read("a.yaml", content)
    assert (document.data, findings) == (None, [])
    assert document.span(()).line == 1
    assert document.span(("title",)) == document.span(())
    assert document.logical(("title",)) == "title"


def test_a_line_is_its_text_without_its_end():
    document, _ = read("a.yaml", b"a: 1\r\nb: 2\rc: 3\nd: 4")
    assert [document.line(number) for number in range(6)] == ["", "a: 1", "b: 2", "c: 3", "d: 4", ""]


SHOP = """
stages:
  - id: pay
    steps:
      - {name: Confirm!}
      - {title: 1.10}
      - {emotion: 3}
      - Hidden fees
      - null
      - id: "  "
        text: A text that is much longer than forty characters, really
    quotes: {text: Too slow}
    pain_points: Hidden fees
"""


@pytest.mark.parametrize(
    ("route", "words"),
    [
        ((), ""),
        (("stages", 0, "steps", 0, "emotion"), "stages[pay] › steps[confirm] › emotion"),
        (("stages", 0, "steps", 1), "stages[pay] › steps[1-10]"),
        (("stages", 0, "steps", 2), "stages[pay] › steps[#3]"),
        (("stages", 0, "steps", 3), "stages[pay] › steps[hidden-fees]"),
        (("stages", 0, "steps", 4), "stages[pay] › steps[#5]"),
        (("stages", 0, "steps", 5), "stages[pay] › steps[a-text-that-is-much-longer-than-forty-ch]"),
        (("stages", 0, "steps", 9, "name"), "stages[pay] › steps[#10] › name"),
        (("stages", 0, "quotes", 0, "text"), "stages[pay] › quotes[too-slow] › text"),
        (("stages", 0, "pain_points", 0, "text"), "stages[pay] › pain_points[hidden-fees] › text"),
        (("nope", 0, "x"), "nope[#1] › x"),
        ((0, 1), "[#1][#2]"),
    ],
)
def test_a_route_in_words(route, words):
    document, _ = read("a.yaml", SHOP.encode())
    assert document.logical(route) == words
