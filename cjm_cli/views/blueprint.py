"""The service blueprint: what the customer does, what they meet, and what stands behind it, with who does what."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import ActorKind
from cjm_cli.model.experience import ServiceAction
from cjm_cli.page.cell import Cell, Form, Item
from cjm_cli.page.figures import Card, Cards
from cjm_cli.page.page import Block, Divider, Grid, Lane, Page, Row
from cjm_cli.views._cells import fill
from cjm_cli.views._columns import groups
from cjm_cli.views._header import brief_header, facts, small_footer
from cjm_cli.views._page import page_of
from cjm_cli.views._subject import Placed, Subject
from cjm_cli.views._words import joined
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

ROWS = {
    "touchpoints": "What they meet",
    "channels": "Channels",
    "actions": "Customer does",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support",
    "failures": "May fail",
}
SERVICE = {"frontstage": "on the stage", "backstage": "behind the stage", "support": "in support"}
OTHERS = {ActorKind.EMPLOYEE, ActorKind.PARTNER, ActorKind.SYSTEM}
LINES = {
    "frontstage": ("Line of interaction",),
    "backstage": ("Line of interaction", "Line of visibility"),
    "support": ("Line of interaction", "Line of visibility", "Line of internal interaction"),
}
"""The lines above each row of the service, from the top."""


def arrange(entry: JourneyEntry, workspace: Workspace) -> Page:
    """The blueprint of a journey that the workspace holds."""
    subject = Subject(entry.id, workspace.read(entry), workspace)
    return page_of(subject, "blueprint", tuple(_blocks(subject)))


def _blocks(subject: Subject) -> Iterator[Block]:
    journey = subject.journey
    found = facts(("Scenario", journey.scenario), ("Trigger", journey.trigger), ("Outcome", journey.outcome))
    yield brief_header(subject, "Service blueprint", found)
    yield Grid(groups(subject), tuple(_rows(subject)))
    duties = tuple(_duties(subject))
    if duties:
        yield Cards("Who does what", duties)
    yield small_footer(subject)


def _rows(subject: Subject) -> Iterator[Row]:
    """The rows that hold anything, each line once and above the first row that lies beyond it."""
    drawn: set[str] = set()
    for key, title in ROWS.items():
        row = Lane(
            key,
            title,
            tuple(_cell(key, stage, subject) if stage.steps else () for stage in subject.stages),
            tuple(_cell(key, column, subject) for column in subject.columns),
        )
        if row.has_stage_cells or any(row.cells):
            yield from (Divider(line) for line in LINES.get(key, ()) if line not in drawn)
            drawn.update(LINES.get(key, ()))
            yield row


def _cell(key: str, column: Stage | Step, subject: Subject) -> Cell:
    """As on the map, but with who does it first; a step of somebody else than the customer is done on the stage."""
    if key == "actions":
        return () if _others_step(column, subject) else fill(key, column, subject)
    if key not in SERVICE:
        return fill(key, column, subject)
    return tuple(_deed(action, subject) for action in _actions(key, column, subject))


def _others_step(column: Stage | Step, subject: Subject) -> ServiceAction | None:
    """What an employee, a partner or a system does before the customer's eyes in a step of its own."""
    if isinstance(column, Stage) or not column.actor or column.actor in subject.personas:
        return None
    if subject.actor_kind(column.actor) not in OTHERS:
        return None
    return ServiceAction(text=column.action or column.title, actor=column.actor)


def _actions(key: str, column: Stage | Step, subject: Subject) -> tuple[ServiceAction, ...]:
    found: tuple[ServiceAction, ...] = getattr(column, key)
    step = _others_step(column, subject) if key == "frontstage" else None
    return (step, *found) if step else found


def _deed(action: ServiceAction, subject: Subject) -> Item:
    system = (action.system,) if action.system else ()
    return Item(action.text, Form.SERVICE, details=(_who(action, subject), *system))


def _who(action: ServiceAction, subject: Subject) -> str:
    """The one who acts, and the team that answers for it."""
    return joined(*dict.fromkeys((_actor(action, subject), _team(action, subject))))


def _actor(action: ServiceAction, subject: Subject) -> str | None:
    return subject.actor_name(action.actor) if action.actor else None


def _team(action: ServiceAction, subject: Subject) -> str | None:
    return subject.catalogue.owner_name(action.team)


# Who does what


def _duties(subject: Subject) -> Iterator[Card]:
    """A card for everybody who does anything, in the order of their first deed; last what nobody is named for."""
    duties: dict[str, list[Item]] = {}
    teams: dict[str, str] = {}
    for key, placed, action in _deeds(subject):
        actor, team = _actor(action, subject), _team(action, subject)
        name = actor or team or ""
        duties.setdefault(name, []).append(_duty(key, action, placed))
        if team and team != name:
            teams.setdefault(name, team)
    unnamed = duties.pop("", [])
    for name, items in duties.items():
        yield Card(name, teams.get(name, ""), tuple(items))
    if unnamed:
        yield Card("Nobody named", items=tuple(unnamed))


def _deeds(subject: Subject) -> Iterator[tuple[str, Placed, ServiceAction]]:
    for placed in subject.placed_with_stages:
        for key in SERVICE:
            for action in _actions(key, placed.column, subject):
                yield key, placed, action


def _duty(key: str, action: ServiceAction, placed: Placed) -> Item:
    return Item(action.text, Form.BULLET, details=(joined(placed.title, SERVICE[key], action.system),))
