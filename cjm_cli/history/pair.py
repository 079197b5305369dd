"""Two versions of a project → what changed between them. What is the same on both sides is neither parsed nor compared.

A file that cannot be understood on one side is told, and compared with nothing: nobody knows what became of what it holds.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from cjm_cli.difference.compare import compare
from cjm_cli.difference.difference import Difference
from cjm_cli.difference.version import Key, Version, mentioned
from cjm_cli.errors import UsageError
from cjm_cli.files import read_file
from cjm_cli.history.side import Finder, Side
from cjm_cli.history.wanted import Answer, Question, wanted
from cjm_cli.model import Project
from cjm_cli.model.references import Target
from cjm_cli.source import slug
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import PERSONA, SourceFile

GO_BY_NAME = {Target.CHANNEL, Target.TOUCHPOINT, Target.METRIC, Target.TEAM}
"""What may be referred to by the name that its id comes from."""

Log = Callable[[str], None]


@dataclass(frozen=True)
class Pair:
    """Two versions of a project, whose journeys can be read as long as git answers."""

    old: Side
    new: Side
    told: tuple[str, ...] = ()

    @property
    def notes(self) -> list[str]:
        """What a person should know of how the versions were found."""
        return list(dict.fromkeys((*self.told, *self.old.notes, *self.new.notes)))

    @cached_property
    def differing(self) -> tuple[list[SourceFile], list[SourceFile]]:
        """The files that are not the same on the other side; all of them when scores mean something else there.

        Personas are few, and journeys call them by name: they belong to it in any case.
        """
        if _scores(self.old) != _scores(self.new):
            return [*self.old.files], [*self.new.files]
        common = {*map(_identity, self.old.files.items())} & {*map(_identity, self.new.files.items())}
        old, new = (
            [file for file, name in side.files.items() if file.kind == PERSONA or _identity((file, name)) not in common]
            for side in (self.old, self.new)
        )
        return old, new

    def difference(self) -> Difference:
        """Reads what is not the same, and compares it."""
        old, new = self.differing
        return compare(_version(self.old, self.new, old), _version(self.new, self.old, new))

    def is_broken_now(self, difference: Difference) -> bool:
        """Whether a file of the new side could not be compared: what changed in it nobody knows."""
        settings = [self.new.settings.source] if self.new.settings else []
        names = {file.name for file in (*self.new.files, *settings)}
        return any(finding.location.path in names for finding in difference.findings)


@contextmanager
def paired(question: Question, here: Path, log: Log) -> Iterator[Pair]:
    """The two versions that are meant by somebody who stands `here`. Raises CjmError when they cannot be told."""
    answer = wanted(question, here)
    log(f"old: {answer.old.name} {answer.old.commit or ''}".rstrip())
    log(f"new: {answer.new.name} {answer.new.commit or ''}".rstrip())
    with answer.repo.contents() if answer.repo else nullcontext() as contents:
        finder = Finder(answer.repo, contents, here)
        old, new = finder.side(answer.old, answer.new), finder.side(answer.new, answer.old)
        pair = Pair(old, _as_the_same(old, new, answer), answer.notes)
        _refuse_emptiness(pair, answer)
        yield pair


def _as_the_same(old: Side, new: Side, answer: Answer) -> Side:
    """Of two files that were named, the new one as if it were called like the old: they are meant to be compared."""
    if answer.old.path is None or answer.new.path is None or not len(old.files) == len(new.files) == 1:
        return new
    (one,), ((other, name),) = old.files, new.files.items()
    if one.default_id == other.default_id or one.kind != other.kind or answer.old.path.is_dir():
        return new
    path = other.path.with_name(one.path.name)
    return replace(new, files={replace(other, path=path, fetch=other.fetch or partial(read_file, other.path)): name})


def _refuse_emptiness(pair: Pair, answer: Answer) -> None:
    """Nothing is the same as nothing, but nobody asks for that."""
    if pair.old.files or pair.new.files:
        return
    paths = {side.path.name for side in (answer.old, answer.new) if side.path is not None}
    if paths:
        raise UsageError(f"there is no {' and no '.join(sorted(paths))} in either version", "name another path")
    if not (pair.old.is_there or pair.new.is_there):
        raise UsageError(
            "there is no journey and no persona in either version", "stand in a project, or name its folder"
        )


def _identity(item: tuple[SourceFile, str]) -> tuple[str, str, str | None]:
    """What makes two files the same: content, the id that it has unless it says another, and what it holds."""
    file, name = item
    return name, file.default_id, file.kind


def _scores(side: Side) -> tuple[object, ...]:
    project = side.project
    return (project.scale, project.feelings) if project else ()


def _version(side: Side, other: Side, files: list[SourceFile]) -> Version:
    """The side as it is compared; one that is not there, or has settings that cannot be used, has those of the other."""
    project = (side.project if side.is_there else None) or other.project or Project()
    is_told = side.settings is not None and (side.settings.model is not None or side.project is None)
    settings = [side.settings] if side.settings is not None and is_told else []
    loaded = [*settings, *(load(file, side.limits) for file in files)]
    return Version(side.name, project, loaded, _Mentions(side, project, loaded))


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
    of_catalogue = [id_ for target, id_ in keys if target in GO_BY_NAME]
    if not of_catalogue:
        return False
    told = slug(content.decode(errors="replace"))
    return any(id_ in told for id_ in of_catalogue)
