"""The columns of a map, and what is felt in them."""

from collections.abc import Sequence
from typing import TypeAlias

from cjm_cli.model.emotion import Emotion
from cjm_cli.model.stage import Stage, Step

Column: TypeAlias = Stage | Step


def columns_of(stage: Stage) -> tuple[Column, ...]:
    """The columns beneath a stage."""
    return stage.steps or (stage,)


def emotions(column: Column | None) -> Sequence[Emotion]:
    """What is felt there; a stage that says nothing itself feels as its steps do, one after the other."""
    if column is None or column.emotion or isinstance(column, Step):
        return column.emotion if column else ()
    return [emotion for step in column.steps for emotion in step.emotion]
