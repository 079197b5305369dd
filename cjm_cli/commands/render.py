"""`cjm render`: journeys as maps to share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, repeat
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour, formats, plugins, views
from cjm_cli.commands import _look
from cjm_cli.commands import _options as options
from cjm_cli.commands._drawing import STDOUT, Wish, planned, stale, to_folders, to_stdout
from cjm_cli.commands._today import day
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Severity
from cjm_cli.formats._format import Format
from cjm_cli.reports import Context, concise, full
from cjm_cli.session import CheckedProject, Session, Terms, open_session
from cjm_cli.summary import Summary
from cjm_cli.workspace.discover import shown

EXAMPLES = """\
cjm render
cjm render --view brief --view blueprint
cjm render journeys/checkout.journey.yaml -f html -f svg -o maps
cjm render journeys/checkout.journey.yaml -f pdf --open
cjm render checkout.journey.yaml -f svg -o - > checkout.svg
cjm render --check"""


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    paths: Sequence[Path]
    wish: Wish
    stdin_name: Path | None
    voice: options.Voice
    today: date
    validate: bool = True
    check: bool = False
    open: bool = False

    def refuse_contradictions(self, *, watch: bool) -> None:
        """Raises UsageError where two options cannot both be meant, and where a format cannot be drawn."""
        for name in self.wish.formats:
            options.chosen("format", name, plugins.names(formats))
            Format.named(name).require()
        for name in self.wish.views:
            options.chosen("view", name, plugins.names(views))
        if self.wish.output == STDOUT:
            for given, option in ((self.check, "--check"), (self.open, "--open"), (watch, "--watch")):
                if given:
                    raise UsageError(f"{option} is about files, and -o - writes none", "give -o a folder")
        if self.check and self.open:
            raise UsageError("--check draws nothing that --open could show", "give one of them")


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
    font: Annotated[
        list[Path] | None,
        typer.Option(
            "--font",
            metavar="FILE",
            show_default=False,
            help="A font for letters and emoji that ours lack, in png and pdf; repeatable.",
        ),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates",
            metavar="DIR",
            show_default=False,
            help="Templates of HTML maps that come before the built-in ones.  [default: as in cjm.yaml]",
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
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail when files are not what would be drawn, and name them.")
    ] = False,
    open_: Annotated[bool, typer.Option("--open", help="Show the first drawing in the browser.")] = False,
    watch: Annotated[bool, typer.Option("--watch", "-w", help="Draw again whenever a file changes.")] = False,
    stdin_filename: options.StdinFilename = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Draw journeys as maps to share: HTML, SVG, PDF, PNG, Markdown.

    Writes one file a journey and format, named by the journey's id, and says which. The project is validated first.
    A view shows it in another way, such as on one page or as a service blueprint, and its name is in that of the file.
    """
    voice = options.Voice(quiet, verbose, color)
    where = paths or [options.HERE]
    order = Order(
        where,
        Wish(format_ or (), view or (), output, font or (), templates),
        stdin_filename,
        voice,
        day(today),
        validate=validate,
        check=check,
        open=open_,
    )
    order.refuse_contradictions(watch=watch)
    if watch:
        from cjm_cli.commands import _watch

        # A browser that has the drawing open need not be opened again.
        turns = chain([order], repeat(replace(order, open=False)))
        _watch.watch(where, lambda: _render(next(turns)), voice.note)
    return _render(order)


def _render(order: Order) -> int:
    session = open_session(order.paths, order.stdin_name, order.voice.log, terms=Terms(today=order.today))
    if stopped := _stopped(session, order):
        return stopped
    for line in filter(None, map(_look.missing_logo, session.projects)):
        order.voice.note(line)
    work = planned(session, order.wish)
    is_sound = all(map(_is_sound, session.projects))
    if order.check:
        return int(stale(work, order.voice) or not is_sound)
    if order.wish.output == STDOUT:
        to_stdout(work, order.voice)
    else:
        written = to_folders(work, order.voice)
        if order.open:
            _open(written, order.voice)
    return int(not is_sound)


def _open(written: Sequence[Path], voice: options.Voice) -> None:
    import webbrowser

    path = next((path for path in written if path.suffix == ".html"), written[0])
    if not webbrowser.open(path.absolute().as_uri()):
        voice.note(f"There is no browser to open {shown(path)} in.")


def _stopped(session: Session, order: Order) -> int:
    """The exit code when nothing may be drawn, else 0; what stands in the way is told, aside when stdout is taken."""
    errors = [finding for finding in session.findings if finding.severity is Severity.ERROR]
    voice = order.voice
    if not errors:
        return 0
    if order.wish.output == STDOUT:
        for line in concise.report(errors, Context(session.sources)).splitlines():
            voice.note(colour.plain(line))
    else:
        voice.data(full.report(errors, Context(session.sources)))
    if session.unusable:
        raise SettingsError(", ".join(session.unusable))
    if not order.validate:
        return 0
    voice.note(f"Drew nothing: {Summary.of(errors, 0).counts} to correct first; --no-validate draws what it can.")
    return 1


def _is_sound(project: CheckedProject) -> bool:
    """Whether every file that was asked for could be understood."""
    broken = {finding.location.path for finding in project.findings if finding.severity is Severity.ERROR}
    entries = project.workspace.journeys.values() if project.workspace else ()
    return not any(entry.source.name in broken and not entry.sound for entry in entries)
