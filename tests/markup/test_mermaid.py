"""Mermaid's journey takes every text, and shows it as it was written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.markup.markdown import one_line
from cjm_cli.markup.mermaid import ACTOR_LENGTH, NOTHING, Task, escape, journey

# The words of Mermaid's grammar, as its own lexer finds them at the start of a statement.
KEYWORDS = re.compile(r"journey\b|title\s|accTitle\s*:|accDescr\s*[:{]|section\s|%|#", re.I)


def decoded(text: str) -> str:
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), text)


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert decoded(escape(text)) == (one_line(text) or NOTHING)


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(["title", "section", "journey", " ", ":", "#1;", "x"])).map("".join))
)
def test_no_text_holds_a_sign_or_begins_with_a_word_of_the_grammar(text: str) -> None:
    escaped = escape(text)
    assert not set(re.sub(r"#\d+;", "", escaped)) & set('#;:,%<>&"`\\{}$\n')
    assert not KEYWORDS.match(re.sub(r"#\d+;", "x", escaped) + ": 3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pays anyway", "Pays anyway"),
        ("a: 5: Eve", "a#58; 5#58; Eve"),
        ("a;b", "a#59;b"),
        ("#quot;", "#35;quot#59;"),
        ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
        ("```\n</code>", "#96;#96;#96; #60;/code#62;"),
        ("section evil", "#115;ection evil"),
        ("TITLE", "#84;ITLE"),
        ("accTitle: x", "#97;ccTitle#58; x"),
        ("AccDescr", "#65;ccDescr"),
        ("Journey home", "#74;ourney home"),
        ("journeyman", "journeyman"),
        ("sectional sofa", "sectional sofa"),
        ("titles", "titles"),
        ("the title", "the title"),
        ("ﬂ°°38¶ß", "#64258;°°38#182;ß"),
        ("a\n  hack", "a hack"),
        ("", "—"),
        (" \n ", "—"),
    ],
)
def test_each_danger_is_written_as_a_number(text: str, expected: str) -> None:
    assert escape(text) == expected


def test_a_diagram_is_a_line_for_each_thing() -> None:
    tasks = [Task("Looks, compares", 4, ("Rina", "Tom")), Task("", 1)]
    assert journey("Buying: shoes", "How it goes", [("Awareness", tasks), ("", [])]).splitlines() == [
        "journey",
        "  title Buying#58; shoes",
        "  accDescr: How it goes",
        "  section Awareness",
        "    Looks#44; compares: 4: Rina, Tom",
        "    —: 1",
        "  section —",
    ]


def test_a_diagram_without_a_description_does_not_name_one() -> None:
    assert "accDescr" not in journey("t", "", [])


@given(st.text(min_size=1))
def test_an_actor_is_clipped_before_it_is_escaped(name: str) -> None:
    line = journey("t", "", [("s", [Task("a", 3, (name,))])]).splitlines()[-1]
    actor = decoded(line.removeprefix("    a: 3: "))
    assert len(actor) <= ACTOR_LENGTH
    assert actor == (one_line(name) or NOTHING) or (actor.endswith("…") and one_line(name).startswith(actor[:-1]))


def test_an_actor_is_named_once() -> None:
    assert journey("t", "", [("s", [Task("a", 3, ("Rina", "Rina"))])]).endswith("a: 3: Rina")


@given(st.text())
def test_a_space_follows_each_colon_so_that_mermaid_keeps_its_entities(text: str) -> None:
    lines = journey(text, text, [(text, [Task(text, 3, (text,))])])
    assert not re.search(r":(?! )", lines)
