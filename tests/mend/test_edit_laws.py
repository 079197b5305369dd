"""Whatever the style of a text: an edit of it means the change of its data and nothing else, or is not made."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from cjm_cli.change import Append, Insert, Remove, Rename, Replace
from cjm_cli.source import Scalar, read
from cjm_cli.source.changed import all_changed, same_data
from cjm_cli.source.edit import edited
from cjm_cli.source.quote import as_data, entry, in_brackets

KEYS = st.sampled_from(["id", "name", "a b", "x-note", "stages", "Größe", "true", "12"])
TEXTS = st.one_of(
    st.sampled_from(
        ["calm", "yes", "null", "1.10", "-", "a: b", "a #b", "'", '"', "", " x ", "TODO: what?", "ü😀", "~"]
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=8),
)
NUMBERS = st.integers(-9, 99).map(lambda number: Scalar(str(number), number))
VALUES = st.recursive(
    st.one_of(TEXTS, NUMBERS),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=4)
LINE_BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


@given(VALUES)
def test_what_is_written_reads_as_it_was_meant(value):
    for text in (in_brackets(value), "\n".join(entry("key", value))):
        document, findings = read("a.yaml", f"- {text}".encode() if text.startswith(("{", "[")) else text.encode())
        assert not findings
        read_back = document.data[0] if isinstance(document.data, list) else document.data
        expected = as_data(value)
        assert same_data(read_back, expected) or same_data(read_back, {"key": expected})


def _routes(value, route=()):
    yield route
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        yield from _routes(child, (*route, step))


def _at(data, route):
    for step in route:
        data = data[step]
    return data


@st.composite
def texts(draw):
    """A document in a mixed style: blocks, brackets in them, comments, blank lines, any line break."""
    data = draw(MAPPINGS)
    lines = []
    for key, value in data.items():
        block = entry(key, value) if draw(st.booleans()) else [f"{in_brackets(key)}: {in_brackets(value)}"]
        lines += [*block[:-1], block[-1] + draw(st.sampled_from(["", "", " # a comment", "\n", "\n# alone"]))]
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n", "\n...\n"]))
    return text.replace("\n", draw(LINE_BREAKS))


@st.composite
def changes(draw, data):
    route = draw(st.sampled_from([*_routes(data)]))
    there = _at(data, route)
    if isinstance(there, dict):
        if draw(st.booleans()):
            return Insert(route, draw(KEYS), draw(VALUES))
        return Append((*route, draw(KEYS)), draw(VALUES))
    if route and isinstance(route[-1], str) and draw(st.booleans()):
        return draw(st.sampled_from([Rename(route, draw(KEYS)), Remove(route)]))
    return Replace(route, there if isinstance(there, str) else "", draw(st.one_of(TEXTS, NUMBERS)))


@given(st.data(), texts())
def test_an_edit_means_its_change_and_nothing_else(data, text):
    document, findings = read("a.yaml", text.encode())
    assert not findings
    change = data.draw(changes(document.data))
    patch = document.patch((change,))
    siblings = _at(document.data, change.route[:-1]) if change.route else {}
    if patch is None or (isinstance(change, Rename) and change.new in siblings):
        return
    after, findings = read("a.yaml", edited(text, patch.edits).encode())
    assert not findings
    assert same_data(all_changed(document.data, (change,)), after.data)


@pytest.mark.parametrize(
    "text", ["b: ! []\n", "b: &a []\n", "b: &a {}\n", "b:\n- \n", "b:\n  -\n  -\n", "b:\n  c:\n", "b: &a\n"]
)
def test_what_ends_in_nothing_is_edited_too_or_left_alone(text):
    document, _ = read("a.yaml", text.encode())
    change = Insert((), "title", "A")
    patch = document.patch((change,))
    if patch is not None:
        after, _ = read("a.yaml", edited(text, patch.edits).encode())
        assert same_data(all_changed(document.data, (change,)), after.data)
