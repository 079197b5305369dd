"""A merged text in the making: lines that are settled, and conflicts, which take whole lines."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

_CONTENT = re.compile(r"^(?P<space>[ ]*)(?=[^\s#])", re.MULTILINE)


class Side(Enum):
    """One of the two versions that are merged."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """The lines of each side; one of the two may have none."""

    ours: str
    theirs: str

    def of(self, side: Side) -> str:
        """The lines of one side."""
        return self.ours if side is Side.OURS else self.theirs


Chunk = str | Conflict


class NotHereError(Exception):
    """A conflict cannot stand here: what lies around it has to be the conflict."""


def resolved(chunks: Sequence[Chunk], side: Side) -> str:
    """The text as it is when one side wins every conflict."""
    return "".join(chunk if isinstance(chunk, str) else chunk.of(side) for chunk in chunks)


def written(chunks: Sequence[Chunk], mark: Callable[[Conflict], str]) -> str:
    """The text, its conflicts as `mark` writes them."""
    return "".join(chunk if isinstance(chunk, str) else mark(chunk) for chunk in chunks)


def joined(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The same with conflicts that follow each other as one."""
    found: list[Chunk] = []
    for chunk in chunks:
        if not chunk:
            continue
        last = found[-1] if found else ""
        if isinstance(chunk, Conflict) and isinstance(last, Conflict):
            found[-1] = Conflict(last.ours + chunk.ours, last.theirs + chunk.theirs)
        else:
            found.append(chunk)
    return found


def begun(chunks: Sequence[Chunk], start: str) -> list[Chunk]:
    """The chunks with the first content of theirs behind `start`, such as a dash, in place of its indentation.

    Raises NotHereError where a conflict leaves nothing behind it on one side.
    """
    found = [*chunks]
    for index, chunk in enumerate(found):
        if isinstance(chunk, str):
            changed, times = _CONTENT.subn(lambda _: start, chunk, count=1)
            found[index] = changed
            if times:
                return found
            continue
        sides = [_CONTENT.subn(lambda _: start, lines, count=1) for lines in (chunk.ours, chunk.theirs)]
        if all(times for _, times in sides):
            found[index] = Conflict(sides[0][0], sides[1][0])
            return found
        if any(times for _, times in sides):
            raise NotHereError
    raise NotHereError


def shifted(text: str, by: int) -> str:
    """Lines that are indented so much further, or less far."""
    return "".join(_shifted(text.splitlines(keepends=True), by)) if by else text


def _shifted(lines: Sequence[str], by: int) -> Iterator[str]:
    for line in lines:
        if not line.strip():
            yield line
        elif by > 0:
            yield " " * by + line
        else:
            yield line[min(-by, len(line) - len(line.lstrip(" "))) :]
