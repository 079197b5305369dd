"""Pages in a real browser: what they do, and what they are made of."""

from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Error, Page

from tests.chromium import Watched, opened

MADE_OF = """() => {
  const every = [...document.querySelectorAll('*')];
  const all = every.flatMap(one => one.localName === 'template' ? [one, ...one.content.querySelectorAll('*')] : [one]);
  const own = one => one.localName === 'a' && one.getAttribute('rel') === 'noopener noreferrer';
  const shape = one => [one.localName, ...one.getAttributeNames().sort()].join(' ');
  const addresses = ['href', 'src', 'xlink:href', 'action', 'formaction', 'data', 'srcset', 'poster', 'ping', 'background'];
  const leads = all.flatMap(one => addresses.filter(name => one.hasAttribute(name)).map(name => one.getAttribute(name)));
  return [[...new Set(all.filter(one => !own(one)).map(shape))], [...new Set(leads)], window.ran ?? null];
}"""
TRY = """() => {
  document.querySelectorAll('button.open').forEach((one, index) => index < 3 && one.click());
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const field of document.querySelectorAll('input[type=search]')) {
    field.value = 'torn';
    field.dispatchEvent(new Event('input', {bubbles: true}));
  }
}"""


class Room:
    """A window whose pages are watched."""

    def __init__(self, page: Page, watched: Watched) -> None:
        self.page, self.watched = page, watched

    def faults(self, path: Path, *, plain: set[str] | None = None) -> Iterator[str]:
        """What a page does that it may not, and what it is made of beside what the harmless one is made of."""
        yield from (f"{path.name}: {fault}" for fault in self.faults_at(path.as_uri(), plain=plain))

    def faults_at(self, address: str, *, plain: set[str] | None = None) -> Iterator[str]:
        """The same for a page that a server has."""
        try:
            shapes = self.shapes_at(address)
        except Error as error:
            yield f"it went elsewhere: {error.message[:80]}"
            return
        yield from self.watched.wrong
        self.watched.wrong.clear()
        if plain is not None:
            yield from (f"an element <{shape}>" for shape in sorted(shapes - plain))
        yield from (f"a link to {lead!r}" for lead in self.leads if not self._safe(lead))
        if self.ran is not None:
            yield "a script ran"

    def shapes(self, path: Path) -> set[str]:
        """The elements of a page with the names of their attributes."""
        return self.shapes_at(path.as_uri())

    def shapes_at(self, address: str) -> set[str]:
        """The same for a page that a server has."""
        self.page.goto(address)
        self.page.evaluate(TRY)
        shapes, self.leads, self.ran = self.page.evaluate(MADE_OF)
        return set(shapes)

    def _safe(self, address: str) -> bool:
        """A page, a mailbox, a place on this page, a file beside it, a picture of ours."""
        lower = address.strip().lower()
        if lower.startswith(("http://", "https://", "mailto:", "#", "data:image/png;", "data:image/jpeg;")):
            return True
        is_path = ":" not in lower and "\\" not in lower
        return is_path and (not lower.startswith("/") or (bool(self.watched.home) and not lower.startswith("//")))


def room(browser: Browser, home: str = "") -> Iterator[Room]:
    """A window for a test; `home` is the server whose pages it shows."""
    watched = Watched(home=home)
    with opened(browser) as window:
        page = window.new_page()
        watched.watch(page)
        yield Room(page, watched)
