"""What stands in a cell of each lane."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cjm_cli.model import Stage, Step
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.experience import Experience, Failure, Metric, Opportunity, PainPoint, ServiceAction
from cjm_cli.model.references import item_id
from cjm_cli.model.scores import number
from cjm_cli.page.cell import Cell, Form, Item, Tone
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import choice, joined

Column = Stage | Step
Fill = Callable[[Column, Subject], Iterable[Item]]


def fill(key: str, column: Column, subject: Subject) -> Cell:
    """The cell of a lane for a step, or for what a stage says itself."""
    return tuple(_own(key, column) if key.startswith("x-") else _FILLS[key](column, subject))


def _own(key: str, column: Column) -> Iterable[Item]:
    value = column.own.get(key)
    values = value if isinstance(value, list) else [] if value is None else [value]
    return (Item(plain(item)) for item in values if item is not None)


def plain(value: Any) -> str:
    """The user's own value as a text."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {plain(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(plain(item) for item in value if item is not None)
    return "" if value is None else str(value)


def _texts(field: str, form: Form = Form.TEXT) -> Fill:
    return lambda column, subject: (Item(text, form) for text in getattr(column, field))


def _actions(column: Column, subject: Subject) -> Iterable[Item]:
    if isinstance(column, Stage):
        return [Item(text) for text in column.actions]
    return [Item(column.action)] if column.action and column.name else []


def _goal(column: Column, subject: Subject) -> Iterable[Item]:
    return [Item(column.goal)] if isinstance(column, Step) and column.goal else []


def _touchpoints(column: Column, subject: Subject) -> Iterable[Item]:
    return (Item(subject.catalogue.touchpoint_name(touchpoint)) for touchpoint in column.touchpoints)


def channel_pills(column: Column, subject: Subject) -> Iterable[Item]:
    """The channels that are named, then those that the touchpoints live in; each once."""
    catalogue = subject.catalogue
    through = (catalogue.touchpoint_channel(touchpoint) for touchpoint in column.touchpoints)
    names = {catalogue.channel_name(text): text for text in (*column.channels, *through) if text}
    return (channel_pill(text, catalogue) for text in names.values())


def channel_pill(text: str, catalogue: Catalogue) -> Item:
    """A channel by its name, with the icon of its kind."""
    return Item(catalogue.channel_name(text), Form.PILL, icon=catalogue.channel_kind(text) or "channel")


def _quotes(column: Column, subject: Subject) -> Iterable[Item]:
    return (Item(quote.text, Form.QUOTE, details=_details(quote.source)) for quote in column.quotes)


def _details(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _pain_points(column: Column, subject: Subject) -> Iterable[Item]:
    return (_pain_point(pain, subject) for pain in column.pain_points)


def _pain_point(pain: PainPoint, subject: Subject) -> Item:
    return Item(
        pain.text,
        Form.CARD,
        Tone.PAIN,
        subject.pain_numbers.get(item_id(pain), ""),
        pain_point_details(pain),
    )


def pain_point_details(pain: PainPoint) -> tuple[str, ...]:
    """How bad it is, how often, why, and why nothing is done about it."""
    severity = f"severity {pain.severity} of 5" if pain.severity else None
    accepted = f"accepted: {pain.accepted}" if pain.accepted else None
    return _details(joined(severity, pain.frequency), pain.cause and f"because: {pain.cause}", accepted)


def _gains(column: Column, subject: Subject) -> Iterable[Item]:
    return (Item(gain.text) for gain in column.gains)


def _opportunities(column: Column, subject: Subject) -> Iterable[Item]:
    return (_opportunity(opportunity, subject) for opportunity in column.opportunities)


def _opportunity(opportunity: Opportunity, subject: Subject) -> Item:
    answered = (subject.pain_numbers[pain] for pain in opportunity.addresses if pain in subject.pain_numbers)
    owner = subject.catalogue.owner_name(opportunity.owner)
    return Item(
        opportunity.text,
        Form.CARD,
        Tone.OPPORTUNITY,
        ", ".join(sorted(answered, key=int)),
        opportunity_details(opportunity, owner),
    )


def opportunity_details(opportunity: Opportunity, owner: str | None = None) -> tuple[str, ...]:
    """Who takes it on and how far it has come, what it brings and costs, where it is tracked."""
    impact = f"impact {opportunity.impact}" if opportunity.impact else None
    effort = f"effort {opportunity.effort}" if opportunity.effort else None
    status = choice(opportunity.status) if opportunity.status else None
    due = f"due {opportunity.due}" if opportunity.due else None
    return _details(joined(owner, status, due), joined(impact, effort), opportunity.ticket)


def _service(field: str) -> Fill:
    def filled(column: Column, subject: Subject) -> Iterable[Item]:
        actions: tuple[ServiceAction, ...] = getattr(column, field)
        return (Item(action.text, details=_details(_who(action, subject))) for action in actions)

    return filled


def _who(action: ServiceAction, subject: Subject) -> str:
    team = subject.catalogue.owner_name(action.team)
    return joined(subject.actor_name(action.actor) if action.actor else None, team, action.system)


def _failures(column: Column, subject: Subject) -> Iterable[Item]:
    return (_failure(failure, subject) for failure in column.failures)


def _failure(failure: Failure, subject: Subject) -> Item:
    recovery = f"then: {failure.recovery}" if failure.recovery else None
    owner = subject.catalogue.owner_name(failure.owner)
    return Item(failure.text, details=_details(recovery, owner))


def _metrics(column: Column, subject: Subject) -> Iterable[Item]:
    return (metric_item(metric, subject) for metric in column.metrics)


def metric_item(metric: Metric, subject: Subject) -> Item:
    """A figure with its target, its unit and what it rests on."""
    shared = subject.catalogue.shared_metric(metric)
    name = metric.name or (shared.name if shared else metric.id) or (choice(metric.kind) if metric.kind else "")
    unit = metric.unit or (shared.unit if shared else None)
    value = None if metric.value is None else _with_unit(metric.value, unit)
    target = None if metric.target is None else f"target {_with_unit(metric.target, unit)}"
    count = None if metric.n is None else f"n = {metric.n}"
    return Item(name, details=_details(joined(value, target), joined(count, metric.as_of, metric.source)))


def _with_unit(value: float | str, unit: str | None) -> str:
    return f"{number(value)} {unit}" if unit else number(value)


def _images(column: Column, subject: Subject) -> Iterable[Item]:
    return (Item(image.alt or image.src, details=_details(image.caption)) for image in column.images)


def _evidence(column: Column, subject: Subject) -> Iterable[Item]:
    return (Item(subject.evidence_title(id_)) for id_ in column.evidence)


def _notes(column: Experience, subject: Subject) -> Iterable[Item]:
    return [Item(column.notes)] if column.notes else []


_FILLS: Mapping[str, Fill] = {
    "actions": _actions,
    "goal": _goal,
    "needs": _texts("needs"),
    "thoughts": _texts("thoughts", Form.THOUGHT),
    "questions": _texts("questions", Form.THOUGHT),
    "touchpoints": _touchpoints,
    "channels": channel_pills,
    "quotes": _quotes,
    "pain_points": _pain_points,
    "gains": _gains,
    "opportunities": _opportunities,
    "frontstage": _service("frontstage"),
    "backstage": _service("backstage"),
    "support": _service("support"),
    "failures": _failures,
    "barriers": _texts("barriers"),
    "metrics": _metrics,
    "images": _images,
    "evidence": _evidence,
    "events": _texts("events"),
    "notes": _notes,
}
