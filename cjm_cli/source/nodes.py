"""The parsed document: plain data, and where each piece of it was written (offsets into the text).

The data is made while the file is read. The nodes of scalars, nine of ten, are made when somebody asks where something
stands: for most files, nobody does. Until then the parser's events stand in their place.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, ClassVar

from cjm_cli.source.scalar import resolve


class ScalarNode:
    """A single value; `text` is what was written, `data` what it means."""

    __slots__ = ("data", "end", "plain", "start", "text")

    size: ClassVar[int] = 1
    height: ClassVar[int] = 0

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.data: str | None = text
        self.plain = False

    @property
    def is_merge(self) -> bool:
        """Whether this is the key `<<`, not the text "<<"."""
        return self.text == "<<" and self.plain

    @property
    def value(self) -> str:
        """The text, by the name that it has in an event."""
        return self.text


def scalar_node(event: Any) -> ScalarNode:
    """The node of an event; a tag is left aside."""
    node = ScalarNode(event.start_mark.index, event.end_mark.index, event.value)
    if event.implicit[0] and not event.style:
        node.plain = True
        node.data = resolve(node.text)
    return node


class SequenceNode:
    """A list; `parts` are nodes and events, `meanings` what they mean.

    `size` counts its values with aliases written out, for those that an alias may refer to, and stays 0 while it is read.
    """

    __slots__ = ("_items", "data", "end", "height", "meanings", "parts", "size", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.size = 0
        self.height = 1
        self.parts: list[Any] = []
        self.data: list[Any] = []
        self.meanings = self.data
        self._items: list[Node] | None = None

    @property
    def items(self) -> "list[Node]":
        """The nodes of its items."""
        if self._items is None:
            self._items = [*map(_node, self.parts)]
        return self._items

    def children(self) -> "Iterator[Node]":
        """All nodes directly below."""
        return iter(self.items)


class MappingNode:
    """A mapping; `parts` are nodes and events of its keys and values in turn, `meanings` what they mean."""

    __slots__ = ("_sorted", "data", "end", "height", "meanings", "parts", "size", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.size = 0
        self.height = 1
        self.parts: list[Any] = []
        self.meanings: list[Any] = []
        self.data: dict[str, Any] = {}
        self._sorted: tuple[dict[str, Entry], Entry | None] | None = None

    @property
    def entries(self) -> "dict[str, Entry]":
        """The node of the key and of the value, by key; those of a merge come last."""
        return self._sort()[0]

    @property
    def merge(self) -> "Entry | None":
        """The key `<<` and what it brings in."""
        return self._sort()[1]

    def duplicates(self) -> "Iterator[tuple[ScalarNode, ScalarNode]]":
        """The keys that are given again, each after the one before it."""
        seen: dict[tuple[str, bool], ScalarNode] = {}
        for key, _ in self._pairs():
            name = key.text, key.is_merge
            if name in seen:
                yield seen[name], key
            seen[name] = key

    def children(self) -> "Iterator[Node]":
        """All nodes directly below."""
        return chain.from_iterable(self.entries.values())

    def _pairs(self) -> "Iterator[Entry]":
        nodes: Iterator[Any] = map(_node, self.parts)
        return zip(nodes, nodes, strict=True)

    def _sort(self) -> "tuple[dict[str, Entry], Entry | None]":
        if self._sorted is None:
            pairs = [*self._pairs()]
            own = {key.text: (key, value) for key, value in pairs if not key.is_merge}
            self._sorted = own, next((pair for pair in reversed(pairs) if pair[0].is_merge), None)
        return self._sorted


Collection = SequenceNode | MappingNode
Node = ScalarNode | SequenceNode | MappingNode
Entry = tuple[ScalarNode, Node]


def _node(part: Any) -> Node:
    return part if isinstance(part, Node) else scalar_node(part)
