"""Pages in memory: drawn when somebody asks for them, and once."""

from functools import partial

from cjm_cli.site.shelf import Memory


def _put(shelf: Memory, page: str, drawn: list[str], of: str = "") -> None:
    def draw(name: str) -> bytes:
        drawn.append(name)
        return name.encode()

    if not shelf.holds(page, of):
        shelf.put(page, partial(draw, f"{page} {of}"), of)


def test_a_page_is_drawn_when_it_is_asked_for_and_once() -> None:
    shelf, drawn = Memory(), list[str]()
    _put(shelf, "a.html", drawn, "1")
    _put(shelf, "b.html", drawn, "1")
    shelf.close()
    assert drawn == []
    assert (shelf.page("a.html"), shelf.page("a.html"), shelf.page("c.html")) == (b"a.html 1", b"a.html 1", None)
    assert drawn == ["a.html 1"]


def test_what_is_made_of_the_same_is_not_drawn_again() -> None:
    shelf, drawn = Memory(), list[str]()
    for of in ("1", "1", "2"):
        _put(shelf, "a.html", drawn, of)
        shelf.close()
        shelf.page("a.html")
    assert drawn == ["a.html 1", "a.html 2"]


def test_a_page_that_is_none_any_more_is_gone() -> None:
    shelf, drawn = Memory(), list[str]()
    for page in ("a.html", "b.html"):
        _put(shelf, page, drawn, "1")
    shelf.page("a.html")
    shelf.close()
    _put(shelf, "c.html", drawn, "1")
    shelf.close()
    assert [shelf.page(page) for page in ("a.html", "b.html", "c.html")] == [None, None, b"c.html 1"]
