"""Two journeys of one project, as somebody names them: by id, or by the path of a file."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cjm_cli.comparison.compared import Side
from cjm_cli.errors import UsageError
from cjm_cli.model import Journey, Persona
from cjm_cli.settings import Settings, settings_of
from cjm_cli.suggest import hint, nearest
from cjm_cli.workspace.discover import Place, discover, project_root, shown
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.load import load
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Two:
    """Both, and the project that they are of."""

    one: Side
    other: Side
    workspace: Workspace

    @property
    def personas(self) -> dict[str, Persona]:
        """Those of the project that can be understood."""
        return {id_: entry.model for id_, entry in self.workspace.personas.items() if entry.model is not None}


def two(words: Sequence[str], at: str | None) -> Two:
    """Both journeys as they lie on disk, or as they were at a revision. Raises UsageError when they cannot be told."""
    _refuse_missing(words if at is None else ())
    root = _root([path for word in words if (path := _path(word))])
    place = Place(root, (root,), tuple(path for word in words if (path := _path(word)) and path.is_file()))
    settings = settings_of(place)
    if settings.findings:
        raise UsageError(f"the settings in {shown(place.settings)} hold mistakes", "see: cjm validate")
    with _workspace(place, settings, at) as workspace:
        finder = _Finder(workspace, at)
        one = finder.entry(words[0])
        side = finder.side(one)
        other = finder.entry(words[1]) if len(words) > 1 else finder.baseline(one, side.journey)
        if other.source == one.source:
            raise UsageError(f"{one.source.name} is both of them", "name another journey")
        return Two(side, finder.side(other), workspace)


def _path(word: str) -> Path | None:
    """The path that is meant; None for an id."""
    is_path = word.endswith(SUFFIXES) or "/" in word or os.sep in word
    return Path(os.path.abspath(word)) if is_path else None  # noqa: PTH100 (a link in the path stays one)


def _refuse_missing(words: Sequence[str]) -> None:
    """Before all is read that lies around a file which is not there: that may be a whole home folder."""
    for word in words:
        if (path := _path(word)) and not path.is_file():
            raise UsageError(f"there is no journey {word}", "name another file, or an id")


def _root(paths: Sequence[Path]) -> Path:
    """The folder of the project of the files, else of where one stands."""
    folders = [next((folder for folder in path.parents if folder.is_dir()), Path.cwd()) for path in paths]
    roots = {project_root(folder) for folder in folders} or {project_root(Path.cwd())}
    if len(roots) > 1:
        where = " and ".join(sorted(map(shown, roots)))
        raise UsageError(f"these lie in two projects, {where}", "compare journeys of one, or see: cjm diff")
    return roots.pop()


@contextmanager
def _workspace(place: Place, settings: Settings, at: str | None) -> Iterator[Workspace]:
    """The whole project, for an id may stand in any of its files."""
    if at is not None:
        # Here, because calling other programs takes modules that hardly any run needs.
        from cjm_cli.history.earlier import checked_at

        with checked_at(at, place, settings, today=None) as checked:
            yield checked.workspace
        return
    linker = Linker(settings.project, settings.file, settings.limits)
    for file in discover(place, settings.choice):
        linker.add(load(file, settings.limits))
    yield linker.workspace()


@dataclass(frozen=True)
class _Finder:
    """Finds journeys in a project."""

    workspace: Workspace
    at: str | None

    def entry(self, word: str) -> JourneyEntry:
        """The journey that a word means."""
        path = _path(word)
        found = [entry for entry in self._journeys if (entry.source.path == path if path else entry.id == word)]
        if not found:
            raise self._unknown(word, path)
        if len(found) > 1:
            files = " and ".join(sorted(entry.source.name for entry in found))
            raise UsageError(f'"{word}" is the id of {files}', "name the file")
        return found[0]

    def side(self, entry: JourneyEntry) -> Side:
        """A journey with its file. Raises UsageError when it is broken."""
        if not entry.sound:
            raise UsageError(f"{entry.source.name} cannot be understood", "see: cjm validate")
        return Side(self.workspace.loaded(entry.source), self.workspace.read(entry))

    def baseline(self, entry: JourneyEntry, journey: Journey) -> JourneyEntry:
        """What a journey is based on."""
        if journey.based_on is None:
            raise UsageError(f"{entry.source.name} is based on no other journey", "name the one to compare it with")
        return self.entry(journey.based_on)

    @property
    def _journeys(self) -> Iterator[JourneyEntry]:
        yield from self.workspace.journeys.values()
        yield from (twin for twin in self.workspace.twins if isinstance(twin, JourneyEntry))

    def _unknown(self, word: str, path: Path | None) -> UsageError:
        when = f" at {self.at}" if self.at is not None else ""
        if self._is_persona(word, path):
            return UsageError(f'"{word}" is a persona', "name a journey")
        if path is not None:
            return UsageError(f"there is no journey {word}{when}", "name another file, or an id")
        ids = self.workspace.journeys
        way_out = hint(nearest(word, ids)) or ("see: cjm stats" if ids else "their names end in .journey.yaml")
        return UsageError(f'there is no journey "{word}"{when}', way_out)

    def _is_persona(self, word: str, path: Path | None) -> bool:
        if path is None:
            return word in self.workspace.personas
        personas: Iterator[SourceFile] = (entry.source for entry in self.workspace.personas.values())
        return any(source.path == path for source in personas)
