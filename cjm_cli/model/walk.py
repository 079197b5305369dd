"""Every object and text of a model, each with its route, in reading order."""

from collections.abc import Iterator
from enum import Enum

from cjm_cli.model.base import Model
from cjm_cli.span import Route

Node = Model | str


def walk(node: Model, route: Route = ()) -> Iterator[tuple[Route, Node]]:
    """The node itself, then all beneath it; the user's own keys and open maps are theirs and left out."""
    yield route, node
    for name, value in node.__dict__.items():
        if value is not None and value != ():
            yield from _walk_value(value, (*route, name))


def _walk_value(value: object, route: Route) -> Iterator[tuple[Route, Node]]:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield route, value
    elif isinstance(value, Model):
        yield from walk(value, route)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _walk_value(item, (*route, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _walk_value(item, (*route, key))
