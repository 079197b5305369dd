"""`cjm git textconv`: what a file says, for git to compare."""

from pathlib import Path
from typing import Annotated

import typer

from cjm_cli.commands.git._content import content
from cjm_cli.outline import outline
from cjm_cli.streams import write_bytes

EXAMPLES = """\
cjm git textconv journeys/checkout.journey.yaml
git diff            (after: cjm git setup)"""


def textconv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A journey, a persona or a cjm.yaml.")],
) -> None:
    """Print what a file says, one fact a line; git calls it.

    Quotes, indentation, comments, short forms and the order of keys are left out: two files that say the same read the
    same. A file that is no sound YAML is printed as it is.
    """
    write_bytes(outline(content(file)).encode())
