"""What holds for every merge, whatever the two sides did."""

from collections import Counter
from typing import Any

import hypothesis.strategies as st
from hypothesis import given, settings

from cjm_cli.merge import Labels, Outcome, text, three_way
from cjm_cli.merge.chunks import Side, joined, resolved
from cjm_cli.source import read
from cjm_cli.source.pieces import Pieces

from .trees import edited, journeys

LABELS = Labels()


@st.composite
def versions(draw: Any) -> tuple[str, str, str]:
    journey, names = draw(journeys())
    return journey.written(), draw(edited(journey, names)).written(), draw(edited(journey, names)).written()


def merge(base: str, ours: str, theirs: str) -> Outcome:
    return three_way(base.encode(), ours.encode(), theirs.encode(), LABELS)


def pieces(written: str) -> Pieces:
    document, findings = read("a.yaml", written.encode())
    assert document is not None, (findings, written)
    return document.pieces()


def by_pieces(base: str, ours: str, theirs: str) -> str:
    chunks = joined(text.merged(pieces(base), pieces(ours), pieces(theirs)))
    assert all(isinstance(chunk, str) for chunk in chunks)
    return resolved(chunks, Side.OURS)


def comments(written: str) -> Counter[str]:
    return Counter(line.partition("# ")[2] for line in written.splitlines() if "# " in line)


@settings(max_examples=150)
@given(versions())
def test_merging_in_either_order_agrees(three):
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert one.conflicts == other.conflicts
    if not one.conflicts:
        assert one.content == other.content


@settings(max_examples=60)
@given(versions())
def test_a_side_that_changed_nothing_gives_the_other_byte_for_byte(three):
    base, ours, _ = three
    assert by_pieces(base, base, ours) == by_pieces(base, ours, base) == ours
    assert merge(base, base, ours).content == merge(base, ours, base).content == ours.encode()


@settings(max_examples=60)
@given(versions())
def test_the_same_change_on_both_sides_counts_once(three):
    base, ours, _ = three
    assert by_pieces(base, ours, ours) == ours


@settings(max_examples=150)
@given(versions())
def test_without_a_conflict_no_comment_that_is_new_is_lost(three):
    base, ours, theirs = three
    merged = merge(base, ours, theirs)
    if not merged.conflicts:
        for side in (ours, theirs):
            assert not set(comments(side)) - set(comments(base)) - set(comments(merged.content.decode()))


@settings(max_examples=150)
@given(versions())
def test_outside_its_marks_a_conflict_leaves_sound_yaml(three):
    merged = merge(*three)
    for wanted in ("ours", "theirs"):
        kept, side = [], ""
        for line in merged.content.decode().splitlines(keepends=True):
            mark = line[:7]
            if mark in ("<<<<<<<", "=======", ">>>>>>>"):
                side = {"<": "ours", "=": "theirs", ">": ""}[mark[0]]
            elif side in ("", wanted):
                kept.append(line)
        document, findings = read("a.yaml", "".join(kept).encode())
        assert document is not None, findings
