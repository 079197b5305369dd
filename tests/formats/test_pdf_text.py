"""Words from right to left stand in the order in which they are read, and each letter in a font that has it."""

import pytest

from cjm_cli.formats._pdf_text import Part, parts, runs
from cjm_cli.page.text import direction


def seen(text: str, base: str) -> str:
    """The line as it is drawn, letter by letter from the left; capitals stand for Hebrew ones, in these tests only."""
    hebrew = {chr(ord("A") + i): chr(0x05D0 + i) for i in range(26)}
    latin = {value: key for key, value in hebrew.items()}
    drawn = runs(text.translate(str.maketrans(hebrew)), base)
    turned = (run if way == "ltr" else run[::-1] for run, way in drawn)
    return "".join(turned).translate(str.maketrans(latin))


@pytest.mark.parametrize(
    ("text", "leftward", "rightward"),
    [
        ("", "", ""),
        ("car", "car", "car"),
        ("CAR", "RAC", "RAC"),
        ("car is THE CAR here", "car is RAC EHT here", "here RAC EHT car is"),
        ("THE CAR is red", "RAC EHT is red", "is red RAC EHT"),
        ("AB 12 CD", "DC 12 BA", "DC 12 BA"),
        ("AB 1,200 CD", "DC 1,200 BA", "DC 1,200 BA"),
        ("AB 50% CD", "DC 50% BA", "DC 50% BA"),
        ("ab 12", "ab 12", "ab 12"),
        ("AB, CD.", "DC ,BA.", ".DC ,BA"),
        ("(AB)", "(BA)", ")BA("),
        ("a\u0301B", "a\u0301B", "Ba\u0301"),
    ],
)
def test_a_line_is_turned_round_where_it_has_to_be(text, leftward, rightward) -> None:
    assert (seen(text, "ltr"), seen(text, "rtl")) == (leftward, rightward)


def test_a_line_without_such_words_is_one_run() -> None:
    assert [*runs("Größe, 12 (a)!", "ltr")] == [("Größe, 12 (a)!", "ltr")]


def test_arabic_numbers_run_as_numbers_do() -> None:
    assert [run for run, _ in runs("سعر 12", "rtl")] == ["12", "سعر "]


def test_a_part_goes_to_the_first_font_that_has_it_and_what_none_has_to_none(font_of) -> None:
    found = [*parts("ab東x", "ltr", {"one": font_of("ab", "one"), "other": font_of("a東", "other")})]
    assert found == [Part("ab", "one", "ltr"), Part("東", "other", "ltr"), Part("x", "", "ltr")]


@pytest.mark.parametrize("text", ["e\u0301", "क्\u200dष", "مُحَمَّد", "می\u200cخواهم"])
def test_what_joins_letters_stays_with_them(text, font_of) -> None:
    assert [part.text for part in parts(text, direction(text), {"one": font_of("".join(sorted({*text})))})] == [text]


def test_letters_that_no_font_has_are_shown_from_right_to_left_too(font_of) -> None:
    assert [part.shown for part in parts("אב", "rtl", {"one": font_of("x")})] == ["בא"]
