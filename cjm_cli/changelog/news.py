"""From a difference to what a customer notices of it: where they meet us, what they go through, and how that feels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm_cli.difference.difference import Change, Compared, Difference, Kind
from cjm_cli.model import Journey
from cjm_cli.model.choices import OpportunityStatus
from cjm_cli.reviews import _words as words
from cjm_cli.reviews._told import told

ADDED, REMOVED, MOVED, CHANGED = "Added", "Removed", "Moved", "Changed"
BETTER, WORSE, PAIN, SOLVED, DONE = "Better", "Worse", "New pain point", "Resolved", "Done"
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


def news(difference: Difference, *, everything: bool) -> tuple[News, ...]:
    """Journeys of which there is something to tell; with `everything`, whatever changed, in whatever."""
    found = [_news(one, everything=everything) for one in difference.compared if everything or one.entity == "journey"]
    return tuple(one for one in found if one.items)


def _news(compared: Compared, *, everything: bool) -> News:
    items = dict.fromkeys(_items(compared, everything=everything))
    side = compared.new or compared.old
    is_planned = isinstance(side, Journey) and side.state == "future"
    return News(compared.entity, compared.id, words.title(compared), tuple(items), is_planned)


def _items(compared: Compared, *, everything: bool) -> Iterator[Item]:
    state = words.state(compared)
    if state is not None:
        yield Item(_KINDS[state], f"the {compared.entity}" if compared.entity != "project" else "the settings")
        return
    yield from _structure(compared.changes)
    if compared.entity == "journey":
        yield from _experience(compared)
    if everything:
        yield from (Item(_KINDS[change.kind], _whole(change)) for change in compared.changes if not _is_told(change))


def _structure(changes: Sequence[Change]) -> Iterator[Item]:
    """What came first, then what went, then what moved or is met elsewhere."""
    for kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
        for change in changes:
            if change.kind is kind and change.entity in NOTICED and _is_told(change):
                yield Item(_KINDS[kind], _thing(change))
    for change in changes:
        if change.kind is Kind.CHANGED and _is_told(change) and change.field == "channel":
            yield Item(CHANGED, _whole(change))


def _experience(compared: Compared) -> Iterator[Item]:
    for felt in words.moved(compared):
        verdict = words.better(felt)
        if felt.moved and verdict:
            yield Item(BETTER if verdict == "better" else WORSE, f"{_quoted(felt.name)}: {words.change_of(felt)}")
    found = compared.summary
    yield from (Item(PAIN, text) for text in found.opened)
    yield from (Item(SOLVED, text) for text in found.resolved)
    done = OpportunityStatus.DONE.value
    yield from (Item(DONE, move.text) for move in found.ideas if move.after == done != move.before)


def _is_told(change: Change) -> bool:
    """Whether it is told already as what customers notice: by itself, or in what it did to the curve and the rest."""
    if change.kind in (Kind.ADDED, Kind.REMOVED) and change.entity == "pain point":
        return True
    if change.kind in (Kind.ADDED, Kind.REMOVED, Kind.MOVED):
        return change.entity in NOTICED
    return change.kind is Kind.CHANGED and change.entity in MEETING and change.field == "channel"


def _thing(change: Change) -> str:
    return f"{change.entity} {_quoted(change.name)}{_where(change)}"


def _whole(change: Change) -> str:
    return f"{told(change)}{_where(change)}"


def _where(change: Change) -> str:
    """In which stage or step, and why its impact is what it is."""
    return f" in {_quoted(change.within[-1])}" if change.within else ""


def _quoted(name: str) -> str:
    return f"“{name}”"
