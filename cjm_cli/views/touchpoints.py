"""Touchpoints and channels: which of them serves which stage, and where customers have to switch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm_cli.model.experience import Touchpoint
from cjm_cli.page.cell import Cell, Form, Item
from cjm_cli.page.page import Block, Grid, Group, Lane, Page
from cjm_cli.summary import counted
from cjm_cli.views._anchors import Anchors
from cjm_cli.views._cells import channel_pills
from cjm_cli.views._columns import group_of
from cjm_cli.views._header import brief_header, facts, small_footer
from cjm_cli.views._page import page_of
from cjm_cli.views._subject import Placed, Subject
from cjm_cli.workspace.introduction import JourneyEntry
from cjm_cli.workspace.workspace import Workspace

NO_CHANNEL = "channel not named"


@dataclass(frozen=True)
class Switch:
    """The channels change between two steps: none of those before goes on."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    at: str


@dataclass(frozen=True)
class Met:
    """A touchpoint, or a channel for which none is named, with the channel it lives in and who answers for it."""

    name: str
    channel: str
    owner: str = ""


def arrange(entry: JourneyEntry, workspace: Workspace) -> Page:
    """The touchpoints of a journey that the workspace holds."""
    subject = Subject(entry.id, workspace.read(entry), workspace)
    return page_of(subject, "touchpoints", tuple(_blocks(subject)))


def _blocks(subject: Subject) -> Iterator[Block]:
    switches = _switches(subject)
    met = _met(subject)
    yield brief_header(subject, "Touchpoints and channels", facts(*_counts(subject, met, switches)))
    lanes = [_channels(subject), _switch_lane(subject, switches), *_touchpoints(subject, met, switches)]
    rows = tuple(lane for lane in lanes if any(lane.cells))
    groups = tuple(_group(index, subject) for index in range(len(subject.stages)))
    yield Grid(groups, rows, is_matrix=True)
    yield small_footer(subject)


def _counts(
    subject: Subject, met: Mapping[Met, list[Placed]], switches: Mapping[int, Switch]
) -> Iterator[tuple[str, ...]]:
    channels = {channel for index in range(len(subject.placed)) for channel in _channel_names(index, subject)}
    touchpoints = [one for one in met if one.name != one.channel]
    if channels or touchpoints:
        yield "Breadth", f"{counted(len(touchpoints), 'touchpoint')} in {counted(len(channels), 'channel')}"
    if channels:
        times = "once" if len(switches) == 1 else f"{len(switches)} times" if switches else "never"
        yield "Channel changes", f"{times} in {counted(len(subject.placed), 'step')}"
    busiest = max(met, key=lambda one: len(met[one]), default=None)
    if busiest and len(met[busiest]) > 1:
        yield "Met most often", f"{busiest.name}, at {counted(len(met[busiest]), 'step')}"
    served = {placed.number for places in met.values() for placed in places}
    yield "Without a touchpoint", *(stage.name for i, stage in enumerate(subject.stages) if i not in served)


def _group(index: int, subject: Subject) -> Group:
    """A stage with one column for all of its steps."""
    stage = subject.stages[index]
    anchor = subject.anchors[index].stage
    whole = group_of(stage.model_copy(update={"steps": ()}), Anchors(anchor, (anchor,)), subject)
    return Group(whole.id, whole.title, whole.goal, whole.remarks, whole.columns)


# Channels and where they change


def _channel_names(index: int, subject: Subject) -> tuple[str, ...]:
    return tuple(pill.text for pill in channel_pills(subject.placed[index].column, subject))


def _switches(subject: Subject) -> dict[int, Switch]:
    """By the place of the step that begins with it; steps that name no channel are passed over."""
    found: dict[int, Switch] = {}
    before: tuple[str, ...] = ()
    for index, placed in enumerate(subject.placed):
        after = _channel_names(index, subject)
        if before and after and not set(before) & set(after):
            found[index] = Switch(before, after, placed.title)
        before = after or before
    return found


def _spans(subject: Subject) -> list[list[int]]:
    """For each stage, the places of its columns."""
    spans, first = [], 0
    for stage in subject.stages:
        count = len(stage.steps) or 1
        spans.append([*range(first, first + count)])
        first += count
    return spans


def _lane(key: str, title: str, cells: tuple[Cell, ...], remarks: tuple[str, ...] = ()) -> Lane:
    return Lane(key, title, ((),) * len(cells), cells, remarks)


def _channels(subject: Subject) -> Lane:
    """The channels of each stage, each once, and what the stage says itself with those of its steps."""
    cells = []
    for stage, span in zip(subject.stages, _spans(subject), strict=True):
        columns = [stage, *(subject.placed[index].column for index in span)]
        cells.append(tuple(dict.fromkeys(pill for column in columns for pill in channel_pills(column, subject))))
    return _lane("channels", "Channels", tuple(cells))


def _switch_lane(subject: Subject, switches: Mapping[int, Switch]) -> Lane:
    cells = tuple(tuple(_said(switches[i]) for i in span if i in switches) for span in _spans(subject))
    return _lane("switches", "Switches", cells)


def _said(switch: Switch) -> Item:
    text = f"⇄ From {' and '.join(switch.before)} to {' and '.join(switch.after)}"
    return Item(text, Form.MARK, details=(f"at: {switch.at}",))


# Touchpoints


def _met(subject: Subject) -> dict[Met, list[Placed]]:
    """Who is met where; those of one channel follow each other, in the order in which customers come to them."""
    found: dict[Met, list[Placed]] = {}
    for placed in subject.placed_with_stages:
        for one in _of(placed, subject):
            found.setdefault(one, []).append(placed)
    order = list(dict.fromkeys(one.channel for one in found))
    return {one: found[one] for one in sorted(found, key=lambda one: order.index(one.channel))}


def _of(placed: Placed, subject: Subject) -> Iterator[Met]:
    column = placed.column
    met = [_touchpoint(touchpoint, placed, subject) for touchpoint in column.touchpoints]
    yield from dict.fromkeys(met)
    for text in column.channels:
        name = subject.catalogue.channel_name(text)
        if name not in {one.channel for one in met}:
            yield Met(name, name)


def _touchpoint(touchpoint: Touchpoint, placed: Placed, subject: Subject) -> Met:
    """A touchpoint that names no channel lives in that of its step, where there is just one."""
    catalogue = subject.catalogue
    shared = catalogue.shared_touchpoint(touchpoint)
    channel = catalogue.touchpoint_channel(touchpoint)
    if channel is None and len(placed.column.channels) == 1:
        (channel,) = placed.column.channels
    owner = catalogue.owner_name(touchpoint.owner or (shared.owner if shared else None))
    name = catalogue.channel_name(channel) if channel else NO_CHANNEL
    return Met(catalogue.touchpoint_name(touchpoint), name, owner or "")


def _touchpoints(subject: Subject, met: Mapping[Met, list[Placed]], switches: Mapping[int, Switch]) -> Iterator[Lane]:
    switched = {id(subject.placed[index].column): switch for index, switch in switches.items()}
    for number, (one, places) in enumerate(met.items(), 1):
        cells = tuple(
            tuple(_mark(placed, switched.get(id(placed.column)), one) for placed in places if placed.number == index)
            for index in range(len(subject.stages))
        )
        channel = one.channel if one.channel != one.name else "no touchpoint named"
        owner = f"owned by {one.owner}" if one.owner else ""
        yield _lane(f"touchpoint-{number}", one.name, cells, tuple(text for text in (channel, owner) if text))


def _mark(placed: Placed, switch: Switch | None, met: Met) -> Item:
    """The step at which it is met, and where one comes from when the channel changes there."""
    if switch is None or met.channel not in switch.after:
        return Item(placed.title, Form.MARK)
    return Item(placed.title, Form.MARK, details=(f"⇄ switch from {' and '.join(switch.before)}",))
