"""The way to a value in words: `stages[pay] › steps[confirm] › emotion`."""

from typing import Any

from cjm_cli.source.slug import slug
from cjm_cli.span import Route

SEPARATOR = " › "
_LONGEST = 40
_NAMES = ("name", "title", "text", "action")


def logical(data: Any, route: Route) -> str:
    """Keys as segments, list items by what an author calls them."""
    segments: list[str] = []
    for step in route:
        if isinstance(step, str):
            segments.append(step)
            data = data.get(step) if isinstance(data, dict) else data
            continue
        if isinstance(data, list):
            data = data[step] if 0 <= step < len(data) else None
        name = f"[{_label(data) or f'#{step + 1}'}]"
        segments[-1:] = [segments[-1] + name] if segments else [name]
    return SEPARATOR.join(segments)


def plain(path: str) -> str:
    """A logical path as it is written in settings and baselines: `stages[pay]/steps[confirm]`."""
    return "/".join(segment.strip() for segment in path.replace("›", "/").split("/"))


def is_beneath(path: str, part: str) -> bool:
    """Whether a logical path leads to a part of the data, or further; everything lies beneath the empty path."""
    path = plain(path)
    return not part or path == part or path.startswith((f"{part}/", f"{part}["))


def _label(item: Any) -> str:
    """What an item is called, or nothing."""
    if isinstance(item, str):
        return _clipped(slug(item))
    if not isinstance(item, dict):
        return ""
    name = item.get("id")
    if isinstance(name, str) and name.strip():
        return _clipped(" ".join(name.split()))
    texts = (item.get(key) for key in _NAMES)
    return next((_clipped(slug(text)) for text in texts if isinstance(text, str) and slug(text)), "")


def _clipped(name: str) -> str:
    return name[:_LONGEST].strip("-")
