"""A project's site in memory, kept up to date. A file that cannot be understood is shown as it was when it last could be.

Each look takes all files as they are at one moment. What is shown is made of these, and is drawn when somebody asks for it; so it
can neither hold half of a change, nor be drawn in vain.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from threading import Lock

from cjm_cli.errors import CjmError
from cjm_cli.finding import Finding, Severity
from cjm_cli.live.kept import Kept
from cjm_cli.live.notes import Shown, note_of, shown_of
from cjm_cli.live.page import MOST, Notes, alive
from cjm_cli.session import CheckedProject, Log
from cjm_cli.site.build import Job, Known, build
from cjm_cli.site.inputs import marked
from cjm_cli.site.project import Project, project_at
from cjm_cli.site.shelf import START, Memory
from cjm_cli.summary import Summary
from cjm_cli.workspace.discover import Contents
from cjm_cli.workspace.load import content_of

PAGES = "journeys/"
MISSING = "404.html"
MANY = 5_000
"""How many journeys, as they were and as they are, are remembered before all are forgotten."""


@dataclass(frozen=True)
class State:
    """What is known since the last look: what was found, what is shown older than it is, and a mark of it all."""

    version: str = ""
    findings: tuple[Finding, ...] = ()
    older: frozenset[str] = frozenset()
    """The names of files that are shown as they were."""
    stale: bool = False
    """Whether everything is."""
    trouble: str = ""

    def errors(self) -> str:
        """How many errors keep it from being shown as it is."""
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        return Summary.of([one for one in errors if self.stale or one.location.path in self.older], 0).counts


@dataclass
class Studio:
    """The pages of one project."""

    path: Path
    log: Log
    today: date | None = None
    state: State = State()
    _shelf: Memory = field(default_factory=Memory)
    _facts: Known = field(default_factory=dict)
    _shown: Mapping[str, Shown] = field(default_factory=dict)
    """By the names of files."""
    _good: Contents = field(default_factory=dict)
    """What the files held when they last could be understood."""
    _kept: Kept = field(init=False)
    _lock: Lock = field(default_factory=Lock)
    """Pages are drawn by those who answer the browser, while others look at the project."""

    def __post_init__(self) -> None:
        self._kept = Kept(self.log)

    def refresh(self) -> str:
        """Looks at the project again, and says in a sentence what there is to see."""
        try:
            project = _at_one_moment(project_at(self.path, self.today))
            checked = self._checked(project)
            older = frozenset[str]()
            if checked.workspace is not None:
                older = self._show(project, checked)
        except (CjmError, OSError) as error:  # A file may go away while we look at it.
            self.state = State(marked("trouble", str(error)), stale=True, trouble=str(error))
            return f"error: {error}"
        stale = checked.workspace is None
        self.state = State(marked(project.whole, str(stale), *sorted(older)), checked.findings, older, stale)
        return Summary.of(checked.findings, len(checked.files)).sentence

    def _checked(self, project: Project) -> CheckedProject:
        return project.checked(self.log, partial(self._kept.examine_all, project.inputs.settings))

    def _show(self, project: Project, checked: CheckedProject) -> frozenset[str]:
        """The names of the files that are shown as they were."""
        older = self._remember(project)
        if older:
            project = project.with_contents({**project.place.contents, **older})
            checked = self._checked(project)
        self._kept.close()
        assert checked.workspace is not None
        if len(self._facts) > MANY:
            self._facts.clear()
        with self._lock:
            build(Job(checked.workspace, project.inputs, self.today), self._shelf, self._facts)
            self._shelf.close()
            self._shown = shown_of(checked.workspace)
        return frozenset(file.name for file in project.files if file.path in older)

    def _remember(self, project: Project) -> Contents:
        """Keeps what can be understood; what the others held when they last could be."""
        good, older = {}, {}
        for file in project.files:
            if self._kept.is_understood(project.inputs.settings, file):
                good[file.path] = project.place.contents[file.path]
            elif file.path in self._good:
                good[file.path] = older[file.path] = self._good[file.path]
        self._good = good
        return older

    def page(self, path: str) -> bytes | None:
        """A page of the site with what was found beside it; None when there is none of this name."""
        name = path.lstrip("/") or START
        with self._lock:
            content = self._shelf.page(name)
            return None if content is None else alive(content, self.state.version, self._notes(name))

    def missing(self) -> bytes:
        """What stands in the place of a page that is not there."""
        with self._lock:
            return alive(None, self.state.version, self._notes(MISSING))

    def _notes(self, page: str) -> Notes:
        about = page.partition(".")[0]
        found = self._about(page, about)
        notes = [note_of(finding, self._shown.get(finding.location.path), about) for finding in found[:MOST]]
        return Notes(self._head(page, about), notes, len(found) - len(notes))

    def _about(self, page: str, about: str) -> Sequence[Finding]:
        """Of a journey's page its own findings, and what is wrong elsewhere; of other pages all, errors first."""
        if not page.startswith(PAGES):
            return sorted(self.state.findings, key=lambda finding: finding.severity.rank)
        files = {name for name, shown in self._shown.items() if shown.about == about}
        own = [finding for finding in self.state.findings if finding.location.path in files]
        errors = (finding for finding in self.state.findings if finding.severity is Severity.ERROR)
        return [*own, *(finding for finding in errors if finding.location.path not in files)]

    def _head(self, page: str, about: str) -> str:
        state = self.state
        if state.trouble:
            return f"What you see is older than your files: {state.trouble}."
        of_page = [shown.files for shown in self._shown.values() if shown.about == about]
        if state.stale or any(state.older & files for files in of_page):
            return f"What you see is older than your files: {state.errors()} to correct first."
        if state.older and not page.startswith(PAGES):
            return f"Some of what you see is older than your files: {state.errors()} to correct first."
        counts = Summary.of(state.findings, 0).counts
        return f"{counts} in this project" if counts else ""


def _at_one_moment(project: Project) -> Project:
    """The project with what its files hold now, whatever becomes of them."""
    contents = {}
    for file in project.files:
        try:
            contents[file.path] = content_of(file, project.settings.limits)
        except OSError:  # The check tells of it.
            continue
    return project.with_contents(contents)
