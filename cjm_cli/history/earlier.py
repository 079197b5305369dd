"""A project as it was at a revision, checked by the rules that are in force now.

The whole project of then is read from git's objects, its catalogue with it: what one file says may break another that did not
change. The rules, and which files belong to the project, are those of now: switching on a rule makes no finding new.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from cjm_cli.git import repository
from cjm_cli.history.tree import Tree
from cjm_cli.keys import Key, counted_keys
from cjm_cli.lint.check import Checked, check
from cjm_cli.lint.examine import Examiner
from cjm_cli.model import Project
from cjm_cli.settings import Settings
from cjm_cli.workspace.discover import Place
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SETTINGS_FILES, SourceFile
from cjm_cli.workspace.workspace import Linker


def findings_at(revision: str, place: Place, settings: Settings, *, today: date | None) -> Counter[Key]:
    """How many findings of each key the project had, as of today. Raises UsageError when git knows no such revision."""
    with checked_at(revision, place, settings, today=today) as checked:
        file = checked.workspace.settings_file
        ids = {file.name: file.default_id} if file else {}
        return counted_keys(checked.findings, ids | {file.name: id_ for file, id_ in checked.workspace.ids.items()})


@contextmanager
def checked_at(revision: str, place: Place, settings: Settings, *, today: date | None) -> Iterator[Checked]:
    """The project of then, whose journeys can be read as long as the context lasts. Raises as `findings_at`."""
    repo = repository(place.root)
    found = repo.entries(repo.commit(revision), repo.prefix)
    entries = {path.removeprefix(repo.prefix): entry for path, entry in found.items()}
    with repo.contents() as contents:
        tree = Tree(place.root, entries, contents)
        yield _checked(tree, _files(tree, place, settings), settings, today=today)


def _files(tree: Tree, place: Place, settings: Settings) -> list[SourceFile]:
    """The files that belong to the project, and those asked for by name."""
    asked = (path for path in place.files if path.is_relative_to(tree.root))
    named = {tree.source(path) for path in asked if path.relative_to(tree.root).as_posix() in tree.names}
    return sorted({*tree.files(settings.choice), *(file for file in named if file.path.name not in SETTINGS_FILES)})


def _checked(tree: Tree, files: list[SourceFile], settings: Settings, *, today: date | None) -> Checked:
    loaded = _settings(tree, settings)
    project = loaded.model if loaded and isinstance(loaded.model, Project) else Project()
    linker = Linker(project, loaded.source if loaded else None, settings.limits)
    wanted = frozenset(source.name for source in (*files, *([loaded.source] if loaded else [])))
    examiner = Examiner(settings.limits, linker.catalogue, settings.selection, wanted, today)
    return check(linker, files, examiner, settings=loaded)


def _settings(tree: Tree, settings: Settings) -> Loaded | None:
    return replace(load(tree.settings, settings.limits), findings=()) if tree.settings else None
