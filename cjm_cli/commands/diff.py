"""`cjm diff`: what changed between two versions of a project, in the terms of the journey."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._document import Format, Output, deliver, refuse_terminal, reviewer
from cjm_cli.difference.difference import Difference, Impact
from cjm_cli.history.pair import paired
from cjm_cli.history.wanted import Question

EXAMPLES = """\
cjm diff
cjm diff main journeys/checkout.journey.yaml
cjm diff --merge-base origin/main --fail-on major
cjm diff v1.0..v2.0 -f html -o changes.html
cjm diff HEAD~3:journeys/checkout.journey.yaml draft.journey.yaml"""


class FailOn(StrEnum):
    """The least change that makes the command fail."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NEVER = "never"


Old = Annotated[
    str | None,
    typer.Argument(metavar="[OLD]", show_default=False, help="A revision, A..B, a path, or REV:PATH.  [default: HEAD]"),
]
New = Annotated[
    str | None,
    typer.Argument(metavar="[NEW]", show_default=False, help="The same.  [default: what lies on disk]"),
]
MergeBase = Annotated[bool, typer.Option("--merge-base", help="Compare with where the two parted, as A...B does.")]
Staged = Annotated[bool, typer.Option("--staged", help="Compare with what is staged instead of what lies on disk.")]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", metavar="IMPACT", help=f"{options.one_of(FailOn)}.")]


def diff(
    old: Old = None,
    new: New = None,
    *,
    merge_base: MergeBase = False,
    staged: Staged = False,
    fail_on: FailOnOption = FailOn.NEVER,
    format_: Format = "text",
    output: Output = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Tell what changed between two versions of a project.

    Stages, steps and their items are matched by id and then by likeness, so that a reordered list is moved and not
    rewritten. A change is major when something that others refer to is gone or has another id, or a stage is lost;
    minor when something came, went, moved or feels different; patch when only the wording is another.

    --fail-on exits with 1 from that impact on, and when a file of the new version is broken: nobody knows what changed
    in it. Whatever is broken on either side is told, and the rest compared.

    A revision beside a path means that path at that revision; A..B and a path, that path at both. What is both a
    revision and a path is refused: REV~0 is the one, ./PATH the other.
    """
    voice = options.Voice(quiet, verbose, color)
    review = reviewer(format_).review
    refuse_terminal(format_, output)
    question = Question([word for word in (old, new) if word is not None], merge_base, staged)
    with paired(question, Path.cwd(), voice.log) as pair:
        for note in pair.notes:
            voice.note(note)
        difference = pair.difference()
    deliver(review(difference), output, voice)
    grave = fail_on is not FailOn.NEVER and _reaches(difference, Impact(fail_on))
    return int(grave or (fail_on is not FailOn.NEVER and pair.is_broken_now(difference)))


def _reaches(difference: Difference, impact: Impact) -> bool:
    return difference.impact is not None and difference.impact.rank <= impact.rank
