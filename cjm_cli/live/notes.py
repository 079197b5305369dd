"""Findings as the browser shows them: where on the pages of the site is what they are about?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cjm_cli.finding import Finding
from cjm_cli.live.page import Note
from cjm_cli.site.build import page_names, page_of
from cjm_cli.site.inputs import reached
from cjm_cli.site.names import address
from cjm_cli.source.logical import is_beneath, plain
from cjm_cli.span import Route
from cjm_cli.views._subject import Subject
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

Places = list[tuple[str, str]]
"""The logical paths of a map's stages and steps, as far as the settings write them, with their addresses."""


@dataclass(frozen=True)
class Shown:
    """A journey on the site: its first page, and where on it what part of its file is shown."""

    entry: JourneyEntry
    page: str
    workspace: Workspace

    @property
    def about(self) -> str:
        """What the names of all its pages begin with."""
        return self.page.partition(".")[0]

    @cached_property
    def files(self) -> frozenset[str]:
        """The names of the files that its pages show something of."""
        return frozenset(source.name for source in reached(self.entry, self.workspace))

    @cached_property
    def places(self) -> Places:
        """Found out for those files alone that there is something to tell of."""
        return list(_places(self.entry, self.workspace))


def shown_of(workspace: Workspace) -> Mapping[str, Shown]:
    """Every journey of a project, by the name of its file."""
    return {entry.source.name: Shown(entry, page_of(name), workspace) for entry, name in page_names(workspace)}


def note_of(finding: Finding, shown: Shown | None, about: str) -> Note:
    """A finding on a page about something; `shown` is the journey that it lies in."""
    where = finding.location
    anchor = _anchor(where.logical, shown.places) if shown else ""
    is_here = shown is not None and shown.about == about
    href = f"/{address(shown.page, anchor)}" if shown else ""
    return Note(
        level=finding.severity.value,
        place=f"{where.path}:{where.span.line}:{where.span.column}",
        message=finding.message,
        help=finding.help,
        rule=finding.rule,
        anchor=anchor if is_here else "",
        href=href if anchor or not is_here else "",
    )


def _anchor(logical: str, places: Places) -> str:
    """The innermost step or stage that holds a place."""
    held = [(len(part), anchor) for part, anchor in places if is_beneath(logical, part)]
    return max(held, default=(0, ""))[1]


def _places(entry: JourneyEntry, workspace: Workspace) -> Iterator[tuple[str, str]]:
    document = workspace.document(entry.source)
    subject = Subject(entry.id, workspace.read(entry), workspace)
    if document is None:
        return
    for (route, stage), anchors in zip(subject.journey.all_stages(), subject.anchors, strict=True):
        if route:
            yield plain(document.logical(route)), anchors.stage
        for index, anchor in enumerate(anchors.columns if stage.steps else ()):
            step: Route = (*route, "steps", index)
            yield plain(document.logical(step)), anchor
