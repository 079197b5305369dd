"""Remembers a check as a whole: what it told, and all that it looked at."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from cjm_cli.baseline import baseline_path
from cjm_cli.cache.answers import Answer, Looked, Question, Told
from cjm_cli.cache.run import code
from cjm_cli.commands._options import Voice
from cjm_cli.errors import CjmError, SourceError
from cjm_cli.session import CheckedProject, Session, Terms
from cjm_cli.workspace.discover import discover, is_searched, places
from cjm_cli.workspace.source_file import PROJECT_FILE, TOOL_FILE


def remembered(question: Question, look: Callable[[], Looked], voice: Voice, tell: Callable[[Voice], int]) -> int:
    """Tells, and remembers what was told."""
    told: list[Told] = []
    result = tell(_taped(voice, told))
    # What changed in the meantime is no mistake; the answer is of use to nobody else then.
    with suppress(CjmError, OSError):
        question.remember(Answer(told, result), look())
    return result


def _taped(voice: Voice, told: list[Told]) -> Voice:
    def out(text: str) -> None:
        told.append(Told(is_data=True, text=text))
        voice.out(text)

    def err(text: str) -> None:
        told.append(Told(is_data=False, text=text))
        voice.err(text)

    return replace(voice, out=out, err=err)


def looked_at(paths: Sequence[Path], session: Session, terms: Terms) -> Looked:
    """All that a check looked at. Raises SourceError when the paths do not lead to the same projects any more."""
    whole = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 (a link in the path stays one)
    upwards = dict.fromkeys(above for path in whole for above in (path, *path.parents))
    marks = {mark: mark.exists() for above in upwards for mark in _marks(above)}
    # What of these is a file of settings counts with what it says.
    tables = [mark for mark, there in marks.items() if there and mark.name == TOOL_FILE]
    files = (*code(), *paths, *whole, *tables, *(path for project in session.projects for path in _of(project, terms)))
    if [project.place for project in session.projects] != places(paths):
        raise SourceError(str(paths[0]), "it is in another project now")
    there, absent = ([str(mark) for mark, found in marks.items() if found is wanted] for wanted in (True, False))
    return Looked([*dict.fromkeys(map(str, files))], there, absent)


def _marks(folder: Path) -> Iterator[Path]:
    """What makes a project of a folder further up."""
    return (folder / name for name in (PROJECT_FILE, TOOL_FILE, ".git"))


def _of(project: CheckedProject, terms: Terms) -> Iterator[Path]:
    settings, place = project.settings, project.place
    yield from (place.settings, *settings.extended_by)
    yield baseline_path(place.root, terms.baseline, settings.project.baseline)[0]
    if settings.project.theme.logo is not None:
        yield place.settings.parent / settings.project.theme.logo
    yield from _folders(place.root)
    yield from (file.path for file in discover(place, settings.choice))


def _folders(root: Path) -> Iterator[Path]:
    """The folders that were searched; links to others, which may become files; and what makes projects of them."""
    for below, folders, files in os.walk(root):
        yield Path(below)
        yield from (path for name in folders if (path := Path(below, name)).is_symlink())
        yield from (Path(below, name) for name in files if name == TOOL_FILE)
        folders[:] = [name for name in folders if is_searched(name)]
