"""From events to nodes and plain data, in one pass without recursion; the limits are kept on the way."""

import re
from collections.abc import Callable
from typing import Any

from ruamel.yaml import events as yaml

from cjm_cli.source.decode import control_character
from cjm_cli.source.events import FAILURES, Events, fault
from cjm_cli.source.limits import Limits
from cjm_cli.source.merge import merge
from cjm_cli.source.nodes import Collection, MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.problem import Problem, UnusableError, excerpt, over_limit, syntax_problem
from cjm_cli.source.scalar import resolve
from cjm_cli.source.tags import is_collection_tag, tagged_scalar

_TAG = re.compile(r"!<[^>]*>|![^\s,\]}]*")


class Builder:
    """One document in the making; `problems` are those that let the reading go on."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._text = text
        self._limits = limits
        self._reveal: Callable[[str], str] | None = None
        self._top: Collection | None = None
        self._open: list[tuple[Collection | None, int]] = []
        self._anchors: dict[str, Node] = {}
        self._documents = self._values = self._aliases = self._aliased = 0

    def build(self, events: Events) -> None:
        """Read all events, or raise `UnusableError` at the first that makes the rest pointless."""
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.DocumentStartEvent: self._document,
        }
        self._reveal = events.reveal
        while True:
            try:
                event = events.take()
            except FAILURES as error:
                raise fault(error) from error
            if event is None:
                return
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)

    @property
    def bracket(self) -> int | None:
        """Where the innermost bracket opens that is not yet closed."""
        start = self._top.start if self._top is not None else 0
        return start if self._text[start : start + 1] in ("[", "{") else None

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            start = event.start_mark.index
            message = "one document a file: a second one starts here"
            raise syntax_problem(message, start, start + 3, way_out="move it to a file of its own, or delete this line")

    def _scalar(self, event: Any) -> None:
        value = self._reveal(event.value) if self._reveal else event.value
        node = ScalarNode(event.start_mark.index, event.end_mark.index, value)
        if event.implicit[0] and not event.style:
            node.plain = True
            node.data = resolve(value)
        elif event.ctag is not None and event.ctag != "!":
            self._tagged(node, event.ctag)
        if event.style == '"' and not value.isprintable():
            self._check_escapes(node)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._add(node)

    def _tagged(self, node: ScalarNode, tag: str) -> None:
        node.data, fits = tagged_scalar(tag, node.text)
        if not fits:
            self._unknown_tag(node)

    def _mapping(self, event: Any) -> None:
        self._start(MappingNode(event.start_mark.index), event, "map")

    def _sequence(self, event: Any) -> None:
        self._start(SequenceNode(event.start_mark.index), event, "seq")

    def _start(self, node: Collection, event: Any, kind: str) -> None:
        if event.ctag is not None and not is_collection_tag(event.ctag, kind):
            self._unknown_tag(node)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._open.append((self._top, self._values + self._aliased))
        self._add(node)
        self._top = node
        self._check_depth(0, node.start)

    def _close(self, event: Any) -> None:
        node = self._top
        assert node is not None  # the parser pairs starts and ends
        self._top, before = self._open.pop()
        node.end = event.end_mark.index
        node.size = self._values + self._aliased - before
        if isinstance(node, MappingNode) and node.merge is not None:
            merge(node)
        if self._top is not None:
            self._top.height = max(self._top.height, node.height + 1)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        name = excerpt(self._text[start:end])
        node = self._anchors.get(event.anchor)
        if node is None:
            message = f'"{name}" refers to "&{name[1:]}", which does not stand above'
            raise syntax_problem(message, start, end, way_out=f'a text that starts with "*" needs quotes: "{name}"')
        if not node.size:
            raise syntax_problem(f'"{name}" refers to itself', start, end, way_out="write the value out instead")
        self._add(node)
        self._aliases += 1
        self._aliased += node.size - 1
        self._check_aliases(start)
        self._check_depth(node.height, start)
        if self._top is not None:
            self._top.height = max(self._top.height, node.height + 1)

    def _add(self, node: Node) -> None:
        """Put a node where the document stands."""
        self._values += 1
        if self._values > self._limits.values:
            self._too_many_values(node.start)
        top = self._top
        if isinstance(top, MappingNode):
            if top.key is None:
                top.key = self._key(top, node)
            else:
                top.add(top.key, node)
        elif top is not None:
            top.items.append(node)
            top.data.append(node.data)
        else:
            self.root = node

    def _key(self, top: MappingNode, node: Node) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            message = "a list or a mapping cannot be a key"
            raise syntax_problem(message, node.start, node.start + 1, way_out="a key is a single word or text")
        if node.plain and not node.text:
            start = node.start
            raise syntax_problem("a key is missing", start, start + 1, way_out='write the name of the field before ":"')
        entry = top.merge if node.is_merge else top.entries.get(node.text)
        if entry is not None:
            self.problems.append(_duplicate(node, entry[0]))
        return node

    def _too_many_values(self, start: int) -> None:
        message = f"the file holds more values than the limit of {self._limits.values:,}"
        raise UnusableError(over_limit(message, "values", start=start))

    def _check_depth(self, more: int, start: int) -> None:
        if len(self._open) + more > self._limits.depth:
            message = f"the values nest deeper than the limit of {self._limits.depth:,}"
            raise UnusableError(over_limit(message, "depth", start=start))

    def _check_aliases(self, start: int) -> None:
        limits = self._limits
        if self._aliases > limits.aliases:
            message = f"the file holds more aliases than the limit of {limits.aliases:,}"
            raise UnusableError(over_limit(message, "aliases", start=start))
        if self._values + self._aliased > limits.expanded_values:
            message = f"with aliases written out, there are more values than the limit of {limits.expanded_values:,}"
            raise UnusableError(over_limit(message, "expanded_values", start=start))

    def _unknown_tag(self, node: Node) -> None:
        found = _TAG.search(self._text, node.start)
        start, end = found.span() if found else (node.start, node.start + 1)
        message = f'the tag "{excerpt(self._text[start:end])}" is not part of this format'
        way_out = "delete the tag, or put the text in quotes"
        self.problems.append(Problem("unknown-tag", message, start, end, help=way_out))

    def _check_escapes(self, node: ScalarNode) -> None:
        """Control characters are kept out of the text before parsing; an escape can still bring one in."""
        found = control_character(node.text)
        if found is not None:
            message = f"the text holds the control character {found[1]}, written as an escape"
            problem = Problem("unreadable-file", message, node.start, node.end, help="delete the escape")
            self.problems.append(problem)


def _duplicate(key: ScalarNode, first: ScalarNode) -> Problem:
    return Problem(
        rule="duplicate-key",
        message=f'"{excerpt(key.text)}" is given twice',
        start=key.start,
        end=key.end,
        label="given twice",
        help="keep one of the two",
        related=(first.start, "first given here"),
    )
