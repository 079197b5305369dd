"""`cjm init`: a project to begin with."""

import shlex
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli.commands import _options as options
from cjm_cli.commands._start import Step, carry_out, somebody_is_there, tell_next
from cjm_cli.errors import UsageError
from cjm_cli.start.files import planned
from cjm_cli.start.names import one_line
from cjm_cli.start.project import (
    CI,
    EDITORS,
    NONE,
    TEMPLATES,
    Order,
    default_name,
    project_files,
    refuse_project,
    whole,
)
from cjm_cli.streams import write_err
from cjm_cli.summary import counted
from cjm_cli.terminal import escape
from cjm_cli.workspace.discover import shown

EXAMPLES = """\
cjm init
cjm init shop --template b2c --name "Shoe shop" --ci github
cjm init --yes --dry-run"""

Question = Callable[[str, Mapping[str, str], str], str]
"""Asks for one of some names, with the one that counts unless told."""


def init(
    *,
    path: Annotated[
        Path, typer.Argument(metavar="[DIR]", show_default=False, help="The folder of the project.  [default: .]")
    ] = options.HERE,
    template: Annotated[
        str | None, typer.Option("--template", "-t", metavar="NAME", help=f"{options.one_of(TEMPLATES)}.")
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="TEXT", help="What the project is called; as its folder, unless told."),
    ] = None,
    ci: Annotated[
        str | None, typer.Option("--ci", metavar="NAME", help=f"Where to check the journeys. {options.one_of(CI)}.")
    ] = None,
    editor: Annotated[
        str | None, typer.Option("--editor", metavar="NAME", help=f"Settings for whom. {options.one_of(EDITORS)}.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing; what is not told is b2c, none and vscode.")] = (
        False
    ),
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")] = False,
    quiet: options.Quiet = 0,
    verbose: options.Verbose = 0,
) -> None:
    """Start a project: settings, a persona, a journey, schemas for your editor.

    On a terminal it asks for what was not told. It never overwrites: a file that is there already stays, and is named.
    What it writes validates with no finding; it is an example to write over.
    """
    voice = options.Voice(quiet, verbose)
    folder = whole(path)
    refuse_project(folder)
    asks = not yes and somebody_is_there()
    if template is None and not (yes or asks):
        raise UsageError("there is no terminal to ask on", f"give --template {'|'.join(TEMPLATES)}, or --yes")
    for what, given, known in (("template", template, TEMPLATES), ("--ci", ci, CI), ("--editor", editor, EDITORS)):
        if given is not None:
            options.chosen(what, given, known)
    choose = _ask if asks else _take
    called = default_name(folder) if name is None else one_line(name, "name of the project")
    order = Order(
        template or choose("Template", TEMPLATES, "b2c"),
        _ask_name(called) if asks and name is None else called,
        ci or choose("Check in CI", CI, NONE),
        editor or choose("Editor settings", EDITORS, "vscode"),
    )
    plan = planned(project_files(folder, order))
    carry_out(plan, voice, dry_run=dry_run)
    if dry_run:
        voice.note(f"Would write {counted(len(plan.files), 'file')}.")
        return
    voice.note(f'"{order.name}" is ready: {counted(len(plan.files), "file")}.')
    tell_next(_steps(folder), voice)


def _take(_question: str, _known: Mapping[str, str], default: str) -> str:
    return default


def _ask(question: str, known: Mapping[str, str], default: str) -> str:
    width = max(map(len, known))
    for name, meaning in known.items():
        write_err(f"  {name:{width}}  {meaning}")
    answer = typer.prompt(question, default=default, err=True, value_proc=partial(_known, question, known))
    write_err("")
    return str(answer)


def _known(question: str, known: Mapping[str, str], given: str) -> str:
    try:
        return options.chosen(question.lower(), given.strip(), known)
    except UsageError as error:
        raise typer.BadParameter(escape(str(error))) from None


def _ask_name(default: str) -> str:
    shown_default = f"Name of the project [{escape(default)}]"
    answer = typer.prompt(shown_default, default=default, show_default=False, err=True, value_proc=_name)
    write_err("")
    return str(answer)


def _name(given: str) -> str:
    try:
        return one_line(given, "name")
    except UsageError as error:
        raise typer.BadParameter(escape(str(error))) from None


def _steps(folder: Path) -> list[Step]:
    enter = [] if folder == Path.cwd() else [(f"cd {shlex.quote(shown(folder))}", "")]
    return [
        *enter,
        ("cjm validate", "is it sound, and good?"),
        ("cjm render", "draw it, into dist/"),
        ("cjm serve", "see it in a browser while you write"),
        ('cjm new journey "A name of yours"', "add one"),
    ]
