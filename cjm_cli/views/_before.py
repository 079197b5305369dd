"""What a future map improves: the columns of the journey that it is based on, beside its own."""

from collections.abc import Iterator

from cjm_cli.model import Stage
from cjm_cli.model.columns import Column, columns_of, emotions
from cjm_cli.model.references import item_id
from cjm_cli.views._subject import Subject


def earlier(subject: Subject, baseline: Subject) -> list[Column | None]:
    """For each column what it was: the step of the same id, in a stage of the same id if there is one, or the stage."""
    known: dict[tuple[str, str], Column] = {}
    for stage in baseline.stages:
        known.setdefault((item_id(stage), ""), stage)
        for step in stage.steps:
            known.setdefault((item_id(stage), item_id(step)), step)
            known.setdefault(("", item_id(step)), step)
    return [_found(known, stage, column) for stage in subject.stages for column in columns_of(stage)]


def _found(known: dict[tuple[str, str], Column], stage: Stage, column: Column) -> Column | None:
    if isinstance(column, Stage):
        return known.get((item_id(stage), ""))
    return known.get((item_id(stage), item_id(column))) or known.get(("", item_id(column)))


def gone(subject: Subject, baseline: Subject) -> Iterator[Column]:
    """The columns of the baseline that no column here is the future of."""
    kept = [one for one in earlier(subject, baseline) if one is not None]
    for stage in baseline.stages:
        if not any(one is stage for one in kept):
            yield from (column for column in columns_of(stage) if not any(column is one for one in kept))


def change(before: Column | None, after: Column, subject: Subject) -> tuple[float, float] | None:
    """The scores that it was and will be; None when one is not known, or they are the same."""
    scorer = subject.catalogue.scorer
    was, shall = scorer.mean(emotions(before)), scorer.mean(emotions(after))
    return None if was is None or shall is None or round(was, 1) == round(shall, 1) else (was, shall)
