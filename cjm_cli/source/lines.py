"""From an offset in a text to line and column."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from cjm_cli.span import Span

_BREAK = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text, counted as an editor does; nothing is computed before it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = (0, "")

    @cached_property
    def _starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(found.end() for found in _BREAK.finditer(self.text))]
        return [0, *accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]])]

    def number(self, index: int) -> int:
        """The 1-based number of the line that holds the offset."""
        return bisect_right(self._starts, index)

    def start(self, number: int) -> int:
        """The offset where a line begins."""
        return self._starts[number - 1]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        number = self.number(index)
        return number, index - self._starts[number - 1] + 1

    def next_start(self, number: int) -> int:
        """The offset where the next line begins, or the text ends."""
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self._starts[line - 1] + column - 1

    def stretch(self, start: int, end: int) -> Span:
        """From one offset to another, exactly; `span` is for what people look at."""
        return Span(*self.place(start), *self.place(end))

    def end(self, number: int) -> int:
        """The offset where a line ends, its line break not counted."""
        if number >= len(self._starts):
            return len(self.text)
        following = self._starts[number]
        return following - (2 if self.text[max(following - 2, 0) : following] == "\r\n" else 1)

    def line(self, number: int) -> str:
        """The text of a line, or nothing when there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        # A line of megabytes with many findings is asked for again and again.
        if self._last[0] != number:
            self._last = number, self.text[self._starts[number - 1] : self.end(number)]
        return self._last[1]

    def span(self, start: int, end: int) -> Span:
        """The stretch as far as it lies on its first line, without trailing space, one column wide at least."""
        number = self.number(start)
        end = start + len(self.text[start : min(end, self.end(number))].rstrip())
        first = self._starts[number - 1]
        column = start - first + 1
        return Span(number, column, number, max(end - first + 1, column + 1))
