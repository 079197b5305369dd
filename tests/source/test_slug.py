"""A slug is what an author would type as an id."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.source import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hidden fees", "hidden-fees"),
        ("  Pay -- now!  ", "pay-now"),
        ("Crème brûlée", "creme-brulee"),
        ("Äpfel & Öl", "apfel-ol"),
        ("İstanbul", "istanbul"),
        ("ﬁnd ½", "find-1-2"),
        ("日本 語", "日本-語"),
        ("한국어", "한국어"),
        ("Привет, мир", "привет-мир"),
        ("1.10", "1-10"),
        ("a_b", "a-b"),
        ("😀", ""),
        ("---", ""),
        ("", ""),
    ],
)
def test_a_slug_is_kebab_case(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_holds_letters_digits_and_single_inner_hyphens(text):
    words = slug(text).split("-")
    assert words == [""] or all(word.isalnum() for word in words)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_a_slug_of_latin_text_is_its_own_slug(text):
    assert slug(slug(text)) == slug(text)
