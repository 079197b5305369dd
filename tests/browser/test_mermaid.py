"""Mermaid itself accepts the block of every Markdown map, and shows its texts as they were written."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cjm_cli.formats.md import encode
from cjm_cli.page.page import Grid
from cjm_cli.page.page import Page as MapPage

from . import texts
from .conftest import HERE, ROOT, opened, pages_of

MERMAID = HERE / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
EXAMPLES = sorted(path.name.partition(".")[0] for path in (ROOT / "examples").rglob("*.journey.yaml"))

DRAW = """async text => {
  mermaid.initialize({startOnLoad: false, securityLevel: 'strict'})
  const {svg} = await mermaid.render('drawn', text)
  const page = new DOMParser().parseFromString(svg, 'text/html')
  page.querySelectorAll('style, script').forEach(found => found.remove())
  return page.body.textContent
}"""


@pytest.fixture(scope="module")
def mermaid(browser: Browser) -> Iterator[Page]:
    """A page that can draw."""
    assert MERMAID.exists(), "the tests need Mermaid: make test installs it, so does npm ci in tests/browser"
    with opened(browser) as window:
        page = window.new_page()
        page.add_script_tag(path=MERMAID)
        yield page


@pytest.fixture(scope="module")
def maps() -> dict[str, MapPage]:
    return pages_of(ROOT / "examples")


def block(page: MapPage) -> str:
    (found,) = re.findall(r"^```mermaid\n(.*?)^```", encode(page).decode(), re.DOTALL | re.MULTILINE)
    return str(found)


def squeezed(text: str) -> str:
    """Without spaces: lines are broken to fit, and put together again without one."""
    return re.sub(r"\s+", "", text)


def told(page: MapPage) -> Iterator[str]:
    """The names that the picture shows."""
    yield page.title
    for group in (group for grid in page.blocks if isinstance(grid, Grid) for group in grid.groups):
        yield group.title
        yield from (column.title for column in group.columns if column.title)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_map_of_every_example_is_drawn_with_its_texts(name: str, mermaid: Page, maps: dict[str, MapPage]) -> None:
    shown = squeezed(mermaid.evaluate(DRAW, block(maps[name])))
    assert [text for text in told(maps[name]) if squeezed(text) not in shown] == []


@pytest.mark.parametrize("text", texts.NASTY, ids=lambda text: text[:24])
def test_a_nasty_text_is_drawn_as_it_was_written(
    text: str, mermaid: Page, journey: Callable[[str], MapPage], tmp_path: Path
) -> None:
    page = journey(texts.journey(text))
    shown = squeezed(mermaid.evaluate(DRAW, block(page)))
    assert squeezed(text) in shown
    assert mermaid.evaluate("window.ran") is None
