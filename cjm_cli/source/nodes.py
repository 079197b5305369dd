"""The parsed document: plain data, and where each piece of it was written (offsets into the text)."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, ClassVar


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


class SequenceNode:
    """A list; `size` counts its values with aliases written out and stays 0 while it is being read."""

    __slots__ = ("data", "end", "height", "items", "size", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.size = 0
        self.height = 1
        self.items: list[Node] = []
        self.data: list[Any] = []

    def children(self) -> "Iterator[Node]":
        """All nodes directly below."""
        return iter(self.items)


class MappingNode:
    """A mapping; `entries` hold the node of the key and of the value, `key` waits for its value."""

    __slots__ = ("data", "end", "entries", "height", "key", "merge", "size", "start")

    def __init__(self, start: int) -> None:
        self.start = self.end = start
        self.size = 0
        self.height = 1
        self.entries: dict[str, tuple[ScalarNode, Node]] = {}
        self.data: dict[str, Any] = {}
        self.key: ScalarNode | None = None
        self.merge: tuple[ScalarNode, Node] | None = None

    def add(self, key: ScalarNode, value: "Node") -> None:
        """Put an entry in, or keep it aside when it is a merge."""
        self.key = None
        if key.is_merge:
            self.merge = key, value
        else:
            self.entries[key.text] = key, value
            self.data[key.text] = value.data

    def children(self) -> "Iterator[Node]":
        """All nodes directly below."""
        return chain.from_iterable(self.entries.values())


Collection = SequenceNode | MappingNode
Node = ScalarNode | SequenceNode | MappingNode
