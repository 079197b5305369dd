"""Sinks: every text in every field, through every output.

Whatever a field says stays words: in a real browser where it is a page, in a renderer, a parser, a terminal.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.torture import judges
from tests.torture.sinks import pages
from tests.torture.sinks.found import Tell, Told, drawn_faults, nothing_in, page_faults, said_faults, shown
from tests.torture.sinks.outputs import DRAWN, DRAWN_FOR_PAGES, SAID
from tests.torture.sinks.payloads import FAMILIES, READABLE
from tests.torture.sinks.project import harmless

MERMAID = Path(__file__).parents[2] / "browser/node_modules/mermaid/dist/mermaid.min.js"


def plain_shapes(tell: Tell, room: pages.Room, texts: Sequence[str], *, every: bool) -> dict[str, set[str]]:
    """The elements of the same pages with harmless words."""
    told = tell(DRAWN_FOR_PAGES, [*map(harmless, texts)], name="plain")
    assert not any(told.codes), told.streams
    shapes = {group: set().union(*map(room.shapes, paths)) for group, paths in shown(told.folder, every=every).items()}
    return shapes | {"md": shapes["md"] | {"span"}}  # which keeps a dollar from being a formula


def test_no_text_is_more_than_words_in_what_commands_say(tell) -> None:
    told = tell({name: output.command for name, output in SAID.items()}, READABLE)
    nothing_in([*told.faults, *said_faults(told)])


def test_every_text_comes_back_as_it_was_where_a_program_reads_it(tell) -> None:
    told = tell({"diff": SAID["diff as json"].command}, READABLE)
    given = {text.removesuffix(" before") for text in strings(json.loads(told.of("diff")))}
    assert [text for text in READABLE if text not in given] == []


def strings(value: object) -> Iterator[str]:
    """Every text in a value of JSON."""
    match value:
        case str():
            yield value
        case dict():
            yield from strings([*value, *value.values()])
        case list():
            yield from (text for one in value for text in strings(one))


def test_no_text_is_more_than_words_on_a_page_in_a_browser(tell, room, long_way) -> None:
    plain = plain_shapes(tell, room, READABLE, every=long_way)
    told = tell(DRAWN_FOR_PAGES, READABLE)
    faults = [*told.faults, *said_faults(told)]
    nothing_in([*faults, *page_faults(room, told.folder, plain, every=long_way)])


DIAGRAM = """async text => {
  mermaid.initialize({startOnLoad: false, securityLevel: 'loose'});
  document.body.innerHTML = (await mermaid.render('drawn', text)).svg;
  return [...document.body.querySelectorAll('*')].map(one => one.localName);
}"""
"""Loose, so that it is us who keep texts from doing anything."""


def elements(told: Told, room: pages.Room) -> set[str]:
    """What the diagrams of Mermaid are made of, as Mermaid draws them."""
    room.page.goto("about:blank")
    room.page.add_script_tag(path=MERMAID)
    texts = [text for path in (told.folder / "out/md").glob("*.md") for text in judges.diagrams(path.read_bytes())]
    assert texts
    return {name for text in texts for name in room.page.evaluate(DIAGRAM, text)}


def test_no_text_is_more_than_words_where_mermaid_draws_it(tell, room) -> None:
    drawn = {"md": DRAWN["md"]}
    plain = elements(tell(drawn, [*map(harmless, READABLE)], name="plain"), room)
    room.watched.wrong.clear()
    assert elements(tell(drawn, READABLE), room) <= plain
    assert [fault for fault in room.watched.wrong if not fault.startswith("request: about:")] == []
    assert room.page.evaluate("window.ran ?? null") is None


def test_no_text_is_more_than_words_in_a_drawing(tell) -> None:
    told = tell(DRAWN, READABLE)
    nothing_in([*told.faults, *said_faults(told), *drawn_faults(told.folder)])


PAGE_ALONE = ("render", "new/first.journey.yaml", "--no-validate", "-o", "out/html", "-f", "html")
ALONE: dict[str, Sequence[str]] = {
    **{
        name: SAID[name].command
        for name in (
            *("a wrong one as full", "a wrong one as json", "a wrong one as junit", "a wrong one as markdown"),
            *("a wrong one as github", "diff as text", "diff as markdown", "stats as csv", "show", "textconv", "fmt"),
        )
    },
    "html": (*PAGE_ALONE, "-f", "md", "--view", "journey", "--view", "flow"),
}
"""What is tried with one payload at a time: something for each sort of escaping."""


@pytest.mark.parametrize("family", FAMILIES)
def test_no_text_alone_is_more_than_words(tell, room, long_way, family) -> None:
    """Where nothing stands before or after it, and all names are one."""
    texts = [text for text in FAMILIES[family] if text in READABLE]
    faults: list[str] = []
    for number, text in enumerate(texts if long_way else texts[:1]):
        told = tell(ALONE if long_way else {"html": PAGE_ALONE}, [text], name=str(number))
        assert any(shown(told.folder).values()), told.streams
        found = [*told.faults, *said_faults(told), *drawn_faults(told.folder), *page_faults(room, told.folder, {})]
        faults += (f"{text!r}: {fault}" for fault in found)
    nothing_in(faults)
