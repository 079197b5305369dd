"""`cjm build`: a site of the whole project."""

from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._site import stopped
from cjm_cli.commands._today import day
from cjm_cli.errors import OutputError
from cjm_cli.finding import Severity
from cjm_cli.session import CheckedProject
from cjm_cli.site.build import Job
from cjm_cli.site.build import build as build_site
from cjm_cli.site.project import Project, project_at
from cjm_cli.site.shelf import START, Folder
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown

EXAMPLES = """\
cjm build
cjm build shop -o public
cjm build --today 2026-05-31"""


def build(
    *,
    path: options.ProjectPath = options.HERE,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            show_default=False,
            help="The folder to write to.  [default: site, in the folder that drawings go to]",
        ),
    ] = None,
    validate: Annotated[
        bool,
        typer.Option(
            "--validate/--no-validate",
            show_default=False,
            help="Stop at errors (the default), or show what can be shown.",
        ),
    ] = True,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="Say which reviews are overdue on this day, such as 2026-05-31."),
    ] = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Build a site of the whole project, for any server or none.

    Journeys, personas, touchpoints, opportunities, pain points, and a search over all of them. A second run writes only
    what has changed.
    """
    voice = options.Voice(quiet, verbose, color)
    project = project_at(path, day(today) if today else None)
    shelf = Folder(output or project.output)
    shelf.refuse_foreign()
    start = f"{escape(shown(shelf.path / START))}\n"
    if shelf.is_whole(project.whole):
        voice.data(start)
        voice.note(f"Nothing has changed: {counted(len(shelf.known.pages), 'page')}.")
        return 0
    checked = project.checked(voice.log)
    if code := stopped(checked, voice, validate=validate):
        return code
    is_sound = _build(project, checked, shelf, voice)
    voice.data(start)
    voice.note(_summary(shelf))
    return int(not is_sound)


def _build(project: Project, checked: CheckedProject, shelf: Folder, voice: options.Voice) -> bool:
    """Whether every file could be understood."""
    assert checked.workspace is not None
    sound = not any(finding.severity is Severity.ERROR for finding in checked.findings)
    try:
        build_site(Job(checked.workspace, project.inputs, project.today), shelf)
        shelf.close(project.whole if sound else "")
    except OutputError:
        voice.note(
            f"Wrote {counted(len(shelf.written), 'page')} before it failed; the next cjm build goes on from there."
        )
        raise
    finally:
        for page in shelf.written:
            voice.log(f"written: {escape(page)}")
        for page in shelf.removed:
            voice.log(f"removed: {escape(page)}")
    return checked.workspace.complete


def _summary(shelf: Folder) -> str:
    kept = len(shelf.made) - len(shelf.written)
    told = [f"{len(shelf.written)} written"]
    told += [f"{kept} as they were"] if kept else []
    told += [f"{len(shelf.removed)} removed"] if shelf.removed else []
    return f"Built {counted(len(shelf.made), 'page')}: {', '.join(told)}."
