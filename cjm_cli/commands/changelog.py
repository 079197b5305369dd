"""`cjm changelog`: what changed for the customer, by journey, between tags."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.changelog.sections import Section, sections
from cjm_cli.changelog.write import WRITERS
from cjm_cli.commands import _options as options
from cjm_cli.commands._document import Output, deliver
from cjm_cli.git import repository

EXAMPLES = """\
cjm changelog
cjm changelog v1.0..v2.0
cjm changelog v2.0.. --all -f text
cjm changelog -o CHANGES.md"""

Range = Annotated[
    str | None,
    typer.Argument(metavar="[RANGE]", show_default=False, help="Two revisions as A..B.  [default: every tag]"),
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="NAME", help=f"{options.one_of(WRITERS)}.")]
All = Annotated[
    bool, typer.Option("--all", help="Tell as well what no customer notices: wording, evidence, owners, settings.")
]


def changelog(
    range_: Range = None,
    *,
    format_: Format = "markdown",
    all_: All = False,
    output: Output = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> None:
    """Write what changed for the customer, by journey, between tags.

    Each tag that leads to HEAD has a section, the newest first, with the day of its commit; what was committed since
    is unreleased. A journey's part tells what came, went and moved, what feels different, which pain points opened and
    were resolved, and which opportunities were done. Tags that changed nothing of this are left out. A range is one
    section. The journey of a future state is marked as planned: nobody has noticed anything of it yet.
    """
    voice = options.Voice(quiet, verbose, color)
    write = WRITERS[options.chosen("format", format_, WRITERS)]
    if range_ is None and repository(Path.cwd()).is_shallow:
        voice.note("This clone is shallow, older tags may be missing; get the rest with: git fetch --unshallow")
    found = _told(sections(Path.cwd(), range_, everything=all_), voice)
    deliver(write([section for section in found if section.news]), output, voice)


def _told(found: Iterable[Section], voice: options.Voice) -> Iterator[Section]:
    """The sections; files that could not be compared are named, each once."""
    named: set[str] = set()
    for section in found:
        voice.log(f"compared: {section.name}")
        for finding in section.findings:
            path, span, _ = finding.location
            if path not in named:
                voice.note(f"Left out {path}:{span.line}:{span.column}: {finding.message}.")
            named.add(path)
        yield section
