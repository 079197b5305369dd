"""`cjm show`: journeys in the terminal."""

import shutil
from collections.abc import Iterator

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Severity
from cjm_cli.formats._screen import draw
from cjm_cli.reports import Context, concise
from cjm_cli.session import Session, open_session
from cjm_cli.views import journey

EXAMPLES = """\
cjm show journeys/checkout.journey.yaml
cjm show --color always | less -R"""

NARROWEST = 36


def show(
    *,
    paths: options.Paths = None,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Draw journeys in the terminal, as wide as it is.

    Stages stand beside each other where there is room, and beneath each other where there is not. Elsewhere than on a
    terminal, COLUMNS says how wide it is, and 80 is taken where nothing does.
    """
    voice = options.Voice(quiet, verbose, color)
    session = open_session(paths or [options.HERE], stdin_filename, voice.log)
    unsound = [*_told_errors(session, voice)]
    maps = [*_maps(session, max(NARROWEST, shutil.get_terminal_size((80, 24)).columns))]
    if not maps and not unsound:
        raise UsageError("there is no journey to show here", "name a journey, or a folder that holds *.journey.yaml")
    voice.data("\n\n".join(maps))
    return int(bool(unsound))


def _told_errors(session: Session, voice: options.Voice) -> Iterator[str]:
    """The files that cannot be understood; what is wrong is told. What only breaks a rule is shown all the same."""
    if session.unusable:
        errors = [finding for finding in session.findings if finding.location.path in session.unusable]
        voice.note(colour.plain(concise.report(errors, Context(session.sources)).rstrip()))
        raise SettingsError(", ".join(session.unusable))
    sound = {
        entry.source.name for project in session.projects if project.workspace for entry in project.workspace.entries
    }
    for finding in session.findings:
        path = finding.location.path
        if finding.severity is Severity.ERROR and path.endswith(".journey.yaml") and path not in sound:
            for line in concise.report([finding], Context(session.sources)).splitlines():
                voice.note(colour.plain(line))
            yield path


def _maps(session: Session, width: int) -> Iterator[str]:
    for project in session.projects:
        workspace = project.workspace
        for entry in workspace.entries if workspace else ():
            if workspace and entry.source in project.files:
                yield draw(journey.arrange(entry, workspace), width)
