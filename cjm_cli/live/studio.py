"""A project's site in memory, kept up to date; while a file cannot be understood, it stays as it was."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cjm_cli.errors import CjmError
from cjm_cli.finding import Finding, Severity
from cjm_cli.live.page import Note, alive
from cjm_cli.session import CheckedProject, Log
from cjm_cli.site.build import Job, Known, build, page_names, page_of
from cjm_cli.site.inputs import marked
from cjm_cli.site.names import address
from cjm_cli.site.project import Project, project_at
from cjm_cli.site.shelf import START, Memory
from cjm_cli.source.logical import is_beneath, plain
from cjm_cli.span import Route
from cjm_cli.summary import Summary
from cjm_cli.views._subject import Subject
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

PAGES = "journeys/"
MISSING = "404.html"
MOST = 5_000
"""How many journeys, as they were and as they are, are remembered before all are forgotten."""
Places = list[tuple[str, str]]
"""The logical paths of a map's stages and steps, as far as the settings write them, with their addresses."""


@dataclass(frozen=True)
class Drawn:
    """A journey as it was drawn last: its page, and where on it what part of the file is shown."""

    page: str
    places: Places


@dataclass(frozen=True)
class State:
    """What is known since the last look: what was found, whether the pages are older than that, and a mark of it all."""

    version: str = ""
    findings: tuple[Finding, ...] = ()
    stale: bool = False
    trouble: str = ""


@dataclass
class Studio:
    """The pages of one project."""

    path: Path
    log: Log
    today: date | None = None
    state: State = State()
    _shelf: Memory = field(default_factory=Memory)
    _known: Known = field(default_factory=dict)
    _drawn: dict[str, Drawn] = field(default_factory=dict)
    """By the names of files."""

    def refresh(self) -> str:
        """Looks at the project again, and says in a sentence what there is to see."""
        try:
            project = project_at(self.path, self.today)
            whole = project.whole
            checked = project.checked(self.log)
            self._show(project, checked, whole)
        except (CjmError, OSError) as error:  # A file may go away while we look at it.
            self.state = State(marked("trouble", str(error)), stale=True, trouble=str(error))
            return f"error: {error}"
        return Summary.of(checked.findings, len(checked.files)).sentence

    def _show(self, project: Project, checked: CheckedProject, whole: str) -> None:
        workspace = checked.workspace
        can_be_shown = workspace is not None and (workspace.complete or not self._shelf.pages)
        if workspace is not None and can_be_shown:
            if len(self._known) > MOST:
                self._known.clear()
            build(Job(workspace, project.inputs, self.today), self._shelf, self._known)
            self._shelf.close()
            self._drawn = dict(_drawn(workspace))
        stale = workspace is None or not workspace.complete
        self.state = State(marked(whole, str(stale)), checked.findings, stale)

    def page(self, path: str) -> bytes | None:
        """A page of the site with what was found beside it; None when there is none of this name."""
        name = path.lstrip("/") or START
        content = self._shelf.pages.get(name)
        return None if content is None else alive(content, self.state.version, self._notes(name), self._head())

    def missing(self) -> bytes:
        """What stands in the place of a page that is not there."""
        return alive(None, self.state.version, self._notes(MISSING), self._head())

    def _head(self) -> str:
        state = self.state
        if state.trouble:
            return f"What you see is older than your files: {state.trouble}."
        if state.stale:
            errors = [finding for finding in state.findings if finding.severity is Severity.ERROR]
            return f"What you see is older than your files: {Summary.of(errors, 0).counts} to correct first."
        counts = Summary.of(state.findings, 0).counts
        return f"{counts} in this project" if counts else ""

    def _notes(self, page: str) -> list[Note]:
        """Of a journey's page its own findings; of other pages all, and while something is broken the errors first."""
        about = page.partition(".")[0]
        found = [(finding, self._drawn.get(finding.location.path)) for finding in self.state.findings]
        own = [pair for pair in found if pair[1] and pair[1].page.partition(".")[0] == about]
        errors = [pair for pair in found if pair[0].severity is Severity.ERROR and pair not in own]
        shown = [*errors, *own] if page.startswith(PAGES) else sorted(found, key=lambda pair: pair[0].severity.rank)
        return [_note(finding, drawn, about) for finding, drawn in shown]


def _note(finding: Finding, drawn: Drawn | None, about: str) -> Note:
    where = finding.location
    anchor = _anchor(where.logical, drawn.places) if drawn else ""
    is_here = drawn is not None and drawn.page.partition(".")[0] == about
    href = f"/{address(drawn.page, anchor)}" if drawn else ""
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


def _drawn(workspace: Workspace) -> Iterator[tuple[str, Drawn]]:
    for entry, name in page_names(workspace):
        yield entry.source.name, Drawn(page_of(name), list(_places(entry, workspace)))


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
