"""Every object and text of a model, each with its route, in reading order."""

from enum import Enum
from typing import NamedTuple

from cjm_cli.model.base import Model
from cjm_cli.span import Route


class Walked(NamedTuple):
    """What is in a model; a text comes with the field that holds it, which the items of a list share."""

    objects: list[tuple[Route, Model]]
    texts: list[tuple[Route, str, str]]


def walk(model: Model) -> Walked:
    """The model itself, then all beneath it; the user's own keys are theirs and left out."""
    found = Walked([], [])
    _walk_model(model, (), found)
    return found


def _walk_model(node: Model, route: Route, found: Walked) -> None:
    found.objects.append((route, node))
    for name, value in node.__dict__.items():
        # Most fields are not given; this runs for every field of every object of every file.
        if not value:
            continue
        if type(value) is str:
            found.texts.append(((*route, name), value, name))
        else:
            _walk_value(value, (*route, name), name, found)


def _walk_value(value: object, route: Route, field: str, found: Walked) -> None:
    if isinstance(value, str):
        if not isinstance(value, Enum):
            found.texts.append((route, value, field))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _walk_value(item, (*route, index), field, found)
    elif isinstance(value, Model):
        _walk_model(value, route, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            _walk_value(item, (*route, key), key, found)
