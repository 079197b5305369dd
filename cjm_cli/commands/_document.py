"""One document as the result of a command: to standard output, or whole to a file."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from cjm_cli import colour, plugins, reviews
from cjm_cli.commands import _options as options
from cjm_cli.errors import UsageError
from cjm_cli.output import write
from cjm_cli.workspace.discover import shown

STDOUT_PATH = Path("-")
FOR_BROWSERS = {"html"}
"""Formats that say nothing to a person in a terminal."""

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.  [default: -]"),
]
Format = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help=f"{options.one_of(plugins.names(reviews))}.")
]


def reviewer(format_: str) -> ModuleType:
    """What writes comparisons in a format. Raises UsageError when there is none of that name."""
    return plugins.load(reviews, options.chosen("format", format_, plugins.names(reviews)))


def refuse_terminal(format_: str, output: Path | None) -> None:
    """Raises UsageError for what a terminal cannot show, before anything is done for it."""
    if output is None and format_ in FOR_BROWSERS and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(f"a terminal cannot show {format_}", "add -o FILE, or -o - to have it all the same")


def deliver(text: str, output: Path | None, voice: options.Voice) -> None:
    """Writes the document where it was asked for. Raises OutputError when that cannot be done."""
    if output is None or output == STDOUT_PATH:
        voice.data(text)
        return
    painted = text if voice.color is colour.Choice.ALWAYS else colour.plain(text)
    write(output, painted.encode())
    voice.note(f"Wrote {shown(output)}.")
