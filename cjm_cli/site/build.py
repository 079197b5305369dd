"""A checked project becomes the pages of its site: each journey is read once, for its facts and for its own pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial

from cjm_cli import plugins, views
from cjm_cli.formats import html
from cjm_cli.page.page import Link, Page
from cjm_cli.site.atlas import Atlas
from cjm_cli.site.facts import JourneyFacts
from cjm_cli.site.gather import gather
from cjm_cli.site.inputs import Inputs
from cjm_cli.site.linked import UNNAMED, atlas_of
from cjm_cli.site.names import address, stems
from cjm_cli.site.pages import pages
from cjm_cli.site.shelf import Shelf
from cjm_cli.views._theme import theme_of
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

MAP, PERSONA = "journey", "persona"
"""The view that is a journey's first page, and the one that is not of a journey."""
Known = dict[str, JourneyFacts]
"""Facts by the mark of what they were gathered from."""


@dataclass(frozen=True)
class Job:
    """A linked project, the marks of its files, and the day, if somebody said which."""

    workspace: Workspace
    inputs: Inputs
    today: date | None = None

    @cached_property
    def kinds(self) -> list[str]:
        """The views of a journey that it has pages of, the map first."""
        return [MAP, *(view for view in plugins.names(views) if view not in (MAP, PERSONA))]


def build(job: Job, shelf: Shelf, known: Known | None = None) -> Atlas:
    """Puts every page upon the shelf. What is `known` need not be gathered again, and is known afterwards."""
    names = page_names(job.workspace)
    facts = [_told(entry, name, job, shelf, known) for entry, name in names]
    atlas = atlas_of(facts, job.workspace)
    for page, draw in pages(atlas, theme_of(job.workspace), job.today):
        shelf.put(page, draw)
    return atlas


def page_names(workspace: Workspace) -> list[tuple[JourneyEntry, str]]:
    """Every journey with the name of its pages; of two with one id, the second is known by its file."""
    seen: set[str] = set()
    ids = {}
    for entry in workspace.entries:
        ids[entry] = f"{entry.id} {entry.source.inside}" if entry.id in seen else entry.id
        seen.add(entry.id)
    names = stems(ids.values())
    return [(entry, names[id_]) for entry, id_ in ids.items()]


def page_of(name: str, view: str = MAP) -> str:
    """Where a journey's page lies within the site."""
    return f"journeys/{name}.html" if view == MAP else f"journeys/{name}.{view}.html"


def _told(entry: JourneyEntry, name: str, job: Job, shelf: Shelf, known: Known | None) -> JourneyFacts:
    mark = job.inputs.of_journey(entry, job.workspace, name)
    for view in job.kinds:
        if not shelf.holds(page_of(name, view), f"{mark} {view}"):
            draw = partial(_drawn, entry, name, view, job)
            shelf.put(page_of(name, view), draw, f"{mark} {view}")
    if known is not None and mark in known:
        return known[mark]
    facts = gather(entry, job.workspace, page_of(name))
    if known is not None:
        known[mark] = facts
    return facts


def _drawn(entry: JourneyEntry, name: str, view: str, job: Job) -> bytes:
    """A page that stands alone, with the way back into the site."""
    arrange: Callable[[JourneyEntry, Workspace], Page] = plugins.load(views, view).arrange
    links = (Link(job.workspace.project.name or UNNAMED, "../index.html"), *_siblings(name, view, job.kinds))
    return html.encode(replace(arrange(entry, job.workspace), links=links))


def _siblings(name: str, here: str, kinds: list[str]) -> Iterator[Link]:
    """The other views of the journey, where there are any."""
    if len(kinds) > 1:
        for view in kinds:
            title = "Map" if view == MAP else view.replace("-", " ").capitalize()
            yield Link(title, address(page_of(name, view)).removeprefix("journeys/"), here=view == here)
