"""The live site: what files say, and what is wrong with them, stays words while they change."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.live.conftest import serve  # noqa: F401 (a fixture, which pytest finds by its name)
from tests.torture.sinks import fields, pages
from tests.torture.sinks.found import nothing_in
from tests.torture.sinks.payloads import READABLE
from tests.torture.sinks.project import harmless, project, telling

Visit = Callable[[Sequence[str]], Iterator[tuple[str, pages.Room]]]
LINKS = "() => [...document.links].map(a => a.href.split('#')[0]).filter(href => href.startsWith(location.origin))"
SILENCE = "retry: 1000000\n\n"


@pytest.fixture
def visit(browser, serve, tmp_path) -> Visit:  # noqa: F811
    """Every page of a project that says these texts, first as it should be, then with its journey broken."""

    def run(texts: Sequence[str]) -> Iterator[tuple[str, pages.Room]]:
        server = serve(said(tmp_path / "said", texts))
        with contextmanager(pages.room)(browser, server.address) as room:
            # Else pages were loaded again while they are looked at.
            room.page.route("**/events", lambda asked: asked.fulfill(content_type="text/event-stream", body=SILENCE))
            room.page.goto(server.address)
            addresses = sorted({f"{server.address}/", *room.page.evaluate(LINKS)})
            yield from ((address, room) for address in addresses)
            wrong = fields.written(fields.wrong("journey", telling(texts)))
            server.save("first.journey.yaml", wrong)
            room.page.goto(server.address)
            expect(room.page.get_by_role("complementary", name="Findings")).to_be_visible()
            yield from ((address, room) for address in addresses)
        server.process.kill()

    return run


def said(folder: Path, texts: Sequence[str]) -> dict[str, str]:
    """The files of the project."""
    project(folder, telling(texts))
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def test_no_text_is_more_than_words_on_the_live_site(visit) -> None:
    plain: set[str] = set()
    for address, room in visit([*map(harmless, READABLE)]):
        plain |= room.shapes_at(address)
    faults: list[str] = []
    for address, room in visit(READABLE):
        faults += (f"{address}: {fault}" for fault in room.faults_at(address, plain=plain))
    nothing_in(faults)
