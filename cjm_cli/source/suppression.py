"""`# cjm: ignore[rule-a, rule-b] reason`: what a comment silences, and where.

At a line's end it counts for what starts on that line; on a line of its own for the next entry or item with all under it;
`# cjm: ignore-file[rule] reason`, before the first key, for the whole file. Which rules there are is not known here.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from cjm_cli.finding import Edit
from cjm_cli.source.comments import Comment, Values, comments, entries, units
from cjm_cli.source.lines import Lines
from cjm_cli.source.nodes import Node, ScalarNode
from cjm_cli.span import Span
from cjm_cli.suggest import nearest

MARK = re.compile(r"#[ \t]*cjm:")
"""What every such comment holds; the key `cjm:` alone, at the top of many files, is none."""
IGNORE, IGNORE_FILE = "ignore", "ignore-file"
WORDS = (IGNORE, IGNORE_FILE)

DIRECTIVE = re.compile(r"(?<!\S)#[ \t]*cjm:[ \t]*(?P<word>[A-Za-z][\w-]*)(?P<names>[ \t]*\[(?P<inside>[^\]\r\n]*)\])?")
_NAME = re.compile(r"[^\s,](?:[^,]*[^\s,])?")
_UP_TO_NODE = re.compile(r"(?:[\s\-?\[{,]|#[^\r\n]*)*")

Position = tuple[int, int]
"""Line and column, both from 1."""
Area = tuple[Position, Position]
"""From the first position to before the second."""
WHOLE_FILE: Area = ((1, 1), (1 << 60, 1))


@dataclass(frozen=True, slots=True)
class Name:
    """A name between the brackets, and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Suppression:
    """One such comment. Without areas it stands where it can silence nothing."""

    word: str
    span: Span
    names: tuple[Name, ...]
    areas: tuple[Area, ...]
    whole: Span
    """With its reason and the space before it; the line, when it stands alone there."""

    def without(self, names: Collection[Name]) -> Edit:
        """What takes names out of it; with the last one it goes as a whole."""
        left = [name for name in self.names if name not in names]
        if not left:
            return Edit(self.whole, "")
        first, last = self.names[0].span, self.names[-1].span
        return Edit(Span(first.line, first.column, last.end_line, last.end_column), ", ".join(n.text for n in left))

    @property
    def reach(self) -> Position:
        """How far it reaches, in lines and columns; of two that cover a place the shorter one is meant."""
        return max(((end[0] - start[0], end[1]) for start, end in self.areas), default=(0, 0))


def suppressions(text: str, root: Node | None, lines: Lines) -> list[Suppression]:
    """Those of a document, in reading order."""
    if MARK.search(text) is None:
        return []
    reader = _Reader(Values(text, root), lines)
    return [made for comment in comments(reader.values, lines, MARK) for made in reader.suppressions(comment)]


class _Reader:
    """Turns comments of one document into suppressions."""

    def __init__(self, values: Values, lines: Lines) -> None:
        self.values = values
        self._lines = lines
        self._seen: dict[int, tuple[int, int]] = {}

    def suppressions(self, comment: Comment) -> Iterator[Suppression]:
        """All of one comment."""
        found = [*DIRECTIVE.finditer(self.values.text, comment.start, comment.end)]
        for directive, following in zip_longest(found, found[1:]):
            made = self._suppression(comment, directive, following.start() if following else comment.end)
            if made is not None:
                yield made

    def _suppression(self, comment: Comment, found: re.Match[str], end: int) -> Suppression | None:
        word = found["word"].lower()
        if word not in WORDS and found["names"] is None and nearest(word, WORDS) is None:
            # Prose, or a key that was commented out.
            return None
        names = tuple(self._names(found)) if found["names"] is not None else ()
        whole = self._whole(comment, found.start(), end)
        return Suppression(word, self._lines.span(*found.span()), names, tuple(self._areas(word, comment)), whole)

    def _whole(self, comment: Comment, start: int, end: int) -> Span:
        """From the space before it to the next one, or to the end of the comment."""
        number = self._lines.number(start)
        if comment.alone and (comment.start, comment.end) == (start, end):
            return self._lines.stretch(self._lines.start(number), self._lines.next_start(number))
        first = start
        while first > self._lines.start(number) and self.values.text[first - 1].isspace():
            first -= 1
        return self._lines.stretch(first, end)

    def _names(self, found: re.Match[str]) -> Iterator[Name]:
        for name in _NAME.finditer(found.string, *found.span("inside")):
            yield Name(name[0], self._lines.span(*name.span()))

    def _areas(self, word: str, comment: Comment) -> Iterator[Area]:
        if word == IGNORE_FILE:
            nodes = self.values.nodes
            if not nodes or comment.start < self.values.content_start(nodes[0]):
                yield WHOLE_FILE
        elif word == IGNORE and comment.alone:
            yield from self._next_node(comment)
        elif word == IGNORE:
            yield from self._line(comment)

    def _next_node(self, comment: Comment) -> Iterator[Area]:
        """The entry or item that begins next; of several that begin there the outermost."""
        index = bisect_right(self._units, (comment.start, 1))
        if index < len(self._units):
            start, end = self._units[index]
            if self._leads_to(start, comment.end):
                yield self._lines.place(start), self._lines.place(-end)

    def _leads_to(self, start: int, index: int) -> bool:
        """Whether nothing but space, comments and dashes stands between an offset and a unit.

        Anything else is a value that the unit does not belong to, or an alias, whose text stands elsewhere. What was seen
        is remembered, so that a thousand comments above one unit are not a thousand times as much to read.
        """
        clear_from, blocked_at = self._seen.get(start, (start, -1))
        if clear_from <= index or index <= blocked_at:
            return clear_from <= index
        between = _UP_TO_NODE.match(self.values.text, index, start)
        reached = between.end() if between else index
        self._seen[start] = (index, blocked_at) if reached == start else (clear_from, reached)
        return reached == start

    def _line(self, comment: Comment) -> Iterator[Area]:
        """The line, what ends there having begun further up, and the value below of a key that ends the line."""
        number = self._lines.number(comment.start)
        first = min(self._lines.start(number), self._began.get(number, comment.start))
        yield self._lines.place(first), (number + 1, 1)
        for start in self._below.get(number, ()):
            yield self._lines.place(start), self._lines.place(start + 1)

    @cached_property
    def _units(self) -> list[tuple[int, int]]:
        """Start and end of every unit in reading order, of two with the same start the longer one first."""
        return sorted((start, -end) for start, end in units(self.values))

    @cached_property
    def _began(self) -> dict[int, int]:
        """By the line where a value over several lines visibly ends: where it began."""
        began: dict[int, int] = {}
        for node in self.values.nodes:
            if isinstance(node, ScalarNode) or self.values.is_flow(node):
                number = self._lines.number(node.end)
                if self._lines.start(number) < node.end:
                    began[number] = min(node.start, began.get(number, node.start))
        return began

    @cached_property
    def _below(self) -> dict[int, list[int]]:
        """By the line of a key: where its value begins, if that is further down."""
        below: dict[int, list[int]] = {}
        for key, value in entries(self.values):
            number, start = self._lines.number(key.start), self.values.content_start(value)
            if self._lines.number(start) > number:
                below.setdefault(number, []).append(start)
        return below
