"""Paths → the projects they lie in and the files that belong to them. Never reads a journey."""

import os
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cjm_cli.errors import SourceError
from cjm_cli.workspace.globs import Globs
from cjm_cli.workspace.source_file import PROJECT_FILE, SourceFile

SKIPPED = {"node_modules", "__pycache__", "venv", "site-packages"}
"""Folders, beside hidden ones, that never hold journeys of the project."""


@dataclass(frozen=True)
class Place:
    """A project's folder and what was asked for in it: all of it beneath some folders, and single files."""

    root: Path
    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def settings(self) -> Path:
        """Where the project's settings stand, if it has any."""
        return self.root / PROJECT_FILE

    def covers(self, path: Path) -> bool:
        """Whether a file was asked for."""
        return path in self.files or any(path.is_relative_to(folder) for folder in self.folders)


def places(paths: Iterable[Path]) -> list[Place]:
    """The projects that the paths lie in, in the order of their folders. Raises SourceError for a path that is not there."""
    asked: dict[Path, tuple[list[Path], list[Path]]] = {}
    for path in paths:
        whole = path.absolute()
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
    for below, folders, files in _walk(folder):
        if PROJECT_FILE in files and below != folder:
            asked.setdefault(below, ([], []))[0].append(below)
            folders.sort()


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


def _has_project_file(folder: Path) -> bool:
    return (folder / PROJECT_FILE).exists()


def _has_git(folder: Path) -> bool:
    return (folder / ".git").exists()


def _has_tool_table(folder: Path) -> bool:
    try:
        text = (folder / "pyproject.toml").read_text("utf-8")
        return "[tool.cjm" in text and "cjm" in tomllib.loads(text).get("tool", {})
    except (OSError, ValueError):
        return False


def _walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    for below, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED)
        yield Path(below), folders, files


def _refuse(error: OSError) -> None:
    """A folder that cannot be looked into may hold what the check is for; to pass over it would be to lie."""
    raise SourceError(str(error.filename), (error.strerror or type(error).__name__).lower())


@dataclass(frozen=True)
class Choice:
    """Which files of a project's folder belong to it: globs relative to the folder."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]


def discover(place: Place, choice: Choice) -> list[SourceFile]:
    """The project's files and those asked for by name, sorted, none twice; folders with a project of their own left out."""
    found = {*_belonging(place.root, choice), *place.files}
    return sorted(source_file(path, place.root) for path in found if path.name != PROJECT_FILE)


def _belonging(root: Path, choice: Choice) -> Iterator[Path]:
    include, exclude = Globs(choice.include), Globs(choice.exclude)
    for below, folders, files in _walk(root):
        if below != root and PROJECT_FILE in files:
            folders.clear()
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
