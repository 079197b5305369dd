"""`cjm schema`: the format, in the words of an editor."""

from typing import Annotated

import typer

from cjm_cli import resources
from cjm_cli.commands._options import chosen
from cjm_cli.streams import write_out
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, PROJECT

EXAMPLES = """\
cjm schema journey > journey.schema.json"""

KINDS = (JOURNEY, PERSONA, PROJECT)


def schema(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"One of: {', '.join(KINDS)}.")],
) -> None:
    """Print the JSON Schema of a kind of file, for your editor.

    An editor with a YAML language server completes and checks a file that starts with the line
    "# yaml-language-server: $schema=journey.schema.json".
    """
    write_out(resources.schema(chosen("kind", kind, KINDS)))
