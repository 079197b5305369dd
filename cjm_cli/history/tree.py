"""A project as git holds it, at a commit or in the index: which files belong to it, by the rules that count on a disk."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from cjm_cli.git import FILES, LINK, Contents, Entry
from cjm_cli.source.toml import has_table
from cjm_cli.workspace.discover import Choice, Walk, belonging, is_searched, source_file
from cjm_cli.workspace.source_file import PROJECT_FILE, SETTINGS_FILES, TOOL_FILE, SourceFile

MOST_LINKS = 8
"""How many links may lead to each other."""


@dataclass(frozen=True)
class Tree:
    """A project at `root`, which need not be on disk: `entries` is what git holds beneath it, by path from there."""

    root: Path
    entries: Mapping[str, Entry]
    contents: Contents
    origin: str | None = None
    """What the names of its files begin with, as in "HEAD:shop/"; None where they are named as if they were on disk."""

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The files with the names of their contents; those that links lead to under the link's path."""
        return {path: self._name(path) for path, entry in self.entries.items() if entry.mode in {*FILES, LINK}}

    def files(self, choice: Choice) -> list[SourceFile]:
        """The files that belong to the project, sorted, without its settings."""
        found = belonging(walk_names(self.root, self.names), self.root, choice, self._is_project)
        return sorted(self.source(path) for path in found if path.name not in SETTINGS_FILES)

    def source(self, path: Path) -> SourceFile:
        """A file that git holds, before it is read."""
        source = source_file(path, self.root)
        name = source.name if self.origin is None else f"{self.origin}{source.inside}"
        return replace(source, name=name, fetch=partial(self._read, source.inside))

    @cached_property
    def settings(self) -> SourceFile | None:
        """Where the project's settings stand, if it has any."""
        name = next((name for name in (PROJECT_FILE, TOOL_FILE) if self._holds_settings(name)), None)
        return self.source(self.root / name) if name else None

    def settings_above(self, path: str) -> str | None:
        """The nearest folder that has settings, from this one up to the top; None when there is none."""
        upwards = [*ancestors(path)]
        found = next((folder for folder in upwards if posixpath.join(folder, PROJECT_FILE) in self.names), None)
        if found is not None:
            return found
        return next((folder for folder in upwards if self._holds_settings(posixpath.join(folder, TOOL_FILE))), None)

    def _holds_settings(self, name: str) -> bool:
        if name not in self.names:
            return False
        return posixpath.basename(name) == PROJECT_FILE or has_table(self._read(name).decode(errors="replace"))

    def _is_project(self, folder: Path, files: Iterable[str]) -> bool:
        """As `discover.is_project`."""
        if PROJECT_FILE in files:
            return True
        inside = (folder / TOOL_FILE).relative_to(self.root).as_posix()
        return TOOL_FILE in files and PROJECT_FILE not in self.names and self._holds_settings(inside)

    def _name(self, path: str) -> str:
        """The name of a file's content; empty for a link that leads to no file beneath the root."""
        for _ in range(MOST_LINKS):
            entry = self.entries.get(path)
            if entry is None or entry.mode != LINK:
                return entry.name if entry and entry.mode in FILES else ""
            target = self.contents.read(entry.name).decode(errors="surrogateescape")
            path = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return ""

    def _read(self, name: str) -> bytes:
        if not self.names[name]:
            raise OSError(0, "it is a link that leads to no file of the project")
        return self.contents.read(self.names[name])


def ancestors(path: str) -> Iterator[str]:
    """A folder and those above it, up to the top, which has no name."""
    while path:
        yield path
        path = posixpath.dirname(path)
    yield ""


def walk_names(root: Path, names: Iterable[str]) -> Walk:
    """As `discover.walk`, over a list of paths instead of a disk."""
    folders: dict[str, set[str]] = {"": set()}
    files: dict[str, list[str]] = {}
    for name in names:
        *above, last = name.split("/")
        files.setdefault("/".join(above), []).append(last)
        for depth, folder in enumerate(above):
            folders.setdefault("/".join(above[:depth]), set()).add(folder)
    return _walk(root, "", folders, files)


def _walk(
    root: Path, below: str, folders: Mapping[str, set[str]], files: Mapping[str, list[str]]
) -> Iterator[tuple[Path, list[str], list[str]]]:
    within = sorted(name for name in folders.get(below, ()) if is_searched(name))
    yield root / below, within, files.get(below, [])
    for name in within:
        yield from _walk(root, f"{below}/{name}".lstrip("/"), folders, files)
