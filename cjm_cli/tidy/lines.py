"""Lines of a text in its canonical form: comments, empty lines, and what stands at the end of others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cjm_cli.tidy.scalars import lines_of

_LACKS_SPACE = re.compile(r"#[^\s#!]")
_MAY_MOVE = re.compile(r"#[^#!]")


@dataclass(slots=True)
class Line:
    """A line with a comment at its end; `column` is where that stands if nothing but the indentation changes."""

    text: str
    comment: str
    gap: int
    column: int


class Kept(str):
    """A line of a text that keeps the empty lines at its end: one more would become part of it."""

    __slots__ = ()


def own_lines(text: str, column: int) -> list[str]:
    """Comments and empty lines, of which no two in a row."""
    if not text:
        return []
    lines: list[str] = []
    for is_empty, group in groupby((line.strip() for line in lines_of(text)), key=lambda line: not line):
        lines += [""] if is_empty else (" " * column + comment for comment in _with_space([*group]))
    return lines


def as_comment(comment: str) -> str:
    """A comment with a space behind its `#`."""
    return _with_space([comment])[0]


def _with_space(comments: Sequence[str]) -> list[str]:
    """Comments below each other; where the first lacks the space, what follows moves with it, for it may be a picture of data."""
    pattern = _MAY_MOVE if _LACKS_SPACE.match(comments[0]) else _LACKS_SPACE
    return [f"# {comment[1:]}" if pattern.match(comment) else comment for comment in comments]


def aligned(lines: Iterable[Line | str]) -> list[str]:
    """The lines as text; comments that stand below each other in one column go on doing so."""
    return [*_aligned(lines)]


def _aligned(lines: Iterable[Line | str]) -> Iterator[str]:
    for column, group in groupby(lines, key=lambda line: line.column if isinstance(line, Line) else None):
        if column is None:
            yield from (line for line in group if isinstance(line, str))
            continue
        run = [line for line in group if isinstance(line, Line)]
        end = max(len(line.text) + 1 for line in run)
        for line in run:
            start = max(column, end) if len(run) > 1 else len(line.text) + line.gap
            yield f"{line.text:{start}}{line.comment}"


def trimmed(lines: Sequence[str]) -> list[str]:
    """Without the empty lines at both ends."""
    full = [number for number, line in enumerate(lines) if line or isinstance(line, Kept)]
    return [*lines[full[0] : full[-1] + 1]] if full else []
