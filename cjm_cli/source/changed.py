"""A document's data with a change made: what the text must mean once it was edited."""

from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

from cjm_cli.change import Append, Change, Insert, Remove, Rename, Replace
from cjm_cli.source.quote import as_data
from cjm_cli.span import Route


def changed(data: Any, change: Change) -> Any:
    """The data after the change. What aliases share is copied: the change counts at its route alone."""
    match change:
        case Replace(route, _, new):
            return _updated(data, route, lambda _old: as_data(new))
        case Rename(route, new):
            return _updated(data, route[:-1], lambda old: {new if key == route[-1] else key: old[key] for key in old})
        case Insert(route, key, value):
            return _updated(data, route, lambda old: {**old, key: as_data(value)})
        case Append(route, item):
            return _updated(data, route[:-1], lambda old: {**old, route[-1]: [*old.get(route[-1], ()), as_data(item)]})
        case Remove(route):
            return _updated(data, route[:-1], lambda old: {key: old[key] for key in old if key != route[-1]})


def all_changed(data: Any, changes: tuple[Change, ...]) -> Any:
    """The data after one change upon the other."""
    return reduce(changed, changes, data)


def _updated(data: Any, route: Route, update: Callable[[Any], Any]) -> Any:
    if not route:
        return update(data)
    step, rest = route[0], route[1:]
    if isinstance(data, dict) and step in data:
        return {**data, step: _updated(data[step], rest, update)}
    if isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
        return [*data[:step], _updated(data[step], rest, update), *data[step + 1 :]]
    # Any other step is one that the short form leaves out.
    return _updated(data, rest, update)


def same_data(before: object, after: object) -> bool:
    """Whether two documents mean the same: equal values of equal types; of keys the order means nothing."""
    if type(before) is not type(after):
        return False
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return before.keys() == after.keys() and all(same_data(before[key], after[key]) for key in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(same_data, before, after))
    return before == after
