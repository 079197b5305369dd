"""`cjm stats`: a project in numbers."""

from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._measured import measured, tell_broken
from cjm_cli.commands._today import day
from cjm_cli.measure.stats import project_stats
from cjm_cli.measure.tell_stats import WRITERS

EXAMPLES = """\
cjm stats
cjm stats journeys/checkout.journey.yaml
cjm stats -f csv > journeys.csv"""


def stats(
    *,
    paths: options.Paths = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=f"{options.one_of(WRITERS)}.")
    ] = "text",
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="Say which reviews are overdue on this day, such as 2026-05-31."),
    ] = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> None:
    """Count what journeys hold: moments, pain points, opportunities, evidence.

    A pain point is open when it is neither accepted nor answered by an opportunity that is done.
    """
    write = WRITERS[options.chosen("format", format_, WRITERS)]
    voice = options.Voice(quiet, verbose, color)
    as_of = day(today) if today else None
    projects = measured(paths or [options.HERE], as_of, voice)
    told = [project_stats(one.name, one.folder, one.sight.journeys, as_of) for one in projects]
    voice.data(write(told, as_of))
    tell_broken([entry.source.name for one in projects for _, entry in one.sight.broken], "is left out", voice)
