"""A site in a real browser, from the disk: it is found accessible, searches, sorts, and asks nobody for anything."""

import json
from pathlib import Path
from typing import Any

import pytest

from cjm_cli.cli import run

from . import texts
from .conftest import ROOT
from .test_accessible import WAYS, broken

PAGES = (
    "index.html",
    "personas.html",
    "personas/rina.html",
    "touchpoints.html",
    "touchpoints/checkout.html",
    "channels/web.html",
    "opportunities.html",
    "pain-points.html",
    "search.html",
    "journeys/buying-running-shoes.html",
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sites of two examples."""
    folder = tmp_path_factory.mktemp("sites")
    for name in ("shoe-shop", "telecom"):
        assert run(["build", str(ROOT / "examples" / name), "-qq", "-o", str(folder / name)]) == 0
    return {name: folder / name for name in ("shoe-shop", "telecom")}


WIDE = """
() => {
  const inside = (one) => one.closest('.picture, .scroll, .unseen, .of, .paper, template, thead, svg, .skip');
  const isPast = (one) => !inside(one) && one.getBoundingClientRect().right > innerWidth + 1;
  const past = [...document.querySelectorAll('body *')].filter(isPast);
  return [document.documentElement.scrollWidth > innerWidth, ...past.map((one) => `${one.tagName}.${one.className}`)].slice(0, 5);
}
"""


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_found_on_any_page(open_map, sites, way) -> None:
    page = None
    for name in PAGES:
        path = sites["shoe-shop"] / name
        page = open_map(path, **WAYS[way]) if page is None else page
        page.goto(path.as_uri())
        assert broken(page, way=way) == [], name


@pytest.mark.parametrize("width", [320, 390, 720, 1010, 1440, 2200])
def test_no_page_is_wider_than_its_window(open_map, sites, width) -> None:
    page = None
    for folder in sites.values():
        for path in sorted(folder.rglob("*.html")):
            page = page or open_map(path, viewport={"width": width, "height": 900})
            page.goto(path.as_uri())
            assert page.evaluate(WIDE) == [False], path


def test_without_scripts_all_is_there_to_be_read(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "index.html", java_script_enabled=False)
    for name in ("index", "opportunities", "pain-points", "touchpoints"):
        page.goto((sites["shoe-shop"] / f"{name}.html").as_uri())
        assert page.locator("main").inner_text()
        assert page.locator("button, input").count() == 0
    page.goto((sites["shoe-shop"] / "search.html").as_uri())
    assert page.get_by_text("The search needs scripts").is_visible()


def test_the_search_finds_every_kind_of_thing_and_leads_there(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "index.html")
    page.keyboard.press("/")
    page.keyboard.type("hidden fees")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html*")
    assert page.get_by_role("searchbox").input_value() == "hidden fees"
    first = page.locator(".results a").first
    assert first.inner_text() == "Hidden fees at checkout"
    first.click()
    page.wait_for_url("**/pain-points.html#**")
    assert page.locator("tr:target").count() == 1


@pytest.mark.parametrize(
    ("question", "found", "address"),
    [
        ("rina", "Rina Costa", "personas/rina.html"),
        ("CHECKOUT", "Checkout", "touchpoints/checkout.html"),
        ("sees the real", "Sees the real total", "journeys/buying-running-shoes.html#decision/see-total"),
        ("sending back", "Sending back the pair that does not fit", "journeys/returning-shoes.html"),
        ("until 22:00", "Pick orders until 22:00, when most of them come in", "opportunities.html#"),
        ("live chat", "Live chat", "channels/chat.html"),
    ],
)
def test_a_question_is_answered(open_map, sites, question, found, address) -> None:
    page = open_map(sites["shoe-shop"] / "search.html")
    page.get_by_role("searchbox").fill(question)
    link = page.locator(".results a", has_text=found).first
    assert address in link.get_attribute("href")


def test_a_question_can_be_kept_to_one_kind_and_may_find_nothing(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "search.html")
    page.get_by_role("searchbox").fill("checkout")
    page.get_by_role("button", name="Touchpoint").click()
    assert {text.split()[0].lower() for text in page.locator(".results .kind").all_inner_texts()} == {"touchpoint"}
    page.get_by_role("searchbox").fill("xyzzy <img src=x>")
    assert page.get_by_role("status").inner_text() == "Nothing is found."


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_found_among_the_answers_and_in_a_sorted_table(open_map, sites, way) -> None:
    page = open_map(sites["shoe-shop"] / "search.html", anchor="q=checkout fees", **WAYS[way])
    page.get_by_role("searchbox").fill("checkout")
    assert page.locator(".results mark").count() > 5
    assert broken(page, way=way) == []
    page.goto((sites["shoe-shop"] / "touchpoints.html").as_uri())
    page.locator("thead button").nth(4).dispatch_event("click")
    assert broken(page, way=way) == []


def test_an_address_may_bring_any_question(open_map, sites) -> None:
    for anchor in ("q=%3Cimg%20src=x%20onerror=alert(1)%3E", "q=%E0%A4%A", "<b>"):
        open_map(sites["shoe-shop"] / "search.html", anchor=anchor)


def _column(page: Any, index: int) -> list[str]:
    return [row.locator("th, td").nth(index).inner_text() for row in page.locator("tbody tr").all()]


def test_a_table_is_sorted_by_its_columns(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "opportunities.html")
    button = page.get_by_role("button", name="Effort")
    head = page.locator("th", has=button)
    button.click()
    assert head.get_attribute("aria-sort") == "ascending"
    efforts = [cell.get_attribute("data-value") for cell in page.locator("td[data-label=Effort]").all()]
    assert efforts == sorted(efforts)
    button.click()
    assert head.get_attribute("aria-sort") == "descending"
    page.get_by_role("button", name="Opportunity").click()
    assert head.get_attribute("aria-sort") is None
    names = page.locator("tbody th > span").all_inner_texts()
    assert names == sorted(names, key=str.lower)


def test_a_point_on_the_board_leads_to_its_line(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "opportunities.html")
    page.get_by_role("link", name="1: ").first.click()
    assert page.locator("tr:target .badge").inner_text() == "1"


def test_no_two_points_of_the_board_meet(open_map, sites) -> None:
    page = open_map(sites["telecom"] / "opportunities.html")
    centres = page.locator(".board circle").evaluate_all(
        "all => all.map(one => [one.cx.baseVal.value, one.cy.baseVal.value])"
    )
    assert len(centres) > 3
    for index, (x, y) in enumerate(centres):
        assert all((x - a) ** 2 + (y - b) ** 2 >= 28**2 for a, b in centres[index + 1 :])


def test_the_theme_holds_for_the_whole_site(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "index.html")
    for _ in range(2):
        page.get_by_role("button", name="Theme").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark == "rgb(15, 20, 25)"


def test_a_map_leads_back_into_the_site(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "index.html")
    page.locator(".card a").first.click()
    page.wait_for_url("**/journeys/*")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Shoe shop").click()
    page.wait_for_url("**/index.html")


def test_everything_can_be_read_in_forced_colours(open_map, sites) -> None:
    page = open_map(sites["shoe-shop"] / "opportunities.html", forced_colors="active", color_scheme="dark")
    assert broken(page) == []


@pytest.mark.parametrize("text", texts.HARD, ids=lambda text: text[:12])
def test_a_hard_text_makes_no_page_wider_than_its_window(open_map, tmp_path, text) -> None:
    shared = {"name": text, "extends": "minimal", "touchpoints": [{"name": text, "channel": text, "owner": text}]}
    (tmp_path / "cjm.yaml").write_text(json.dumps(shared, ensure_ascii=False), "utf-8")
    (tmp_path / "a.journey.yaml").write_text(texts.journey(text), "utf-8")
    folder = tmp_path / "site"
    assert run(["build", str(tmp_path), "-qq", "-o", str(folder), "--no-validate"]) == 0
    page = open_map(folder / "index.html")
    for width in (320, 1024):
        page.set_viewport_size({"width": width, "height": 900})
        for path in sorted(folder.rglob("*.html")):
            page.goto(path.as_uri())
            assert page.evaluate(WIDE) == [False], path
