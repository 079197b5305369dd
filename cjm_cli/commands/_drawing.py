"""From what `render` was asked for to files on disk, to one drawing on standard output, or to the names of stale files."""

import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from cjm_cli import plugins, views
from cjm_cli.commands import _look
from cjm_cli.commands import _options as options
from cjm_cli.commands._personas import personas_of
from cjm_cli.commands._progress import Progress
from cjm_cli.errors import SourceError, UsageError, reason
from cjm_cli.files import read_file
from cjm_cli.formats._format import Drawing, Format, Lost
from cjm_cli.output import write
from cjm_cli.page.figures import Flow
from cjm_cli.page.page import Page
from cjm_cli.session import CheckedProject, Session
from cjm_cli.source import slug
from cjm_cli.streams import write_bytes
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown
from cjm_cli.workspace.introduction import JourneyEntry, PersonaEntry
from cjm_cli.workspace.workspace import Workspace

STDOUT = Path("-")
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever their suffix."""


MAP, PERSONA = "journey", "persona"
"""The view whose files bear the id alone, and the one that is not of a journey."""


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line; what was not, the settings of each project say."""

    formats: Sequence[str]
    views: Sequence[str]
    output: Path | None
    fonts: Sequence[Path]
    templates: Path | None


@dataclass(frozen=True)
class Job:
    """One journey or persona to be drawn by one view in one format, and the folder that the drawing goes to."""

    workspace: Workspace
    entry: JourneyEntry | PersonaEntry
    view: str
    format: Format
    folder: Path
    templates: str = ""

    @property
    def noun(self) -> str:
        """What is drawn: a journey, or a persona."""
        return PERSONA if self.view == PERSONA else MAP

    @property
    def stem(self) -> str:
        """The id as the name of a file, in which nothing can lead to another folder."""
        stem = slug(self.entry.id)
        return f"{stem}-{self.noun}".strip("-") if not stem or RESERVED.fullmatch(stem) else stem

    @property
    def name(self) -> str:
        """The name of the file: the map bears the id alone, other views add theirs."""
        view = "" if self.view == MAP else f".{self.view}"
        return f"{self.stem}{view}{self.format.suffix}"

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / self.name


@dataclass(frozen=True)
class Work:
    """All that is to be drawn, and the fonts for letters that ours lack."""

    jobs: tuple[Job, ...]
    fonts: tuple[Path, ...]

    def drawings(self, voice: options.Voice) -> Iterator[tuple[Job, Drawing]]:
        """Every job with its drawing; a page is arranged once for all its formats, and each note is told once."""
        notes: set[str] = set()
        for (view, entry), of_one in groupby(self.jobs, key=attrgetter("view", "entry")):
            together = list(of_one)
            page, told = _placed(plugins.load(views, view).arrange(entry, together[0].workspace))
            drawing = next((job.name for job in together if job.format.name == "svg"), "")
            page = replace(page, theme=replace(page.theme, templates=together[0].templates), drawing=drawing)
            if told and told not in notes:
                notes.add(told)
                voice.note(f"{told}.")
            for job in together:
                yield job, job.format.draw(page, self.fonts)


def _placed(page: Page) -> tuple[Page, str]:
    """The page with its flows placed by Graphviz, and what there is to say of that."""
    if not any(isinstance(block, Flow) for block in page.blocks):
        return page, ""
    # Here, because most pages hold no flow.
    from cjm_cli.graphviz_layout import with_graphviz

    return with_graphviz(page)


def planned(session: Session, wish: Wish) -> Work:
    """What there is to draw. Raises, before anything is drawn, when some of it cannot be."""
    jobs = tuple(job for project in session.projects for job in _jobs(project, wish))
    if not jobs:
        what = PERSONA if wish.views and {*wish.views} == {PERSONA} else MAP
        raise UsageError(f"there is no {what} to draw here", f"name a {what}, or a folder that holds *.{what}.yaml")
    chosen = {job.format.name: job.format for job in jobs}
    for format_ in chosen.values():
        format_.require()
    if wish.fonts:
        _check_fonts(wish.fonts, chosen.values())
    return Work(jobs, tuple(wish.fonts))


def _jobs(project: CheckedProject, wish: Wish) -> Iterator[Job]:
    settings = project.settings.project.render
    workspace = project.workspace
    if workspace is None:
        return
    formats = [Format.named(name) for name in dict.fromkeys(wish.formats or settings.formats)]
    chosen = list(dict.fromkeys(wish.views or settings.views))
    _refuse_in_vain(formats, chosen)
    folder = wish.output or Path(shown(project.settings.root / settings.output))
    templates = _look.templates(wish.templates, project)
    for entry, view in _subjects(project, workspace, chosen):
        fitting = (format_ for format_ in formats if format_.is_for(view))
        yield from (Job(workspace, entry, view, format_, folder, templates) for format_ in fitting)


def _subjects(
    project: CheckedProject, workspace: Workspace, chosen: Collection[str]
) -> Iterator[tuple[JourneyEntry | PersonaEntry, str]]:
    """What to draw, and by which view."""
    journeys = [entry for entry in workspace.entries if entry.source in project.files]
    yield from ((entry, view) for entry in journeys for view in chosen if view != PERSONA)
    if PERSONA in chosen:
        yield from ((persona, PERSONA) for persona in personas_of(project, journeys))


def _refuse_in_vain(formats: Iterable[Format], chosen: Collection[str]) -> None:
    """A format that is for none of the views that were asked for is no format for them."""
    for format_ in formats:
        if not any(map(format_.is_for, chosen)):
            only = next(filter(format_.is_for, plugins.names(views)))
            raise UsageError(f'format "{format_.name}" is only for the view "{only}"', f"add --view {only}")


def _check_fonts(fonts: Iterable[Path], formats: Iterable[Format]) -> None:
    from cjm_cli.formats._fonts import characters

    names = [format_.name for format_ in formats]
    if not any(format_.takes_fonts for format_ in formats):
        raise UsageError(f"--font does nothing for {' and '.join(names)}", "whoever shows it chooses the fonts")
    for font in fonts:
        characters(font)


def to_stdout(work: Work, voice: options.Voice) -> None:
    """Draws the one drawing that was asked for."""
    if len(work.jobs) > 1:
        problem = f"standard output takes one drawing, and these are {len(work.jobs)}"
        raise UsageError(problem, "name one journey and one -f")
    (job,) = work.jobs
    if job.format.takes_fonts and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(f"a terminal cannot show {job.format.name}", "add > FILE, or see: cjm show --help")
    for _, drawing in work.drawings(voice):
        write_bytes(drawing.content)
        _tell(drawing.lost, voice)


def to_folders(work: Work, voice: options.Voice) -> list[Path]:
    """Writes every drawing, says which, and returns them."""
    _refuse_collisions(work.jobs)
    written, lost = [], Lost()
    with Progress("Drawing", len(work.jobs), voice) as progress:
        for job, drawing in work.drawings(voice):
            written.append(write(job.path, drawing.content))
            lost |= drawing.lost
            progress.step(f"{escape(shown(job.path))}\n")
    _tell(lost, voice)
    voice.note(f"Drew {_things(work.jobs)} in {counted(len(work.jobs), 'file')}.")
    return written


def _things(jobs: Sequence[Job]) -> str:
    """How many journeys and personas."""
    nouns = {(job.folder, job.stem, job.noun): job.noun for job in jobs}.values()
    return " and ".join(counted(count, noun) for noun, count in sorted(Counter(nouns).items()))


def stale(work: Work, voice: options.Voice) -> bool:
    """Whether any file is not what would be drawn now; names them, and writes nothing."""
    _refuse_collisions(work.jobs)
    found = 0
    with Progress("Comparing", len(work.jobs), voice) as progress:
        for job, drawing in work.drawings(voice):
            told = _staleness(job.path, drawing.content)
            found += bool(told)
            progress.step(told and f"{escape(shown(job.path))}: {told}\n")
    files = counted(len(work.jobs), "file")
    voice.note(f"{found} of {files} to draw again: cjm render" if found else f"Compared {files}: all as drawn now.")
    return bool(found)


def _staleness(path: Path, content: bytes) -> str:
    try:
        return "" if read_file(path) == content else "stale"
    except FileNotFoundError:
        return "missing"
    except OSError as error:
        raise SourceError(str(path), reason(error)) from error


def _tell(lost: Lost, voice: options.Voice) -> None:
    for sentence in lost.sentences:
        voice.note(sentence)


def _refuse_collisions(jobs: Sequence[Job]) -> None:
    """Nothing is written when one file would be written twice."""
    taken: dict[Path, Job] = {}
    for job in jobs:
        other = taken.setdefault(job.path, job)
        if other is not job:
            both = f"{other.entry.source.name} and {job.entry.source.name}"
            raise UsageError(f"{both} would both become {job.name}", "give one another id, or draw them apart")
