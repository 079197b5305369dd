"""`cjm compare`: two journeys of one project, such as today's and the one that shall be."""

from enum import StrEnum
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._document import Format, Output, deliver, refuse_terminal, reviewer
from cjm_cli.commands._two import two
from cjm_cli.comparison.compared import compared

EXAMPLES = """\
cjm compare buying-future
cjm compare buying buying-future --fail-on unexplained
cjm compare buying-as-rina buying-as-tom -f html -o ways.html
cjm compare --at v1.0 journeys/buying.journey.yaml buying-future"""


class FailOn(StrEnum):
    """What makes the command fail."""

    UNEXPLAINED = "unexplained"
    NEVER = "never"


One = Annotated[
    str, typer.Argument(metavar="A", show_default=False, help="A journey: its id, or the path of its file.")
]
Other = Annotated[
    str | None,
    typer.Argument(metavar="[B]", show_default=False, help="Another one.  [default: the one that A is based_on]"),
]
At = Annotated[
    str | None,
    typer.Option("--at", metavar="REV", show_default=False, help="Both as they were at this git revision."),
]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", metavar="WHAT", help=f"{options.one_of(FailOn)}.")]


def compare(
    a: One,
    b: Other = None,
    *,
    at: At = None,
    fail_on: FailOnOption = FailOn.NEVER,
    format_: Format = "text",
    output: Output = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Tell what lies between two journeys: today's and the future, or two ways.

    Where one is based_on the other, or only one is a future journey, each gap between today and what is planned is
    told with the opportunities that shall close it: who owns them, which metric will show it, by when. A rise of a
    point or more that no opportunity stands behind, and a pain point that is gone without a word, are promised and not
    explained; --fail-on unexplained exits with 1 when there is any.

    Any other two are told as two ways through the same stages, such as those of two personas: what they share, and
    what is in one of them alone.
    """
    voice = options.Voice(quiet, verbose, color)
    write = reviewer(format_).compare
    refuse_terminal(format_, output)
    found = two([word for word in (a, b) if word is not None], at)
    voice.log(f"A: {found.one.loaded.source.name}")
    voice.log(f"B: {found.other.loaded.source.name}")
    comparison = compared(found.one, found.other, found.workspace.project, found.personas)
    deliver(write(comparison), output, voice)
    return int(fail_on is FailOn.UNEXPLAINED and bool(comparison.unexplained))
