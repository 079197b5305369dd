"""What a merge makes of two sides, case by case."""

import pytest

from cjm_cli.merge import CannotMergeError, Labels, three_way

LABELS = Labels("HEAD", "topic")


def merge(base: str, ours: str, theirs: str) -> str:
    """The merged text; it is the same the other way round where nothing is in conflict."""
    merged = three_way(base.encode(), ours.encode(), theirs.encode(), LABELS)
    if not merged.conflicts:
        assert three_way(base.encode(), theirs.encode(), ours.encode(), LABELS).content == merged.content
    return merged.content.decode()


def conflict(ours: str, theirs: str) -> str:
    removed = [" (removed)" * (not lines) for lines in (ours, theirs)]
    return f"<<<<<<< HEAD{removed[0]}\n{ours}=======\n{theirs}>>>>>>> topic{removed[1]}\n"


@pytest.mark.parametrize(
    ("what", "base", "ours", "theirs", "merged"),
    [
        ("neighbouring fields", "a: 1\nb: 1\n", "a: 2\nb: 1\n", "a: 1\nb: 2\n", "a: 2\nb: 2\n"),
        (
            "a comment within brackets",
            "a: [b,\n  c]\n",
            "a: [b, # why\n  c]\n",
            "a: [b, c]\n",
            "a: [b, # why\n  c]\n",
        ),
        (
            "a comment beside a text over lines",
            "a: |\n  b\n",
            "a: | # why\n  b\n",
            "a: >\n  b\n",
            "a: | # why\n  b\n",
        ),
        ("keys at the same place", "a: 1\n", "a: 1\nc: 3\n", "a: 1\nb: 2\n", "a: 1\nb: 2\nc: 3\n"),
        ("a value and its comment", "a: 1\n", "a: 2\n", "a: 1 # why\n", "a: 2 # why\n"),
        ("a comment above", "a: 1\nb: 1\n", "a: 1\n# why\nb: 1\n", "a: 1\nb: 2\n", "a: 1\n# why\nb: 2\n"),
        ("the same, otherwise written", "a: 1\nb: x\n", "a: 2\nb: x\n", "a: 1\nb: 'x'\n", "a: 2\nb: 'x'\n"),
        ("a rewritten value and a new one", "b: x\n", "b: y\n", "b: 'x'\n", "b: y\n"),
        ("a list in brackets", "a: [x, y]\n", "a: [x]\n", "a: [z, x, y]\n", "a: [z, x]\n"),
        (
            "a mapping in brackets",
            "a: {b: 1, c: 1}\n",
            "a: {b: 2, c: 1}\n",
            "a: {b: 1, c: 1, d: 1}\n",
            "a: {b: 2, c: 1, d: 1}\n",
        ),
        ("items at the same place", "a:\n- x\n", "a:\n- x\n- z\n", "a:\n- x\n- y\n", "a:\n- x\n- y\n- z\n"),
        ("the same item", "a:\n- x\n", "a:\n- x\n- y\n", "a:\n- x\n- y\n", "a:\n- x\n- y\n"),
        (
            "new lists",
            "q: 1\n",
            "q: 1\na:\n- id: y\n  b: 1\n",
            "q: 1\na:\n- id: y\n  c: 1\n",
            "q: 1\na:\n- id: y\n  b: 1\n  c: 1\n",
        ),
        (
            "a move and an edit",
            "a:\n- id: x\n- id: y\n- id: z\n",
            "a:\n- id: z\n- id: x\n- id: y\n",
            "a:\n- id: x\n- id: y\n- id: z\n  b: 1\n",
            "a:\n- id: z\n  b: 1\n- id: x\n- id: y\n",
        ),
        (
            "moves of both",
            "a: \n- p\n- q\n- r\n- s\n",
            "a: \n- q\n- p\n- r\n- s\n",
            "a: \n- p\n- q\n- s\n- r\n",
            "a: \n- q\n- p\n- s\n- r\n",
        ),
        (
            "a move to two places",
            "a:\n- p\n- q\n- r\n- s\n",
            "a:\n- q\n- r\n- p\n- s\n",
            "a:\n- q\n- r\n- s\n- p\n",
            "a:\n- q\n- r\n- p\n- s\n",
        ),
        ("a removal and an edit elsewhere", "a:\n- x\n- y\n", "a:\n- y\n", "a:\n- x\n- y\n- z\n", "a:\n- y\n- z\n"),
        ("the last items", "a:\n- x\n- y\nb: 1\n", "a:\n- y\nb: 1\n", "a:\n- x\nb: 1\n", "a: []\nb: 1\n"),
        ("the last items, beside a comment", "a: # p\n- x\n- y\n", "a: # p\n- y\n", "a: # p\n- x\n", "a: []  # p\n"),
        (
            "a comment above the first field",
            "a:\n- b: 1\n  c: 1\n",
            "a:\n- b: 1\n  # p\n  c: 1\n",
            "a:\n- c: 1\n  b: 1\n",
            "a:\n  # p\n- c: 1\n  b: 1\n",
        ),
        (
            "an anchor",
            "a: &x\n  b: 1\nc: *x\n",
            "a: &x\n  b: 2\nc: *x\n",
            "a: &x\n  b: 1\n  d: 1\nc: *x\n",
            "a: &x\n  b: 2\n  d: 1\nc: *x\n",
        ),
        (
            "a renaming",
            "a:\n- name: x\n  b: 1\n  c: 1\n",
            "a:\n- name: z\n  b: 1\n  c: 1\n",
            "a:\n- name: x\n  b: 2\n  c: 1\n",
            "a:\n- name: z\n  b: 2\n  c: 1\n",
        ),
        (
            "another indentation",
            "a:\n- id: x\n  b: 1\n  c: 1\n",
            "a:\n    -   id: x\n        b: 1\n        c: 1\n",
            "a:\n- id: x\n  b: 2\n  c: 1\n",
            "a:\n    -   id: x\n        b: 2\n        c: 1\n",
        ),
        (
            "a text over lines",
            "a:\n  b: |\n    p\n    q\n  c: 1\n",
            "a:\n  b: |\n    p\n    r\n  c: 1\n",
            "a:\n  b: |\n    p\n    q\n  c: 2\n",
            "a:\n  b: |\n    p\n    r\n  c: 2\n",
        ),
        (
            "a new first field of an item",
            "a:\n- b: 1\n  c: 1\n",
            "a:\n- d: 1\n  b: 1\n  c: 1\n",
            "a:\n- b: 1\n  c: 2\n",
            "a:\n- d: 1\n  b: 1\n  c: 2\n",
        ),
        ("a file without a last line break", "a: 1\nb: 1", "a: 2\nb: 1", "a: 1\nb: 2", "a: 2\nb: 2"),
        ("one that got it", "a: 1\nb: 1", "a: 2\nb: 1\n", "a: 1\nb: 2", "a: 2\nb: 2\n"),
        ("lines above and below", "# p\n\na: 1\n", "# q\n\na: 1\n", "# p\n\na: 1\n# end\n", "# q\n\na: 1\n# end\n"),
    ],
)
def test_what_does_not_meet_is_merged(what, base, ours, theirs, merged):
    assert merge(base, ours, theirs) == merged


@pytest.mark.parametrize(
    ("what", "base", "ours", "theirs", "merged"),
    [
        ("a value", "a: 0\nb: 1\n", "a: 1\nb: 2\n", "a: 2\nb: 1\n", conflict("a: 1\n", "a: 2\n") + "b: 2\n"),
        (
            "a field of an item",
            "a:\n- id: x\n  b: 0\n",
            "a:\n- id: x\n  b: 1\n",
            "a:\n- id: x\n  b: 2\n",
            "a:\n- id: x\n" + conflict("  b: 1\n", "  b: 2\n"),
        ),
        (
            "what stands behind a dash",
            "a:\n- b: 0\n  c: 0\n",
            "a:\n- b: 1\n  c: 0\n",
            "a:\n- b: 2\n  c: 0\n",
            "a:\n" + conflict("- b: 1\n", "- b: 2\n") + "  c: 0\n",
        ),
        (
            "its removal",
            "a:\n- b: 0\n  c: 0\n",
            "a:\n- b: 1\n  c: 0\n",
            "a:\n- c: 0\n",
            "a:\n" + conflict("- b: 1\n  c: 0\n", "- c: 0\n"),
        ),
        ("new fields", "a: 1\n", "a: 1\nb: 1\n", "a: 1\nb: 2\n", "a: 1\n" + conflict("b: 1\n", "b: 2\n")),
        (
            "a removal",
            "a: 1\nb:\n- id: x\n  c: 1\n- id: y\n",
            "a: 1\nb:\n- id: y\n",
            "a: 1\nb:\n- id: x\n  c: 2\n- id: y\n",
            "a: 1\nb:\n" + conflict("", "- id: x\n  c: 2\n") + "- id: y\n",
        ),
        (
            "the removal of all",
            "a: 1\nb:\n- id: x\n  c: 1\n",
            "a: 1\n",
            "a: 1\nb:\n- id: x\n  c: 2\n",
            "a: 1\n" + conflict("", "b:\n- id: x\n  c: 2\n"),
        ),
        (
            "a comment",
            "a: 1\n# p\nb: 1\n",
            "a: 1\n# q\nb: 1\n",
            "a: 1\n# r\nb: 2\n",
            "a: 1\n" + conflict("# q\n", "# r\n") + "b: 2\n",
        ),
        (
            "a comment beside a list",
            "a: # p\n- b\n",
            "a: # q\n- b\n",
            "a: # r\n- b\n- c\n",
            conflict("a: # q\n", "a: # r\n") + "- b\n- c\n",
        ),
        ("a text over lines", "a: |\n  p\n", "a: |\n  q\n", "a: >\n  r\n", conflict("a: |\n  q\n", "a: >\n  r\n")),
        (
            "a reworded text",
            "a:\n- b c\n- d\n",
            "a:\n- b e\n- d\n",
            "a:\n- b f\n- d\n",
            "a:\n" + conflict("- b e\n", "- b f\n") + "- d\n",
        ),
        (
            "neighbours, as one",
            "a: 0\nb: 0\n",
            "a: 1\nb: 1\n",
            "a: 2\nb: 2\n",
            conflict("a: 1\nb: 1\n", "a: 2\nb: 2\n"),
        ),
        ("kinds of value", "a: 0\n", "a: [1]\n", "a:\n- 2\n", conflict("a: [1]\n", "a:\n- 2\n")),
    ],
)
def test_what_meets_is_a_conflict_of_whole_lines(what, base, ours, theirs, merged):
    assert merge(base, ours, theirs) == merged


def test_marks_are_as_long_as_git_wants_and_obey_no_terminal():
    merged = three_way(b"a: 0\n", b"a: 1\n", b"a: 2\n", Labels("HEAD", "a\x1bb", 9))
    assert merged.content == b"<<<<<<<<< HEAD\na: 1\n=========\na: 2\n>>>>>>>>> a\\x1bb\n"
    assert merged.conflicts == 1


def test_line_ends_and_the_byte_order_mark_are_ours():
    merged = three_way(b"a: 1\nb: 1\n", b"\xef\xbb\xbfa: 2\r\nb: 1\r\n", b"a: 1\nb: 2\n", LABELS)
    assert merged.content == b"\xef\xbb\xbfa: 2\r\nb: 2\r\n"


def test_other_line_ends_alone_are_no_change():
    assert three_way(b"a: 1\nb: 1\n", b"a: 1\r\nb: 1\r\n", b"a: 1\nb: 2\n", LABELS).content == b"a: 1\r\nb: 2\r\n"


@pytest.mark.parametrize(
    ("theirs", "why"),
    [
        ("a: [2\n", "theirs is no sound YAML"),
        ("2\n", "a version is no mapping"),
        ("? a\n: 2\n", 'theirs holds a key behind a "?"'),
    ],
)
def test_what_cannot_be_taken_apart_is_for_others_to_merge(theirs, why):
    with pytest.raises(CannotMergeError, match=why.replace("?", r"\?")):
        three_way(b"a: 0\n", b"a: 1\n", theirs.encode(), LABELS)


def test_the_driver_overwrites_our_file_and_tells_of_conflicts(cjm, write):
    folder = write({"base.yaml": "a: 0\n", "ours.yaml": "a: 1\n", "theirs.yaml": "a: 2\n"})
    ran = cjm("git", "merge-driver", "base.yaml", "ours.yaml", "theirs.yaml", "--ours=%X", "--theirs=topic")
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")
    assert (folder / "ours.yaml").read_text("utf-8") == "<<<<<<< ours\na: 1\n=======\na: 2\n>>>>>>> topic\n"


def test_the_driver_merges_by_lines_what_it_cannot_take_apart(cjm, write):
    folder = write(
        {"base.yaml": "a: [0\nb\nc\nd\n", "ours.yaml": "a: [1\nb\nc\nd\n", "theirs.yaml": "a: [0\nb\nc\ne\n"}
    )
    ran = cjm("git", "merge-driver", "base.yaml", "ours.yaml", "theirs.yaml", "--path", "x y.journey.yaml")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith("x y.journey.yaml: merged by lines, for the common ancestor is no sound YAML (line ")
    assert (folder / "ours.yaml").read_text("utf-8") == "a: [1\nb\nc\ne\n"


def test_a_file_that_is_not_there_is_one_line(cjm, write):
    write({"base.yaml": "a: 0\n", "ours.yaml": "a: 1\n"})
    ran = cjm("git", "merge-driver", "base.yaml", "ours.yaml", "theirs.yaml")
    assert (ran.returncode, ran.stderr) == (2, "error: cannot read theirs.yaml: no such file or directory\n")
    ran = cjm("git", "textconv", "theirs.yaml")
    assert (ran.returncode, ran.stderr) == (2, "error: cannot read theirs.yaml: no such file or directory\n")
