"""From what `render` was asked for to files on disk, to one drawing on standard output, or to the names of stale files."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from cjm_cli.commands import _look
from cjm_cli.commands import _options as options
from cjm_cli.commands._progress import Progress
from cjm_cli.errors import SourceError, UsageError, reason
from cjm_cli.formats._format import Drawing, Format, Lost
from cjm_cli.output import write
from cjm_cli.session import CheckedProject, Session
from cjm_cli.source import slug
from cjm_cli.streams import write_bytes
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.views import journey
from cjm_cli.workspace.discover import shown
from cjm_cli.workspace.workspace import JourneyEntry, Workspace

STDOUT = Path("-")
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever their suffix."""


@dataclass(frozen=True)
class Job:
    """One journey to be drawn in one format, and the folder that the drawing goes to."""

    workspace: Workspace
    entry: JourneyEntry
    format: Format
    folder: Path
    templates: str = ""

    @property
    def name(self) -> str:
        """The name of the file: the journey's id, in which nothing can lead to another folder."""
        stem = slug(self.entry.id)
        if not stem or RESERVED.fullmatch(stem):
            stem = f"{stem}-journey".strip("-")
        return f"{stem}{self.format.suffix}"

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / self.name


@dataclass(frozen=True)
class Work:
    """All that is to be drawn, and the fonts for letters that ours lack."""

    jobs: tuple[Job, ...]
    fonts: tuple[Path, ...]

    def drawings(self) -> Iterator[tuple[Job, Drawing]]:
        """Every job with its drawing; a journey is arranged once for all its formats."""
        for entry, of_one in groupby(self.jobs, key=attrgetter("entry")):
            together = list(of_one)
            page = journey.arrange(entry, together[0].workspace)
            page = replace(page, theme=replace(page.theme, templates=together[0].templates))
            for job in together:
                yield job, job.format.draw(page, self.fonts)


def planned(
    session: Session, formats: Sequence[str], output: Path | None, fonts: Sequence[Path], templates: Path | None
) -> Work:
    """What there is to draw. Raises, before anything is drawn, when some of it cannot be."""
    jobs = tuple(job for project in session.projects for job in _jobs(project, formats, output, templates))
    if not jobs:
        raise UsageError("there is no journey to draw here", "name a journey, or a folder that holds *.journey.yaml")
    chosen = {job.format.name: job.format for job in jobs}
    for format_ in chosen.values():
        format_.require()
    if fonts:
        _check_fonts(fonts, chosen.values())
    return Work(jobs, tuple(fonts))


def _jobs(project: CheckedProject, names: Sequence[str], output: Path | None, own: Path | None) -> Iterator[Job]:
    settings = project.settings.project.render
    folder = output or Path(shown(project.settings.root / settings.output))
    formats = [Format.named(name) for name in dict.fromkeys(names or settings.formats)]
    templates = _look.templates(own, project)
    workspace = project.workspace
    for entry in workspace.entries if workspace else ():
        if workspace and entry.source in project.files:
            yield from (Job(workspace, entry, format_, folder, templates) for format_ in formats)


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
    for _, drawing in work.drawings():
        write_bytes(drawing.content)
        _tell(drawing.lost, voice)


def to_folders(work: Work, voice: options.Voice) -> list[Path]:
    """Writes every drawing, says which, and returns them."""
    _refuse_collisions(work.jobs)
    written, lost = [], Lost()
    with Progress("Drawing", len(work.jobs), voice) as progress:
        for job, drawing in work.drawings():
            written.append(write(job.path, drawing.content))
            lost |= drawing.lost
            progress.step(f"{escape(shown(job.path))}\n")
    _tell(lost, voice)
    journeys, files = counted(len({job.entry for job in work.jobs}), "journey"), counted(len(work.jobs), "file")
    voice.note(f"Drew {journeys} in {files}.")
    return written


def stale(work: Work, voice: options.Voice) -> bool:
    """Whether any file is not what would be drawn now; names them, and writes nothing."""
    _refuse_collisions(work.jobs)
    found = 0
    with Progress("Comparing", len(work.jobs), voice) as progress:
        for job, drawing in work.drawings():
            told = _staleness(job.path, drawing.content)
            found += bool(told)
            progress.step(told and f"{escape(shown(job.path))}: {told}\n")
    files = counted(len(work.jobs), "file")
    voice.note(f"{found} of {files} to draw again: cjm render" if found else f"Compared {files}: all as drawn now.")
    return bool(found)


def _staleness(path: Path, content: bytes) -> str:
    try:
        return "" if path.read_bytes() == content else "stale"
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
