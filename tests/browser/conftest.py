"""A real browser, started once, and pages in it that are watched: an error, a request or a dialog fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cjm_cli.formats.html import encode
from cjm_cli.page.page import Page as MapPage
from cjm_cli.session import open_session
from cjm_cli.views.journey import arrange

try:
    from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
except ImportError as error:
    raise RuntimeError(
        "the browser tests need Playwright: `make test` installs it, so does pip --group test"
    ) from error

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]


def executable() -> str:
    """The system's Chromium; `CHROMIUM` names another."""
    names = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else BROWSERS
    found = next((path for name in names if (path := shutil.which(name))), None)
    assert found, f"the browser tests need Chromium: apt-get install chromium, or set CHROMIUM (looked for {names})"
    return found


@dataclass
class Watched:
    """What happens on a page that must not."""

    wrong: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Notes errors of the console, uncaught ones, dialogs, and requests for anything but the page itself."""
        page.on("console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(f"uncaught: {error}"))
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda asked: self._asked(asked.url, main=asked.is_navigation_request()))

    def _asked(self, url: str, *, main: bool) -> None:
        if not (main and url.startswith("file:")) and not url.startswith("blob:"):
            self.wrong.append(f"request: {url}")


OpenMap = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    path = executable()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield started
        started.close()


@contextmanager
def opened(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A window of its own, without memory of others."""
    usual = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", "accept_downloads": True}
    context = browser.new_context(**(usual | options))
    context.set_default_timeout(5_000)
    try:
        yield context
    finally:
        context.close()


@pytest.fixture
def open_map(browser: Browser, tmp_path: Path) -> Iterator[OpenMap]:
    """Opens a file, or a page of the map's own, from the disk: `open_map(path, anchor="a/b", color_scheme="dark")`."""
    watched, windows = Watched(), []

    def open_(shown: Path | MapPage, *, anchor: str = "", **options: Any) -> Page:
        path = shown if isinstance(shown, Path) else tmp_path / "map.html"
        if isinstance(shown, MapPage):
            path.write_bytes(encode(shown))
        window = opened(browser, **options)
        windows.append(window)
        page = window.__enter__().new_page()
        watched.watch(page)
        page.goto(path.as_uri() + (f"#{anchor}" if anchor else ""))
        return page

    yield open_
    for window in windows:
        window.__exit__(None, None, None)
    assert watched.wrong == []


def pages_of(*paths: Path) -> dict[str, MapPage]:
    """The pages of all journeys there, by their ids."""
    session = open_session(list(paths), None, lambda line: None)
    found = {}
    for project in session.projects:
        assert project.workspace is not None, project.findings
        chosen = [entry for entry in project.workspace.entries if entry.source in project.files]
        found |= {entry.id: arrange(entry, project.workspace) for entry in chosen}
    return found


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every example's map as a file, by the id of its journey."""
    folder = tmp_path_factory.mktemp("maps")
    maps = {}
    for id_, page in pages_of(ROOT / "examples").items():
        maps[id_] = folder / f"{id_}.html"
        maps[id_].write_bytes(encode(page))
    return maps


@pytest.fixture
def journey(tmp_path: Path) -> Callable[[str], MapPage]:
    """The page of a journey given as YAML."""

    def page(text: str, **files: str) -> MapPage:
        (tmp_path / "cjm.yaml").write_text(files.pop("settings", ""), "utf-8")
        for name, content in files.items():
            (tmp_path / f"{name}.persona.yaml").write_text(content, "utf-8")
        (tmp_path / "map.journey.yaml").write_text(text, "utf-8")
        (made,) = pages_of(tmp_path / "map.journey.yaml").values()
        return made

    return page
