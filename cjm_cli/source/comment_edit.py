"""Writes `# cjm: ignore[…] reason` into a text: at the end of a line, or above it where the line can carry none.

The edits are spans of the text; all else stays as it is, byte for byte.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from cjm_cli.source.comments import Values, units
from cjm_cli.source.lines import Lines
from cjm_cli.source.nodes import Node, ScalarNode
from cjm_cli.source.suppression import IGNORE, Position, Suppression, suppressions

_BREAK = re.compile(r"\r\n|\n|\r")

Target = tuple[int, bool]
"""A line, and whether the comment stands above it rather than at its end."""


class CommentEditor:
    """Adds comments to one text that was read."""

    def __init__(self, text: str, root: Node | None, lines: Lines) -> None:
        self._text = text
        self._lines = lines
        values = Values(text, root)
        self._long = sorted((n.start, n.end) for n in values.nodes if self._is_long(n, flow=values.is_flow(n)))
        self._units = sorted((start, -end) for start, end in units(values))
        self._present = suppressions(text, root, lines)

    def with_comments(self, rules: Iterable[tuple[Position, str]], reason: str) -> str:
        """The text with a comment for each rule, where a finding of it starts; rules of one line share one comment."""
        by_target: dict[Target, set[str]] = defaultdict(set)
        for place, rule in rules:
            by_target[self._target(place)].add(rule)
        edits = sorted(self._edit(target, sorted(names), reason) for target, names in by_target.items())
        parts, done = [], 0
        for index, addition in edits:
            parts += [self._text[done:index], addition]
            done = index
        return "".join([*parts, self._text[done:]])

    def _is_long(self, node: Node, *, flow: bool) -> bool:
        """Whether a value, of which the lines cannot be told apart, goes over several of them."""
        return (flow or isinstance(node, ScalarNode)) and _BREAK.search(self._text, node.start, node.end) is not None

    def _is_within_long(self, index: int) -> bool:
        return any(start < index < end for start, end in self._long[: bisect_right(self._long, (index, 0))])

    def _target(self, place: Position) -> Target:
        number, column = place
        if not self._is_within_long(self._lines.end(number)):
            return number, False
        index = self._lines.start(number) + column - 1
        around = [start for start, end in self._units[: bisect_right(self._units, (index, 1))] if index < -end]
        lines = (self._lines.number(start) for start in reversed(around))
        return next((line for line in lines if not self._is_within_long(self._lines.start(line))), number), True

    def _edit(self, target: Target, names: list[str], reason: str) -> tuple[int, str]:
        """Where something is put in, and what."""
        number, above = target
        present = self._comment(number - 1 if above else number, alone=above)
        if present is not None:
            last = present.names[-1].span
            more = [name for name in names if name not in {name.text for name in present.names}]
            return self._lines.start(last.line) + last.end_column - 1, "".join(f", {name}" for name in more)
        comment = f"# cjm: {IGNORE}[{', '.join(names)}] {reason}"
        if not above:
            end = self._lines.end(number)
            return end, comment if self._text[:end][-1:].isspace() else f" {comment}"
        start = self._lines.start(number)
        line = self._lines.line(number)
        return start, f"{line[: len(line) - len(line.lstrip())]}{comment}{self._line_break(number)}"

    def _comment(self, number: int, *, alone: bool) -> Suppression | None:
        """The comment of ours in a line, one that can take more names."""
        found = (s for s in self._present if s.span.line == number and s.word == IGNORE and s.names)
        is_alone = self._lines.line(number).lstrip().startswith("#")
        return next(found, None) if is_alone is alone else None

    def _line_break(self, number: int) -> str:
        """The one that ends this line, else the first of the text."""
        found = _BREAK.match(self._text, self._lines.end(number)) or _BREAK.search(self._text)
        return found[0] if found else "\n"
