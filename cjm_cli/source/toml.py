"""`[tool.cjm]` of a TOML file as a document: what `tomllib` reads, with places found by a search in the text.

The search goes statement by statement and key by key. What it does not find stands where its table or its list stands: a
finding may point to the right line rather than to the right word.
"""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from cjm_cli.finding import Finding
from cjm_cli.source.decode import decode
from cjm_cli.source.document import Document
from cjm_cli.source.limits import Limits
from cjm_cli.source.lines import Lines
from cjm_cli.source.nodes import MappingNode, Node, ScalarNode, SequenceNode
from cjm_cli.source.problem import Problem, syntax_problem
from cjm_cli.source.scalar import Scalar
from cjm_cli.span import Route

TABLE = ("tool", "cjm")

_HEADER = re.compile(r"^[ \t]*\[\[?[ \t]*tool[ \t]*\.[ \t]*[\"']?cjm\b.*$", re.MULTILINE)
_NEXT_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n?")
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")

FAILURES = (ValueError, RecursionError)
"""What the library raises on bad input: of its own, and for what is too long or too deep for Python."""

Place = tuple[int, int]
"""Start and end of a stretch of the text."""


def read_toml(path: str, content: bytes, limits: Limits) -> tuple[Document | None, list[Finding]]:
    """The table as a document, or why there is none; `path` is the name shown in findings."""
    text, problem = decode(content, limits)
    lines = Lines(text)
    if problem is None:
        try:
            data = _table(tomllib.loads(text.replace("\r\n", "\n")))
            root = _Tree(text).node(data, (), (0, 1))
        except FAILURES as error:
            problem = _syntax(error, lines)
    if problem is not None:
        return None, [problem.finding(path, lines)]
    return Document(path, root.data, text, root, lines, editable=False), []


def has_table(text: str) -> bool:
    """Whether a TOML file holds our table; when it is broken, whether it seems to."""
    if "cjm" not in text:
        return False
    try:
        tools = tomllib.loads(text).get("tool", {})
        return isinstance(tools, dict) and "cjm" in tools
    except FAILURES:
        return _HEADER.search(text) is not None


def _table(data: Any) -> Any:
    for key in TABLE:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    return data


def _syntax(error: Exception, lines: Lines) -> Problem:
    found = _AT_LINE.search(str(error))
    told = str(error).partition(" (at ")[0] if found else "it nests too deep, or a number is too long"
    start = max(len(lines.text) - 1, 0)
    if found and found[1]:
        start = lines.start(int(found[1])) + int(found[2]) - 1
    message = f"the file is not sound TOML: {told[:1].lower()}{told[1:]}"
    return syntax_problem(message, start, start + 1, way_out="correct the TOML here or just above").problem


class _Tree:
    """Nodes for the table of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places: dict[Route, tuple[Place, Place]] = {}
        for route, start, end in _statements(text):
            self._note(route, start, end)

    def node(self, value: Any, route: Route, around: Place) -> Node:
        """The value at a route with all under it; without a place of its own it stands where what is around it does."""
        _, place = self._places.get(route, (around, around))
        if isinstance(value, dict):
            mapping = MappingNode(place[0])
            mapping.end = place[1]
            for key, item in value.items():
                at_key = self._places.get((*route, key), (place, place))[0]
                below = self.node(item, (*route, key), at_key)
                mapping.parts += (ScalarNode(*at_key, key), below)
                mapping.data[key] = below.data
            return mapping
        if isinstance(value, list):
            sequence = SequenceNode(place[0])
            sequence.end = place[1]
            sequence.parts = [self.node(item, (*route, index), place) for index, item in enumerate(value)]
            sequence.data += [item.data for item in sequence.parts]
            return sequence
        scalar = ScalarNode(*place, str(value))
        scalar.data = _plain(value)
        return scalar

    def _note(self, route: Route, start: int, end: int) -> None:
        """Remembers the places of a header, or of a statement and all that is written in it."""
        if self._text[start] == "[":
            for length in range(1, len(route) + 1):
                self._places.setdefault(route[:length], ((start, end), (start, end)))
        else:
            self._search(_parsed(self._text[start:end]), route, start, end)

    def _search(self, value: Any, route: Route, start: int, end: int) -> int:
        """Finds keys and values one after the other; returns where the search got to."""
        if isinstance(value, dict):
            for key, item in value.items():
                start = self._search_entry(item, (*route, key), start, end)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                start = self._search(item, (*route, index), start, end)
        else:
            found = self._text.find(str(value).lower() if isinstance(value, bool) else str(value), start, end)
            if found >= 0:
                start, at = found + len(str(value)), (found, max(found + len(str(value)), found + 1))
                self._places[route] = self._places.get(route, (at, at))[0], at
        return start

    def _search_entry(self, value: Any, route: Route, start: int, end: int) -> int:
        key = re.escape(str(route[-1]))
        found = re.compile(rf"(?<![\w-])[\"']?({key})[\"']?[ \t]*[.=][ \t]*").search(self._text, start, end)
        if found is None:
            return start
        rest = _LINE.match(self._text, found.end(), end)
        after = rest.end() if rest else end
        self._places.setdefault(route, (found.span(1), (found.end(), max(after, found.end() + 1))))
        reached = self._search(value, route, found.end(), end)
        if isinstance(value, dict | list):
            self._places[route] = found.span(1), (found.end(), max(reached, found.end() + 1))
        return reached


def _plain(value: Any) -> str:
    """As the YAML reader would give it: a number or a boolean as a text that knows its value."""
    if isinstance(value, bool):
        return Scalar(str(value).lower(), value)
    return Scalar(str(value), value) if isinstance(value, int | float) else str(value)


def _statements(text: str) -> Iterator[tuple[Route, int, int]]:
    """Our headers, with the routes of their tables, and the statements below each."""
    seen: dict[Route, int] = {}
    for header in _HEADER.finditer(text):
        route = _route(_parsed(header[0].strip()), seen)
        if route is None:
            continue
        start = header.start() + len(header[0]) - len(header[0].lstrip())
        yield route, start, header.end()
        following = _NEXT_HEADER.search(text, header.end())
        yield from (
            (route, *place) for place in _below(text, header.end(), following.start() if following else len(text))
        )


def _route(data: Any, seen: dict[Route, int]) -> Route | None:
    """The route of a header's table within ours; a list of tables counts its headers."""
    route: Route = ()
    while isinstance(data, dict) and data:
        key, data = next(iter(data.items()))
        route = (*route, key)
        if isinstance(data, list):
            seen[route] = seen.get(route, -1) + 1
            route, data = (*route, seen[route]), None
        elif route in seen:
            route = (*route, seen[route])
    return route[len(TABLE) :] if route[: len(TABLE)] == TABLE else None


def _below(text: str, start: int, end: int) -> Iterator[Place]:
    """Statement by statement: few lines that are sound TOML, and hold something. Where it takes many, some may be another's."""
    while start < end:
        stop, lines = start, 0
        while stop < end and _parsed(text[start:stop]) in (None, {}):
            # More at a time as they grow, for each attempt reads all of them again.
            more = max(1, lines // 2)
            stop, lines = _after(more, text, stop, end), lines + more
            if not text[start:stop].strip() or text[start:stop].lstrip().startswith("#"):
                start = stop
        if start < stop:
            yield start + len(text[start:stop]) - len(text[start:stop].lstrip()), stop
        start = stop


def _after(lines: int, text: str, start: int, end: int) -> int:
    """Where so many lines end."""
    for _ in range(lines):
        line = _LINE.match(text, start, end)
        start = line.end() if line else end
    return start


def _parsed(text: str) -> Any:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except FAILURES:
        return None
