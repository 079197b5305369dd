"""From text to nodes: the fast parser first, the true one wherever the fast one objects."""

import re
from contextlib import suppress

from cjm_cli.source.build import Builder
from cjm_cli.source.disguise import disguise
from cjm_cli.source.events import (
    Events,
    ParseError,
    disguised_events,
    fast_events,
    fast_parser_exists,
    pure_events,
)
from cjm_cli.source.limits import Limits
from cjm_cli.source.nodes import Node
from cjm_cli.source.problem import Problem, UnusableError
from cjm_cli.source.syntax import explain

_RESCUE_CHARACTERS = 128 * 1024
"""Up to here a second opinion of the slow parser takes no more than a second or two."""

_DIRECTIVE = re.compile(r"(?:\A|[\n\r\x85\u2028\u2029])%")
_MOST_DIRECTIVES = 1_000
"""The parser in C compares every `%TAG` line with all before it."""

Parsed = tuple[Node | None, list[Problem]]


def parse(text: str, limits: Limits) -> Parsed:
    """The root node and the problems; without a root the problems say why."""
    directive = _excess_directive(text)
    if directive is not None:
        return None, [directive]
    try:
        return _parse(text, limits)
    except ParseError as fault:
        return None, [explain(fault, text)]


def _excess_directive(text: str) -> Problem | None:
    if text.count("%") <= _MOST_DIRECTIVES:
        return None
    places = [found.end() - 1 for found in _DIRECTIVE.finditer(text)]
    if len(places) <= _MOST_DIRECTIVES:
        return None
    message = f'more than {_MOST_DIRECTIVES:,} lines start with "%"'
    return Problem("yaml-syntax", message, places[0], places[0] + 1, help="delete these lines")


def parse_fast(text: str, limits: Limits) -> Parsed:
    """By the parser in C; raises `ParseError`."""
    return _build(fast_events(text), text, limits)


def parse_pure(text: str, limits: Limits) -> Parsed:
    """By the parser in Python; raises `ParseError`."""
    return _build(pure_events(text), text, limits)


def _parse(text: str, limits: Limits) -> Parsed:
    if not fast_parser_exists():
        return parse_pure(text, limits)
    disguised = disguise(text)
    if disguised is not None:
        with suppress(ParseError):
            return _build(disguised_events(disguised), text, limits)
    try:
        return parse_fast(text, limits)
    except ParseError as objection:
        if len(text) > _RESCUE_CHARACTERS:
            raise
        return _second_opinion(objection, text, limits)


def _second_opinion(objection: ParseError, text: str, limits: Limits) -> Parsed:
    try:
        return parse_pure(text, limits)
    except ParseError as fault:
        # A failure without a place is one of the parser itself; the first objection says more.
        raise objection if fault.index is None else fault from None


def _build(events: Events, text: str, limits: Limits) -> Parsed:
    builder = Builder(text, limits)
    try:
        builder.build(events)
    except UnusableError as stop:
        return None, [stop.problem]
    except ParseError as fault:
        # Where an item is missing, the parser does not know of which list or mapping.
        if "flow node" in fault.context and builder.bracket is not None:
            fault.context_index = builder.bracket
        raise
    return builder.root, builder.problems
