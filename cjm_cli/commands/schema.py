"""`cjm schema`: the format, in the words of an editor."""

from typing import Annotated

import typer

from cjm_cli import resources
from cjm_cli.commands import _options as options
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, PROJECT

EXAMPLES = """\
cjm schema journey > journey.schema.json"""

FINDINGS = "findings"
"""What `--format json` writes."""
CHANGES = "changes"
"""What it writes of a comparison."""
KINDS = (JOURNEY, PERSONA, PROJECT, FINDINGS, CHANGES)


def schema(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"{options.one_of(KINDS)}.")],
    *,
    verbose: options.Verbose = 0,
) -> None:
    """Print the JSON Schema of a kind of file, for your editor.

    An editor with a YAML language server completes and checks a file that starts with the line
    "# yaml-language-server: $schema=journey.schema.json".
    """
    text = resources.schema(options.chosen("kind", kind, KINDS))
    options.Voice(verbose=verbose).data(text)
