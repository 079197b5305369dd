"""The canonical form, and what it never does."""

import codecs
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_cli.source import Limits, read
from cjm_cli.source.changed import same_data
from cjm_cli.tidy.tidy import Tidied, tidied
from cjm_cli.workspace.source_file import SourceFile
from tests.tidy.texts import texts

ROOT = Path(__file__).parent.parent.parent
CASES = sorted((ROOT / "tests" / "tidy" / "cases").glob("*.yaml"))
FILES = sorted(path for folder in ("examples", "tests") for path in (ROOT / folder).rglob("*.y*ml"))


def tidy(content: bytes, name: str = "a.journey.yaml") -> Tidied:
    return tidied(SourceFile(name, Path(name)), content, Limits())


def form(text: str, name: str = "a.journey.yaml") -> str:
    result = tidy(text.encode(), name)
    assert (result.findings, result.refusal) == ((), "")
    return result.new.decode()


def comments(text: str) -> list[str]:
    document, _ = read("a.yaml", text.encode())
    assert document is not None
    return sorted(document.comments().elements())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name.split(".")[0])
def test_a_text_in_its_form(path: Path, golden) -> None:
    name = "cjm.yaml" if path.name == "settings.yaml" else path.name
    result = tidy(path.read_bytes(), name)
    assert (result.findings, result.refusal) == ((), "")
    golden(path.name, result.new.decode())


@settings(max_examples=60)
@given(texts())
def test_any_text_keeps_its_data_and_its_comments_and_is_done_at_once(text: str) -> None:
    before, _ = read("a.journey.yaml", text.encode())
    if before is None:
        return
    # Nothing that the writer writes is refused: what stops damage at run time has nothing to stop.
    formed = form(text)
    after, _ = read("a.journey.yaml", formed.encode())
    assert after is not None
    assert same_data(before.data, after.data)
    assert comments(text) == comments(formed)
    assert form(formed) == formed
    assert all(line == line.rstrip() or line.startswith(" ") for line in formed.splitlines())


@settings(max_examples=40)
@given(texts(), st.booleans())
def test_line_ends_and_the_mark_of_the_encoding_stay(text: str, has_mark: bool) -> None:
    breaks = {*re.findall(r"\r\n|\n|\r", text)}
    result = tidy((codecs.BOM_UTF8 if has_mark else b"") + text.encode())
    assert result.new.startswith(codecs.BOM_UTF8) == has_mark
    assert {*re.findall(r"\r\n|\n|\r", result.new.decode())} <= breaks


@given(st.binary(max_size=80) | st.text(alphabet="ab1 :-?,[]{}#&*!|>'\"%@`\\~<.\n\t\ré😀", max_size=60).map(str.encode))
def test_any_bytes_mean_the_same_afterwards_or_are_left_alone(content: bytes) -> None:
    result = tidy(content)
    if not result.is_changed:
        return
    before, _ = read("a.journey.yaml", content)
    after, _ = read("a.journey.yaml", result.new)
    assert before is not None
    assert after is not None
    assert same_data(before.data, after.data)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_of_ours_is_refused(path: Path) -> None:
    result = tidy(path.read_bytes(), path.name)
    assert not result.refusal


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: 1\n? b\n: c\n", 'line 2 holds a key behind a "?", which is not rewritten'),
        ("a: &b c\n*b : d\n", "line 2 holds an alias as a key, which is not rewritten"),
        ("a:\n  &x\n  b: 1\n", "line 2 holds an anchor or a tag on a line of its own, which is not rewritten"),
    ],
)
def test_a_form_that_cannot_be_rewritten_is_named_and_left_alone(text: str, why: str) -> None:
    result = tidy(text.encode())
    assert (result.new, result.refusal) == (text.encode(), why)


def test_a_file_that_is_no_yaml_is_left_alone_with_its_findings() -> None:
    result = tidy(b"a: [1\n")
    assert not result.is_changed
    assert [finding.rule for finding in result.findings] == ["yaml-syntax"]


@pytest.mark.parametrize("text", ["", "# c\n", "a text\n", "|\n  a\n\n", "--- a\n", "{a: 1}\n", "[]\n"])
def test_what_is_no_block_stays(text: str) -> None:
    assert form(text) == text


def test_a_file_of_comments_is_tidied() -> None:
    assert form("\n\n  #a\n\n\n# b") == "# a\n\n# b\n"


def test_a_file_ends_with_one_line_break() -> None:
    assert form("a: 1") == form("a: 1\n\n\n") == "a: 1\n"


def test_a_text_that_ends_with_the_file_gets_no_line_break_of_its_own() -> None:
    assert form("a: |\n  b") == "a: |-\n  b\n"


def test_empty_lines_that_are_part_of_a_text_stay() -> None:
    text = "x-b: 1\na: |+\n  b\n\n\n"
    assert form(text) == text


def test_below_a_text_that_keeps_its_end_no_empty_line_is_left() -> None:
    assert form("x-a: |+\n  b\ntitle: c\n\nx-d: e\n") == "title: c\nx-a: |+\n  b\nx-d: e\n"


def test_the_kind_that_a_file_names_tells_its_order() -> None:
    assert form("name: a\ncjm: 1\nkind: persona\n", "a.yaml") == "cjm: 1\nname: a\nkind: persona\n"


def test_without_a_kind_no_key_is_moved() -> None:
    assert form("name:   a\ncjm: 1\n", "a.yaml") == "name: a\ncjm: 1\n"


def test_comments_in_a_column_move_as_one_where_it_is_too_narrow() -> None:
    assert form("title:  a  # x\ngoal:   b  # y\n") == "title: a   # x\ngoal: b    # y\n"
    assert form("x-a: [a,b] # x\nx-b: [c]   # y\n") == "x-a: [a, b] # x\nx-b: [c]    # y\n"


def test_behind_a_dash_the_first_entry_is_one_without_a_comment_above_it() -> None:
    text = "stages:\n  - goal: a\n    name: b\n    # c\n    id: d\n"
    assert form(text) == "stages:\n  - name: b\n    # c\n    id: d\n    goal: a\n"
