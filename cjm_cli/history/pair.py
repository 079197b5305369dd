"""Two versions of a project → what changed between them. What is the same on both sides is neither parsed nor compared.

A file that cannot be understood on one side is told, and left out on both: nobody knows what became of what it holds.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Difference
from cjm_cli.difference.version import IN_CATALOGUE, Key, Version, mentioned
from cjm_cli.finding import Finding
from cjm_cli.history.side import Side, sides
from cjm_cli.history.wanted import Question, wanted
from cjm_cli.model import Project
from cjm_cli.source import slug
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile

Log = Callable[[str], None]


@dataclass(frozen=True)
class Pair:
    """Two versions of a project, whose journeys can be read as long as git answers."""

    old: Side
    new: Side
    notes: tuple[str, ...] = ()

    @cached_property
    def differing(self) -> tuple[list[SourceFile], list[SourceFile]]:
        """The files that are not the same on the other side; all of them when scores mean something else there."""
        if _scores(self.old) != _scores(self.new):
            return [*self.old.files], [*self.new.files]
        common = {*map(_identity, self.old.files.items())} & {*map(_identity, self.new.files.items())}
        old, new = (
            [file for file, name in side.files.items() if not name or _identity((file, name)) not in common]
            for side in (self.old, self.new)
        )
        return old, new

    def difference(self) -> Difference:
        """Reads what is not the same, and compares it."""
        old, new = (
            [load(file, side.limits) for file in files]
            for side, files in zip((self.old, self.new), self.differing, strict=True)
        )
        broken = [loaded for loaded in (*old, *new) if loaded.model is None]
        settings = [side.settings for side in (self.old, self.new) if side.project is None and side.settings]
        findings = [finding for loaded in (*settings, *broken) for finding in loaded.findings]
        lost = _Lost(broken)
        versions = (
            _version(self.old, self.new, [loaded for loaded in old if not lost.holds(loaded)]),
            _version(self.new, self.old, [loaded for loaded in new if not lost.holds(loaded)]),
        )
        told = compare(*versions)
        return replace(told, findings=tuple(sorted({*told.findings, *findings})))


@contextmanager
def paired(question: Question, here: Path, log: Log) -> Iterator[Pair]:
    """The two versions that are meant by somebody who stands `here`. Raises CjmError when they cannot be told."""
    answer = wanted(question, here)
    log(f"old: {answer.old.name} {answer.old.commit or ''}".rstrip())
    log(f"new: {answer.new.name} {answer.new.commit or ''}".rstrip())
    if answer.repo is None:
        yield Pair(*sides(answer, None, here))
        return
    with answer.repo.contents() as contents:
        old, new = sides(answer, contents, here)
        yield Pair(old, new, tuple(dict.fromkeys((*answer.notes, *old.notes, *new.notes))))


def _identity(item: tuple[SourceFile, str]) -> tuple[str, str, str | None]:
    """What makes two files the same: content, the id that it has unless it says another, and what it holds."""
    file, name = item
    return name, file.default_id, file.kind


def _scores(side: Side) -> tuple[object, ...]:
    project = side.project
    return (project.scale, project.feelings) if project else ()


class _Lost:
    """Files that could not be understood on one side."""

    def __init__(self, broken: list[Loaded]) -> None:
        self._paths = {loaded.source.inside for loaded in broken}
        self._ids = {(loaded.kind, loaded.id) for loaded in broken}

    def holds(self, loaded: Loaded) -> bool:
        """Whether it is one of them, or what one of them is on the other side."""
        return loaded.model is None or loaded.source.inside in self._paths or (loaded.kind, loaded.id) in self._ids


def _version(side: Side, other: Side, loaded: list[Loaded]) -> Version:
    """The side as it is compared; without settings that can be used it has those of the other."""
    project = side.project or other.project or Project()
    settings = [side.settings] if side.settings and side.project else []
    return Version(side.name, project, (*settings, *loaded), _Mentions(side, project, loaded))


@dataclass(frozen=True)
class _Mentions:
    """Counts references over the whole side: files that were not read before are, when they hold what is asked for."""

    side: Side
    project: Project
    loaded: list[Loaded]

    def __call__(self, keys: frozenset[Key]) -> Mapping[Key, int]:
        """How often the side refers to each."""
        return mentioned(self.project, [*self.loaded, *self._others(keys)], keys)

    def _others(self, keys: frozenset[Key]) -> Iterator[Loaded]:
        read = {loaded.source for loaded in self.loaded}
        for file in self.side.files:
            if file not in read and _may_mention(_content(file), keys):
                yield load(file, self.side.limits)


def _content(file: SourceFile) -> bytes:
    try:
        return file.fetch() if file.fetch else file.read()
    except OSError:
        return b""


def _may_mention(content: bytes, keys: frozenset[Key]) -> bool:
    """Whether a file holds one of the ids, or the name that it comes from."""
    if any(id_.encode() in content for _, id_ in keys):
        return True
    of_catalogue = [id_ for target, id_ in keys if target in IN_CATALOGUE]
    if not of_catalogue:
        return False
    told = slug(content.decode(errors="replace"))
    return any(id_ in told for id_ in of_catalogue)
