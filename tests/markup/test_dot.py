"""Whatever a text holds, in DOT it is one string that Graphviz shows as it is."""

import re
import shutil
import subprocess
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.markup.dot import digraph, quote, statement
from cjm_cli.markup.markdown import one_line

HOSTILE = [
    'say "no"',
    "ends in a backslash \\",
    "two \\\\ and \\n \\l \\r \\N \\G \\E \\L",
    '\\"',
    "line\nbreak\r\nand\ttab",
    "<b>bold</b>",
    "<",
    "{record|label}",
    '"]; n1 -> n2 [URL="javascript:alert(1)"]; n3 [label="',
    "größe 鞋 👨‍👩‍👧 שלום",
    "&lt;b&gt; &amp; &#60; & alone",
    "null\x00byte \x1b[31m",
    "\u202eright to left",
    "\ud800 lone",
    "/* no comment */ // # none",
    "graph",
    "",
]


def _read(string: str) -> list[str]:
    """The lines that Graphviz reads in a string: its lexer, its escapes, its entities."""
    assert re.fullmatch(r'"(?:[^"\\\x00-\x1f]|\\.)*"', string)
    lines = re.split(r"(?<!\\)(?:\\\\)*\\n", string[1:-1])
    return [re.sub(r"\\(.)", r"\1", line).replace("&amp;", "&") for line in lines]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_one_string(text) -> None:
    assert _read(quote(text)) == [one_line(text)]


@given(st.text())
def test_any_text_is_one_string(text) -> None:
    assert _read(quote(text)) == [one_line(text)]
    quote(text).encode()


def test_lines_are_parted_by_the_only_escape() -> None:
    assert quote("a", 'b"', "c") == '"a\\nb\\"\\nc"'


@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz")
@pytest.mark.parametrize("text", [text for text in HOSTILE if text])
def test_graphviz_shows_it_as_it_is(text) -> None:
    graph = digraph([statement("n0", {"label": quote(text)})])
    drawn = subprocess.run(["dot", "-Tsvg"], input=graph.encode(), capture_output=True, check=True).stdout
    root = ElementTree.fromstring(drawn)
    texts = [element.text for element in root.iter() if element.tag.endswith("}text")]
    assert texts == [one_line(text)]
    assert not [element for element in root.iter() if element.tag.endswith("}a")]
