"""The page as a whole: its theme, what is taken along from it, and what it is without scripts."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .texts import MAP, STEPS


@pytest.fixture
def shown(open_map, journey) -> Page:
    return open_map(journey(MAP))


# Theme


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


WHITE, BLACK = "rgb(255, 255, 255)", "rgb(15, 20, 25)"


@pytest.mark.parametrize(("system", "papers"), [("light", [WHITE, WHITE, BLACK]), ("dark", [BLACK, WHITE, BLACK])])
def test_the_theme_is_the_systems_until_somebody_chooses(open_map, journey, system, papers) -> None:
    page = open_map(journey(MAP), color_scheme=system)
    for theme, colour in zip(("auto", "light", "dark"), papers, strict=True):
        assert paper(page) == colour
        page.get_by_role("button", name=f"Theme: {theme}").click()


def _paper_after_reload(page: Page) -> str:
    page.reload()
    return paper(page)


def test_the_theme_is_remembered_and_paper_is_white(shown) -> None:
    for _ in range(2):
        shown.locator("[data-do=theme]").click()
    expect(shown.locator("[data-do=theme]")).to_have_text("Theme: dark")
    # A browser that is busy hands what is stored to the page's next process a little later.
    assert any(_paper_after_reload(shown) == BLACK for _ in range(5))
    expect(shown.get_by_role("button", name="Theme: dark")).to_be_visible()
    shown.emulate_media(media="print")
    assert paper(shown) == WHITE


def test_the_tools_work_where_nothing_may_be_remembered(open_map, journey, browser) -> None:
    page = open_map(journey(MAP))
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }});")
    page.reload()
    page.locator("[data-do=theme]").click()
    expect(page.get_by_role("button", name="Theme: light")).to_be_visible()
    assert page.locator("output").inner_text() == "4 steps"


# To take along


def test_the_button_prints(shown) -> None:
    shown.evaluate("window.print = () => document.body.dataset.printed = 'yes'")
    shown.get_by_role("button", name="Print").click()
    assert shown.locator("body").get_attribute("data-printed") == "yes"


def test_the_table_is_taken_along_as_csv_that_no_spreadsheet_takes_for_a_formula(shown, tmp_path: Path) -> None:
    with shown.expect_download() as started:
        shown.get_by_role("button", name="CSV").click()
    assert started.value.suggested_filename == "map.csv"
    started.value.save_as(tmp_path / "map.csv")
    raw = (tmp_path / "map.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 5
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))
    assert [row["Stage"] for row in rows] == ["Choose", "Choose", "Pay", "Wait"]
    assert [row["Step"] for row in rows] == [*STEPS[:3], ""]
    assert [row["Doing"] for row in rows] == [
        "Opens four tabs",
        "'=1+1",
        'Says "yes", twice',
        "Looks out of the window",
    ]
    assert rows[1]["Pain points"] == "1 · Closed on Monday · severity 4 of 5"
    assert rows[1]["Feeling"].splitlines() == ["−1 · angry", "It is closed"]
    assert rows[0]["Feeling"].startswith("Rina: +1")


# Without scripts


def test_without_scripts_the_map_is_whole_and_nothing_dead_is_there(open_map, examples) -> None:
    with_scripts = open_map(examples["buying-running-shoes"]).locator("main").inner_text()
    page = open_map(examples["buying-running-shoes"], java_script_enabled=False)
    assert page.locator("button, input, select, dialog").count() == 0
    said = page.locator("main").inner_text().split()
    assert set(said) <= set(with_scripts.split())
    assert len(said) > 900


def test_without_scripts_a_link_marks_its_step(open_map, examples) -> None:
    page = open_map(examples["buying-running-shoes"], anchor="decision/see-total", java_script_enabled=False)
    expect(page.locator("th:target .step")).to_have_css("box-shadow", re.compile("3px"))
