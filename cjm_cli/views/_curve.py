"""The emotion curve as data: points where there is a score, a gap where there is none, and all of it in words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import fmean

from cjm_cli.model import Stage, Step
from cjm_cli.model.choices import Basis, EmotionBasis
from cjm_cli.model.columns import columns_of, emotions
from cjm_cli.model.emotion import Emotion
from cjm_cli.page.cell import Cell, Form, Item
from cjm_cli.page.page import CurveLane, Point, Series
from cjm_cli.views._before import change, earlier
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import choice, joined

GUIDES = ((2.0, "very good"), (1.0, "good"), (0.0, "neutral"), (-1.0, "bad"), (-2.0, "very bad"))
Slot = list[tuple[float, Emotion]]
"""What is felt within a column, and where in it."""
SEEN = {EmotionBasis.OBSERVED, EmotionBasis.SELF_REPORTED, EmotionBasis.INFERRED}


def curve_lane(title: str, subject: Subject) -> CurveLane | None:
    """The lane of the curve; None when nobody has said how anybody feels."""
    series = tuple(line for line in _all_series(subject) if line.runs)
    cells = tuple(emotion_cell(column, subject) for column in subject.columns)
    past: tuple[Series, ...] = ()
    if subject.baseline:
        past = tuple(line for line in _past(subject, subject.baseline) if line.runs)
        was = earlier(subject, subject.baseline)
        changes = (_change(*pair, subject) for pair in zip(was, subject.columns, strict=True))
        cells = tuple((*cell, *changed) for cell, changed in zip(cells, changes, strict=True))
    stage_cells = tuple(_stage_words(stage, subject) for stage in subject.stages)
    if not series and not past and not any(cells) and not any(stage_cells):
        return None
    return CurveLane("emotion", title, series, GUIDES, stage_cells, cells, past)


def _all_series(subject: Subject) -> Iterator[Series]:
    """One curve, or one a persona where they feel differently."""
    slots = list(_slots(subject))
    if not _differs(subject):
        yield Series("", _runs(subject, slots, None))
        return
    for id_, persona in subject.personas.items():
        yield Series(persona.name, _runs(subject, slots, id_))


def _past(subject: Subject, baseline: Subject) -> Iterator[Series]:
    """How each column feels in the baseline, where that has it."""
    slots = [list(_spread(emotions(column), at, 1)) for at, column in enumerate(earlier(subject, baseline))]
    if not _differs(baseline):
        yield Series("today", _runs(baseline, slots, None))
        return
    for id_, persona in baseline.personas.items():
        yield Series(f"{persona.name}, today", _runs(baseline, slots, id_))


def _change(before: Stage | Step | None, after: Stage | Step, subject: Subject) -> Iterator[Item]:
    scores = change(before, after, subject)
    if scores:
        was, shall = (subject.value(score) for score in scores)
        yield Item(f"was {was} → will be {shall}", Form.ASIDE)


def _differs(subject: Subject) -> bool:
    emotions = (emotion for column in [*subject.columns, *subject.stages] for emotion in column.emotion)
    return len(subject.personas) > 1 and any(emotion.by_persona for emotion in emotions)


def _runs(subject: Subject, slots: Iterable[Slot], persona: str | None) -> tuple[tuple[Point, ...], ...]:
    felt = [_points(subject, slot, persona) for slot in slots]
    return tuple(tuple(point for slot in run for point in slot) for scored, run in groupby(felt, key=bool) if scored)


def _slots(subject: Subject) -> Iterator[Slot]:
    """What is felt where: column by column, or once in the middle of a stage whose steps do not say."""
    start = 0
    for stage in subject.stages:
        columns = columns_of(stage)
        if stage.steps and stage.emotion and not any(step.emotion for step in stage.steps):
            yield list(_spread(stage.emotion, start, len(columns)))
        else:
            for index, column in enumerate(columns):
                yield list(_spread(column.emotion, start + index, 1))
        start += len(columns)


def _spread(felt: Sequence[Emotion], start: float, width: float) -> Iterator[tuple[float, Emotion]]:
    """Several feelings within one step follow each other from left to right."""
    for index, emotion in enumerate(felt):
        yield start + width * (index + 0.5) / len(felt), emotion


def _points(subject: Subject, felt: Iterable[tuple[float, Emotion]], persona: str | None) -> list[Point]:
    said = ((at, _of_persona(emotion, persona)) for at, emotion in felt)
    return [point for at, emotion in said if emotion and (point := _point(subject, at, emotion))]


def _of_persona(emotion: Emotion, persona: str | None) -> Emotion | None:
    """What a persona feels: its own, else what all do; None where only others' feelings are told."""
    if persona is None or persona in emotion.by_persona:
        return emotion.by_persona[persona] if persona else emotion
    return emotion if emotion.score is not None or emotion.feeling else None


def _point(subject: Subject, at: float, emotion: Emotion) -> Point | None:
    score = subject.catalogue.scorer.score(emotion)
    if score is None:
        return None
    return Point(
        at=at,
        score=max(-2.0, min(2.0, score)),
        value=subject.value(score),
        feeling=emotion.feeling or "",
        emoji=emotion.emoji or "",
        reason=emotion.reason or "",
        basis=choice(emotion.basis) if emotion.basis else "",
        assumed=not is_seen(emotion, subject),
    )


def is_seen(emotion: Emotion, subject: Subject) -> bool:
    """Where the feeling does not say what it rests on, the map does."""
    if emotion.basis is None:
        return subject.journey.basis is Basis.RESEARCH
    return emotion.basis in SEEN


def emotion_cell(column: Stage | Step, subject: Subject) -> Cell:
    """All that is said of how they feel, in words."""
    return tuple(item for emotion in column.emotion for item in _emotion_words(emotion, subject))


def _emotion_words(emotion: Emotion, subject: Subject) -> Iterator[Item]:
    if emotion.score is not None or emotion.feeling:
        yield _item("", emotion, subject)
    for id_, own in emotion.by_persona.items():
        yield _item(subject.actor_name(id_), own, subject)


def _item(persona: str, emotion: Emotion, subject: Subject) -> Item:
    score = subject.catalogue.scorer.score(emotion)
    words = " ".join(part for part in (emotion.emoji, emotion.feeling) if part)
    value = subject.value(score) if score is not None else "no score"
    basis = choice(emotion.basis) if emotion.basis and emotion.basis not in SEEN else None
    text = ": ".join(part for part in (persona, joined(value, words)) if part)
    return Item(text, details=tuple(part for part in (emotion.reason, basis) if part), persona=persona)


def _stage_words(stage: Stage, subject: Subject) -> Cell:
    """What a stage with steps says itself, else the mean of its steps, marked as computed."""
    if not stage.steps:
        return ()
    if stage.emotion:
        return emotion_cell(stage, subject)
    scorer = subject.catalogue.scorer
    scores = [score for step in stage.steps if (score := scorer.mean(step.emotion)) is not None]
    return (Item(subject.value(fmean(scores)), Form.ASIDE, details=("mean of its steps",)),) if scores else ()
