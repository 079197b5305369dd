"""A parsed file: plain data, and the place of every value in it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cjm_cli.change import Change
from cjm_cli.finding import Fix, Location, Patch, Safety
from cjm_cli.source.comments import PROPERTIES, Values, comments
from cjm_cli.source.lines import Lines
from cjm_cli.source.logical import logical
from cjm_cli.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.suppression import Position, Suppression, suppressions
from cjm_cli.span import Route, Span

if TYPE_CHECKING:
    from cjm_cli.source.pieces import Pieces

_COMMENT = re.compile(r"[ \t]#")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """`data` holds dict, list, str (numbers and booleans as `Scalar`) and None; `text` is what positions count in."""

    path: str
    data: Any
    text: str
    _root: Node | None = field(repr=False)
    _lines: Lines = field(repr=False)
    editable: bool = True
    """Whether its text is YAML, which we know how to edit."""

    def span(self, route: Route, *, key: bool = False) -> Span:
        """Where the value at the route stands, or its key; the nearest ancestor where the text goes less far."""
        if self._root is None:
            return Span(1, 1, 1, 2)
        node, key_node = _find(self._root, route)
        if key_node is not None and (key or _is_empty(node)):
            node = key_node
        return self._lines.span(*self._extent(node))

    def logical(self, route: Route) -> str:
        """The route in words: `stages[pay] › steps[confirm] › emotion`."""
        return logical(self.data, route)

    def location(self, route: Route, *, key: bool = False) -> Location:
        """The place of the value at the route, or of its key, as findings name it."""
        return Location(self.path, self.span(route, key=key), self.logical(route))

    def suppressions(self) -> list[Suppression]:
        """What its comments silence."""
        return suppressions(self.text, self._root, self._lines)

    def comments(self) -> Counter[str]:
        """What its comments say, each as often as it is said."""
        found = comments(Values(self.text, self._root), self._lines, re.compile("#"))
        return Counter(self.text[one.start : one.end].strip("# \t") for one in found)

    def with_comments(self, rules: Iterable[tuple[Position, str]], reason: str) -> str:
        """The text with comments that silence rules where findings of them start."""
        from cjm_cli.source.comment_edit import CommentEditor

        return CommentEditor(self.text, self._root, self._lines).with_comments(rules, reason)

    def patch(self, changes: tuple[Change, ...]) -> Patch | None:
        """The changes as edits; None where a place is shared, or cannot be edited safely."""
        if not self.editable:
            return None
        # Here, because most findings have no fix.
        from cjm_cli.source.edit import Editor

        edits = Editor(self.text, self._root, self._lines).edits(changes)
        return Patch(self.path, edits, changes) if edits is not None else None

    def pieces(self) -> "Pieces":
        """Its text, cut into entries and items. Raises CannotCutError."""
        from cjm_cli.source.cut import cut

        return cut(self.text, self._root)

    def fix(self, safety: Safety, *changes: Change) -> Fix | None:
        """A fix within this document, named after its first change; None where there is none."""
        patch = self.patch(changes) if changes else None
        return Fix(str(changes[0]), safety, (patch,)) if patch else None

    def line(self, number: int) -> str:
        """The text of a line, counted from 1."""
        return self._lines.line(number)

    def _extent(self, node: Node) -> tuple[int, int]:
        """Start and end of what a finding should underline."""
        if _is_empty(node):
            # Nothing is there but the dash before it.
            end = node.start
            while end > 1 and self.text[end - 1].isspace():
                end -= 1
            return max(end - 1, 0), end
        start = self._content_start(node)
        if isinstance(node, ScalarNode):
            header = _BLOCK_HEADER.match(self.text, start)
            return start, header.end() if header else node.end
        line_end = self._lines.end(self._lines.number(start))
        comment = _COMMENT.search(self.text, self._last_content(node, line_end), line_end)
        return start, min(node.end, comment.start() if comment else line_end)

    def _content_start(self, node: Node) -> int:
        properties = PROPERTIES.match(self.text, node.start, node.end)
        return properties.end() if properties and properties.end() < node.end else node.start

    def _last_content(self, node: Node, line_end: int) -> int:
        """Where the last value ends that starts before the end of the line: a `#` further on is a comment."""
        if isinstance(node, ScalarNode):
            return min(self._extent(node)[1], line_end)
        start = self._content_start(node)
        if self.text[start] in "[{" and node.end <= line_end:
            return node.end
        last = min(start + 1, line_end)
        for child in node.children():
            if child.start >= line_end:
                break
            # What an alias or a merge brings in may be written anywhere.
            if child.start >= start:
                last = max(last, self._last_content(child, line_end))
        return last


def _find(root: Node, route: Route) -> tuple[Node, ScalarNode | None]:
    """The node at the route with its key, going as far as the text goes."""
    node, key = root, None
    for step in route:
        if isinstance(node, MappingNode) and isinstance(step, str):
            if step not in node.entries:
                break
            key, node = node.entries[step]
        elif isinstance(node, SequenceNode) and isinstance(step, int):
            if not 0 <= step < len(node.items):
                break
            key, node = None, node.items[step]
        # Any other step is one that the short form leaves out.
    return node, key


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.start == node.end
