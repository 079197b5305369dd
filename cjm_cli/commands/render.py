"""`cjm render`: journeys as maps to share."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour, formats, plugins, views
from cjm_cli.commands import _options as options
from cjm_cli.commands._personas import personas_of
from cjm_cli.commands._today import day
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Severity
from cjm_cli.graphviz_layout import with_graphviz
from cjm_cli.output import write
from cjm_cli.reports import Context, concise, full
from cjm_cli.session import CheckedProject, Session, Terms, open_session
from cjm_cli.source import slug
from cjm_cli.streams import write_bytes
from cjm_cli.summary import Summary, counted
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown
from cjm_cli.workspace.workspace import JourneyEntry, PersonaEntry, Workspace

EXAMPLES = """\
cjm render
cjm render --view brief --view blueprint
cjm render journeys/checkout.journey.yaml -f html -f svg -o maps
cjm render checkout.journey.yaml -f svg -o - > checkout.svg"""

STDOUT = Path("-")
RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
"""Names that Windows keeps for devices, whatever their suffix."""


MAP, PERSONA = "journey", "persona"
"""The view whose files bear the id alone, and the one that is not of a journey."""


@dataclass(frozen=True)
class Job:
    """One journey or persona to be drawn by one view in one format, and the folder that the drawing goes to."""

    workspace: Workspace
    entry: JourneyEntry | PersonaEntry
    view: str
    format: str
    folder: Path

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
        return f"{self.stem}.{self.format}" if self.view == MAP else f"{self.stem}.{self.view}.{self.format}"


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
    view: Annotated[
        list[str] | None,
        typer.Option(
            "--view",
            metavar="NAME",
            show_default=False,
            help=f"{options.one_of(plugins.names(views))}; repeatable.  [default: as in cjm.yaml, else journey]",
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
    A view shows it in another way, such as on one page or as a service blueprint, and its name is in that of the file.
    """
    voice = options.Voice(quiet, verbose, color)
    for name in format_ or ():
        options.chosen("format", name, plugins.names(formats))
    for name in view or ():
        options.chosen("view", name, plugins.names(views))
    session = open_session(paths or [options.HERE], stdin_filename, voice.log, terms=Terms(today=day(today)))
    if stopped := _stopped(session, voice, validate=validate, aside=output == STDOUT):
        return stopped
    jobs = [job for project in session.projects for job in _jobs(project, Wish(format_, view, output))]
    if not jobs:
        what = PERSONA if view and set(view) == {PERSONA} else MAP
        raise UsageError(f"there is no {what} to draw here", f"name a {what}, or a folder that holds *.{what}.yaml")
    if output == STDOUT:
        _to_stdout(jobs, voice)
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


@dataclass(frozen=True)
class Wish:
    """What was asked for on the command line; what was not, the settings of each project say."""

    formats: Sequence[str] | None
    views: Sequence[str] | None
    output: Path | None


def _jobs(project: CheckedProject, wish: Wish) -> Iterator[Job]:
    settings = project.settings.project.render
    folder = wish.output or Path(shown(project.settings.root / settings.output))
    workspace = project.workspace
    if workspace is None:
        return
    names = list(dict.fromkeys(wish.formats or settings.formats))
    chosen = list(dict.fromkeys(wish.views or settings.views))
    _refuse_in_vain(names, chosen)
    journeys = [entry for entry in workspace.entries if entry.source in project.files]
    for entry in journeys:
        for view in chosen:
            if view != PERSONA:
                yield from (Job(workspace, entry, view, name, folder) for name in names if _fits(name, view))
    for persona in personas_of(project, journeys) if PERSONA in chosen else ():
        yield from (Job(workspace, persona, PERSONA, name, folder) for name in names if _fits(name, PERSONA))


def _fits(format_: str, view: str) -> bool:
    """Whether a view has anything to say in a format: most are for all views."""
    for_views: Collection[str] = getattr(plugins.load(formats, format_), "VIEWS", plugins.names(views))
    return view in for_views


def _refuse_in_vain(names: Iterable[str], chosen: Collection[str]) -> None:
    """A format that is for none of the views that were asked for is no format for them."""
    for name in names:
        if not any(_fits(name, view) for view in chosen):
            only = next(view for view in plugins.names(views) if _fits(name, view))
            raise UsageError(f'format "{name}" is only for the view "{only}"', f"add --view {only}")


def _drawn(jobs: Iterable[Job], voice: options.Voice) -> Iterator[tuple[Job, bytes]]:
    """Every job with its drawing; a page is arranged once for all its formats, and each note is told once."""
    notes: set[str] = set()
    for (view, entry), of_one in groupby(jobs, key=lambda job: (job.view, job.entry)):
        together = list(of_one)
        page, told = with_graphviz(plugins.load(views, view).arrange(entry, together[0].workspace))
        if told and told not in notes:
            notes.add(told)
            voice.note(f"{told}.")
        for job in together:
            yield job, plugins.load(formats, job.format).encode(page)


def _to_stdout(jobs: Sequence[Job], voice: options.Voice) -> None:
    if len(jobs) > 1:
        raise UsageError(f"standard output takes one drawing, and these are {len(jobs)}", "name one journey and one -f")
    for _, drawing in _drawn(jobs, voice):
        write_bytes(drawing)


def _to_folders(jobs: Sequence[Job], voice: options.Voice) -> None:
    _refuse_collisions(jobs)
    for job, drawing in _drawn(jobs, voice):
        voice.data(f"{escape(shown(write(job.folder / job.name, drawing)))}\n")
    voice.note(f"Drew {_things(jobs)} in {counted(len(jobs), 'file')}.")


def _things(jobs: Sequence[Job]) -> str:
    """How many journeys and personas."""
    nouns = {(job.folder, job.stem, job.noun): job.noun for job in jobs}.values()
    return " and ".join(counted(count, noun) for noun, count in sorted(Counter(nouns).items()))


def _refuse_collisions(jobs: Sequence[Job]) -> None:
    """Nothing is written when one file would be written twice."""
    taken: dict[tuple[Path, str], Job] = {}
    for job in jobs:
        other = taken.setdefault((job.folder, job.name), job)
        if other is not job:
            both = f"{other.entry.source.name} and {job.entry.source.name}"
            raise UsageError(f"{both} would both become {job.name}", "give one another id, or draw them apart")
