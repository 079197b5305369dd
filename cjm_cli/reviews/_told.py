"""A change in words."""

from cjm_cli.difference.difference import Change, Data, Kind


def told(change: Change) -> str:
    """What happened, in one line."""
    thing = f'{change.entity} "{change.name}"'
    match change.kind:
        case Kind.ADDED:
            return f"{thing} added"
        case Kind.REMOVED:
            return f"{thing} removed"
        case Kind.MOVED:
            return f"{thing} moved"
        case Kind.RENAMED:
            return f"{thing} renamed: {text(change.before)} → {text(change.after)}"
        case Kind.CHANGED:
            return f"{thing}, {change.field or 'all of it'}: {text(change.before)} → {text(change.after)}"


def text(data: Data) -> str:
    """A value as people read it."""
    if isinstance(data, str):
        return data
    if isinstance(data, dict):
        return ", ".join(f"{key}: {text(value)}" for key, value in data.items())
    if isinstance(data, list | tuple):
        return ", ".join(map(text, data))
    return "–" if data is None else str(data)
