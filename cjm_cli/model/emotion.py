"""How the persona feels, and the one scale on which everything is computed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from statistics import fmean
from typing import Annotated

from pydantic import BeforeValidator, model_validator

from cjm_cli.model.base import Id, Model, Number, Text
from cjm_cli.model.choices import EmotionBasis
from cjm_cli.source.scalar import Scalar

LOWEST, HIGHEST = -2.0, 2.0
"""The common scale: every computation uses it, whatever scale a project writes in."""


class Emotion(Model):
    """How the persona feels: a score, a feeling, or both. A bare number is the score, a bare text the feeling."""

    score: Number | None = None
    """From −2 (very bad) to +2 (very good), or in the project's own scale; halves are fine."""
    feeling: Text | None = None
    """A word such as "frustrated"; without a score, the lexicon gives one."""
    emoji: Text | None = None
    """A picture for the feeling, shown beside the words."""
    reason: Text | None = None
    """Why they feel so."""
    basis: EmotionBasis | None = None
    """How we know."""
    by_persona: dict[Id, "Emotion"] = {}
    """Feelings that differ between the journey's personas, by persona id."""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: object) -> object:
        if isinstance(value, Scalar):
            return {"score": value}
        return {"feeling": value} if isinstance(value, str) else value


def _as_emotions(value: object) -> object:
    return tuple(value) if isinstance(value, list) else (value,)


Emotions = Annotated[tuple[Emotion, ...], BeforeValidator(_as_emotions)]


class Scale(Model):
    """The scale in which the project writes its scores."""

    min: Number = LOWEST
    """The worst score."""
    max: Number = HIGHEST
    """The best score."""


@cache
def lexicon() -> Mapping[str, float]:
    """The feelings that every project knows, with their scores on the common scale."""
    words: dict[str, list[str]] = json.loads(files("cjm_cli.model").joinpath("feelings.json").read_text("utf-8"))
    return {word: float(score) for score, group in words.items() for word in group}


@lru_cache(maxsize=1024)
def folded(word: str) -> str:
    """A feeling as lexicons know it, however it was written."""
    return " ".join(word.casefold().split())


@dataclass(frozen=True)
class Scorer:
    """Turns what was written into a score on the common scale; nothing is guessed."""

    scale: Scale
    feelings: Mapping[str, float]
    """The project's own additions to the lexicon, in the project's scale."""

    @cached_property
    def range(self) -> tuple[float, float]:
        """The smallest and the largest score of the project's scale, whichever is the worst."""
        return min(self.scale.min, self.scale.max), max(self.scale.min, self.scale.max)

    def common(self, written: float) -> float:
        """A score of the project's scale on the common one."""
        low, high = self.scale.min, self.scale.max
        if low == high:
            return 0.0
        return LOWEST + (written - low) * (HIGHEST - LOWEST) / (high - low)

    def written(self, score: float) -> float:
        """A score of the common scale as this project writes it."""
        low, high = self.scale.min, self.scale.max
        return low + (score - LOWEST) * (high - low) / (HIGHEST - LOWEST)

    def feeling(self, word: str) -> float | None:
        """The score of a feeling, or None when no lexicon knows it."""
        key = folded(word)
        own = self.feelings.get(key)
        return lexicon().get(key) if own is None else self.common(own)

    def score(self, emotion: Emotion) -> float | None:
        """The score of one emotion; of several personas' feelings, their mean."""
        if emotion.score is not None:
            return self.common(emotion.score)
        if emotion.feeling is not None:
            return self.feeling(emotion.feeling)
        return self.mean(emotion.by_persona.values())

    def score_of(self, persona: str, emotion: Emotion) -> float | None:
        """The score of one emotion as this persona has it."""
        own = emotion.by_persona.get(persona)
        return self.score(emotion if own is None else own)

    def mean(self, emotions: Iterable[Emotion]) -> float | None:
        """The mean of those emotions that have a score."""
        scores = [score for emotion in emotions if (score := self.score(emotion)) is not None]
        # Nearly always there is one, and several rules ask for it in every cell.
        return fmean(scores) if len(scores) > 1 else next(iter(scores), None)
