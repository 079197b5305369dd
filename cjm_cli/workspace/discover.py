"""Paths → the projects they lie in and the files that belong to them. Never reads a journey."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from cjm_cli.errors import SourceError, reason
from cjm_cli.files import read_file
from cjm_cli.workspace.globs import Globs
from cjm_cli.workspace.source_file import PROJECT_FILE, SETTINGS_FILES, TOOL_FILE, SourceFile

SKIPPED = {"node_modules", "__pycache__", "venv", "site-packages"}
"""Folders, beside hidden ones, that never hold journeys of the project."""

Contents: TypeAlias = Mapping[Path, bytes]
NO_CONTENTS: Contents = MappingProxyType({})
Walk = Iterator[tuple[Path, list[str], list[str]]]
"""A folder, the folders in it that are worth a look, its files; folders that are taken off the list are not entered."""


class Place(NamedTuple):
    """A project's folder and what was asked for in it: all of it beneath some folders, and single files."""

    root: Path
    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    contents: Contents = NO_CONTENTS
    """What counts for some files in place of what the disk holds: standard input, or a text that is about to be written."""

    @property
    def settings(self) -> Path:
        """Where the project's settings stand, if it has any."""
        project, tool = self.root / PROJECT_FILE, self.root / TOOL_FILE
        return tool if not project.exists() and _has_tool_table(self.root) else project

    def covers(self, path: Path) -> bool:
        """Whether a file was asked for."""
        return path in self.files or any(path.is_relative_to(folder) for folder in self.folders)

    def source(self, path: Path) -> SourceFile:
        """A file of the project, before it is read."""
        return replace(source_file(path, self.root), content=self.contents.get(path))


def places(paths: Iterable[Path]) -> list[Place]:
    """The projects that the paths lie in, in the order of their folders. Raises SourceError for a path that is not there."""
    asked: dict[Path, tuple[list[Path], list[Path]]] = {}
    for path in paths:
        # Without "..", which would hide the project; links stay, for they stand where somebody put them.
        whole = Path(os.path.abspath(path))  # noqa: PTH100
        if not path.exists():
            raise SourceError(str(path), "there is no such file or folder")
        if path.is_dir():
            _ask_for_folder(whole, asked)
        else:
            asked.setdefault(project_root(whole.parent), ([], []))[1].append(whole)
    return [Place(root, tuple(folders), tuple(files)) for root, (folders, files) in sorted(asked.items())]


def _ask_for_folder(folder: Path, asked: dict[Path, tuple[list[Path], list[Path]]]) -> None:
    """The folder's own project, and every project further down."""
    asked.setdefault(project_root(folder), ([], []))[0].append(folder)
    for below, _, files in walk(folder):
        if below == folder or not SETTINGS_FILES.intersection(files):
            continue
        if is_project(below, files, project_root(below.parent)):
            asked.setdefault(below, ([], []))[0].append(below)


def project_root(folder: Path) -> Path:
    """The nearest folder that holds `cjm.yaml`, else `pyproject.toml` with `[tool.cjm]`, else `.git`, else the folder."""
    upwards = [folder, *folder.parents]
    top = next((index for index, above in enumerate(upwards) if (above / ".git").exists()), len(upwards) - 1)
    within = upwards[: top + 1]
    for is_root in (_has_project_file, _has_tool_table, _has_git):
        found = next((above for above in within if is_root(above)), None)
        if found:
            return found
    return folder


def is_project(folder: Path, files: Iterable[str], root: Path) -> bool:
    """Whether a folder within a project is a project of its own."""
    return PROJECT_FILE in files or (TOOL_FILE in files and not _has_project_file(root) and _has_tool_table(folder))


def _has_project_file(folder: Path) -> bool:
    return (folder / PROJECT_FILE).exists()


def _has_git(folder: Path) -> bool:
    return (folder / ".git").exists()


def _has_tool_table(folder: Path) -> bool:
    try:
        text = read_file(folder / TOOL_FILE).decode()
    except (OSError, ValueError):
        return False
    # Here, because hardly any project needs it.
    from cjm_cli.source.toml import has_table

    return "cjm" in text and has_table(text)


def walk(folder: Path) -> Walk:
    """The folders of the disk, those left out that never hold journeys."""
    for below, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if is_searched(name))
        yield Path(below), folders, files


def is_searched(folder: str) -> bool:
    """Whether a folder of this name may hold journeys."""
    return not folder.startswith(".") and folder not in SKIPPED


def _refuse(error: OSError) -> None:
    """A folder that cannot be looked into may hold what the check is for; to pass over it would be to lie."""
    raise SourceError(str(error.filename), reason(error))


class Choice(NamedTuple):
    """Which files of a project's folder belong to it: globs relative to the folder."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]


def discover(place: Place, choice: Choice) -> list[SourceFile]:
    """The project's files and those asked for by name, sorted, none twice; folders with a project of their own left out."""
    root = place.root
    found = {*belonging(walk(root), root, choice, lambda folder, files: is_project(folder, files, root)), *place.files}
    return sorted(place.source(path) for path in found if path.name not in SETTINGS_FILES)


def belonging(
    folders: Walk, root: Path, choice: Choice, is_own_project: Callable[[Path, list[str]], bool]
) -> Iterator[Path]:
    """The files of a walk that belong to the project at the root, rather than to one within it."""
    include, exclude = Globs(choice.include), Globs(choice.exclude)
    for below, within, files in folders:
        if below != root and is_own_project(below, files):
            within.clear()
            continue
        for name in files:
            inside = (below / name).relative_to(root).as_posix()
            if include.match(inside) and not exclude.match(inside):
                yield below / name


def source_file(path: Path, root: Path) -> SourceFile:
    """A file with the name that people see, relative to where they stand."""
    inside = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return SourceFile(shown(path), path, inside.as_posix())


def shown(path: Path) -> str:
    """A path relative to where the user stands, with `/`; never absolute, for reports travel."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        # Another drive, from which no relative path leads here.
        return path.name
