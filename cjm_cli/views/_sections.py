"""What has no room on the map but belongs to it: read beneath it, step by step and source by source."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.model.evidence import Evidence, Validation
from cjm_cli.model.scores import number
from cjm_cli.page.page import Fact, Section
from cjm_cli.views._beyond import beyond
from cjm_cli.views._cells import fill, metric_item
from cjm_cli.views._changes import changes
from cjm_cli.views._header import facts
from cjm_cli.views._persona import persona_section
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import choice, joined

BESIDE_THE_MAP = ("goal", "evidence", "events", "notes")
"""Lanes that a map only shows when it asks for them."""


def sections(subject: Subject) -> Iterator[Section]:
    """What it changes, about the map and its personas, its evidence, and what each step says beside the map."""
    personas = (persona_section(persona, subject) for persona in subject.personas.values())
    for section in (*changes(subject), _about(subject), *personas, _evidence(subject), *_columns(subject)):
        if section.facts:
            yield section


def _about(subject: Subject) -> Section:
    journey, scope = subject.journey, subject.journey.scope
    return Section(
        "About this map",
        facts(
            ("Objective", journey.objective),
            ("Covers", *(scope.inside if scope else ())),
            ("Leaves out", *(scope.out if scope else ())),
            ("Based on", journey.based_on),
            ("Zooms into", journey.parent),
            ("Other actors", *(joined(actor.name, actor.role) for actor in journey.actors)),
            ("Figures", *journey_figures(subject)),
            ("Validated", *(_validation(record) for record in journey.validated)),
            ("Contributors", *journey.contributors),
            ("Links", *(joined(link.title, link.url) for link in journey.links)),
            ("Tags", *journey.tags),
        ),
    )


def journey_figures(subject: Subject) -> Iterator[str]:
    """The metrics of the whole journey, each on one line."""
    items = (metric_item(metric, subject) for metric in subject.journey.metrics)
    return (joined(item.text, *item.details) for item in items)


def _validation(record: Validation) -> str:
    participants = None if record.participants is None else f"{number(record.participants)} participants"
    return joined(record.date, record.by, record.method, participants)


def _evidence(subject: Subject) -> Section:
    return Section("Evidence", facts(*((source.title, *_source(source)) for source in subject.journey.evidence)))


def _source(source: Evidence) -> Iterator[str]:
    sample = None if source.sample is None else number(source.sample)
    yield joined(choice(source.type).capitalize() if source.type else None, source.collected, sample) or "–"
    for label, text in (("Method", source.method), ("Consent", source.consent), ("Expires", source.expires)):
        if text:
            yield f"{label}: {text}"
    for place in (source.url, source.file):
        if place:
            yield place


def _columns(subject: Subject) -> Iterator[Section]:
    elsewhere = {lane.key for lane in subject.lanes}
    for stage, anchors in zip(subject.stages, subject.anchors, strict=True):
        yield Section(stage.name, _details(stage, subject, elsewhere), anchors.stage)
        for step, anchor in zip(stage.steps, anchors.columns, strict=False):
            yield Section(step.title, _details(step, subject, elsewhere), anchor)


def _details(column: Stage | Step, subject: Subject, elsewhere: set[str]) -> tuple[Fact, ...]:
    beside = [
        (key.capitalize(), *(item.text for item in fill(key, column, subject)))
        for key in BESIDE_THE_MAP
        if key not in elsewhere
    ]
    ways = _ways(column, subject) if isinstance(column, Step) else ()
    owner = subject.catalogue.owner_name(column.owner) if isinstance(column, Stage) else None
    detailed = column.journey if isinstance(column, Step) else None
    return facts(
        ("Description", column.description),
        ("Owner", owner),
        *beside,
        *beyond(column, subject),
        ("Solutions", *(text for item in column.opportunities for text in item.solutions)),
        ("Goes on", *ways),
        ("Detailed in", detailed),
    )


def _ways(step: Step, subject: Subject) -> Iterator[str]:
    """Where it goes on from a step, on what condition, and for how many."""
    for way in step.next:
        share = None if way.share is None else f"{number(way.share)} %"
        yield joined(f"to {subject.step_title(way.to)}", way.when, share)
