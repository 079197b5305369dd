"""From events to nodes and plain data, in one pass without recursion; the limits are kept on the way."""

import re
from collections.abc import Callable
from functools import partial
from itertools import starmap
from typing import Any

from ruamel.yaml import events as yaml

from cjm_cli.source.decode import control_character
from cjm_cli.source.events import FAILURES, Events, fault
from cjm_cli.source.limits import Limits
from cjm_cli.source.merge import merge
from cjm_cli.source.nodes import Collection, MappingNode, Node, ScalarNode, SequenceNode, scalar_node
from cjm_cli.source.problem import Problem, UnusableError, excerpt, over_limit, syntax_problem
from cjm_cli.source.scalar import NUMBER_STARTS, WORDS, resolve
from cjm_cli.source.tags import is_collection_tag, tagged_scalar

_TAG = re.compile(r"!<[^>]*>|![^\s,\]}]*")


class Builder:
    """One document in the making. The parser's events of scalars are kept as they are: see `nodes`."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._text = text
        self._limits = limits
        self._problems: list[Problem] = []
        self._roots = SequenceNode(0)
        self._top: Collection = self._roots
        self._open: list[tuple[Collection, int]] = []
        self._anchors: dict[str, Node] = {}
        self._documents = self._values = self._aliases = self._aliased = 0

    @property
    def root(self) -> Node | None:
        """The value that the document is; None when it is empty."""
        return next(self._roots.children(), None)

    @property
    def problems(self) -> list[Problem]:
        """Those that let the reading go on, in reading order: a key given twice is noticed where its mapping ends."""
        return sorted(self._problems, key=lambda problem: problem.start)

    def build(self, events: Events) -> None:
        """Read all events, or raise `UnusableError` at the first that makes the rest pointless.

        This runs for every value of every file, so what is usual is done here: a call takes longer than what it does.
        """
        take, reveal, scalar, handlers = events.take, events.reveal, yaml.ScalarEvent, self._handlers()
        add, mean, values, most = self._roots.parts.append, self._roots.meanings.append, 0, self._limits.values
        while True:
            try:
                event = take()
            except FAILURES as error:
                raise fault(error) from error
            kind = type(event)
            if kind is scalar:
                value = event.value
                if reveal is not None and not value.isascii():
                    event.value = value = reveal(value)
                if event.style or not value or not event.implicit[0]:
                    mean(self._unusual(event))
                elif value[0] in NUMBER_STARTS:
                    mean(resolve(value))
                else:
                    mean(WORDS.get(value, value))
                add(event if event.anchor is None and event.ctag is None else self._special(event))
                values += 1
                if values > most:
                    self._too_many_values(event.start_mark.index)
            elif event is None:
                return
            elif kind in handlers:
                self._values = values
                handlers[kind](event)
                values, add, mean = self._values, self._top.parts.append, self._top.meanings.append

    def _handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: partial(self._start, MappingNode, "map"),
            yaml.SequenceStartEvent: partial(self._start, SequenceNode, "seq"),
            yaml.MappingEndEvent: self._close_mapping,
            yaml.SequenceEndEvent: self._close,
            yaml.DocumentStartEvent: self._document,
        }

    @property
    def bracket(self) -> int | None:
        """Where the innermost bracket opens that is not yet closed."""
        start = self._top.start
        return start if self._text[start : start + 1] in ("[", "{") else None

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            start = event.start_mark.index
            message = "one document a file: a second one starts here"
            raise syntax_problem(message, start, start + 3, way_out="move it to a file of its own, or delete this line")

    def _unusual(self, event: Any) -> str | None:
        """The meaning of a value in quotes, in a block, with a tag, or with nothing in it."""
        value: str = event.value
        if event.style:
            if event.style == '"' and not value.isprintable():
                self._check_escapes(event)
        elif event.implicit[0]:
            if type(self._top) is MappingNode and len(self._top.parts) % 2 == 0:
                _check_key(scalar_node(event))
            return None
        if event.ctag is None or event.ctag == "!":
            return value
        data, fits = tagged_scalar(event.ctag, value)
        if not fits:
            self._unknown_tag(event.start_mark.index)
        return data

    def _special(self, event: Any) -> ScalarNode:
        """A value with a tag or an anchor."""
        node = scalar_node(event)
        node.data = self._top.meanings[-1]
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _start(self, made: type[Collection], kind: str, event: Any) -> None:
        node = made(event.start_mark.index)
        if event.ctag is not None and not is_collection_tag(event.ctag, kind):
            self._unknown_tag(node.start)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        self._open.append((self._top, self._values + self._aliased))
        self._add(node)
        self._top = node
        if len(self._open) > self._limits.depth:
            self._too_deep(node.start)

    def _close_mapping(self, event: Any) -> None:
        node = self._top
        assert isinstance(node, MappingNode)  # the parser pairs starts and ends
        keys = [key.value for key in node.parts[::2]]
        node.data.update(zip(keys, node.meanings[1::2], strict=True))
        if len(node.data) < len(keys) or "<<" in node.data:
            self._problems += starmap(_duplicate, node.duplicates())
            merge(node)
        self._close(event)

    def _close(self, event: Any) -> None:
        node = self._top
        self._top, before = self._open.pop()
        node.end = event.end_mark.index
        if self._anchors:
            # Before the first anchor, nobody will refer to what is read.
            node.size = self._values + self._aliased - before
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
        if len(self._open) + node.height > self._limits.depth:
            self._too_deep(start)
        self._top.height = max(self._top.height, node.height + 1)

    def _add(self, node: Node) -> None:
        """Put a list, a mapping or what an alias means where the document stands."""
        self._values += 1
        if self._values > self._limits.values:
            self._too_many_values(node.start)
        top = self._top
        if type(top) is MappingNode and len(top.parts) % 2 == 0:
            _check_key(node)
        top.parts.append(node)
        top.meanings.append(node.data)

    def _too_many_values(self, start: int) -> None:
        message = f"the file holds more values than the limit of {self._limits.values:,}"
        raise UnusableError(over_limit(message, "values", start=start))

    def _too_deep(self, start: int) -> None:
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

    def _unknown_tag(self, index: int) -> None:
        found = _TAG.search(self._text, index)
        start, end = found.span() if found else (index, index + 1)
        message = f'the tag "{excerpt(self._text[start:end])}" is not part of this format'
        way_out = "delete the tag, or put the text in quotes"
        self._problems.append(Problem("unknown-tag", message, start, end, help=way_out))

    def _check_escapes(self, event: Any) -> None:
        """Control characters are kept out of the text before parsing; an escape can still bring one in."""
        found = control_character(event.value)
        if found is not None:
            message = f"the text holds the control character {found[1]}, written as an escape"
            start, end = event.start_mark.index, event.end_mark.index
            self._problems.append(Problem("unreadable-file", message, start, end, help="delete the escape"))


def _check_key(node: Node) -> None:
    start = node.start
    if not isinstance(node, ScalarNode):
        message = "a list or a mapping cannot be a key"
        raise syntax_problem(message, start, start + 1, way_out="a key is a single word or text")
    if node.plain and not node.text:
        raise syntax_problem("a key is missing", start, start + 1, way_out='write the name of the field before ":"')


def _duplicate(first: ScalarNode, key: ScalarNode) -> Problem:
    return Problem(
        rule="duplicate-key",
        message=f'"{excerpt(key.text)}" is given twice',
        start=key.start,
        end=key.end,
        label="given twice",
        help="keep one of the two",
        related=(first.start, "first given here"),
    )
