"""Texts in Markdown stay texts, wherever they stand and whatever they hold."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cjm_cli.markup.markdown import bullets, emphasis, escape, heading, one_line, quotation, quoted, strong, table

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

PLACES = {
    "paragraph": "{}",
    "after a word": "and {} too",
    "heading": heading(2, "{}"),
    "list": bullets([("{}", [("{}", ())])]),
    "quotation": quotation("{}"),
    "cell": table(["a", "{}"], [["{}", "b"], ["b", "{}"], ["{}<br>{}", ""]]),
    "bold": strong("{}"),
    "thought": emphasis("“{}”") + "<br>" + emphasis("“{}”"),
}
SINGLE = {"paragraph", "heading", "bold"}

OURS = {"<!-- -->", "<span>", "</span>", "<br>"}

# What GitHub looks for in each run of text once Markdown has been rendered.
GITHUB_READS = {
    "mention": re.compile(r"(?<!\w)@[a-z\d]", re.I),
    "e-mail address": re.compile(r"[\w.+-]@[\w-]"),
    "issue": re.compile(r"#\d|\bgh-\d", re.I),
    "link": re.compile(r"\w:/{2}|(?<!\w)www\.", re.I),
    "emoji": re.compile(r":[\w+-]+:"),
    "formula": re.compile(r"\$.|.\$"),
}

HOSTILE = [
    "[x](javascript:alert(1))",
    "[x](y) ![x](y) [x]",
    "[x]: y",
    "![x](https://evil.invalid/p.png)",
    "<https://evil.invalid>",
    "https://evil.invalid HTTP://evil.invalid ftp://evil.invalid",
    "www.evil.invalid (www.evil.invalid) WWW.evil.invalid",
    "eve@evil.invalid mailto:eve@evil.invalid",
    "<script>alert(1)</script> <!-- --> </table>",
    "a | b || c \\| d \\\\| e",
    "| --- |",
    "a\nb\r\n| x | y |",
    "` `` ``` ~~~",
    "``` \n# h",
    "# heading # C# ##",
    "===",
    "--- - - - ***",
    "- item",
    "+ item",
    "1. one",
    "12) twelve",
    "> quote",
    "    indented",
    "**bold** __bold__ *it* _it_ ~~gone~~ ~gone~",
    "snake_case _x_ a_ _b é_é",
    "@octocat @github/team",
    "#1 owner/repo#12 GH-3 gh-4",
    "deadbeef1 0123456789abcdef0123456789abcdef01234567",
    "[^1]: note [^1]",
    "[x]: javascript:alert(1)",
    "[ ] task",
    "text\\",
    "\\* \\a \\",
    "&lt; &#60; &amp &copy; R&D",
    ":smile: :+1: :a:b:c:",
    "$x$ $$y$$ $`z`$ 5$ and $10",
    "\u202etxet \x1b[31m \x00 \ud800",
    "\u00a0 \u3000",
    "a  b\t c\u2028d",
]


def parsed(source: str) -> list[Token]:
    return MARKDOWN.parse(source)


def shape(source: str) -> list[str]:
    """The kinds of everything but plain text and what we put between characters ourselves."""
    kinds = []
    for token in parsed(source):
        kinds.append(token.type)
        kinds += [child.type for child in token.children or [] if child.type not in ("text", "html_inline")]
    return kinds


def runs(source: str) -> Iterator[str]:
    """Each text between two marks; anything in angle brackets that is not ours fails."""
    for token in parsed(source):
        run = ""
        for child in token.children or []:
            if child.type == "text":
                run += child.content
                continue
            assert child.type != "html_inline" or child.content in OURS
            yield run
            run = ""
        yield run


def shown(source: str) -> str:
    return "".join(child.content for token in parsed(source) for child in token.children or [] if child.type == "text")


def texts() -> st.SearchStrategy[str]:
    """Anything at all, and words that mean something to Markdown or GitHub put together at random."""
    words = st.sampled_from(
        [*"-+*_~`#|<>[]()!&$:@\\=.1aF \n", "www.", "://", "http", "GH-", "&lt;", "abc1234", "é", "“"]
    )
    return st.one_of(st.text(), st.lists(words, max_size=12).map("".join), st.sampled_from(HOSTILE))


@pytest.mark.parametrize("place", PLACES)
@given(text=texts().filter(one_line))
def test_a_text_changes_no_structure_wherever_it_stands(place: str, text: str) -> None:
    template = PLACES[place]
    assert shape(template.replace("{}", escape(text))) == shape(template.replace("{}", "word"))


@pytest.mark.parametrize("place", sorted(SINGLE))
@given(text=texts().filter(one_line))
def test_a_text_is_shown_exactly(place: str, text: str) -> None:
    assert shown(PLACES[place].replace("{}", escape(text))) == one_line(text)


@given(text=texts())
def test_a_text_in_a_cell_is_shown_exactly(text: str) -> None:
    assert shown(table(["", ""], [[escape(text), ""]])) == one_line(text)


def read_by_github(source: str) -> list[str]:
    return [what for run in runs(source) for what, pattern in GITHUB_READS.items() if pattern.search(run)]


@given(text=texts())
def test_github_finds_nothing_to_link_in_any_run_of_text(text: str) -> None:
    assert read_by_github(escape(text)) == []


@given(text=texts())
def test_a_text_stays_on_one_line_and_never_starts_with_a_comment(text: str) -> None:
    escaped = escape(text)
    assert len(escaped.splitlines()) <= 1
    assert not escaped.startswith("<!--")


@pytest.mark.parametrize("text", HOSTILE)
def test_each_known_attack_is_shown_as_it_was_written(text: str) -> None:
    assert shown(quotation(quoted(text))) == f"“{one_line(text)}”"
    assert shape(table(["", ""], [[escape(text), "b"]])) == shape(table(["", ""], [["a", "b"]]))
    assert read_by_github(escape(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Waits 2-3 days, then calls (again).",
        "It's 09:30 – 41 % of all; really!",
        "C# and F#, or a file_name.yaml",
        "Cash & card, R & D",
        "-5 °C, +1 point, 1.5 hours",
        "Größe 40 – «très» bien? 注文する",
        "https is safe: so is http",
        "1234567 orders, decade after decade",
        "“Quoted” 'too' = fine {as} it^is",
    ],
)
def test_a_harmless_text_stays_readable(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a|b", r"a\|b"),
        ("<b>", "&lt;b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("@eve", "@<!-- -->eve"),
        ("see #12", "see #<!-- -->12"),
        ("https://x.org", "https:<!-- -->//x.org"),
        ("www.x.org", "www<!-- -->.x.org"),
        (":tada:", ":<!-- -->tada:"),
        ("$5", r"<span>\$</span>5"),
        ("1. one", r"1\. one"),
        ("# one", r"\# one"),
        ("a_b _c_", r"a_b \_c\_"),
        ("deadbeef1", "dead<!-- -->beef1"),
        ("\u202ex", r"\\u202ex"),
        (" a\n  b ", "a b"),
    ],
)
def test_each_danger_has_its_own_remedy(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_a_list_nests_and_a_table_has_as_many_cells_as_its_head() -> None:
    assert bullets([("a", [("b", [("c", ())])]), ("d", ())]) == "- a\n  - b\n    - c\n- d"
    assert table(["", "x"], [["a", ""]]) == "| | x |\n| --- | --- |\n| a | |"


def test_what_says_nothing_leaves_no_marks() -> None:
    assert (strong(""), emphasis("")) == ("", "")
    assert heading(2, "") == "## —"
