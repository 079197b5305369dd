"""What a reader can do with a map: search, filter, fold, open, follow a link, walk with the keys."""

import re

import pytest
from playwright.sync_api import Page, expect

from .texts import MAP, STEPS


@pytest.fixture
def shown(open_map, journey) -> Page:
    return open_map(journey(MAP))


def bright(page: Page) -> list[str]:
    """The steps that are not dimmed."""
    return [name for name in STEPS if page.locator("th:not(.dim)", has=opener(page, name)).count()]


def opener(page: Page, name: str):
    return page.locator("button.open", has_text=re.compile(f"^{name}$"))


def count(page: Page) -> str:
    return page.locator("output").inner_text()


# Search and filters


def test_a_search_dims_what_does_not_hold_every_word_and_counts_what_does(shown) -> None:
    assert (bright(shown), count(shown)) == (STEPS, "4 steps")
    search = shown.get_by_role("searchbox", name="Search the steps")
    search.fill("CAFE  monday")
    assert (bright(shown), count(shown)) == (["Finds the café"], "1 of 4 steps")
    assert shown.evaluate("CSS.highlights.get('found').size") >= 1
    search.fill("pay")
    assert bright(shown) == ["Confirms"]
    search.fill("eight sessions")
    assert bright(shown) == ["Confirms"]
    search.fill("nowhere")
    assert (bright(shown), count(shown)) == ([], "0 of 4 steps")


def test_what_is_dimmed_stays_and_its_stage_is_dimmed_with_it(shown) -> None:
    before = shown.locator("table.map").inner_text()
    shown.get_by_label("Pain points only").check()
    assert bright(shown) == ["Finds the café"]
    assert shown.locator("table.map").inner_text() == before
    assert shown.locator(".stages th.dim").all_inner_texts() == ["Pay", "Wait"]
    faces = shown.locator(".plot .face").evaluate_all("all => all.map(face => face.classList.contains('dim'))")
    assert faces == [True, False, True, False]


def test_steps_are_filtered_by_channel_and_by_persona(shown) -> None:
    shown.get_by_label("Channel").select_option("Web shop")
    assert bright(shown) == ["Compares models", "Confirms"]
    shown.get_by_role("button", name="Clear").click()
    assert bright(shown) == STEPS
    shown.get_by_label("Persona").select_option("Rina")
    assert bright(shown) == ["Compares models", "Confirms", "Wait"]
    assert shown.locator(".line.dim").count() == 1
    assert shown.locator("p.dim").all_inner_texts() == ["Tom: −1"]


def test_a_slash_leads_to_the_search_and_escape_clears_all_filters(shown) -> None:
    shown.get_by_label("Pain points only").check()
    shown.keyboard.press("/")
    shown.keyboard.type("models/")
    assert (count(shown), shown.get_by_role("searchbox").input_value()) == ("0 of 4 steps", "models/")
    shown.keyboard.press("Escape")
    assert (count(shown), shown.get_by_role("searchbox").input_value()) == ("4 steps", "")
    assert not shown.get_by_label("Pain points only").is_checked()
    expect(shown.get_by_role("button", name="Clear")).to_be_hidden()


def test_enter_leads_from_the_search_to_the_first_step_found(shown) -> None:
    shown.get_by_role("searchbox").fill("yes")
    shown.keyboard.press("Enter")
    expect(opener(shown, "Confirms")).to_be_focused()


def test_what_is_found_beside_the_screen_comes_into_view(open_map, examples) -> None:
    page = open_map(examples["buying-running-shoes"], viewport={"width": 390, "height": 844})
    page.get_by_role("searchbox").fill("ten kilometres")
    box = opener(page, "Runs ten kilometres").bounding_box()
    assert box["x"] > 104
    assert box["x"] + box["width"] <= 390
    page.get_by_role("searchbox").fill("running group")
    assert 104 < opener(page, "Asks her running group").bounding_box()["x"] < 200


def test_a_filter_that_would_filter_nothing_is_not_offered(open_map, journey) -> None:
    page = open_map(journey("title: A\npersona: {name: Rina}\nsteps: [{name: One, channels: [Web]}]"))
    assert page.locator(".tools select, .tools input[type=checkbox]").count() == 0
    assert count(page) == "1 step"


# Lanes


def test_a_lane_folds_away_beneath_its_name(shown) -> None:
    doing = shown.get_by_role("button", name="Doing")
    cell = shown.get_by_text("Opens four tabs")
    high = shown.locator("tr[data-lane=actions]").last.bounding_box()["height"]
    doing.click()
    expect(cell).to_be_hidden()
    assert doing.get_attribute("aria-expanded") == "false"
    assert shown.locator("tr[data-lane=actions]").last.bounding_box()["height"] < high
    doing.click()
    expect(cell).to_be_visible()


def test_the_curve_folds_with_its_words(shown) -> None:
    shown.get_by_role("button", name="Feeling").click()
    expect(shown.locator(".plot")).to_be_hidden()
    expect(shown.get_by_text("Tom: −1")).to_be_hidden()
    expect(shown.get_by_role("button", name="Feeling")).to_be_visible()


# Details


def test_the_details_of_a_step_are_all_that_the_page_says_of_it(shown) -> None:
    opener(shown, "Finds the café").click()
    dialog = shown.get_by_role("dialog", name="Finds the café")
    for text in ("Choose", "=1+1", "Store", "−1 · angry", "It is closed", "Closed on Monday", "severity 4 of 5"):
        expect(dialog.get_by_text(text).first).to_be_visible()
    for text in ("Half leave here", "importance 5 of 5", "Open on Mondays", "in: Confirms"):
        expect(dialog.get_by_text(text).first).to_be_visible()
    assert "2 of 4 steps" in dialog.inner_text()
    dialog.get_by_role("button", name="Next").click()
    again = shown.get_by_role("dialog", name="Confirms")
    expect(again.get_by_text("Seen in eight sessions")).to_be_visible()


def test_arrows_turn_the_pages_of_the_details_and_end_at_the_ends(shown) -> None:
    opener(shown, "Confirms").click()
    shown.keyboard.press("ArrowRight")
    shown.keyboard.press("ArrowRight")
    dialog = shown.get_by_role("dialog", name="Wait")
    expect(dialog.get_by_text("Looks out of the window")).to_be_visible()
    expect(dialog.get_by_role("button", name="Next")).to_be_disabled()
    for _ in range(5):
        shown.keyboard.press("ArrowLeft")
    expect(shown.get_by_role("dialog", name="Compares models")).to_be_visible()


def test_the_details_close_and_leave_the_reader_where_they_were(shown) -> None:
    opener(shown, "Confirms").click()
    shown.keyboard.press("Escape")
    expect(shown.get_by_role("dialog")).to_be_hidden()
    expect(opener(shown, "Confirms")).to_be_focused()
    opener(shown, "Confirms").press("Enter")
    shown.get_by_role("button", name="Close").click()
    expect(shown.get_by_role("dialog")).to_be_hidden()
    opener(shown, "Confirms").click()
    shown.mouse.click(5, 5)
    expect(shown.get_by_role("dialog")).to_be_hidden()


def test_the_details_of_a_dimmed_step_are_not_dim(shown) -> None:
    shown.get_by_role("searchbox").fill("nowhere")
    opener(shown, "Finds the café").click()
    assert shown.locator("dialog .dim").count() == 0


# Links


@pytest.mark.parametrize(
    ("anchor", "name"),
    [("pay/confirms", "Confirms"), ("choose/finds-the-cafe", "Finds the café"), ("stages/wait", "Wait")],
)
def test_a_link_opens_its_step_and_marks_it(open_map, journey, anchor, name) -> None:
    page = open_map(journey(MAP), anchor=anchor)
    expect(page.get_by_role("dialog", name=name)).to_be_visible()
    assert page.locator("th.aim").inner_text().startswith(name)


def test_the_address_is_that_of_the_step_while_it_is_open(shown) -> None:
    start = shown.url
    opener(shown, "Confirms").click()
    expect(shown).to_have_url(f"{start}#pay/confirms")
    shown.keyboard.press("Escape")
    expect(shown).to_have_url(start)


def test_a_link_beneath_the_map_leads_to_its_step(shown) -> None:
    shown.locator(".details").get_by_role("link", name="Confirms").click()
    expect(shown.get_by_role("dialog", name="Confirms")).to_be_visible()


@pytest.mark.parametrize("anchor", ["nowhere", "%", "map-1", "stages/choose", "a]b"])
def test_a_link_to_no_step_opens_nothing(open_map, journey, anchor) -> None:
    expect(open_map(journey(MAP), anchor=anchor).get_by_role("dialog")).to_be_hidden()


def test_steps_whose_names_need_no_latin_letters_have_links_too(open_map, journey) -> None:
    page = open_map(journey("title: A\nstages: [{name: 支払い, steps: [{name: 確認}]}]"), anchor="支払い/確認")
    expect(page.get_by_role("dialog", name="確認")).to_be_visible()


def test_the_link_of_a_step_is_copied_from_a_file_too(open_map, journey) -> None:
    page = open_map(journey(MAP), anchor="pay/confirms", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


# Keys


def test_one_step_is_in_the_order_of_tab_and_arrows_lead_to_the_others(shown) -> None:
    assert [opener(shown, name).get_attribute("tabindex") for name in STEPS] == ["0", "-1", "-1", "-1"]
    opener(shown, STEPS[0]).focus()
    ways = [("ArrowRight", 1), ("End", 3), ("ArrowRight", 3), ("ArrowLeft", 2), ("Home", 0), ("ArrowLeft", 0)]
    for key, index in ways:
        shown.keyboard.press(key)
        expect(opener(shown, STEPS[index])).to_be_focused()
        assert opener(shown, STEPS[index]).get_attribute("tabindex") == "0"


def test_arrows_pass_over_what_is_dimmed(shown) -> None:
    shown.get_by_label("Channel").select_option("Web shop")
    opener(shown, STEPS[0]).focus()
    shown.keyboard.press("ArrowRight")
    expect(opener(shown, "Confirms")).to_be_focused()
    shown.keyboard.press("ArrowRight")
    expect(opener(shown, "Confirms")).to_be_focused()


def test_a_step_that_has_the_focus_is_not_behind_the_heads(open_map, examples) -> None:
    page = open_map(examples["buying-running-shoes"], viewport={"width": 700, "height": 900})
    page.locator("button.open").first.focus()
    for key in ("End", "Home", "End", *["ArrowLeft"] * 13):
        page.keyboard.press(key)
        box = page.locator("button.open:focus").bounding_box()
        head = page.locator("tr.steps > th").first.bounding_box()
        assert head["x"] + head["width"] <= box["x"]
        assert box["x"] + box["width"] <= 700
