"""The way from three files to one: by pieces where that can be; where it cannot, others merge the lines."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cjm_cli.merge import data, text
from cjm_cli.merge.chunks import Chunk, Conflict, Side, joined, resolved, written
from cjm_cli.source import Document, read
from cjm_cli.source.changed import same_data
from cjm_cli.source.pieces import CannotCutError, Pieces
from cjm_cli.terminal import escape

REMOVED = " (removed)"
"""What stands on the mark of a side that has nothing any more where the other has changes."""


class Labels(NamedTuple):
    """What the sides are called on the marks of a conflict, and how many signs a mark has."""

    ours: str = "ours"
    theirs: str = "theirs"
    size: int = 7


@dataclass(frozen=True)
class Outcome:
    """The merged file, and how many conflicts are in it."""

    content: bytes
    conflicts: int = 0


class CannotMergeError(Exception):
    """The files have to be merged by lines; the words say why."""


@dataclass(frozen=True)
class Version:
    """One of the three: its text with plain line breaks, the last line ended as well."""

    name: str
    content: bytes

    @cached_property
    def raw(self) -> str:
        """Its text with the line breaks that it has."""
        try:
            return self.content.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise CannotMergeError(f"{self.name} is not UTF-8") from None

    @cached_property
    def text(self) -> str:
        """Its text."""
        plain = self.raw.replace("\r\n", "\n").replace("\r", "\n")
        return plain if self.is_ended else f"{plain}\n"

    @property
    def is_ended(self) -> bool:
        """Whether its last line has a line break."""
        return self.raw.endswith(("\n", "\r"))

    @cached_property
    def document(self) -> Document:
        """What it says."""
        document, findings = read(self.name, self.text.encode())
        if document is None:
            told = f"line {findings[0].location.span.line}: {findings[0].message}" if findings else "unreadable"
            raise CannotMergeError(f"{self.name} is no sound YAML ({told})")
        return document

    @property
    def pieces(self) -> Pieces:
        """Its pieces."""
        try:
            return self.document.pieces()
        except CannotCutError as form:
            raise CannotMergeError(f"{self.name} holds {form}") from None

    def like_this(self, merged: str, *, is_ended: bool) -> bytes:
        """A text with the line breaks and the byte order mark of this version."""
        line_break = "\r\n" if "\r\n" in self.raw else "\r" if "\r" in self.raw and "\n" not in self.raw else "\n"
        ended = merged if is_ended else merged.removesuffix("\n")
        mark = self.content[: len(self.content) - len(self.raw.encode())]
        return mark + ended.replace("\n", line_break).encode()


def three_way(base: bytes, ours: bytes, theirs: bytes, labels: Labels) -> Outcome:
    """Merges. Raises CannotMergeError."""
    if theirs in (base, ours):
        return Outcome(ours)
    if ours == base:
        return Outcome(theirs)
    versions = (Version("the common ancestor", base), Version("ours", ours), Version("theirs", theirs))
    before, mine, other = versions
    is_ended = other.is_ended if mine.is_ended == before.is_ended else mine.is_ended
    if other.text in (before.text, mine.text):
        return Outcome(mine.like_this(mine.text, is_ended=is_ended))
    if mine.text == before.text:
        return Outcome(mine.like_this(other.text, is_ended=is_ended))
    chunks = _chunks(versions)
    conflicts = sum(isinstance(chunk, Conflict) for chunk in chunks)
    _check(chunks, versions, is_clean=not conflicts)
    merged = written(chunks, _marker(labels))
    return Outcome(mine.like_this(merged, is_ended=is_ended or bool(conflicts)), conflicts)


def _chunks(versions: Sequence[Version]) -> list[Chunk]:
    try:
        return joined(text.merged(*(version.pieces for version in versions)))
    except text.NoBlockError:
        raise CannotMergeError("a version is no mapping") from None
    except RecursionError:
        raise CannotMergeError("a version nests too deep") from None


def _check(chunks: Sequence[Chunk], versions: Sequence[Version], *, is_clean: bool) -> None:
    """What comes of it is sound whichever side wins, and without a conflict it means what the changes of both sides mean."""
    for side in (Side.OURS,) if is_clean else Side:
        document, _ = read("", resolved(chunks, side).encode())
        if document is None or (is_clean and not same_data(document.data, _data(versions))):
            raise CannotMergeError("the two sides are written too differently")


def _data(versions: Sequence[Version]) -> object:
    with suppress(data.ConflictError):
        return data.merged(*(version.document.data for version in versions))
    return data.ABSENT


def _marker(labels: Labels) -> Callable[[Conflict], str]:
    begin, middle, end = (sign * labels.size for sign in "<=>")

    def marked(conflict: Conflict) -> str:
        above, below = (
            escape(label) + ("" if lines else REMOVED)
            for label, lines in ((labels.ours, conflict.ours), (labels.theirs, conflict.theirs))
        )
        return f"{begin} {above}\n{conflict.ours}{middle}\n{conflict.theirs}{end} {below}\n"

    return marked
