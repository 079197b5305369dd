"""`cjm render`: journeys as maps to share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour, formats, plugins
from cjm_cli.commands import _options as options
from cjm_cli.commands._today import day
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Severity
from cjm_cli.output import write
from cjm_cli.reports import Context, concise, full
from cjm_cli.session import CheckedProject, Session, Terms, open_session
from cjm_cli.source import slug
from cjm_cli.streams import write_bytes
from cjm_cli.summary import Summary, counted
from cjm_cli.terminal import escape
from cjm_cli.views import journey
from cjm_cli.workspace.discover import shown
from cjm_cli.workspace.workspace import JourneyEntry, Workspace

EXAMPLES = """\
cjm render
cjm render journeys/checkout.journey.yaml -f html -f svg -o maps
cjm render checkout.journey.yaml -f svg -o - > checkout.svg"""

STDOUT = Path("-")
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever their suffix."""


@dataclass(frozen=True)
class Job:
    """One journey to be drawn in one format, and the folder that the drawing goes to."""

    workspace: Workspace
    entry: JourneyEntry
    format: str
    folder: Path

    @property
    def name(self) -> str:
        """The name of the file: the journey's id, in which nothing can lead to another folder."""
        stem = slug(self.entry.id)
        if not stem or RESERVED.fullmatch(stem):
            stem = f"{stem}-journey".strip("-")
        return f"{stem}.{self.format}"


def render(
    *,
    paths: options.Paths = None,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            show_default=False,
            help=f"{options.one_of(plugins.names(formats))}; repeatable.  [default: as in cjm.yaml, else html]",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            show_default=False,
            help="The folder to write to; - is standard output.  [default: as in cjm.yaml, else dist]",
        ),
    ] = None,
    validate: Annotated[
        bool,
        typer.Option(
            "--validate/--no-validate",
            show_default=False,
            help="Stop at errors (the default), or draw what can be drawn.",
        ),
    ] = True,
    today: options.Today = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Draw journeys as maps to share: HTML, SVG, Markdown.

    Writes one file a journey and format, named by the journey's id, and says which. The project is validated first.
    """
    voice = options.Voice(quiet, verbose, color)
    for name in format_ or ():
        options.chosen("format", name, plugins.names(formats))
    session = open_session(paths or [options.HERE], stdin_filename, voice.log, terms=Terms(today=day(today)))
    if stopped := _stopped(session, voice, validate=validate, aside=output == STDOUT):
        return stopped
    jobs = list(_jobs(session, format_, output))
    if not jobs:
        raise UsageError("there is no journey to draw here", "name a journey, or a folder that holds *.journey.yaml")
    if output == STDOUT:
        _to_stdout(jobs)
    else:
        _to_folders(jobs, voice)
    return int(any(not _is_sound(project) for project in session.projects))


def _stopped(session: Session, voice: options.Voice, *, validate: bool, aside: bool) -> int:
    """The exit code when nothing may be drawn, else 0; what stands in the way is told, `aside` when stdout is taken."""
    errors = [finding for finding in session.findings if finding.severity is Severity.ERROR]
    if not errors:
        return 0
    if aside:
        for line in concise.report(errors, Context(session.sources)).splitlines():
            voice.note(colour.plain(line))
    else:
        voice.data(full.report(errors, Context(session.sources)))
    if session.unusable:
        raise SettingsError(", ".join(session.unusable))
    if not validate:
        return 0
    voice.note(f"Drew nothing: {Summary.of(errors, 0).counts} to correct first; --no-validate draws what it can.")
    return 1


def _is_sound(project: CheckedProject) -> bool:
    """Whether every file that was asked for could be understood."""
    broken = {finding.location.path for finding in project.findings if finding.severity is Severity.ERROR}
    entries = project.workspace.journeys.values() if project.workspace else ()
    return not any(entry.source.name in broken and not entry.sound for entry in entries)


def _jobs(session: Session, names: Sequence[str] | None, output: Path | None) -> Iterator[Job]:
    for project in session.projects:
        settings = project.settings.project.render
        folder = output or Path(shown(project.settings.root / settings.output))
        workspace = project.workspace
        for entry in workspace.entries if workspace else ():
            if workspace and entry.source in project.files:
                yield from (Job(workspace, entry, name, folder) for name in dict.fromkeys(names or settings.formats))


def _drawn(jobs: Iterable[Job]) -> Iterator[tuple[Job, bytes]]:
    """Every job with its drawing; a journey is arranged once for all its formats."""
    for entry, of_one in groupby(jobs, key=attrgetter("entry")):
        together = list(of_one)
        page = journey.arrange(entry, together[0].workspace)
        for job in together:
            yield job, plugins.load(formats, job.format).encode(page)


def _to_stdout(jobs: Sequence[Job]) -> None:
    if len(jobs) > 1:
        raise UsageError(f"standard output takes one drawing, and these are {len(jobs)}", "name one journey and one -f")
    for _, drawing in _drawn(jobs):
        write_bytes(drawing)


def _to_folders(jobs: Sequence[Job], voice: options.Voice) -> None:
    _refuse_collisions(jobs)
    for job, drawing in _drawn(jobs):
        voice.data(f"{escape(shown(write(job.folder / job.name, drawing)))}\n")
    voice.note(f"Drew {counted(len({job.entry for job in jobs}), 'journey')} in {counted(len(jobs), 'file')}.")


def _refuse_collisions(jobs: Sequence[Job]) -> None:
    """Nothing is written when one file would be written twice."""
    taken: dict[tuple[Path, str], Job] = {}
    for job in jobs:
        other = taken.setdefault((job.folder, job.name), job)
        if other is not job:
            both = f"{other.entry.source.name} and {job.entry.source.name}"
            raise UsageError(f"{both} would both become {job.name}", "give one another id, or draw them apart")
