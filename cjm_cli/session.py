"""From what was asked for on the command line to checked projects: find, settle, read, link, lint."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cjm_cli.errors import SourceError, UsageError
from cjm_cli.finding import Finding
from cjm_cli.lint.check import check
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.run import lint_file
from cjm_cli.reports import Source, Sources
from cjm_cli.settings import Settings, settings_of
from cjm_cli.workspace.discover import Place, discover, places, project_root
from cjm_cli.workspace.source_file import PROJECT_FILE, SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace

STDIN = Path("-")
"""The path that stands for standard input."""
UNNAMED = Path("stdin.journey.yaml")
"""The name of what comes from standard input, unless told."""

Log = Callable[[str], None]


@dataclass(frozen=True)
class CheckedProject:
    """One project: its settings, the files of it that were asked for, and what was found in them.

    `workspace` is None when the settings cannot be used: then no other file was looked at.
    """

    place: Place
    settings: Settings
    files: tuple[SourceFile, ...]
    findings: tuple[Finding, ...]
    workspace: Workspace | None

    @property
    def maps(self) -> list[SourceFile]:
        """The files that were asked for, without the settings."""
        return [file for file in self.files if file != self.settings.file]

    def sources(self) -> Iterator[Source]:
        """Every file that a finding may lie in or point to."""
        ids = _ids(self.workspace) if self.workspace else {}
        settings = (self.settings.file,) if self.settings.file else ()
        for file in {*self.files, *ids, *settings}:
            yield Source(file, ids.get(file, file.default_id), self.settings.limits)


@dataclass(frozen=True)
class Session:
    """Every project that was asked for, checked."""

    projects: tuple[CheckedProject, ...]

    @cached_property
    def findings(self) -> list[Finding]:
        """What was found, by place."""
        return sorted(finding for project in self.projects for finding in project.findings)

    @property
    def unusable(self) -> list[str]:
        """The settings files that hold mistakes."""
        return [
            project.settings.file.name
            for project in self.projects
            if project.workspace is None and project.settings.file is not None
        ]

    @property
    def is_empty(self) -> bool:
        """Whether no file was named, and the folders held neither a journey nor a persona."""
        return not any(project.workspace is None or project.place.files or project.maps for project in self.projects)

    @cached_property
    def sources(self) -> Sources:
        """The texts behind the findings."""
        by_name = {source.file.name: source for project in self.projects for source in project.sources()}
        return Sources(by_name, sum(len(project.files) for project in self.projects))


def open_session(paths: Sequence[Path], stdin_name: Path | None, log: Log) -> Session:
    """Checks what lies at the paths. Raises SourceError, before anything is read, when one of them is not there."""
    if STDIN not in paths:
        if stdin_name is not None:
            raise UsageError("--stdin-filename names what comes from standard input", 'give "-" as the path')
        return Session(tuple(_checked(place, _files, log) for place in places(paths)))
    return Session((_checked(_place_of_stdin(paths, stdin_name), _files_with_stdin, log),))


Files = Callable[[Place, Settings], list[SourceFile]]
"""Finds the files of a project."""


def _files(place: Place, settings: Settings) -> list[SourceFile]:
    return discover(place, settings.choice)


def _place_of_stdin(paths: Sequence[Path], name: Path | None) -> Place:
    path = (name or UNNAMED).absolute()
    if len(paths) > 1:
        raise UsageError('"-" is standard input', "give it alone")
    if path.name == PROJECT_FILE:
        raise UsageError(f"{PROJECT_FILE} cannot come from standard input", "write it to disk first")
    return Place(project_root(path.parent), files=(path,))


def _files_with_stdin(place: Place, settings: Settings) -> list[SourceFile]:
    """The files of the project, the one asked for holding what comes from standard input."""
    if sys.stdin is None:
        raise SourceError("standard input", "it is closed")
    content = sys.stdin.buffer.read(settings.limits.file_bytes + 1)
    return [replace(file, content=content) if file.path in place.files else file for file in _files(place, settings)]


def _checked(place: Place, files_of: Files, log: Log) -> CheckedProject:
    log(f"settings: {place.settings if place.settings.exists() else 'none, so the defaults'}")
    settings = settings_of(place)
    if settings.findings:
        assert settings.file is not None
        return CheckedProject(place, settings, (settings.file,), settings.findings, None)
    files = files_of(place, settings)
    wanted = [file for file in files if place.covers(file.path)]
    if settings.file is not None and place.covers(settings.file.path):
        wanted.append(settings.file)
    log(f"files to check: {len(wanted)} of {len(files)}, rules in force: {len(settings.selection.active)}")
    linker = Linker(settings.project, settings.file, settings.limits)
    checked = check(linker, files, frozenset(file.name for file in wanted), settings.selection)
    own = _own_findings(settings, linker) if settings.file in wanted else []
    return CheckedProject(place, settings, tuple(sorted(wanted)), (*own, *checked.findings), checked.workspace)


def _own_findings(settings: Settings, linker: Linker) -> list[Finding]:
    """What the rules say of the settings file itself."""
    loaded = settings.loaded
    if loaded is None or loaded.document is None or loaded.model is None:
        return []
    rules = settings.selection.for_file(loaded.source.inside).values()
    return lint_file(Facts(loaded.model, linker.catalogue), loaded.document, rules)


def _ids(workspace: Workspace) -> dict[SourceFile, str]:
    entries = (*workspace.journeys.values(), *workspace.personas.values(), *workspace.twins)
    return {entry.source: entry.id for entry in entries}
