"""Where comments are: a `#` begins one only outside of every value, and the places of the values tell which."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from cjm_cli.source.lines import Lines
from cjm_cli.source.nodes import MappingNode, Node, ScalarNode, SequenceNode

# Anchor and tag stand before the value, perhaps with comments and line breaks between.
PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+(?:#[^\r\n]*\s+)*))+")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*")
_HASH = re.compile(r"(?<!\S)#")


@dataclass(frozen=True, slots=True)
class Comment:
    """From its `#` to the end of its line; `alone` when nothing else stands on that line."""

    start: int
    end: int
    alone: bool


class Values:
    """What stands where in a text: stretches in which a `#` is part of a value."""

    def __init__(self, text: str, root: Node | None) -> None:
        self.text = text
        self.nodes = [*nodes(root)] if root is not None else []
        scalars = (node for node in self.nodes if isinstance(node, ScalarNode) and node.start < node.end)
        self._stretches = sorted((self._inside(node), node.end) for node in scalars)

    def holds(self, index: int) -> bool:
        """Whether the character at this offset is part of a scalar."""
        after = bisect_right(self._stretches, (index, len(self.text) + 1))
        return after > 0 and index < self._stretches[after - 1][1]

    def content_start(self, node: Node) -> int:
        """Where a value begins, behind its anchor and tag."""
        properties = PROPERTIES.match(self.text, node.start, node.end)
        return properties.end() if properties and properties.end() < node.end else node.start

    def is_flow(self, node: Node) -> bool:
        """Whether a value stands in brackets."""
        return not isinstance(node, ScalarNode) and self.text[self.content_start(node)] in "[{"

    def _inside(self, node: ScalarNode) -> int:
        """Where the text of a scalar begins: a block has it below its header, which may end in a comment."""
        start = self.content_start(node)
        header = _BLOCK_HEADER.match(self.text, start)
        return header.end() if header else start


def nodes(root: Node) -> Iterator[Node]:
    """Every node that is written in the text, once, whatever refers to it."""
    waiting, seen = [root], {id(root)}
    while waiting:
        node = waiting.pop()
        yield node
        for child in children(node):
            if id(child) not in seen:
                seen.add(id(child))
                waiting.append(child)


def children(node: Node) -> Iterator[Node]:
    """All nodes directly below, those of a merge included."""
    if isinstance(node, ScalarNode):
        return iter(())
    merged = node.merge if isinstance(node, MappingNode) else None
    return chain(node.children(), merged or ())


def comments(values: Values, lines: Lines, mark: re.Pattern[str]) -> Iterator[Comment]:
    """The comments in the lines that hold the mark."""
    text, marked = values.text, mark.search(values.text)
    while marked is not None:
        number = lines.number(marked.start())
        start, end = lines.start(number), lines.end(number)
        hashes = (found.start() for found in _HASH.finditer(text, start, end))
        first = next((place for place in hashes if not values.holds(place)), None)
        if first is not None:
            yield Comment(first, end, alone=not text[start:first].strip())
        marked = mark.search(text, end)


def entries(values: Values) -> Iterator[tuple[ScalarNode, Node]]:
    """Keys with their values, as they are written: what an alias or a merge brings in is left out."""
    for node in values.nodes:
        if isinstance(node, MappingNode):
            written = chain(node.entries.values(), [node.merge] if node.merge else ())
            yield from (entry for entry in written if node.start <= entry[0].start < node.end)


def units(values: Values) -> Iterator[tuple[int, int]]:
    """Start and end of every entry and every item."""
    for key, value in entries(values):
        yield key.start, max(key.end, value.end if value.start >= key.start else 0)
    for node in values.nodes:
        if isinstance(node, SequenceNode):
            yield from ((item.start, item.end) for item in node.items if node.start <= item.start < node.end)
