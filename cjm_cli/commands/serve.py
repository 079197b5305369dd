"""`cjm serve`: the site of a project while it is written."""

from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._today import day
from cjm_cli.errors import MissingToolError
from cjm_cli.site.project import project_at

EXAMPLES = """\
cjm serve
cjm serve shop --port 8001"""


def serve(
    *,
    path: options.ProjectPath = options.HERE,
    port: Annotated[
        int, typer.Option("--port", "-p", metavar="N", min=0, max=65535, help="The port; 0 takes one that is free.")
    ] = 8000,
    today: options.Today = None,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> int:
    """Show the site in a browser while you write, with findings.

    Every change of a file is shown at once. While a file cannot be understood, its maps stay as they were, with what is
    wrong above them. Only this machine can see it; Ctrl-C ends it.
    """
    voice = options.Voice(quiet, verbose, color)
    try:
        from cjm_cli.live import server
    except ModuleNotFoundError as error:
        raise MissingToolError(error.name or "a library", "cjm serve", 'pip install "cjm-cli[serve]"') from error
    from cjm_cli.live.studio import Studio

    as_of = day(today)
    root = project_at(path, as_of).place.root
    studio = Studio(root, voice.log, as_of)
    with server.listening(port) as where:
        voice.note(studio.refresh())
        voice.data(f"http://{server.HOST}:{where.getsockname()[1]}/\n")
        voice.note("Showing the site there; Ctrl-C ends it.")
        server.run(studio, where, root, voice.note)
    # There is no other way out, and every interrupted command ends alike.
    raise KeyboardInterrupt
