"""Stages and steps as the head of a map."""

from collections.abc import Iterator

from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import StepKind
from cjm_cli.model.references import item_id
from cjm_cli.page.page import Column, Group
from cjm_cli.views._subject import Subject, columns_of
from cjm_cli.views._words import choice


def group_of(stage: Stage, subject: Subject) -> Group:
    """A stage over its columns."""
    return Group(
        id=item_id(stage) if stage.name else "",
        title=stage.name,
        goal=stage.goal or "",
        remarks=tuple(remark for remark in (stage.phase and choice(stage.phase), stage.duration) if remark),
        columns=tuple(column_of(column, subject) for column in columns_of(stage)),
        moment=subject.moment(stage) if stage.steps else None,
    )


def column_of(column: Stage | Step, subject: Subject) -> Column:
    """A step, or a stage that has none."""
    if isinstance(column, Stage):
        return Column(item_id(column), "", moment=subject.moment(column))
    return Column(item_id(column), column.title, tuple(remarks(column, subject)), subject.moment(column))


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
