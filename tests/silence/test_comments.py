"""What a comment is, and what it reaches: told by the places of values, never by the look of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.source import Document, read
from cjm_cli.source.suppression import Position, Suppression


def document(text: str) -> Document:
    found, findings = read("a.yaml", text.encode())
    assert found is not None, findings
    return found


def suppressions(text: str) -> list[Suppression]:
    return document(text).suppressions()


def covers(comment: Suppression, place: Position) -> bool:
    return any(start <= place < end for start, end in comment.areas)


def reached(text: str) -> list[int]:
    """The lines that the first comment reaches from their first visible character on."""
    (comment, *_) = suppressions(text)
    lines = text.splitlines()
    starts = [(number, len(line) - len(line.lstrip(" -")) + 1) for number, line in enumerate(lines, 1) if line.strip()]
    return [number for number, column in starts if covers(comment, (number, column))]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # cjm: ignore[r]"\n',
        "a: 'x # cjm: ignore[r]'\n",
        'a: "x\n  # cjm: ignore[r]\n  y"\n',
        "a: |\n  # cjm: ignore[r]\n  x\n",
        "a: >-\n  x\n\n  # cjm: ignore[r]\n",
        "a: |2\n    # cjm: ignore[r]\n",
        "a: !!str |\n  # cjm: ignore[r]\n",
        "a: x#cjm:ignore[r]\n",
        "a: x\n  y#cjm:ignore[r]\n",
        "- {a: 'b # cjm: ignore[r]'}\n",
        "<<: {a: 'b # cjm: ignore[r]'}\na: c\n",
        "'a # cjm: ignore[r]': b\n",
        "# cjm: 1\n",
        "# cjm: see the docs\na: b\n",
        "# ignore[r]\na: b\n",
        "",
    ],
)
def test_what_is_no_comment_of_ours_counts_for_nothing(text) -> None:
    assert suppressions(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a: b # cjm: ignore[r]\n", ["r"]),
        ("a: b # cjm: ignore[r]", ["r"]),
        ("a: b # cjm: ignore[r] why\r\nc: d\r\n", ["r"]),
        ("\ufeffa: b # cjm: ignore[r] why\n", ["r"]),
        ("a: b #cjm:ignore[r,s]\n", ["r", "s"]),
        ("a: b\t#\tcjm:  ignore [ r , s-t ] why\n", ["r", "s-t"]),
        ("a: b # our hero # cjm: ignore[r] why\n", ["r"]),
        ("a: 'it''s # cjm: ignore[no]' # cjm: ignore[r]\n", ["r"]),
        ("a: | # cjm: ignore[r]\n  # cjm: ignore[no]\n", ["r"]),
        ("a: |\n  x\n# cjm: ignore[r]\nb: c\n", ["r"]),
        ("a: &x # cjm: ignore[r]\n  'b'\n", ["r"]),
        ("a: [b, # cjm: ignore[r]\n  c]\n", ["r"]),
        ("# cjm: ignore[]\na: b\n", []),
        ("# cjm: ignore\na: b\n", []),
        ("# cjm: ignore[r\na: b\n", []),
        ("# cjm: ignroe[r]\na: b\n", ["r"]),
        ("# cjm: Ignore[r]\na: b\n", ["r"]),
    ],
)
def test_a_comment_names_rules(text, names) -> None:
    (comment,) = suppressions(text)
    assert [name.text for name in comment.names] == names


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: b\nc: d # cjm: ignore[r]\ne: f\n", [2]),
        ("# cjm: ignore[r]\na: b\nc: d\n", [2]),
        ("a: b\n# cjm: ignore[r]\nc:\n  - d\n  - e: f\n    g: h\ni: j\n", [3, 4, 5, 6]),
        ("a:\n  # cjm: ignore[r]\n  - b: c\n    d: e\n  - f\n", [3, 4]),
        ("a:\n# cjm: ignore[r]\n- b\n- c\n", [3]),
        ("a: [\n  # cjm: ignore[r]\n  {b: c,\n   d: e},\n  f]\n", [3, 4]),
        ("# cjm: ignore[r]\n\n# more\na: b\nc: d\n", [4]),
        ("a: 'b\n  c' # cjm: ignore[r]\nd: e\n", [2]),
        ("a: b\n# cjm: ignore[r]\n", []),
        ("a: [b,\n  # cjm: ignore[r]\n  ]\nc: d\n", []),
        ("a: &x {b: c}\nd:\n  # cjm: ignore[r]\n  - *x\n  - e\n", []),
        ("x: &x b\n# cjm: ignore[r]\na: *x\nc: d\n", [3]),
        ("# cjm: ignore-file[r]\na: b\nc:\n  - d\n", [1, 2, 3, 4]),
        ("a: b # cjm: ignore-file[r]\n", []),
        ("a: b\n# cjm: ignore-file[r]\n", []),
        ("# cjm: nonsense[r]\na: b\n", []),
    ],
)
def test_a_comment_reaches_its_line_or_the_next_node(text, lines) -> None:
    assert reached(text) == lines


def test_at_the_end_of_a_long_value_it_reaches_back_to_where_the_value_begins() -> None:
    (comment,) = suppressions("a: 'b\n  c' # cjm: ignore[r]\n")
    assert [covers(comment, place) for place in ((1, 4), (1, 1))] == [True, False]


def test_behind_a_key_it_reaches_the_value_below_but_not_what_that_holds() -> None:
    (comment,) = suppressions("a: # cjm: ignore[r]\n  b: c\n  d: e\n")
    assert [covers(comment, place) for place in ((1, 1), (2, 3), (2, 6), (3, 3))] == [True, True, False, False]


LINES = st.lists(
    st.sampled_from(["x", "# cjm: ignore[r] no", "y: z", "- # cjm: ignore-file[r]", ""]), min_size=1, max_size=6
)


@given(LINES, st.sampled_from(["block", "folded", "double", "single"]))
def test_within_quotes_and_blocks_no_comment_ever_counts(lines, style) -> None:
    body = "\n".join(f"    {line}".rstrip() for line in lines)
    if style in ("block", "folded"):
        text = f"a:\n  b: {'|' if style == 'block' else '>'}2\n{body}\n  c: d # cjm: ignore[real]\n"
    else:
        quote = {"double": '"', "single": "'"}[style]
        text = f"a:\n  b: {quote}\n{body}\n    {quote}\n  c: d # cjm: ignore[real]\n"
    assert [[name.text for name in found.names] for found in suppressions(text)] == [["real"]]
