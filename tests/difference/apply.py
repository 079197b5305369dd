"""The changes, applied to the old data: what a comparison tells is all that is needed to make the new one."""

import copy

from cjm_cli.difference.difference import Kind

WHOLE = "what holds the whole"


def applied(old, changes):
    """The new data. Fields change first; then everything that goes or moves is taken out, then put in where it stands now."""
    root = {WHOLE: copy.deepcopy(old)}
    for change in changes:
        if change.kind in (Kind.CHANGED, Kind.RENAMED):
            _write(root, (WHOLE, *change.old.route), change)
    moving = {id(change): _at(root, (WHOLE, *change.old.route)) for change in changes if change.kind is Kind.MOVED}
    _take_out(root, [change.old.route for change in changes if change.kind in (Kind.MOVED, Kind.REMOVED)])
    arriving = [(change.new.route, copy.deepcopy(change.after)) for change in changes if change.kind is Kind.ADDED]
    arriving += [(change.new.route, moving[id(change)]) for change in changes if change.kind is Kind.MOVED]
    for route, value in sorted(arriving, key=lambda one: (len(one[0]), str(one[0][:-1]), one[0][-1:])):
        _put_in(root, (WHOLE, *route), value)
    return root.get(WHOLE)


def _at(data, route):
    for step in route:
        data = data[step]
    return data


def _write(root, route, change):
    if change.kind is Kind.RENAMED and not change.field:
        return  # its file has another name
    parent = _at(root, route[:-1])
    assert (parent[route[-1]] if isinstance(parent, list) else parent.get(route[-1])) == change.before
    if change.after is None:
        del parent[route[-1]]
    else:
        parent[route[-1]] = change.after


def _take_out(root, routes):
    """The deepest first, and of a list the last first; a list of which nothing is left goes too."""
    for *before, last in sorted(((WHOLE, *route) for route in routes), key=_backwards):
        parent = _at(root, before)
        del parent[last]
        if isinstance(parent, list) and not parent:
            del _at(root, before[:-1])[before[-1]]


def _backwards(route):
    return -len(route), -route[-1] if isinstance(route[-1], int) else 0


def _put_in(root, route, value):
    *before, last = route
    if isinstance(last, str):
        assert last not in _at(root, before)
        _at(root, before)[last] = value
    else:
        line = _at(root, before[:-1]).setdefault(before[-1], [])
        assert last <= len(line)
        line.insert(last, value)
