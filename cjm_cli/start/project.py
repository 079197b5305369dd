"""A new project: which files it starts with."""

import os
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cjm_cli import __version__, resources
from cjm_cli.errors import UsageError
from cjm_cli.span import Route
from cjm_cli.start.files import NewFile, is_there
from cjm_cli.start.template import filled, names, text
from cjm_cli.workspace.discover import Place, shown
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, PROJECT, PROJECT_FILE

TEMPLATES = {
    "b2c": "a consumer's way, from the first thought to a habit",
    "b2b": "a purchase that several people make together",
    "service-blueprint": "a service with all that happens behind it",
    "minimal": "the least that makes a good map",
}
"""What to start from."""
NONE = "none"
CI = {"github": "a workflow for GitHub", "gitlab": "a job for GitLab", NONE: "nothing"}
"""Where the journeys are checked."""
EDITORS = {"vscode": "settings for Visual Studio Code", NONE: "nothing"}
"""Whose settings are written."""

SCHEMAS = "schemas"
"""The folder that editors find the schemas in."""


@dataclass(frozen=True)
class Order:
    """What a new project shall be."""

    template: str
    name: str
    ci: str = NONE
    editor: str = NONE


@dataclass(frozen=True)
class _Job:
    """A file for CI: where it goes, from the top of the repository, and its lines to fill in."""

    path: str
    install: Route
    check: Route


_JOBS = {
    "github": _Job(".github/workflows/journeys.yml", *(("jobs", "validate", "steps", n, "run") for n in (2, 3))),
    "gitlab": _Job(".gitlab-ci.yml", ("cjm-validate", "before_script", 0), ("cjm-validate", "script", 0)),
}
_COMMANDS = {
    "github": "cjm validate --strict",
    "gitlab": "cjm validate --strict --report=gitlab=gl-code-quality-report.json --report=junit=cjm-junit.xml",
}


def refuse_project(folder: Path) -> None:
    """Raises UsageError when the folder has settings of a project already."""
    settings = Place(folder).settings
    if is_there(settings):
        way_out = f"add to it with: cjm new journey NAME --project {shlex.quote(shown(folder))}"
        raise UsageError(f"there is a project already: {shown(settings)}", way_out)


def project_files(folder: Path, order: Order) -> Iterator[NewFile]:
    """Every file of the project; the settings come last, so that half a project is never taken for one."""
    for kind in ("journeys", "personas"):
        for name in names(order.template, kind):
            yield NewFile(folder / kind / name, text(order.template, kind, name))
    for kind in (JOURNEY, PERSONA, PROJECT):
        yield NewFile(folder / SCHEMAS / f"{kind}.schema.json", resources.schema(kind))
    yield NewFile(folder / ".gitignore", text("gitignore"))
    if order.editor != NONE:
        for name in names("editor"):
            yield NewFile(folder / f".{order.editor}" / name, text("editor", name))
    if order.ci != NONE:
        yield _ci_file(folder, order.ci)
    yield NewFile(folder / PROJECT_FILE, filled(text(order.template, PROJECT_FILE), {("name",): order.name}))


def _ci_file(folder: Path, ci: str) -> NewFile:
    """At the top of the repository, for nowhere else would it be seen."""
    job, top = _JOBS[ci], _repository(folder)
    where = "" if top == folder else f" -- {_quoted(folder.relative_to(top))}"
    values = {job.install: f"pip install --quiet cjm-cli~={__version__}", job.check: f"{_COMMANDS[ci]}{where}"}
    return NewFile(top / job.path, filled(text("ci", f"{ci}.yml"), values))


def _repository(folder: Path) -> Path:
    """The top of the repository that the folder is in, or else the folder."""
    return next((above for above in (folder, *folder.parents) if is_there(above / ".git")), folder)


def _quoted(path: Path) -> str:
    """For a shell, and with nothing in it that GitHub would work out."""
    return shlex.quote(path.as_posix()).replace("${{", "$''{{")


def default_name(folder: Path) -> str:
    """What a project is called, unless told: as its folder."""
    name = " ".join(folder.name.replace("-", " ").replace("_", " ").split())
    return name[:1].upper() + name[1:] or "Our journeys"


def whole(folder: Path) -> Path:
    """Without "..", which would hide what lies above; links stay, for they stand where somebody put them."""
    return Path(os.path.abspath(folder))  # noqa: PTH100
