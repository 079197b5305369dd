"""Two journeys beside each other, as a page in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from cjm_cli.comparison.comparison import Comparison
from cjm_cli.reviews import html

from ..comparison.conftest import PLAN, of_files  # noqa: TID252 (the pages that are shown)
from ..comparison.conftest import WAYS as BESIDE  # noqa: TID252
from ..comparison.test_comparison import hostile  # noqa: TID252
from . import texts
from .test_accessible import WAYS, broken

Shown = Callable[..., Page]


@pytest.fixture
def shown(open_map: Shown, tmp_path: Path) -> Shown:
    """Opens the page of a comparison."""

    def open_(comparison: Comparison, **options: object) -> Page:
        path = tmp_path / "compare.html"
        path.write_text(html.compare(comparison), "utf-8")
        return open_map(path, **options)

    return open_


@pytest.mark.parametrize("two", [PLAN, BESIDE], ids=["plan", "ways"])
@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_nothing(shown, two, way) -> None:
    assert broken(shown(of_files(two), **WAYS[way]), way=way) == []


@pytest.mark.parametrize("two", [PLAN, BESIDE], ids=["plan", "ways"])
@pytest.mark.parametrize("width", [390, 1440])
def test_only_tables_scroll_sideways(shown, two, width) -> None:
    page = shown(of_files(two), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_what_one_alone_has_is_not_struck_through(shown) -> None:
    every = "all.flatMap(one => [one, ...one.querySelectorAll('*')])"
    lines = f"all => [...new Set({every}.map(one => getComputedStyle(one).textDecorationLine))]"
    assert shown(of_files(BESIDE)).locator(".map .removed, .map .in-removed").evaluate_all(lines) == ["none"]
    assert "line-through" in shown(of_files(PLAN)).locator(".map .removed, .map .in-removed").evaluate_all(lines)


def test_marks_are_told_to_those_who_do_not_see_them(shown) -> None:
    for two, words in (
        (BESIDE, {"Rina only:", "Tom only:", "Different:", "Tom:"}),
        (PLAN, {"New:", "Today only:", "Otherwise:", "planned:"}),
    ):
        marks = shown(of_files(two)).locator(".map .fate > .unseen").all_inner_texts()
        assert {text.strip() for text in marks} == words


@pytest.mark.parametrize("is_plan", [True, False])
@pytest.mark.parametrize("text", texts.NASTY, ids=lambda text: text[:24])
def test_nothing_in_a_text_is_markup(text: str, is_plan: bool, shown: Shown) -> None:
    page = shown(hostile(text, is_plan=is_plan))
    count = "document.querySelectorAll('script, iframe, object, link, base, img, form, [onclick], [onload], [onerror]').length"
    assert (page.evaluate(count), page.evaluate("window.ran ?? null")) == (0, None)
    names = "[...new Set([...document.querySelectorAll('*')].map(one => one.localName))].sort()"
    found = page.evaluate(names)
    assert found == shown(hostile("some words", is_plan=is_plan)).evaluate(names)
