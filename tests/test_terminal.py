"""A terminal shows a text, obeys nothing in it, and columns line up."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcwidth

from cjm_cli.terminal import _NARROW, cells, clip, escape, pad

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb", "a b"),
        ("a\r\nb", r"a\r\nb"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("\x9b31m\x7f\x85", r"\x9b31m\x7f\x85"),
        ("\u202eevil\u2069", r"\u202eevil\u2069"),
        ("\u2028\u2029\u200b\ufeff\u2060\u00ad", r"\u2028\u2029\u200b\ufeff\u2060\xad"),
        ("\ud83d", r"\ud83d"),
        ("日本 é ✓", "日本 é ✓"),
        (FAMILY, FAMILY),
    ],
)
def test_what_a_terminal_obeys_is_shown(text: str, shown: str) -> None:
    assert escape(text) == shown


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("plain", 5),
        ("Größe", 5),
        ("── ✓", 4),
        ("日本", 4),
        ("e\u0301", 1),
        (FAMILY, 2),
        ("🇩🇪", 2),
        ("a\x1bb", 2),
    ],
)
def test_a_text_takes_columns(text: str, columns: int) -> None:
    assert cells(text) == columns


@pytest.mark.parametrize(("text", "padded"), [("ab", "ab  "), ("日", "日  "), ("abcd", "abcd"), ("abcde", "abcde")])
def test_padding_fills_columns(text: str, padded: str) -> None:
    assert pad(text, 4) == padded


@pytest.mark.parametrize(
    ("text", "columns", "clipped"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        (f"{FAMILY}{FAMILY}", 3, f"{FAMILY}…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
        ("", 0, ""),
    ],
)
def test_clipping_ends_in_an_ellipsis(text: str, columns: int, clipped: str) -> None:
    assert clip(text, columns) == clipped


@given(st.text(), st.integers(0, 20))
def test_a_clipped_text_fits(text: str, columns: int) -> None:
    assert cells(clip(text, columns)) <= columns


@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    shown = escape(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert escape(shown) == shown


def test_the_short_way_agrees_with_wcwidth() -> None:
    narrow = [c for c in map(chr, range(0x110000)) if _NARROW.fullmatch(c)]
    assert {wcwidth(c) for c in narrow} == {1}
    assert len(list(iter_graphemes("".join(narrow)))) == len(narrow)
