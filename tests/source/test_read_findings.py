"""A file that cannot be used is a finding at the place, with the way out."""

import pytest

from cjm_cli.finding import Severity
from cjm_cli.source import Limits, read

SYNTAX = {
    # text: (line, column, message)
    "a: b: c": (1, 5, 'unexpected ":" here'),
    "a: b\n  c: d": (2, 4, 'unexpected ":" here'),
    "a:\n\tb: c": (2, 1, "a tab stands where only spaces may"),
    "a: b\n\tc: d": (2, 1, "a tab stands where only spaces may"),
    "a: |\n\tx": (2, 1, "a tab stands where only spaces may"),
    "a: b\n<<<<<<< ours\nc: d\n=======\n>>>>>>> theirs\n": (
        2,
        1,
        "a merge is not finished: this is a conflict mark of git",
    ),
    "a:\n  - b\n=======\n  - c\n>>>>>>> theirs\n": (5, 1, "a merge is not finished: this is a conflict mark of git"),
    "a: @x": (1, 4, 'a text cannot start with "@"'),
    "a: `x": (1, 4, 'a text cannot start with "`"'),
    "a: %x": (1, 4, 'a text cannot start with "%"'),
    'a: "x\nb: y': (2, 5, "a quote is never closed"),
    "a: 'x\n---\ny'": (2, 1, "a quote is never closed"),
    "a: [1, 2\n\n": (1, 9, "a bracket is never closed"),
    "a: {x: 1\n": (1, 9, "a bracket is never closed"),
    "a: [1, 2\nb: c": (2, 2, 'unexpected ":" in a list: "," or "]" is missing'),
    "a: {x: 1\nb: c": (2, 2, 'unexpected ":" in a mapping: "," or "}" is missing'),
    "a: 'it's fine'": (1, 8, "unexpected text after the closing quote"),
    "a: [b] c": (1, 8, "unexpected text after the closing bracket"),
    "a:\n  b: 1\n c: 2": (3, 2, "this line does not fit the indentation above"),
    "a: 1\n- b": (2, 1, 'a list item ("- ") stands among keys'),
    "- a\nb: c": (2, 1, "this line does not fit the list above"),
    "a: 1\nb:2\nc: 3": (2, 1, 'this is not "key: value"'),
    "a: - b": (1, 4, "a list cannot start on this line"),
    "a: ? b": (1, 4, 'a text cannot start with "? "'),
    "a: ]": (1, 4, 'unexpected "]" here'),
    "a: |x": (1, 5, 'unexpected "x" after "|" or ">"'),
    'a: "\\d"': (1, 6, 'unknown escape after "\\"'),
    'a: "\\x1"': (1, 7, 'an escape after "\\" is not complete'),
    "a: *": (1, 4, 'a text cannot start with "*"'),
    "a: & b": (1, 4, 'a text cannot start with "&"'),
    "a: &x &y z": (1, 7, 'a text cannot start with "&"'),
    "a: !<x y": (1, 4, 'a text cannot start with "!"'),
    "a: !e!x y": (1, 4, 'a text cannot start with "!"'),
    "%YAML 2.0\n---\na: b": (1, 1, 'a line cannot start with "%"'),
    "[a]\nb: c": (2, 1, "this stands after the end of the data"),
    "a: *nope": (1, 4, '"*nope" refers to "&nope", which does not stand above'),
    "a: *bold* words": (1, 4, '"*bold*" refers to "&bold*", which does not stand above'),
    "a: &a [*a]": (1, 8, '"*a" refers to itself'),
    "a: &a {<<: *a}": (1, 12, '"*a" refers to itself'),
    "a: b\n---\nc: d": (2, 1, "one document a file: a second one starts here"),
    "a: b\n...\nc: d": (3, 1, "one document a file: a second one starts here"),
    ": x": (1, 1, "a key is missing"),
    "? \n: x": (1, 2, "a key is missing"),
    "[a]: x": (1, 1, "a list or a mapping cannot be a key"),
    "? {a: b}\n: x": (1, 3, "a list or a mapping cannot be a key"),
    "<<: x": (1, 1, '"<<" takes mappings only'),
    "<<: [{a: b}, c]": (1, 1, '"<<" takes mappings only'),
    "<<:": (1, 1, '"<<" takes mappings only'),
}


def only(findings):
    (finding,) = findings
    return finding


@pytest.mark.parametrize("text", SYNTAX)
def test_a_file_that_does_not_parse_is_one_finding_in_plain_words(text):
    document, findings = read("maps/a.yaml", text.encode())
    finding = only(findings)
    span = finding.location.span
    assert document is None
    assert (finding.rule, finding.severity, finding.location.path) == ("yaml-syntax", Severity.ERROR, "maps/a.yaml")
    assert (span.line, span.column, finding.message) == SYNTAX[text]
    assert finding.help


@pytest.mark.parametrize(
    ("text", "place"), [('a: "x\nb: y', (1, 4)), ("k: v\na: [1,\n", (2, 4)), ("k: v\na: {x: 1\nb: c", (2, 4))]
)
def test_what_is_not_closed_shows_where_it_opens(text, place):
    (opening,) = only(read("a.yaml", text.encode())[1]).related
    assert (opening.location.span.line, opening.location.span.column) == place
    assert "starts here" in opening.message


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"a: b\nc: caf\xe9", (2, 7), "the file is not UTF-8: the byte 0xE9 has no meaning here"),
        ("\ufeffé: ".encode() + b"\xff", (1, 4), "the file is not UTF-8: the byte 0xFF has no meaning here"),
        ("a: b".encode("utf-16"), (1, 1), "the file is UTF-16, not UTF-8"),
        ("a: b".encode("utf-16-be"), (1, 1), "the file is UTF-16, not UTF-8"),
        ("a: b".encode("utf-16-le"), (1, 1), "the file is UTF-16, not UTF-8"),
        ("a: b".encode("utf-32"), (1, 1), "the file is UTF-32, not UTF-8"),
        ("a: b".encode("utf-32-be"), (1, 1), "the file is UTF-32, not UTF-8"),
        (b"a: b\r\nc: \x1b[2J", (2, 4), "the file holds the control character U+001B"),
        (b"a: \0", (1, 4), "the file holds the control character U+0000"),
        (b"a: \x7f", (1, 4), "the file holds the control character U+007F"),
        ("a: 日\x9b".encode(), (1, 5), "the file holds the control character U+009B"),
        ("a: \ufffe".encode(), (1, 4), "the file holds the control character U+FFFE"),
        (b'a: "\\x1b[2J"', (1, 4), "the text holds the control character U+001B, written as an escape"),
        (b'a: "\\ud800"', (1, 4), "the text holds the control character U+D800, written as an escape"),
    ],
)
def test_a_file_that_is_no_text_is_one_finding_at_the_first_bad_character(content, place, message):
    document, findings = read("a.yaml", content)
    finding = only(findings)
    assert document is None
    assert (finding.rule, finding.message) == ("unreadable-file", message)
    assert (finding.location.span.line, finding.location.span.column) == place


@pytest.mark.parametrize(
    ("text", "limits", "message"),
    [
        ("a: bcd", Limits(file_bytes=5), "the file has more bytes than the limit of 5"),
        ("[[[]]]", Limits(depth=2), "the values nest deeper than the limit of 2"),
        ("- - - a", Limits(depth=2), "the values nest deeper than the limit of 2"),
        ("[&a [], &b [*a], &c [*b]]", Limits(depth=3), "the values nest deeper than the limit of 3"),
        ("a: b\nc: d", Limits(values=4), "the file holds more values than the limit of 4"),
        ("[&a b, *a, *a]", Limits(aliases=1), "the file holds more aliases than the limit of 1"),
        (
            "[&a [b, b], *a, *a]",
            Limits(expanded_values=9),
            "with aliases written out, there are more values than the limit of 9",
        ),
    ],
)
def test_a_limit_names_itself_its_figure_and_its_setting(text, limits, message):
    document, findings = read("a.yaml", text.encode(), limits)
    finding = only(findings)
    assert (document, finding.rule, finding.message) == (None, "unreadable-file", message)
    assert any(f"limits: {{{name}: …}}" in finding.help for name in Limits.__slots__)


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("a: bc", Limits(file_bytes=5)),
        ("[[]]", Limits(depth=2)),
        ("[&a [], &b [*a], *b]", Limits(depth=3)),
        ("a: b\nc: d", Limits(values=5)),
        ("[&a b, *a]", Limits(aliases=1)),
        ("[&a [b, b], *a, *a]", Limits(expanded_values=10)),
        ('a: "' + "[" * 5000 + '"', Limits()),
        ("a: |\n  " + "- " * 5000, Limits()),
    ],
)
def test_a_limit_that_is_reached_but_not_passed_is_no_finding(text, limits):
    document, findings = read("a.yaml", text.encode(), limits)
    assert findings == []
    assert document is not None


def test_every_key_that_is_given_twice_shows_both_places():
    document, findings = read("a.yaml", b"a: 1\nb: {c: 1, 'c': 2}\n\"a\": 3\na: 4\n")
    assert document is None
    assert [
        (
            finding.message,
            finding.location.span.line,
            finding.location.span.column,
            finding.related[0].location.span.line,
        )
        for finding in findings
    ] == [('"c" is given twice', 2, 11, 2), ('"a" is given twice', 3, 1, 1), ('"a" is given twice', 4, 1, 3)]
    assert {(finding.rule, finding.label, finding.related[0].message) for finding in findings} == {
        ("duplicate-key", "given twice", "first given here")
    }


TAGS = [
    *("!foo x", "!!binary aGk=", "!!timestamp 2026-01-02", "!!set {a, b}", "!!omap [a: b]", "!!python/object:os.x {}"),
    *(
        "!!python/object/apply:os.system [id]",
        "!<tag:x.org,2000:y> z",
        "!!bool x",
        "!!int 1.5",
        "!!float x",
        "!!null x",
    ),
    *("!!map [a]", "!!seq {a: b}", "!!str [a]", "!foo", "!!int true", "!%1b[31m x"),
]


@pytest.mark.parametrize("value", TAGS)
def test_a_tag_of_another_world_is_a_finding_at_the_tag(value):
    document, findings = read("a.yaml", f"a: b\nc: &d {value}".encode())
    finding = only(findings)
    assert document is None
    assert (finding.rule, finding.location.span.line, finding.location.span.column) == ("unknown-tag", 2, 7)
    assert f'"{value.split()[0]}"' in finding.message


def test_a_declared_tag_is_unknown_too():
    _, findings = read("a.yaml", b"%TAG !e! tag:x.org,2000:\n---\na: !e!foo x")
    assert only(findings).rule == "unknown-tag"


def test_all_tags_and_keys_are_reported_at_once():
    _, findings = read("a.yaml", b"a: !x 1\na: !y 2")
    assert [finding.rule for finding in findings] == ["unknown-tag", "duplicate-key", "unknown-tag"]


@pytest.mark.parametrize("text", [*SYNTAX, *(f"a: {tag}" for tag in TAGS), "a: 1\na: 2"])
def test_a_message_is_one_line_in_lower_case_without_a_stop(text):
    for finding in read("a.yaml", text.encode())[1]:
        for message in (finding.message, finding.help, *(related.message for related in finding.related)):
            assert message.isprintable()
            assert not message.endswith(".")
            assert message[0] in '"' or message[0].islower()


MERGES = {
    "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3, z: 4}": {"y": "3", "z": "4", "x": "1"},
    "a: &a {x: 1}\nb: {y: 2, <<: *a}": {"y": "2", "x": "1"},
    "a: [&a {x: 1}, &b {x: 2, y: 3}]\nb: {<<: [*a, *b]}": {"x": "1", "y": "3"},
    "a: &a {x: 1}\nc: &c {<<: *a, y: 2}\nb: {<<: *c}": {"y": "2", "x": "1"},
    "b: {<<: {x: 1}}": {"x": "1"},
    "b: {<<: []}": {},
    "b: {'<<': x}": {"<<": "x"},
}


@pytest.mark.parametrize("text", MERGES)
def test_a_merge_adds_what_is_not_there(text):
    document, findings = read("a.yaml", text.encode())
    assert findings == []
    assert [*document.data["b"].items()] == [*MERGES[text].items()]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("{url: https://x.org}", {"url": "https://x.org"}),
        ("[a:b]", ["a:b"]),
        ("{a:}", {"a:": None}),
        ("a: [x\ufeffy]", {"a": ["x\ufeffy"]}),
        ("a: &x 1\nb: &x 2\nc: *x", {"a": "1", "b": "2", "c": "2"}),
        ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
        ("%YAML 1.3\n---\na: b", {"a": "b"}),
        ("a: &x.y b\nc: *x.y", {"a": "b", "c": "b"}),
        ("- list", ["list"]),
        ("just text", "just text"),
        ("a: x\n b", {"a": "x b"}),
        ("&k key: *k", {"key": "key"}),
        ('a: "\\N\\t\\u00e9"', {"a": "\x85\té"}),
    ],
)
def test_legal_yaml_is_accepted(text, data):
    document, findings = read("a.yaml", text.encode())
    assert findings == []
    assert document.data == data
