"""`cjm git merge-driver`: three versions of a file become one, for git."""

from pathlib import Path
from typing import Annotated

import typer

from cjm_cli.commands.git._content import content
from cjm_cli.git import merged_lines
from cjm_cli.merge import CannotMergeError, Labels, Outcome, three_way
from cjm_cli.output import write
from cjm_cli.streams import write_err

EXAMPLES = """\
cjm git setup --merge
cjm git merge-driver base.journey.yaml ours.journey.yaml theirs.journey.yaml"""

CONFLICTS = 1


def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="BASE", help="The common ancestor: %O.")],
    ours: Annotated[Path, typer.Argument(metavar="OURS", help="Our version, which is overwritten: %A.")],
    theirs: Annotated[Path, typer.Argument(metavar="THEIRS", help="The other version: %B.")],
    *,
    marker_size: Annotated[int, typer.Option("--marker-size", metavar="N", min=1, help="Signs of a mark: %L.")] = 7,
    path: Annotated[str, typer.Option("--path", metavar="PATH", help="What messages call the file: %P.")] = "",
    our_label: Annotated[str, typer.Option("--ours", metavar="LABEL", help="What our side is called: %X.")] = "ours",
    their_label: Annotated[str, typer.Option("--theirs", metavar="LABEL", help="And the other: %Y.")] = "theirs",
) -> int:
    """Merge two versions of a file by id; git calls it.

    Entries match by key; items by id, else by name or text; comments go with what they are about. What only one side
    changed, added, moved or removed is taken over. Where both changed the same field, conflict marks stand round that field
    alone, and the exit code is 1. What both added in one place is put in order by id; what both moved comes to the
    earlier place. A file that is no sound YAML, or is written in a way that cannot be taken apart, is merged by lines.
    Whether references still lead somewhere after a merge, cjm validate tells.
    """
    labels = Labels(_given(our_label, "ours"), _given(their_label, "theirs"), marker_size)
    contents = [content(file) for file in (base, ours, theirs)]
    try:
        outcome = three_way(contents[0], contents[1], contents[2], labels)
    except CannotMergeError as why:
        write_err(f"{path or ours.name}: merged by lines, for {why}")
        outcome = Outcome(*merged_lines((base, ours, theirs), labels))
    write(ours, outcome.content)
    return CONFLICTS if outcome.conflicts else 0


def _given(label: str, otherwise: str) -> str:
    """An older git leaves a placeholder that it does not know as it is."""
    return otherwise if not label.strip() or (label.startswith("%") and len(label) == 2) else label
