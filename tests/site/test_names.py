"""Whatever people call things: a page's name stays in its folder, fits on any disk, and is no other page's."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cjm_cli.site.names import LONGEST, RESERVED, address, stems

HOSTILE = (
    "../../etc/passwd", "/etc/passwd", "..", ".", "", "con", "CON", "nul", "com1", "a/b", "a\\b", "a:b", "C:\\x",
    "a\0b", "index.html", ".hidden", "~", "-rf", "%2e%2e", "é", "É", "e\u0301", "ß", "ss", "x" * 500, "x" * 501,
    "鞋" * 200, "a b", "a-b", "A B", "?q", "#x", "<b>", "'", '"', "\u202e", "\ud800", "😀",
)  # fmt: skip


def _held(ids) -> None:
    found = stems(ids)
    assert set(found) == set(ids)
    folded = {unicodedata.normalize("NFC", stem.casefold()) for stem in found.values()}
    assert len(folded) == len(found)
    for stem in found.values():
        assert stem
        assert len(stem.encode()) <= LONGEST
        assert all(letter.isalnum() or letter == "-" for letter in stem)
        assert not RESERVED.fullmatch(stem)


def test_hostile_names_are_tamed_all_at_once() -> None:
    _held(HOSTILE)


@given(some.sets(some.text(max_size=40), max_size=12))
def test_any_names_are_tamed(ids) -> None:
    _held(ids)


@pytest.mark.parametrize("id_", ["buying-shoes", "größe".replace("ö", "o"), "鞋", "a-1"])
def test_an_id_that_can_be_a_name_is_one(id_) -> None:
    assert stems([id_, f"{id_}!", f"{id_} "])[id_] == id_


def test_a_name_does_not_depend_on_the_order() -> None:
    assert stems(HOSTILE) == stems(reversed(HOSTILE))


def test_an_address_holds_nothing_that_a_browser_would_take_for_more() -> None:
    assert address("journeys/a?b#c.html", "pay/see total~2") == "journeys/a%3Fb%23c.html#pay/see%20total~2"
