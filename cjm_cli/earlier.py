"""What was found in a project as it was at a revision, by the rules that are in force now.

The whole project of then is read from git's objects, its catalogue with it: what one file says may break another that did not
change. The rules, and which files belong to the project, are those of now: switching on a rule makes no finding new.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from cjm_cli.git import Contents, repository
from cjm_cli.keys import Key, counted_keys
from cjm_cli.lint.check import check
from cjm_cli.lint.examine import Examiner
from cjm_cli.model import Project
from cjm_cli.settings import Settings
from cjm_cli.source.toml import has_table
from cjm_cli.workspace.discover import Place, Walk, belonging, is_searched, source_file
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import PROJECT_FILE, SETTINGS_FILES, TOOL_FILE, SourceFile
from cjm_cli.workspace.workspace import Linker


def findings_at(revision: str, place: Place, settings: Settings, *, today: date | None) -> Counter[Key]:
    """How many findings of each key the project had, as of today. Raises UsageError when git knows no such revision."""
    repo = repository(place.root)
    names = repo.files(repo.commit(revision))
    with repo.contents() as contents:
        then = Earlier(place.root, names, contents)
        return then.findings(then.sources(place, settings), settings, today=today)


class Earlier:
    """A project at a revision: `names` are its files and the names of their contents."""

    def __init__(self, root: Path, names: Mapping[str, str], contents: Contents) -> None:
        self._root = root
        self._names = names
        self._contents = contents

    def sources(self, place: Place, settings: Settings) -> list[SourceFile]:
        """The files that belong to the project, and those asked for by name."""
        found = {*belonging(walk_names(self._root, self._names), self._root, settings.choice, self._is_project)}
        asked = (path for path in place.files if path.is_relative_to(self._root))
        found |= {path for path in asked if path.relative_to(self._root).as_posix() in self._names}
        return sorted(self._source(path) for path in found if path.name not in SETTINGS_FILES)

    def findings(self, files: list[SourceFile], settings: Settings, *, today: date | None) -> Counter[Key]:
        """What was found, by key."""
        loaded = self._settings(settings)
        project = loaded.model if loaded and isinstance(loaded.model, Project) else Project()
        linker = Linker(project, loaded.source if loaded else None, settings.limits)
        wanted = frozenset(source.name for source in (*files, *([loaded.source] if loaded else [])))
        examiner = Examiner(settings.limits, linker.catalogue, settings.selection, wanted, today)
        checked = check(linker, files, examiner, settings=loaded)
        ids = {source.name: source.default_id for source in ([loaded.source] if loaded else [])}
        return counted_keys(checked.findings, ids | {file.name: id_ for file, id_ in checked.workspace.ids.items()})

    def _settings(self, settings: Settings) -> Loaded | None:
        name = next((name for name in (PROJECT_FILE, TOOL_FILE) if self._is_settings(name)), None)
        if name is None:
            return None
        return replace(load(self._source(self._root / name), settings.limits), findings=())

    def _is_settings(self, name: str) -> bool:
        return name in self._names and (name == PROJECT_FILE or self._has_table(name))

    def _has_table(self, name: str) -> bool:
        return has_table(self._contents.read(self._names[name]).decode(errors="replace"))

    def _is_project(self, folder: Path, files: Iterable[str]) -> bool:
        """As `discover.is_project`, of then."""
        if PROJECT_FILE in files:
            return True
        inside = (folder / TOOL_FILE).relative_to(self._root).as_posix()
        return TOOL_FILE in files and PROJECT_FILE not in self._names and self._has_table(inside)

    def _source(self, path: Path) -> SourceFile:
        source = source_file(path, self._root)
        return replace(source, fetch=partial(self._contents.read, self._names[source.inside]))


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
