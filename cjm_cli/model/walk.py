"""Every object and text of a model, each with its route, in reading order."""

from enum import Enum

from cjm_cli.model.base import Model
from cjm_cli.span import Route

Node = Model | str
Found = list[tuple[Route, Node]]


def walk(model: Model) -> Found:
    """The model itself, then all beneath it; the user's own keys are theirs and left out."""
    found: Found = []
    _walk_model(model, (), found)
    return found


def _walk_model(node: Model, route: Route, found: Found) -> None:
    found.append((route, node))
    for name, value in node.__dict__.items():
        # Most fields are not given; this runs for every field of every object of every file.
        if value is not None and value != ():
            _walk_value(value, (*route, name), found)


def _walk_value(value: object, route: Route, found: Found) -> None:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            found.append((route, value))
    elif isinstance(value, Model):
        _walk_model(value, route, found)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _walk_value(item, (*route, index), found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk_value(item, (*route, key), found)
