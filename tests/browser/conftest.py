"""Pages in a real browser that are watched: an error, a request or a dialog fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cjm_cli.formats.html import encode
from cjm_cli.page.page import Page as MapPage
from cjm_cli.session import open_session
from cjm_cli.views.journey import arrange

from ..chromium import Watched, opened  # noqa: TID252 (what the torture room opens as well)

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"

OpenMap = Callable[..., Page]


@pytest.fixture
def open_map(browser: Browser, tmp_path: Path) -> Iterator[OpenMap]:
    """Opens a file, or a page of the map's own, from the disk: `open_map(path, anchor="a/b", color_scheme="dark")`."""
    watched, windows = Watched(), []

    def open_(shown: Path | MapPage, *, anchor: str = "", **options: object) -> Page:
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
