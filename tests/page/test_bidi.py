"""Words from right to left stand in the order in which they are read."""

import pytest

from cjm_cli.page.bidi import runs


def seen(text: str, base: str) -> str:
    """The line as it is drawn, letter by letter from the left; capitals stand for Hebrew ones, in these tests only."""
    hebrew = {chr(ord("A") + i): chr(0x05D0 + i) for i in range(26)}
    latin = {value: key for key, value in hebrew.items()}
    drawn = runs(text.translate(str.maketrans(hebrew)), base)
    turned = (run.text if run.direction == "ltr" else run.text[::-1] for run in drawn)
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
    assert [run.text for run in runs("سعر 12", "rtl")] == ["12", "سعر "]
