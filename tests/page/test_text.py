"""Text is measured and broken as a browser would, without one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from cjm_cli.page.text import Font, clamp, direction, measure, needs_guard, visible, wrap

EM = Font(2048)
BODY = Font(14)

FLAG = "🇩🇪"
FAMILY = "👨\u200d👩\u200d👧"
THUMB = "👍🏽"
KEYCAP = "1\ufe0f\u20e3"
E_ACUTE = "e\u0301"

_PIECES = [
    "a",
    "W",
    "é",
    "ж",
    "日",
    "。",
    "「",
    "가",
    FLAG,
    FAMILY,
    THUMB,
    KEYCAP,
    E_ACUTE,
    "-",
    "/",
    "5",
    " ",
    "\n",
    "ी",
]
mixed = st.text(max_size=60) | st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)
fonts = st.builds(Font, st.sampled_from([9.5, 12, 14, 26]), bold=st.booleans(), italic=st.booleans())
widths = st.floats(0, 300)


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("A", 1366),
        ("i", 455),
        (" ", 569),
        ("ä", 1139),
        ("\u00a0", 569),
        ("…", 2048),
        ("Ж", 1891),
        ("א", 1286),
        ("日", 2048),
        ("한", 2048),
        ("①", 2048),
        ("Ａ", 2048),
        ("★", 2048),
        ("😀", 2867),
        (FLAG, 2867),
        (FAMILY, 2867),
        (THUMB, 2867),
        (KEYCAP, 2867),
        ("☂\ufe0f", 2867),
        (E_ACUTE, 1139),
        ("\u200b\u00ad\u2060", 0),
        ("ب", 1331),
        ("ไ", 1331),
        ("த", 2458),
        ("မ", 2048),
    ],
)
def test_each_character_has_its_width(text: str, units: int) -> None:
    assert measure(text, EM) == units


def test_bold_is_wider() -> None:
    assert measure("journey", Font(14, bold=True)) > measure("journey", BODY)


def test_italics_differ_only_beyond_latin() -> None:
    assert measure("A thought", Font(14, italic=True)) == measure("A thought", BODY)
    assert measure("т", Font(2048, italic=True)) == 1706 != measure("т", EM)
    assert measure("т", Font(2048, bold=True, italic=True)) == 1821


def test_width_grows_with_the_font() -> None:
    assert measure("map", Font(28)) == 2 * measure("map", BODY)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("", 9, ()),
        (" \n\t ", 9, ()),
        ("one two", 9, ("one two",)),
        ("  one\n\n two  ", 9, ("one two",)),
        ("one two", 2, ("one", "two")),
        ("and/or", 2, ("and/", "or")),
        ("well-known", 3, ("well-", "known")),
        ("dusk—dawn", 3.5, ("dusk—", "dawn")),
        ("at -5 now", 2, ("at", "-5", "now")),
        ("in 24/7 mode", 2.7, ("in", "24/7", "mode")),
        ("use --all", 2, ("use", "--all")),
        ("10\u00a0km on", 3, ("10\u00a0km", "on")),
        ("日本語", 2, ("日本", "語")),
        ("日本。", 2, ("日", "本。")),
        ("日「本」", 2, ("日", "「本", "」")),
        ("キャット", 3, ("キャッ", "ト")),
        ("日本語text", 3, ("日本語", "text")),
        ("สวัสดี\u200bครับ", 3, ("สวัสดี\u200b", "ครับ")),
        ("incomprehensible", 3, ("incom", "prehe", "nsible")),
        ("ab", 0, ("a", "b")),
        (f"{FAMILY}{FLAG}", 1, (FAMILY, FLAG)),
        (f"{E_ACUTE}{E_ACUTE}", 0.1, (E_ACUTE, E_ACUTE)),
        ("a\u202eb\x1b", 9, (r"a\u202eb\x1b",)),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, ems: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, Font(10), width=ems * 10) == lines


@pytest.mark.parametrize(
    ("max_lines", "lines"),
    [(1, ("one…",)), (2, ("one", "two…")), (3, ("one", "two", "three")), (9, ("one", "two", "three"))],
)
def test_too_many_lines_end_in_an_ellipsis(max_lines: int, lines: tuple[str, ...]) -> None:
    assert wrap("one two three", Font(10), width=30, max_lines=max_lines) == lines


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        ("", 50, ""),
        ("short", 50, "short"),
        (" two\nlines ", 50, "two lines"),
        ("a long sentence", 50, "a long…"),
        ("aaaa", 0, "…"),
        (FAMILY * 3, 40, f"{FAMILY}…"),
    ],
)
def test_a_clamped_text_is_one_line(text: str, width: float, line: str) -> None:
    assert clamp(text, Font(12), width=width) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\tb\r\nc", "a b c"),
        ("a\u3000b\u2028c", "a b c"),
        ("\x00\x1b[31m\x7f", r"\x00\x1b[31m\x7f"),
        ("\x85\x9b", r"\x85\x9b"),
        ("\u202a\u202e\u2066\u2069\u200e\u200f\u061c", r"\u202a\u202e\u2066\u2069\u200e\u200f\u061c"),
        ("\ud800\ufffe\uffff", r"\ud800\ufffe\uffff"),
        (FAMILY, FAMILY),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_a_reader_cannot_see_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", "ltr"), ("12 – 3", "ltr"), ("map", "ltr"), ("123 שלום", "rtl"), ("(مرحبا) ok", "rtl"), ("ok שלום", "ltr")],
)
def test_the_first_strong_character_gives_the_direction(text: str, expected: str) -> None:
    assert direction(text) == expected


@pytest.mark.parametrize("text", ["plain", "Größe – 5 €", "Привет, мир", "Ωμέγα", E_ACUTE, "Tiếng Việt…"])
def test_european_text_may_be_guarded(text: str) -> None:
    assert needs_guard(text)


@pytest.mark.parametrize("text", ["", "日本", "mixed 日", "שלום", "हिन्दी", "한국", f"so {THUMB}", "ไทย"])
def test_other_text_may_not_be_guarded(text: str) -> None:
    assert not needs_guard(text)


@given(mixed, fonts, widths)
def test_wrapping_loses_only_white_space(text: str, font: Font, width: float) -> None:
    lines = wrap(text, font, width=width)
    assert "".join(lines).replace(" ", "") == visible(text).replace(" ", "")


@given(mixed, fonts, widths, st.none() | st.integers(1, 3))
def test_every_line_fits(text: str, font: Font, width: float, max_lines: int | None) -> None:
    for line in wrap(text, font, width=width, max_lines=max_lines):
        assert line == line.strip(" ") != ""
        assert measure(line, font) <= width or len(clusters(line)) == 1


@given(mixed, fonts, widths)
def test_a_cluster_is_never_split(text: str, font: Font, width: float) -> None:
    lines = wrap(text, font, width=width)
    assert [c for line in lines for c in clusters(line)] == clusters(visible(text).strip(" "))


@given(mixed, fonts, widths)
def test_a_wrapped_line_stays_as_it_is(text: str, font: Font, width: float) -> None:
    for line in wrap(text, font, width=width):
        assert wrap(line, font, width=width) == (line,)


@given(mixed, fonts, widths)
def test_a_clamped_line_stays_as_it_is(text: str, font: Font, width: float) -> None:
    line = clamp(text, font, width=width)
    assert clamp(line, font, width=width) == line
    assert measure(line, font) <= width or line == "…"


_ascii = st.text(st.characters(min_codepoint=32, max_codepoint=126))


@given(_ascii, _ascii)
def test_ascii_text_is_as_wide_as_its_parts(first: str, second: str) -> None:
    assert measure(first + second, EM) == measure(first, EM) + measure(second, EM)


def clusters(text: str) -> list[str]:
    """The grapheme clusters of the words of `text`."""
    return [cluster for word in text.split(" ") for cluster in iter_graphemes(word)]
