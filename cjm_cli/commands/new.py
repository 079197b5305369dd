"""`cjm new`: a journey or a persona to begin with."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli.commands import _options as options
from cjm_cli.commands._rules import settings_at
from cjm_cli.commands._start import Step, carry_out, tell_next
from cjm_cli.errors import UsageError
from cjm_cli.settings import NOTHING_TOLD
from cjm_cli.start.files import Plan
from cjm_cli.start.item import KINDS, TEMPLATES, Site, chosen_persona, new_journey, new_persona
from cjm_cli.start.names import id_from, id_given, one_line
from cjm_cli.start.project import whole
from cjm_cli.workspace.discover import shown
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, PROJECT_FILE

EXAMPLES = """\
cjm new journey "Returning shoes"
cjm new journey "Repair" --template service-blueprint --persona rina
cjm new persona "Tom Berger\""""


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help=f"{options.one_of(KINDS)}.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its title or name; the file is named after it.")],
    *,
    template: Annotated[
        str | None, typer.Option("--template", "-t", metavar="NAME", help=f"{options.one_of(TEMPLATES[JOURNEY])}.")
    ] = None,
    persona: Annotated[
        str | None, typer.Option("--persona", metavar="ID", help="Whose journey it is, where there are several.")
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id, in place of the one that the name gives.")
    ] = None,
    project: Annotated[
        Path, typer.Option("--project", metavar="PATH", show_default=False, help="The project to add to.  [default: .]")
    ] = options.HERE,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")] = False,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
) -> None:
    """Add a journey or a persona to a project, as an example to write over.

    It goes where others of its kind lie, and never over a file that is there.
    """
    voice = options.Voice(quiet, verbose)
    options.chosen("kind", kind, KINDS)
    template = options.chosen("template", template or TEMPLATES[kind][0], TEMPLATES[kind])
    if kind == PERSONA and persona is not None:
        raise UsageError("--persona says whose journey it is", "leave it out")
    title = one_line(name, "name")
    chosen = id_from(title) if id_ is None else id_given(id_)
    site = Site(settings_at(whole(project), NOTHING_TOLD))
    path = site.path(kind, chosen)
    if kind == JOURNEY:
        file = new_journey(site, path, title, template=template, persona=chosen_persona(site, persona))
    else:
        file = new_persona(site, path, title)
    carry_out(Plan((file,)), voice, dry_run=dry_run)
    if not site.belongs(path):
        voice.note(f"{shown(path)} is none of the project: see include and exclude in {PROJECT_FILE}")
    if not dry_run:
        tell_next(_steps(kind, chosen, shlex.quote(shown(path))), voice)


def _steps(kind: str, id_: str, path: str) -> list[Step]:
    if kind == PERSONA:
        return [(f'cjm new journey "A name of yours" --persona {id_}', "until a journey names it, it is not used")]
    return [(f"cjm validate {path}", "is it sound, and good?"), (f"cjm show {path}", "see it, here and now")]
