"""What was typed → the two versions that are meant: a revision, what is staged, the work tree, a path, `REV:path`.

An argument is read as git reads it: a revision, or else a path; what may be both is refused, with ways to write either.
"""

import os
import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cjm_cli.errors import CjmError, MissingToolError, SourceError, UsageError
from cjm_cli.git import INDEX, Repository, repository
from cjm_cli.workspace.discover import project_root, shown

HEAD, WORK_TREE, STAGED = "HEAD", "the work tree", "what is staged"
RANGE = re.compile(r"(?P<old>.*?)(?P<dots>\.{2,3})(?P<new>.*)")
"""Two revisions in one argument; between names of folders, dots lead upwards."""
SEPARATORS = ("/", os.sep)


@dataclass(frozen=True)
class Wanted:
    """A version of a project. `commit` is None for what lies on disk."""

    name: str
    """What people call it."""
    commit: str | None = None
    path: Path | None = None
    """What is to be compared: a folder or a file, on disk or where it would lie; None for the whole project here."""
    must_be: bool = False
    """Whether the path was named as one of this version, and has to be there."""
    short: str = ""
    """What the names of its files begin with, where that is not `name`."""

    @property
    def origin(self) -> str:
        """What the names of its files begin with; empty for those on disk."""
        if self.commit is None:
            return ""
        return ":" if self.commit == INDEX else f"{self.short or self.name}:"

    def at(self, other: "Wanted") -> "Wanted":
        """The same version, of what the other is about: a revision beside a path means that path in it."""
        if self.path is None and other.path is not None and self.commit is not None:
            return replace(self, path=other.path)
        return self


@dataclass(frozen=True)
class Question:
    """What was asked for on the command line."""

    words: Sequence[str] = ()
    merge_base: bool = False
    staged: bool = False


@dataclass(frozen=True)
class Answer:
    """The two versions, the repository in which revisions were looked up, and what there is to say about that."""

    old: Wanted
    new: Wanted
    repo: Repository | None
    notes: tuple[str, ...] = ()


def wanted(question: Question, here: Path) -> Answer:
    """The two versions that are meant by somebody who stands `here`. Raises UsageError when they cannot be told."""
    words = _spread(question.words)
    reader = _Reader(here, _home(words, here))
    found = [reader.read(word) for word in words]
    if question.staged:
        found = reader.staged(found)
    if len(found) < 2:
        found = reader.completed(found)
    old, new, *more = found
    if more and (more[0].commit is not None or len(more) > 1):
        raise UsageError("these are more than two versions", 'beside "A..B" there is room for a path alone')
    about = more[0] if more else None
    old, new = old.at(about or new), new.at(about or old)
    notes: tuple[str, ...] = ()
    if question.merge_base or any(dots == "..." for dots in map(_dots, question.words)):
        old = reader.parted(old, new)
        notes = (f"Compared from {old.name} on, where the two parted.",)
    unborn = old.commit is not None and reader.repo is not None and old.commit == reader.repo.nothing
    return Answer(old, new, reader.repo, (*notes, *(["There is no commit yet: all is new."] if unborn else [])))


def _spread(words: Sequence[str]) -> list[str]:
    """The words, `A..B` as two."""
    spread: list[str] = []
    for word in words:
        match = RANGE.fullmatch(word) if _dots(word) else None
        spread += [match["old"] or HEAD, match["new"] or HEAD] if match else [word]
    return spread


def _dots(word: str) -> str:
    """The dots of a range; empty when it is none, but a path, or a word of git's with dots in quotes."""
    match = RANGE.fullmatch(word)
    if match is None or _is_path(word) or os.path.lexists(word) or word.startswith("-"):
        return ""
    around = match["old"].endswith(SEPARATORS) or match["new"].startswith(SEPARATORS)
    return "" if around or ":" in match["old"] else match["dots"]


def _is_path(word: str) -> bool:
    """Whether it can be nothing else."""
    first = re.split(r"[/\\]" if os.sep == "\\" else "/", word)[0]
    return (first in ("", ".", "..") and bool(word)) or Path(word).is_absolute()


def _home(words: Sequence[str], here: Path) -> Path:
    """The folder whose repository knows the revisions: that of a path that was given, else where one stands."""
    return next((_folder(here / word) for word in words if _is_path(word) or os.path.lexists(here / word)), here)


def _folder(path: Path) -> Path:
    """The path, or what is above it and there."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 (a link in the path stays one)
    return next(folder for folder in (whole, *whole.parents) if folder.is_dir())


class _Reader:
    """Reads words, asking the repository that knows the revisions, where there is one."""

    def __init__(self, here: Path, home: Path) -> None:
        self._here = here
        self._home = home
        self._why_none: CjmError | None = None
        self.repo = self._repository()

    def _repository(self) -> Repository | None:
        """The repository, unless there is none, or no git: two paths can be compared without."""
        try:
            return repository(self._home)
        except (UsageError, MissingToolError) as error:
            self._why_none = error
            return None

    def _known(self) -> Repository:
        if self.repo is None:
            assert self._why_none is not None
            raise self._why_none
        return self.repo

    def read(self, word: str) -> Wanted:
        """The version that a word means."""
        path = self._here / word
        if word.startswith("-") or not word.strip():
            raise UsageError(f'"{word}" is neither a revision nor a path', "a path may start with ./")
        # In a bare repository lie files of git's, such as HEAD, which nobody means.
        is_there = os.path.lexists(path) and (self.repo is None or self.repo.has_work_tree)
        if _is_path(word):
            return self._path(word)
        commit = self._commit(word)
        if commit is not None and is_there:
            raise UsageError(f'"{word}" is a revision, and a path too', f"write {word}~0 or ./{word}")
        if commit is not None:
            return Wanted(word, commit)
        if is_there:
            return self._path(word)
        return self._blob(word) or self._missing(word)

    def _commit(self, word: str) -> str | None:
        if self.repo is None:
            return None
        found = self.repo.find(word)
        if found is None and word in (HEAD, "@") and self.repo.is_unborn:
            return self.repo.nothing
        return found

    def _path(self, word: str) -> Wanted:
        if self.repo is None and not os.path.lexists(self._here / word):
            raise SourceError(word, "there is no such file or folder")
        path = Path(os.path.abspath(self._here / word))  # noqa: PTH100 (a link in the path stays one)
        return Wanted(shown(path), path=path)

    def _blob(self, word: str) -> Wanted | None:
        """`REV:path`, from the top of the repository, or from here when it starts with a dot; `:path` is staged."""
        revision, colon, path = word.partition(":")
        if not colon or self.repo is None:
            return None
        commit = self._commit(revision) if revision else INDEX
        if commit is None:
            raise UsageError(f'unknown revision "{revision}"', self.repo.way_to(revision))
        is_relative = path.split("/")[0] in (".", "..")
        where = self._here / path if is_relative else self.repo.outside(posixpath.normpath(path or "."))
        return Wanted(word, commit, Path(os.path.abspath(where)), must_be=True, short=revision)  # noqa: PTH100

    def _missing(self, word: str) -> Wanted:
        """A file that may have been there at the other side, or nothing that we know."""
        if isinstance(self._why_none, MissingToolError):
            raise self._why_none
        if self.repo is None:
            raise UsageError(f'there is no file or folder "{word}"', str(self._why_none))
        if word.endswith((".yaml", ".yml")):
            return self._path(word)
        raise UsageError(f'"{word}" is neither a revision nor a file or folder here', self.repo.way_to(word))

    def completed(self, found: Sequence[Wanted]) -> list[Wanted]:
        """One version with the other that goes without saying: HEAD before, the work tree after."""
        repo = self._known()
        if found and found[0].commit is None:
            (path,) = found
            return [Wanted(HEAD, self._head()), replace(path, name=WORK_TREE)]
        if not repo.has_work_tree:
            raise UsageError("there is no work tree here to compare with", "name two revisions: cjm diff OLD NEW")
        old = found[0] if found else Wanted(HEAD, self._head())
        return [old, Wanted(WORK_TREE, path=old.path)]

    def staged(self, found: Sequence[Wanted]) -> list[Wanted]:
        """What is staged, with the revision before it, HEAD unless told; a path is put to both."""
        self._known()
        if len(found) > 1:
            raise UsageError("--staged is compared with one revision", "give one, or none for HEAD")
        about = [side for side in found if side.commit is None]
        old = Wanted(HEAD, self._head()) if about or not found else found[0]
        return [old, Wanted(STAGED, INDEX, old.path), *about]

    def _head(self) -> str:
        commit = self._commit(HEAD)
        return self._known().commit(HEAD) if commit is None else commit

    def parted(self, old: Wanted, new: Wanted) -> Wanted:
        """The commit at which the old version and the new one parted."""
        if old.commit is None or old.commit == INDEX:
            raise UsageError("only revisions have a merge base", "name a branch: cjm diff --merge-base main")
        is_commit = new.commit is not None and new.commit != INDEX
        commit = self._known().parting(old.commit, (new.commit or "") if is_commit else self._head())
        return replace(old, name=commit[:7], commit=commit, short=commit[:7])


def home(side: Wanted, here: Path) -> Path:
    """The folder of the project on disk that a version is of, or would be of."""
    path = here if side.path is None else side.path
    return project_root(_folder(path))
