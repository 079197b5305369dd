"""The live site in a real browser: it is loaded again at every change, and tells what is wrong beside what it is about."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..live.conftest import Server, serve  # noqa: F401, TID252 (a fixture, which pytest finds by its name)
from .conftest import opened
from .test_accessible import broken

MAP = """title: Buying
stages:
  - name: Look
    steps:
      - {id: find, name: Finds it, emotion: {score: 1, feeling: happy}}
      - {id: weigh, name: Weighs it up, emotion: -1}
"""
SETTINGS = "name: Shop\nextends: minimal\nrules: {low-without-pain-point: warning}\n"
Show = Callable[..., Page]


@pytest.fixture
def show(browser: Any) -> Iterator[Show]:
    """A page of the server; a request for anything but the server is an error."""
    windows, wrong = [], []

    def shown(server: Server, path: str = "/", **options: Any) -> Page:
        windows.append(opened(browser, **options))
        page: Page = windows[-1].__enter__().new_page()
        page.on(
            "console", lambda said: wrong.append(said.text) if "404" not in said.text and said.type == "error" else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(server.address) else wrong.append(asked.url))
        page.goto(server.address + path)
        return page

    yield shown
    for window in windows:
        window.__exit__(None, None, None)
    assert wrong == []


def test_a_change_is_shown_at_once(serve, show) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP})
    page = show(server, "/journeys/a.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Buying")
    (server.folder / "a.journey.yaml").write_text(MAP.replace("Buying", "Selling"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Selling")
    (server.folder / "b.journey.yaml").write_text(MAP.replace("Buying", "Swapping"))
    page.goto(server.address)
    expect(page.locator(".cards")).to_contain_text("Swapping")


def test_while_a_file_is_broken_the_last_good_map_stays_beneath_what_is_wrong(serve, show) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP})
    page = show(server, "/journeys/a.html")
    (server.folder / "a.journey.yaml").write_text(MAP.replace("score: 1", "scroe: 1"))
    notes = page.get_by_role("complementary", name="Findings")
    expect(notes).to_contain_text("What you see is older than your files: 1 error to correct first.")
    expect(notes).to_contain_text('unknown field "scroe"')
    expect(notes).to_contain_text("p/a.journey.yaml:5:")
    expect(page.locator("table.map").first).to_contain_text("Finds it")
    expect(page.locator("[id='look/find'] .cjm-mark")).to_have_text("1 finding")
    (server.folder / "a.journey.yaml").write_text(MAP)
    expect(notes).to_have_count(0)


def test_while_a_file_is_broken_another_map_is_shown_as_it_is_and_leads_to_it(serve, show) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP, "b.journey.yaml": MAP.replace("Buying", "Swapping")})
    page = show(server, "/journeys/b.html")
    notes = page.get_by_role("complementary", name="Findings")
    (server.folder / "a.journey.yaml").write_text(MAP.replace("score: 1", "scroe: 1"))
    expect(notes).to_contain_text("1 error in this project")
    (server.folder / "b.journey.yaml").write_text(MAP.replace("Buying", "Bartering"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Bartering")
    notes.get_by_role("link", name="show it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Buying")
    expect(notes).to_contain_text("What you see is older than your files: 1 error to correct first.")
    (server.folder / "a.journey.yaml").write_text(MAP)
    expect(notes).to_have_count(0)


def test_who_is_at_the_top_sees_what_is_wrong(serve, show) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP})
    page = show(server, "/journeys/a.html", viewport={"width": 900, "height": 400})
    (server.folder / "a.journey.yaml").write_text(MAP.replace("score: 1", "scroe: 1"))
    notes = page.get_by_role("complementary", name="Findings")
    expect(notes).to_contain_text("1 error to correct first.")
    expect(notes).to_be_in_viewport(ratio=1)


def test_who_reads_further_down_stays_there(serve, show) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP})
    page = show(server, "/journeys/a.html", viewport={"width": 900, "height": 300})
    step = page.locator("[id='look/find']").first
    step.scroll_into_view_if_needed()
    (server.folder / "a.journey.yaml").write_text(MAP.replace("Finds it", "Sees it"))
    expect(step).to_contain_text("Sees it")
    expect(step).to_be_in_viewport()


def test_a_finding_stands_beside_the_step_that_it_is_about_and_leads_to_it(serve, show) -> None:  # noqa: F811
    server = serve({"cjm.yaml": SETTINGS, "a.journey.yaml": MAP})
    page = show(server, "/journeys/a.html")
    expect(page.locator(".cjm-mark")).to_have_count(1)
    expect(page.locator("[id='look/weigh'] .cjm-mark")).to_have_text("1 finding")
    page.get_by_role("complementary", name="Findings").get_by_role("link", name="show it").click()
    expect(page).to_have_url(re.compile("#look/weigh$"))
    page.goto(server.address)
    page.get_by_role("complementary", name="Findings").get_by_role("link", name="show it").click()
    expect(page).to_have_url(re.compile("/journeys/a.html#look/weigh$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/journeys/a.html", "/nowhere"])
def test_nothing_is_found_while_something_is_wrong(serve, show, path, scheme) -> None:  # noqa: F811
    server = serve({"cjm.yaml": SETTINGS, "a.journey.yaml": MAP})
    page = show(server, path, color_scheme=scheme)
    expect(page.get_by_role("complementary", name="Findings")).to_be_visible()
    assert broken(page) == []


def test_a_nasty_message_is_a_message(serve, show) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP})
    page = show(server, "/journeys/a.html")
    nasty = '"</aside><script>window.ran = 1</script><img src=x onerror=window.ran=1>": 1\n'
    (server.folder / "a.journey.yaml").write_text(MAP + nasty)
    expect(page.get_by_role("complementary", name="Findings")).to_contain_text("<img src=x onerror=window.ran=1>")
    assert page.evaluate("window.ran") is None


def test_another_site_hears_nothing(serve, show, browser) -> None:  # noqa: F811
    server = serve({"a.journey.yaml": MAP})
    with opened(browser) as window:
        page = window.new_page()
        page.route("http://evil.example/", lambda route: route.fulfill(body="<p>evil", content_type="text/html"))
        page.goto("http://evil.example/")
        heard = page.evaluate(
            """address => new Promise((tell) => {
              const events = new EventSource(`${address}/events`);
              events.onmessage = () => tell('a message');
              events.onerror = () => tell('nothing');
            })""",
            server.address,
        )
        assert heard == "nothing"
