"""The system's Chromium, and pages in it that are watched."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

try:
    from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
except ImportError as error:
    raise RuntimeError(
        "the browser tests need Playwright: `make test` installs it, so does pip --group test"
    ) from error

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
    """What happens on a page that must not; from `home`, where there is one, it may have what it needs."""

    wrong: list[str] = field(default_factory=list)
    home: str = ""

    def watch(self, page: Page) -> None:
        """Notes errors of the console, uncaught ones, dialogs, and requests for anything but the page itself."""
        page.on("console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(f"uncaught: {error}"))
        page.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda asked: self._asked(asked.url, main=asked.is_navigation_request()))

    def _asked(self, url: str, *, main: bool) -> None:
        is_own = url.startswith(self.home) if self.home else main and url.startswith("file:")
        if not is_own and not url.startswith("blob:"):
            self.wrong.append(f"request: {url}")


@contextmanager
def started() -> Iterator[Browser]:
    """The browser, until it is not needed any more."""
    path = executable()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()


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
