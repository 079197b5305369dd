"""The facts of all journeys, linked: who goes where, what is met where, what hurts, and what could be done about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from statistics import fmean

from cjm_cli.model.emotion import Scorer
from cjm_cli.model.scores import signed
from cjm_cli.site.facts import Idea, JourneyFacts, Met, Pain, PersonaFacts, Spot
from cjm_cli.site.names import address
from cjm_cli.source.slug import slug

MOODS = ((1.5, "very good"), (0.5, "good"), (-0.5, "neutral"), (-1.5, "bad"))
LOW = -1.0
"""From here on a moment is bad enough to be called one of the worst."""


def mood_word(score: float) -> str:
    """A score as people say it; in the middle of two words, the stronger."""
    if score < 0:
        return next((word for least, word in MOODS if score > least), "very bad")
    return next(word for least, word in MOODS if score >= least)


@dataclass(frozen=True)
class Use:
    """A step of a journey, where something is met or felt."""

    journey: JourneyFacts
    spot: Spot
    score: float | None = None
    value: str = ""

    @property
    def href(self) -> str:
        """Where it is on the map."""
        return address(self.journey.page, self.spot.anchor)

    @property
    def mood(self) -> str:
        """How it feels, in a word."""
        return "" if self.score is None else mood_word(self.score)


@dataclass(frozen=True)
class Meeting:
    """A touchpoint or a channel with all steps that use it."""

    key: str
    name: str
    page: str
    uses: tuple[Use, ...]
    kind: str = ""
    owner: str = ""
    url: str = ""
    channel: "Met | None" = None

    @cached_property
    def scores(self) -> tuple[float, ...]:
        """How it feels there today, as far as it is known; what is hoped for would hide it."""
        return tuple(use.score for use in self.uses if use.score is not None and use.journey.is_today)

    @property
    def mean(self) -> float | None:
        """How it feels there today on the whole."""
        return fmean(self.scores) if self.scores else None

    @property
    def journeys(self) -> tuple[JourneyFacts, ...]:
        """The journeys that pass by."""
        return tuple({use.journey.page: use.journey for use in self.uses}.values())


@dataclass(frozen=True)
class PersonaPage:
    """A persona with the journeys that are theirs."""

    facts: PersonaFacts
    page: str
    journeys: tuple[JourneyFacts, ...]
    lows: tuple[Use, ...]
    highs: tuple[Use, ...]


@dataclass(frozen=True)
class PainRow:
    """A line of the register of pain points: of a journey's step, or of a persona."""

    number: int
    anchor: str
    pain: Pain
    use: Use | None = None
    persona: PersonaFacts | None = None
    answers: tuple["IdeaRow", ...] = ()


@dataclass(frozen=True)
class IdeaRow:
    """A line of the board of opportunities."""

    number: int
    anchor: str
    idea: Idea
    use: Use


@dataclass(frozen=True)
class Atlas:
    """All that a site shows."""

    name: str
    language: str
    scorer: Scorer
    journeys: tuple[JourneyFacts, ...]
    personas: Mapping[str, PersonaPage]
    touchpoints: Mapping[str, Meeting]
    channels: Mapping[str, Meeting]
    pains: tuple[PainRow, ...]
    ideas: tuple[IdeaRow, ...]

    @cached_property
    def answered(self) -> Mapping[int, tuple[PainRow, ...]]:
        """The pain points that each opportunity answers, by its number."""
        found: dict[int, list[PainRow]] = {}
        for row in self.pains:
            for idea in row.answers:
                found.setdefault(idea.number, []).append(row)
        return {number: tuple(rows) for number, rows in found.items()}

    @cached_property
    def worst(self) -> tuple[Use, ...]:
        """The lowest moments of today, the decisive ones first."""
        return lowest(felt(self.journeys, self.scorer))

    @property
    def open_ideas(self) -> tuple[IdeaRow, ...]:
        """What could be done."""
        return tuple(row for row in self.ideas if row.idea.is_open)


def written(score: float, scorer: Scorer) -> str:
    """A score of the common scale as the project writes it."""
    return signed(scorer.written(score), plus=scorer.scale.min < 0)


def felt(journeys: Iterable[JourneyFacts], scorer: Scorer, persona: str = "") -> list[Use]:
    """The steps of today of which a feeling is told: that of one persona, or of all."""
    return [
        Use(journey, spot, score, spot.value if score == spot.score else written(score, scorer))
        for journey in journeys
        if journey.is_today
        for spot in journey.columns
        if (score := dict(spot.by_persona).get(persona, spot.score)) is not None
    ]


def lowest(uses: Iterable[Use]) -> tuple[Use, ...]:
    """The bad ones, the worst first; of equals those that decide, then those that somebody speaks of."""
    bad = [use for use in uses if use.score is not None and use.score <= LOW]
    return tuple(sorted(bad, key=lambda use: (use.score, *_weight(use))))


def highest(uses: Iterable[Use]) -> tuple[Use, ...]:
    """The good ones, the best first."""
    good = [use for use in uses if use.score is not None and use.score >= -LOW]
    return tuple(sorted(good, key=lambda use: (-(use.score or 0), *_weight(use))))


def _weight(use: Use) -> tuple[object, ...]:
    voice = use.spot.voice
    spoken = ("quote", "thought", "reason").index(voice.kind) if voice else 3
    return use.spot.moment is None, spoken, use.journey.title, use.journey.page


def uses_of(journeys: Iterable[JourneyFacts], met: Callable[[Spot], Iterable[Met]]) -> dict[str, list[tuple[Met, Use]]]:
    """Every place that is met, by its key, with the steps in which it is."""
    found: dict[str, list[tuple[Met, Use]]] = {}
    for journey in journeys:
        for spot in journey.spots:
            use = Use(journey, spot, spot.score, spot.value)
            for one in met(spot):
                found.setdefault(one.key, []).append((one, use))
    return found


def idea_rows(journeys: Iterable[JourneyFacts]) -> tuple[IdeaRow, ...]:
    """Every opportunity, numbered: the open ones that do much for little first."""
    found = [(idea, use) for use in _all(journeys) for idea in use.spot.ideas]
    found.sort(key=lambda pair: _promise(*pair))
    anchors = _Anchors()
    return tuple(
        IdeaRow(number, anchors.give(use.journey.page, idea.id), idea, use)
        for number, (idea, use) in enumerate(found, 1)
    )


def _promise(idea: Idea, use: Use) -> tuple[object, ...]:
    estimated = idea.impact is None or idea.effort is None
    gain = (idea.impact or 0) - (idea.effort or 0)
    return not idea.is_open, estimated, -gain, -(idea.impact or 0), idea.text, use.journey.page, use.spot.anchor


def pain_rows(
    journeys: tuple[JourneyFacts, ...], personas: Iterable[PersonaFacts], ideas: Iterable[IdeaRow]
) -> tuple[PainRow, ...]:
    """Every pain point of journeys and personas, numbered, the gravest first, with what answers it."""
    answers = _answers(journeys, ideas)
    found = [((use.journey.page, pain.id), pain, use, None) for use in _all(journeys) for pain in use.spot.pains]
    told = [((f"persona {one.id}", pain.id), pain, None, one) for one in personas for pain in one.pains]
    every: list[tuple[tuple[str, str], Pain, Use | None, PersonaFacts | None]] = [*found, *told]
    every.sort(key=lambda row: (-(row[1].severity or 0), row[3] is not None, row[1].text, row[0]))
    anchors, numbers = _Anchors(), count(1)
    return tuple(
        PainRow(next(numbers), anchors.give(*key), pain, use, persona, answers.get(key, ()))
        for key, pain, use, persona in every
    )


def _all(journeys: Iterable[JourneyFacts]) -> Iterator[Use]:
    for journey in journeys:
        for spot in journey.spots:
            yield Use(journey, spot, spot.score, spot.value)


def _answers(
    journeys: tuple[JourneyFacts, ...], ideas: Iterable[IdeaRow]
) -> Mapping[tuple[str, str], tuple[IdeaRow, ...]]:
    """What answers a pain point: of the journey itself, else of its personas, else of the journey that it improves."""
    pains = {(journey.page, pain.id) for journey in journeys for pain in journey.pains}
    pages = {journey.id: journey.page for journey in journeys}
    found: dict[tuple[str, str], tuple[IdeaRow, ...]] = {}
    for row in ideas:
        journey = row.use.journey
        of_personas = [f"persona {persona}" for persona in journey.personas]
        for pain in row.idea.addresses:
            own, before = (journey.page, pain), (pages.get(journey.based_on, ""), pain)
            keys = [own] if own in pains else [before] if before in pains else [(one, pain) for one in of_personas]
            for key in keys:
                found[key] = (*found.get(key, ()), row)
    return found


class _Anchors:
    """Addresses on a page, each given once; they come from ids, so that a link outlives what is added."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def give(self, page: str, id_: str) -> str:
        """The first of several with the same address keeps it."""
        anchor = f"{slug(page.removeprefix('journeys/').removesuffix('.html'))}/{slug(id_) or 'item'}"
        self._taken[anchor] = self._taken.get(anchor, 0) + 1
        times = self._taken[anchor]
        return anchor if times == 1 else f"{anchor}~{times}"
