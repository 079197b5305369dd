"""What holds for every document."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_cli.source import Limits, Scalar, read
from cjm_cli.source.build import Builder
from cjm_cli.source.disguise import disguise
from cjm_cli.source.events import ParseError, disguised_events, pure_events
from cjm_cli.source.nodes import ScalarNode
from cjm_cli.source.parse import parse_fast, parse_pure
from cjm_cli.source.problem import UnusableError

YAML_TEXT = st.text(alphabet="ab1 :-?,[]{}#&*!|>'\"%@`\\~<.\n\t\ré😀", max_size=60)
# Line ends of YAML 1.1 only and the marks that the two parsers read differently stay out of the comparison.
PIECES = st.lists(
    st.sampled_from(
        ["a", "b: ", "- ", "\n", "  ", "'x'", '"y"', "[", "]", "{", "}", ", ", "# c\n", "|\n", "&k ", "*k", "1", "~"]
    ),
    max_size=20,
).map("".join)

TEXTS = st.text(alphabet="ab 1:#-é日😀'\"", max_size=8)
DATA = st.recursive(
    TEXTS,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(TEXTS, children, max_size=4),
    max_leaves=12,
)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_document_or_findings(content):
    document, findings = read("a.yaml", content)
    assert (document is None) == bool(findings)


@given(YAML_TEXT)
def test_any_text_is_a_document_or_findings(text):
    document, findings = read("a.yaml", text.encode())
    assert (document is None) == bool(findings)
    if document is not None:
        check_places(document, document.data, ())


@given(PIECES)
def test_both_parsers_agree_where_both_accept(text):
    try:
        fast, fast_problems = parse_fast(text, Limits())
        pure, pure_problems = parse_pure(text, Limits())
    except ParseError:
        return
    if isinstance(fast, ScalarNode) or isinstance(pure, ScalarNode):
        return  # no mapping: they end a block text without indentation differently
    assert [problem.rule for problem in fast_problems] == [problem.rule for problem in pure_problems]
    assert places(fast) == places(pure)


@given(DATA)
def test_the_text_at_a_place_is_the_value_in_flow_style(data):
    check_values(flow(data), data)


@given(DATA)
def test_the_text_at_a_place_is_the_value_in_block_style(data):
    check_values("\n".join(block(data)), data)


def check_values(text, data):
    document, findings = read("a.yaml", text.encode())
    assert findings == []
    assert document.data == data
    for route, value in walk(data, ()):
        span = document.span(route)
        written = document.line(span.line)[span.column - 1 : span.end_column - 1]
        if isinstance(value, str):
            assert json.loads(written) == value
        if route and isinstance(route[-1], str):
            key = document.span(route, key=True)
            assert json.loads(document.line(key.line)[key.column - 1 : key.end_column - 1]) == route[-1]


def check_places(document, data, route):
    span = document.span(route)
    assert span.line == span.end_line
    assert 1 <= span.column < span.end_column
    assert isinstance(document.logical(route), str)
    for inner, value in walk(data, route):
        if inner != route and len(inner) < 6:
            check_places(document, value, inner)


def walk(data, route):
    """All routes of the data, each with its value."""
    yield route, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(value, (*route, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from walk(value, (*route, number))


def places(node):
    """A node as plain data with the offsets of its scalars."""
    if node is None:
        return None
    if isinstance(node.data, dict):
        return {key: (name.start, places(value)) for key, (name, value) in node.entries.items()}
    if isinstance(node.data, list):
        return [places(item) for item in node.items]
    # The place of what is not there is a matter of taste.
    start = node.start if node.text else None
    return start, node.data, node.data.value if isinstance(node.data, Scalar) else None


def flow(data):
    """The data on one line, all texts quoted."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(flow, data)) + "]"
    return json.dumps(data, ensure_ascii=False)


def block(data):
    """The lines of the data in block style, all texts quoted."""
    if not data or isinstance(data, str):
        return [flow(data)]
    if isinstance(data, list):
        return [line for item in data for line in indented("-", block(item))]
    return [
        line for key, value in data.items() for line in [f"{flow(key)}:", *("  " + inner for inner in block(value))]
    ]


def indented(head, lines):
    return [f"{head} {lines[0]}", *(f"  {line}" for line in lines[1:])]


DISGUISED = st.lists(
    st.sampled_from(
        ["a", "?", ":", " ", "\n", "- ", "[", "]", "{", "}", ", ", '"', "'", "#", "x: ", "https://y.z", "k?:"]
    ),
    max_size=14,
).map("".join)


@given(DISGUISED)
@settings(max_examples=300)
def test_a_disguised_text_means_what_the_pure_parser_reads(text):
    disguised = disguise(text)
    if disguised is None:
        return
    try:
        fast, pure = Builder(text, Limits()), Builder(text, Limits())
        fast.build(disguised_events(disguised))
        pure.build(pure_events(text))
    except (ParseError, UnusableError):
        return
    assert bool(fast.problems) == bool(pure.problems)
    if fast.root and pure.root and not fast.problems:
        assert fast.root.data == pure.root.data


def test_questions_and_addresses_in_brackets_are_read_by_the_fast_parser():
    text = "questions: [Where is it?, How long?]\nlinks: [{url: https://x.org}]\nat: {time: 09:30}\n"
    disguised = disguise(text)
    assert disguised is not None
    builder = Builder(text, Limits())
    builder.build(disguised_events(disguised))
    assert builder.root is not None
    assert builder.root.data == {
        "questions": ["Where is it?", "How long?"],
        "links": [{"url": "https://x.org"}],
        "at": {"time": "09:30"},
    }
