"""A text falls into pieces, and the pieces are the text."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm_cli.source import read
from cjm_cli.source.pieces import Block, CannotCutError, Leaf, Pieces

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(path for folder in ("examples", "tests") for path in (ROOT / folder).rglob("*.yaml"))

SNIPPETS = [
    "a: ", "b: ", "c:\n", "- ", "-\n", "\n", "\n\n", "  ", "    ", "'x'", '"y\n  z"', "[d,\n e]", "{f: 1}", "# g\n", " # h\n",
    "|\n", ">-\n", "|+\n", "&k ", "*k\n", "1\n", "~\n", "t u\n", "---\n", "...\n", "<<: *k\n", "? ", "!!str ", "\r\n", "\t", "é\n",
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(SNIPPETS), max_size=25).map("".join)


def cut(text: str) -> Pieces:
    document, findings = read("a.yaml", text.encode())
    assert document is not None, findings
    return document.pieces()


def named(pieces: Pieces) -> Block:
    assert isinstance(pieces.root, Block)
    return pieces.root


def below(block: Block, index: int) -> Block:
    value = block.pieces[index].value
    assert isinstance(value, Block)
    return value


def check(text: str) -> None:
    document, _ = read("a.yaml", text.encode())
    if document is None:
        return
    try:
        pieces = document.pieces()
    except CannotCutError:
        return
    assert pieces.joined() == document.text
    if pieces.root is not None:
        check_value(pieces.root, document.text)


def check_value(value: Block | Leaf, text: str) -> None:
    """The pieces of a collection are its entries, or its items, each with its own text."""
    if isinstance(value, Leaf):
        assert text.startswith(value.text, value.start)
        return
    data: Any = value.node.data
    if value.is_list:
        assert [piece.value.node.data for piece in value.pieces] == data
    else:
        written = {piece.name: piece.value.node.data for piece in value.pieces if piece.name and not piece.is_merge}
        assert all(data[name] == given for name, given in written.items())
        assert len(written) == len(data) or any(piece.is_merge for piece in value.pieces)
    for piece in value.pieces:
        assert text.startswith(piece.joined(), piece.start)
        check_value(piece.value, text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_ours_is_its_pieces(path: Path) -> None:
    check(path.read_bytes().decode("utf-8", "replace"))


@settings(max_examples=300)
@given(HOSTILE)
def test_any_text_is_its_pieces(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("? a\n: b\n", 'a key behind a "?"'),
        ("x: 1\n? a\n: b\n", 'a key behind a "?"'),
        ("a: &b c\n*b : d\n", "an alias as a key"),
        ("a:\n  &x\n  b: 1\n", "an anchor or a tag on a line of its own"),
        ("a: &x\n  b\n", "an anchor or a tag on a line of its own"),
        ('a: "x\u2028y"\n', "a line break of another alphabet (U+2028)"),
    ],
)
def test_a_form_that_is_not_cut_is_named(text: str, form: str) -> None:
    with pytest.raises(CannotCutError) as refused:
        cut(text)
    assert refused.value.form == form


def test_a_comment_belongs_to_the_piece_below_it() -> None:
    root = named(cut("a: 1\n# of b\n\n# of b too\nb: 2\n"))
    assert [piece.lead for piece in root.pieces] == ["", "# of b\n\n# of b too\n"]


def test_a_comment_that_is_indented_further_stays_with_what_ends_above_it() -> None:
    root = named(cut("a:\n  - b: 1\n    # of the item\n  # of the list\n# of c\nc: 2\n"))
    items = below(root, 0)
    assert below(items, 0).tail == "    # of the item\n"
    assert items.tail == "  # of the list\n"
    assert root.pieces[1].lead == "# of c\n"


def test_a_comment_between_two_columns_stays_with_what_ends_above_it() -> None:
    root = named(cut("a:\n    b: 1\n  # of a\nc: 2\n"))
    assert below(root, 0).tail == "  # of a\n"


def test_a_comment_that_silences_belongs_to_what_it_counts_for() -> None:
    root = named(cut("a:\n  - b: 1\n    # cjm: ignore[x] because\nc: 2\n"))
    assert root.pieces[1].lead == "    # cjm: ignore[x] because\n"


def test_comments_after_the_last_piece_belong_to_the_collection_of_their_column() -> None:
    root = named(cut("a:\n  - b\n  # of the list\n# of the file\n\n"))
    assert below(root, 0).tail == "  # of the list\n"
    assert root.tail == "# of the file\n"


def test_in_a_list_that_is_not_indented_the_last_comment_is_of_what_is_around_it() -> None:
    root = named(cut("a:\n- b\n# of c\n- c\n# of the file\n"))
    assert below(root, 0).pieces[1].lead == "# of c\n"
    assert root.tail == "# of the file\n"


def test_a_comment_below_a_key_belongs_to_the_first_piece_within() -> None:
    root = named(cut("a: # of a\n  # of b\n  b: 1 # beside b\n"))
    assert root.pieces[0].space == " # of a\n"
    assert below(root, 0).pieces[0].lead == "  # of b\n"
    assert below(root, 0).pieces[0].trail == " # beside b\n"


def test_the_comments_that_begin_a_file_belong_to_it() -> None:
    pieces = cut("# yaml-language-server: $schema=x\n# about the file\na: 1\n")
    assert pieces.head == "# yaml-language-server: $schema=x\n# about the file\n"


def test_up_to_the_comment_that_is_for_an_entry() -> None:
    pieces = cut("# cjm: ignore-file[x] because\n# cjm: ignore[y] because\na: 1\n")
    assert pieces.head == "# cjm: ignore-file[x] because\n"
    assert named(pieces).pieces[0].lead == "# cjm: ignore[y] because\n"


def test_or_to_an_empty_line() -> None:
    pieces = cut("# about the file\n\n# about a\na: 1\n")
    assert pieces.head == "# about the file\n\n"
    assert named(pieces).pieces[0].lead == "# about a\n"


def test_the_first_key_of_an_item_stands_behind_its_dash() -> None:
    items = named(cut("-   a: 1\n    b: 2\n- - c\n  - d\n"))
    assert [(piece.mark, piece.space) for piece in items.pieces] == [("-", "   "), ("-", " ")]
    first, second = below(items, 0).pieces
    assert (first.indent, first.key, second.indent, second.key) == ("", "a", "    ", "b")
    assert [piece.indent for piece in below(items, 1).pieces] == ["", "  "]


def test_anchors_tags_aliases_and_merges_are_told_apart() -> None:
    root = named(cut("a: &x\n  b: !!str 1\nc: &y d\ne:\n  <<: *x\n  f: *y\n"))
    assert root.pieces[0].space == " &x\n"
    leaf = below(root, 0).pieces[0].value
    assert isinstance(leaf, Leaf)
    assert (leaf.properties, leaf.text) == ("!!str ", "1")
    merge, alias = below(root, 2).pieces
    assert (merge.is_merge, alias.is_merge) == (True, False)
    assert isinstance(alias.value, Leaf)
    assert alias.value.is_alias
    assert alias.value.node.data == "d"


def test_an_alias_may_stand_below_its_key() -> None:
    value = named(cut("x: &a\ny: # c\n  *a\n")).pieces[1].value
    assert isinstance(value, Leaf)
    assert (value.text, value.node.data) == ("*a", None)


def test_a_block_scalar_ends_before_the_empty_lines_below_it_that_mean_nothing() -> None:
    clipped, kept, _ = named(cut("a: |\n  t\n\n\nb: |+\n  t\n\nc: 1\n")).pieces
    assert isinstance(clipped.value, Leaf)
    assert isinstance(kept.value, Leaf)
    assert clipped.value.text == "|\n  t\n"
    assert kept.value.text == "|+\n  t\n\n"


def test_an_empty_value_keeps_the_comment_beside_its_key() -> None:
    first, second = named(cut("a: # nothing\nb:\n")).pieces
    assert (first.space, first.trail) == ("", " # nothing\n")
    assert (second.space, second.trail) == ("", "\n")
