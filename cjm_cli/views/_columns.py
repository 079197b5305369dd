"""Stages and steps as the head of a map."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import StepKind
from cjm_cli.model.columns import columns_of
from cjm_cli.page.page import Column, Group
from cjm_cli.views._anchors import Anchors
from cjm_cli.views._subject import Subject
from cjm_cli.views._who import concerned
from cjm_cli.views._words import choice


def groups(subject: Subject) -> tuple[Group, ...]:
    """Every stage over its columns."""
    return tuple(group_of(*found, subject) for found in zip(subject.stages, subject.anchors, strict=True))


def group_of(stage: Stage, anchors: Anchors, subject: Subject) -> Group:
    """A stage over its columns."""
    columns = zip(columns_of(stage), anchors.columns, strict=True)
    return Group(
        id=anchors.stage if stage.name else "",
        title=stage.name,
        goal=stage.goal or "",
        remarks=tuple(remark for remark in (stage.phase and choice(stage.phase), stage.duration) if remark),
        columns=tuple(_column(column, anchor, subject) for column, anchor in columns),
        moment=subject.moment(stage) if stage.steps else None,
    )


def _column(column: Stage | Step, anchor: str, subject: Subject) -> Column:
    """A step, or a stage that has none."""
    moment, personas = subject.moment(column), concerned(column, subject)
    if isinstance(column, Stage):
        return Column(anchor, "", moment=moment, personas=personas)
    return Column(anchor, column.title, tuple(remarks(column, subject)), moment, personas)


def remarks(step: Step, subject: Subject) -> Iterator[str]:
    """What sort of step it is, who does it, how long it takes."""
    if step.actor and subject.actor_name(step.actor) not in {p.name for p in subject.personas.values()}:
        yield subject.actor_name(step.actor)
    if step.kind and step.kind is not StepKind.ACTION and not (step.kind is StepKind.WAIT and step.wait):
        yield choice(step.kind)
    if step.duration:
        yield step.duration
    if step.wait:
        yield f"waits {step.wait}"
    if step.optional:
        yield "optional"
