"""What stages and steps are called in addresses: names from their ids, so that a link outlives what is added around it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjm_cli.model import Stage
from cjm_cli.model.references import item_id
from cjm_cli.source import slug


class Anchors(NamedTuple):
    """The address of a stage, and those of its columns; a stage without steps is its own column."""

    stage: str
    columns: tuple[str, ...]


def anchors(stages: Sequence[Stage]) -> list[Anchors]:
    """`pay/confirm` for a step, `stages/pay` for a stage, `steps/confirm` for a step without one: each only once."""
    taken: dict[str, int] = {}
    return [_of_stage(index, stage, taken) for index, stage in enumerate(stages, 1)]


def _of_stage(index: int, stage: Stage, taken: dict[str, int]) -> Anchors:
    name = slug(item_id(stage)) or f"stage-{index}" if stage.name else "steps"
    own = _unique(f"stages/{name}", taken)
    return Anchors(own, tuple(_of_steps(name, stage, taken)) or (own,))


def _of_steps(stage: str, parent: Stage, taken: dict[str, int]) -> Iterator[str]:
    for index, step in enumerate(parent.steps, 1):
        yield _unique(f"{stage}/{slug(item_id(step)) or f'step-{index}'}", taken)


def _unique(anchor: str, taken: dict[str, int]) -> str:
    """The first of several with the same address keeps it."""
    taken[anchor] = taken.get(anchor, 0) + 1
    return anchor if taken[anchor] == 1 else f"{anchor}~{taken[anchor]}"
