"""From a difference to what a customer notices of it: where they meet us, what they go through, and how that feels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cjm_cli.difference import words
from cjm_cli.difference.difference import Change, Compared, Difference, Impact, Kind
from cjm_cli.model import Journey, Project
from cjm_cli.model.catalogue import id_of
from cjm_cli.model.choices import OpportunityStatus, State

ADDED, REMOVED, MOVED, CHANGED = "Added", "Removed", "Moved", "Changed"
BETTER, WORSE, OPENED, RESOLVED, DONE = "Better", "Worse", "Opened", "Resolved", "Done"
MEETING = {"touchpoint", "channel"}
"""Where customers meet us."""
NOTICED = {"stage", "step", *MEETING}
"""What they notice when it comes, goes or moves."""
_KINDS = {Kind.ADDED: ADDED, Kind.REMOVED: REMOVED, Kind.MOVED: MOVED, Kind.RENAMED: CHANGED, Kind.CHANGED: CHANGED}


@dataclass(frozen=True)
class Item:
    """One line: what it is about in a word, then what happened."""

    what: str
    text: str


@dataclass(frozen=True)
class News:
    """What there is to tell of one journey, persona or project."""

    entity: str
    id: str
    title: str
    items: tuple[Item, ...]
    is_planned: bool = False
    """Whether it is a journey as it shall be, so that no customer noticed anything yet."""


def names_of(*projects: Project) -> Mapping[str, str]:
    """What people call the channels and touchpoints that journeys refer to by an id."""
    channels = {id_of(channel): channel.name for project in projects for channel in project.channels}
    return channels | {id_of(point): point.name for project in projects for point in project.touchpoints}


def news(difference: Difference, names: Mapping[str, str], *, everything: bool) -> tuple[News, ...]:
    """Journeys of which there is something to tell; with `everything`, whatever changed, in whatever."""
    shown = [one for one in difference.compared if everything or one.entity == "journey"]
    found = [_news(one, names, everything=everything) for one in shown]
    return tuple(one for one in found if one.items)


def _news(compared: Compared, names: Mapping[str, str], *, everything: bool) -> News:
    items = dict.fromkeys(_items(compared, names, everything=everything))
    side = compared.new or compared.old
    is_planned = isinstance(side, Journey) and side.state is State.FUTURE
    return News(compared.entity, compared.id, compared.title or compared.id, tuple(items), is_planned)


def _items(compared: Compared, names: Mapping[str, str], *, everything: bool) -> Iterator[Item]:
    if compared.old is None or compared.new is None:
        yield Item(ADDED if compared.old is None else REMOVED, f"the {compared.entity}")
        return
    changes = [_named(change, names) for change in compared.changes]
    if compared.entity == "journey":
        yield from _structure(changes)
        yield from _experience(compared)
    if everything:
        is_journey = compared.entity == "journey"
        rest = (change for change in changes if not (is_journey and _is_told(change)))
        yield from (Item(_KINDS[change.kind], _whole(change)) for change in rest)


def _named(change: Change, names: Mapping[str, str]) -> Change:
    """With the name that people know, where it is only referred to."""
    return replace(change, name=names.get(change.name, change.name)) if change.entity in MEETING else change


def _structure(changes: Sequence[Change]) -> Iterator[Item]:
    """What came first, then what went, then what moved."""
    for kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
        for change in changes:
            if change.kind is kind and change.entity in NOTICED:
                yield Item(_KINDS[kind], _whole(change))


def _experience(compared: Compared) -> Iterator[Item]:
    for felt in compared.summary.curve:
        verdict = words.better(felt) if felt.moved else ""
        if verdict:
            yield Item(
                BETTER if verdict == "better" else WORSE,
                f"{_quoted(felt.name)}: {felt.before_text} → {felt.after_text}",
            )
    found = compared.summary
    yield from (Item(OPENED, f"pain point {_quoted(text)}") for text in found.opened)
    yield from (Item(RESOLVED, f"pain point {_quoted(text)}") for text in found.resolved)
    done = OpportunityStatus.DONE.value
    came = (move for move in found.ideas if move.after == done != move.before)
    yield from (Item(DONE, f"opportunity {_quoted(move.text)}") for move in came)


def _is_told(change: Change) -> bool:
    """Whether it is told already as what customers notice: by itself, or in what it did to feelings and pain points."""
    if change.kind is Kind.CHANGED:
        return change.field == "emotion" and change.impact is not Impact.PATCH
    noticed = NOTICED if change.kind is Kind.MOVED else {*NOTICED, "pain point"}
    return change.kind is not Kind.RENAMED and change.entity in noticed


def _whole(change: Change) -> str:
    if change.kind in (Kind.CHANGED, Kind.RENAMED):
        place = " › ".join((*change.within, *([change.name] if change.field and change.name else [])))
        return f"{place}: {words.told(change)}" if place else words.told(change)
    where = f" in {_quoted(change.within[-1])}" if change.within else ""
    return f"{change.entity} {_quoted(change.name)}{where}"


def _quoted(name: str) -> str:
    return f'"{words.shortened(name)}"'
