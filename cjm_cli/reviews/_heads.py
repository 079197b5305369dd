"""What became of the heads of a map: its stages and its steps."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from cjm_cli.page.cell import Fate, Mark, Moment
from cjm_cli.page.page import Column, Group

Thing = TypeVar("Thing")


def head_mark(
    was: Thing | None, now: Thing | None, told: Callable[[Thing], Mapping[str, str]], note: str
) -> Mark | None:
    """What became of a stage or a step; of one that is changed, each part of it that stood otherwise."""
    if was is None or now is None:
        return Mark(Fate.REMOVED, note="removed") if now is None else Mark(Fate.ADDED, note="new")
    before, after = told(was), told(now)
    changed = tuple(text or f"no {part}" for part, text in before.items() if text != after[part])
    if note:
        return Mark(Fate.MOVED, changed, note)
    return Mark(Fate.CHANGED, changed) if changed else None


def group_told(group: Group) -> Mapping[str, str]:
    """What stands at the head of a stage."""
    return {
        "name": group.title,
        "goal": group.goal,
        "remark": " · ".join(group.remarks),
        "moment of truth": _moment_told(group.moment),
    }


def column_told(column: Column) -> Mapping[str, str]:
    """What stands at the head of a step."""
    return {
        "name": column.title,
        "remark": " · ".join(column.remarks),
        "moment of truth": _moment_told(column.moment),
    }


def _moment_told(moment: Moment | None) -> str:
    if moment is None:
        return ""
    importance = f"importance {moment.importance} of 5" if moment.importance else ""
    return " · ".join(filter(None, ("Moment of truth", moment.reason, importance)))
