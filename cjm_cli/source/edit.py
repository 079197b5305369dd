"""Changes of the data as edits of the text: nothing is written anew but what changes.

A place that other places share, by an anchor, an alias or a merge, is not edited; nor is anything in a form that cannot be
extended without moving what its author wrote.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Never

from cjm_cli.change import Append, Change, Insert, Remove, Rename, Replace, Value
from cjm_cli.finding import Edit
from cjm_cli.source.comments import PROPERTIES
from cjm_cli.source.lines import Lines
from cjm_cli.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.quote import entry, in_brackets, is_one_line, item, scalar
from cjm_cli.span import Route

_BREAK = re.compile(r"\r\n|\n|\r")
_BLOCK_SCALAR = ("|", ">")
_UP_TO_DASH = re.compile(r"[ \t]*(?:- +)*")


class _CannotEditError(Exception):
    """Raised and caught in this module only."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that are in order and do not overlap."""
    lines = Lines(text)
    parts, done = [], 0
    for span, new in edits:
        parts += [text[done : lines.offset(span.line, span.column)], new]
        done = lines.offset(span.end_line, span.end_column)
    return "".join([*parts, text[done:]])


class Editor:
    """Turns changes of one text that was read into edits of it."""

    def __init__(self, text: str, root: Node | None, lines: Lines) -> None:
        self._text = text
        self._root = root
        self._lines = lines

    def edits(self, changes: Iterable[Change]) -> tuple[Edit, ...] | None:
        """The edits; None where one of the places cannot be edited safely."""
        try:
            return tuple(self._edit(change) for change in changes)
        except _CannotEditError:
            return None

    def _edit(self, change: Change) -> Edit:
        match change:
            case Replace(route, old, new):
                return self._replace(self._value(route), old, new)
            case Rename(route, new):
                key, _ = self._entry(route)
                return self._put(scalar(new, self._text[key.start : key.end]), key.start, key.end)
            case Insert(route, key, value):
                return self._insert(self._mapping(route), key, value)
            case Append(route, value):
                return self._append(route, value)
            case Remove(route):
                return self._remove(route)

    def _put(self, text: str, start: int, end: int | None = None) -> Edit:
        return Edit(self._lines.stretch(start, start if end is None else end), text)

    # Places

    def _value(self, route: Route) -> Node:
        """The node at the route, where nothing on the way there is shared; steps that the short form leaves out are skipped."""
        node = self._own(self._root)
        for step in route:
            if isinstance(node, MappingNode) and isinstance(step, str):
                _, node = self._child(node, step)
            elif isinstance(node, SequenceNode) and isinstance(step, int):
                node = self._item(node, step)
        return node

    def _entry(self, route: Route) -> tuple[ScalarNode, Node]:
        """The key that the route ends in, with its value."""
        return self._child(self._mapping(route[:-1]), str(route[-1]))

    def _mapping(self, route: Route) -> MappingNode:
        node = self._value(route)
        return node if isinstance(node, MappingNode) else _refuse()

    def _child(self, node: MappingNode, name: str) -> tuple[ScalarNode, Node]:
        key, value = node.entries.get(name) or _refuse()
        if (key, value) not in self._written(node) or value.start < key.end:
            _refuse()
        self._own(key)
        return key, self._own(value)

    def _item(self, node: SequenceNode, index: int) -> Node:
        if not 0 <= index < len(node.items):
            _refuse()
        found = node.items[index]
        before = node.items[index - 1].end if index else node.start
        return self._own(found) if before <= found.start < node.end else _refuse()

    def _own(self, node: Node | None) -> Node:
        """The node, when nobody else can refer to it."""
        return node if node is not None and PROPERTIES.match(self._text, node.start, node.end) is None else _refuse()

    def _is_flow(self, node: Node) -> bool:
        if isinstance(node, ScalarNode):
            return False
        properties = PROPERTIES.match(self._text, node.start, node.end)
        return self._text.startswith(("[", "{"), properties.end() if properties else node.start)

    # Edits

    def _replace(self, node: Node, old: str, new: str) -> Edit:
        written = self._text[node.start : node.end]
        if not isinstance(node, ScalarNode) or node.text != old or not written or written.startswith(_BLOCK_SCALAR):
            _refuse()
        return self._put(scalar(new, written), node.start, node.end)

    def _insert(self, node: MappingNode, key: str, value: Value) -> Edit:
        entries = [*self._written(node)]
        if key in node.entries or not entries:
            _refuse()
        if self._is_flow(node):
            return self._put(f", {scalar(key)}: {in_brackets(value)}", self._flow_end(entries[-1]))
        column = self._column(entries[0][0].start)
        lines = entry(key, value)
        heads = [*self._one_liners(entries)] if is_one_line(value) else [self._last_line(entries[-1])]
        if not heads:
            return self._put(self._block(lines, column) + self._line_break + " " * column, entries[0][0].start)
        return self._below(heads[-1], lines, column)

    def _append(self, route: Route, value: Value) -> Edit:
        mapping, name = self._mapping(route[:-1]), str(route[-1])
        if name not in mapping.entries:
            return self._insert(mapping, name, [value])
        _, node = self._child(mapping, name)
        if not isinstance(node, SequenceNode):
            _refuse()
        if not node.items:
            return self._put(in_brackets(value), node.start + 1)
        last = self._item(node, len(node.items) - 1)
        if self._is_flow(node):
            return self._put(f", {in_brackets(value)}", last.end)
        dash = self._text.rindex("-", 0, last.start)
        return self._below(self._line_of(last), item(value), self._column(dash))

    def _remove(self, route: Route) -> Edit:
        """The lines of an entry, with the comments in them."""
        mapping = self._mapping(route[:-1])
        key, value = self._child(mapping, str(route[-1]))
        first = self._lines.number(key.start)
        start = self._lines.start(first)
        if self._is_flow(mapping) or len(mapping.entries) == 1 or self._text[start : key.start].strip():
            _refuse()
        return self._put("", start, self._lines.next_start(self._last_line((key, value))))

    # Lines

    def _below(self, line: int, lines: Sequence[str], column: int) -> Edit:
        return self._put(self._line_break + " " * column + self._block(lines, column), self._lines.end(line))

    def _block(self, lines: Sequence[str], column: int) -> str:
        return (self._line_break + " " * column).join(lines)

    @property
    def _line_break(self) -> str:
        """That of the first line."""
        found = _BREAK.search(self._text)
        return found[0] if found else "\n"

    def _column(self, index: int) -> int:
        """How far what stands here is indented; only dashes may stand before it."""
        start = self._lines.start(self._lines.number(index))
        return index - start if _UP_TO_DASH.fullmatch(self._text, start, index) else _refuse()

    def _written(self, node: MappingNode) -> Iterator[tuple[ScalarNode, Node]]:
        """The entries that stand in the mapping itself: those of a merge come after them, and stand further up."""
        end = node.start
        for key, value in node.entries.values():
            if key.start < end:
                return
            yield key, value
            end = max(key.end, value.end)

    def _one_liners(self, entries: Iterable[tuple[ScalarNode, Node]]) -> Iterator[int]:
        """The lines of the first entries, up to one that takes more than its line: a short entry goes among the short ones."""
        for found in entries:
            line = self._lines.number(found[0].start)
            if self._last_line(found) != line:
                return
            yield line

    def _last_line(self, found: tuple[ScalarNode, Node]) -> int:
        key, value = found
        if value.start < key.end:
            # An alias: its value stands elsewhere.
            return self._lines.number(key.start)
        return self._line_of(value) if value.start < value.end else self._lines.number(key.start)

    def _line_of(self, node: Node) -> int:
        """The line that the visible part of a value ends on."""
        while not isinstance(node, ScalarNode) and not self._is_flow(node):
            last = next((child for child in reversed([*node.children()]) if child.start < child.end), None)
            if last is None or not node.start <= last.start < node.end:
                _refuse()
            node = last
        return self._lines.number(node.start + len(self._text[node.start : node.end].rstrip()) - 1)

    def _flow_end(self, found: tuple[ScalarNode, Node]) -> int:
        key, value = found
        return max(key.end, value.end) if value.start >= key.end else _refuse()


def _refuse() -> Never:
    raise _CannotEditError
