"""One version of a project, before its journeys are read: its settings, its files, and the names of their contents.

A content's name is the one that git gives it, computed here for what lies on disk: what has the same name on both sides
need not be looked at.
"""

import hashlib
import os
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cjm_cli.errors import UsageError
from cjm_cli.git import Contents, Entry, Repository
from cjm_cli.history.tree import Tree
from cjm_cli.history.wanted import Wanted, home
from cjm_cli.model import Project
from cjm_cli.source import Limits
from cjm_cli.workspace.discover import Choice, Place, discover
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import PROJECT_FILE, SourceFile


@dataclass(frozen=True)
class Side:
    """One of two versions."""

    name: str
    files: Mapping[SourceFile, str]
    """Every journey and persona with the name of its content; empty where it cannot be read."""
    settings: Loaded | None = None
    """The settings as far as they could be understood."""
    notes: tuple[str, ...] = ()
    """What a person should know of how it was found."""

    @property
    def is_there(self) -> bool:
        """Whether there is anything of the project."""
        return bool(self.files) or self.settings is not None

    @property
    def project(self) -> Project | None:
        """The settings; None when they hold mistakes."""
        if self.settings is None:
            return Project()
        if isinstance(self.settings.model, Project):
            return self.settings.model
        is_empty = self.settings.document is not None and self.settings.document.data is None
        return Project() if is_empty else None

    @property
    def limits(self) -> Limits:
        """How much a file may hold."""
        return (self.project or Project()).limits.limits


BLOCK = 1 << 20
"""How much of a file is read at once: its size says nothing of the memory that there is."""


@dataclass(frozen=True)
class Finder:
    """Finds the project of a version, on disk or in git."""

    repo: Repository | None
    contents: Contents | None
    here: Path

    def side(self, wanted: Wanted, other: Wanted) -> Side:
        """The version; the other one says where to look for a project that has moved."""
        if wanted.commit is None:
            return self._on_disk(wanted, beside_git=other.commit is not None)
        assert self.repo is not None
        assert self.contents is not None
        return _InGit(self.repo, self.contents, self.here).side(wanted, other)

    def _on_disk(self, wanted: Wanted, *, beside_git: bool) -> Side:
        root = home(wanted, self.here)
        place = Place(root, (root,))
        if wanted.path is not None:
            place = Place(root, (wanted.path,)) if wanted.path.is_dir() else Place(root, (), (wanted.path,))
        settings = load(place.source(place.settings), Limits()) if place.settings.exists() else None
        side = Side(wanted.name, {}, settings)
        project = side.project or Project()
        asked = (file for file in discover(place, _choice(project)) if place.covers(file.path))
        found = [file for file in asked if os.path.lexists(file.path)]
        foreign = _foreign(found, root) if beside_git else {}
        notes = tuple(f"Left out {name}/, a repository of its own." for name in sorted(set(foreign.values())))
        return replace(side, files={file: self._name(file) for file in found if file not in foreign}, notes=notes)

    def _name(self, file: SourceFile) -> str:
        return name_of(file.path, self.repo.hash if self.repo else "sha1")


def name_of(path: Path, hash_: str) -> str:
    """The name that git gives to a file's content; empty when it cannot be read."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            told = hashlib.new(hash_, b"blob %d\0" % os.fstat(file.fileno()).st_size, usedforsecurity=False)
            while block := file.read(BLOCK):
                told.update(block)
    except OSError:
        return ""
    return told.hexdigest()


def _choice(project: Project) -> Choice:
    return Choice(project.include, project.exclude)


def _foreign(files: list[SourceFile], root: Path) -> dict[SourceFile, str]:
    """The files that lie in a repository of their own, such as a submodule, with its folder: git does not look into it."""
    folders: dict[Path, str] = {}
    for folder in {file.path.parent for file in files if file.path.is_relative_to(root)}:
        inside = folder.relative_to(root)
        above = [part for part in (inside, *inside.parents) if part.name and (root / part / ".git").exists()]
        if above:
            folders[folder] = above[0].as_posix()
    return {file: folders[file.path.parent] for file in files if file.path.parent in folders}


@dataclass(frozen=True)
class _InGit:
    """Finds the project of a version that git holds."""

    repo: Repository
    contents: Contents
    here: Path

    def side(self, wanted: Wanted, other: Wanted) -> Side:
        """The version; where it has nothing in the project's folder, the project stood elsewhere, or was not there yet."""
        assert wanted.commit is not None
        whole = self._tree(wanted, "", self.repo.entries(wanted.commit))
        scope = self._scope(wanted, whole)
        if wanted.path is None and not _holds(whole, scope):
            return self._moved(wanted, other, whole, scope)
        if wanted.must_be and not _holds(whole, scope):
            raise UsageError(
                f'there is no "{scope}" at {wanted.short or "the index"}', self._near(wanted, whole, scope)
            )
        return self._of(wanted, whole, scope)

    def _moved(self, wanted: Wanted, other: Wanted, whole: Tree, scope: str) -> Side:
        """The project where it stood at that time; nothing when that cannot be told."""
        moved = self._elsewhere(whole, other, scope)
        if moved is not None:
            side = self._of(wanted, whole, moved)
            return replace(side, notes=(f'At {wanted.name} the project stood in "{moved or "."}".',))
        told = f'At {wanted.name} there is nothing in "{scope}".'
        return Side(wanted.name, {}, notes=(told,) if wanted.commit != self.repo.nothing else ())

    def _scope(self, wanted: Wanted, whole: Tree) -> str:
        """What is asked for; where there is no work tree to stand in, the one project that there is."""
        if wanted.path is not None:
            return self.repo.inside(wanted.path)
        if self.repo.has_work_tree:
            return self.repo.inside(home(wanted, self.here))
        projects = _projects(whole)
        if "" in projects or not projects:
            return ""
        if len(projects) > 1:
            several = ", ".join(f"{wanted.origin}{folder}" for folder in sorted(projects))
            raise UsageError(f"there are {len(projects)} projects at {wanted.name}", f"name one: {several}")
        return projects[0]

    def _near(self, wanted: Wanted, whole: Tree, scope: str) -> str:
        """A path from where one stands has a dot before it, as in git."""
        near = posixpath.join(self.repo.prefix, scope)
        meant = f"./{scope}" if _holds(whole, near) else None
        return f"did you mean {wanted.origin}{meant}?" if meant else f"see: git ls-tree -r --name-only {wanted.short}"

    def _of(self, wanted: Wanted, whole: Tree, scope: str) -> Side:
        root = whole.settings_above(scope) or ""
        tree = self._tree(wanted, root, whole.followed) if root else whole
        settings = load(tree.settings, Limits()) if tree.settings else None
        side = Side(wanted.name, {}, settings)
        asked = whole.root / scope
        found = [file for file in tree.files(_choice(side.project or Project())) if file.path.is_relative_to(asked)]
        if scope in whole.names and not found:
            found = [tree.source(asked)]
        return replace(side, files={file: tree.names[file.inside] for file in found})

    def _tree(self, wanted: Wanted, root: str, entries: Mapping[str, Entry]) -> Tree:
        beneath = f"{root}/" if root else ""
        own = {path.removeprefix(beneath): entry for path, entry in entries.items() if path.startswith(beneath)}
        return Tree(Path("/", root), own, self.contents, f"{wanted.origin}{beneath}")

    def _elsewhere(self, whole: Tree, other: Wanted, scope: str) -> str | None:
        """The folder in which the project stood, or stands: the one project that the other version has not there."""
        found = _projects(whole)
        if other.commit is None:
            there = {folder for folder in found if (self.repo.outside(folder) / PROJECT_FILE).exists()}
        else:
            entries = self.repo.entries(other.commit)
            there = {folder for folder in found if posixpath.join(folder, PROJECT_FILE) in entries}
            there = set() if not any(path.startswith(f"{scope}/") for path in entries) else there
        gone = [folder for folder in found if folder not in there]
        return gone[0] if len(gone) == 1 else None


def _projects(tree: Tree) -> list[str]:
    """The folders with a `cjm.yaml`."""
    return [posixpath.dirname(path) for path in tree.names if posixpath.basename(path) == PROJECT_FILE]


def _holds(tree: Tree, path: str) -> bool:
    """Whether there is a file of this path, or a folder with something in it."""
    return not path or path in tree.names or any(name.startswith(f"{path}/") for name in tree.names)
