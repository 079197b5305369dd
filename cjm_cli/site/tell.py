"""What templates say about facts, in words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cjm_cli.site import freshness
from cjm_cli.site.atlas import Atlas, Meeting, PersonaPage, Use, lowest, mood_word, written
from cjm_cli.site.facts import Idea, JourneyFacts
from cjm_cli.site.names import address
from cjm_cli.site.sparkline import Sparkline, sparkline
from cjm_cli.summary import counted
from cjm_cli.views._words import joined

STATUSES = ("draft", "in-research", "validated", "published", "archived", "")
"""In the order of a life."""
SPREAD = (("very good", "high"), ("good", "high"), ("neutral", "neutral"), ("bad", "low"), ("very bad", "low"))
WORST = 4
"""How many of the worst moments the start page tells."""
FULL = 200
"""How long the longest bar of a spread is drawn."""


@dataclass(frozen=True)
class Telling:
    """The words, as of a day if somebody said which, in the scale of the project."""

    atlas: Atlas
    today: date | None = None

    def link(self, page: str, anchor: str = "") -> str:
        """The target of a link from the root of the site."""
        return address(page, anchor)

    def contents(self, atlas: Atlas) -> str:
        """What the project holds, in a sentence."""
        if not atlas.journeys:
            return "No journey is told yet."
        states = Counter(journey.state for journey in atlas.journeys)
        told = [f"{states['current']} as it is today", f"{states['future']} as it shall be"]
        if not (states["current"] and states["future"]):
            told = []
        steps = sum(len(journey.columns) for journey in atlas.journeys)
        how = f", {' and '.join(told)}" if told else ""
        return f"{counted(len(atlas.journeys), 'journey')}{how}, in {counted(steps, 'step')}."

    def figures(self, atlas: Atlas) -> Iterator[tuple[int, str, str]]:
        """How many there are of what, and where."""
        open_ideas = len(atlas.open_ideas)
        for number, noun, page in (
            (len(atlas.journeys), "journey", "#journeys"),
            (len(atlas.personas), "persona", "personas.html"),
            (len(atlas.touchpoints), "touchpoint", "touchpoints.html"),
            (len(atlas.pains), "pain point", "pain-points.html"),
        ):
            yield number, f"{noun}{'' if number == 1 else 's'}", page
        yield open_ideas, f"open opportunit{'y' if open_ideas == 1 else 'ies'}", "opportunities.html"

    def lifecycle(self, journey: JourneyFacts) -> list[str]:
        """Its state, its status and what it rests on."""
        state = {"current": "Today", "future": "Future state"}.get(journey.state, "")
        basis = {"research": "Rests on research", "hypothesis": "Hypothesis"}.get(journey.basis, "")
        words = (state, journey.status.replace("-", " ").capitalize(), basis)
        return [word for word in words if word]

    def rank(self, journey: JourneyFacts) -> int:
        """How far along its life it is."""
        return STATUSES.index(journey.status)

    def names(self, journey: JourneyFacts, atlas: Atlas) -> str:
        """Whose journey it is."""
        return ", ".join(atlas.personas[id_].facts.name for id_ in journey.personas if id_ in atlas.personas)

    def spark(self, journey: JourneyFacts) -> Sparkline | None:
        """Its curve for a card."""
        return sparkline(journey)

    def low(self, journey: JourneyFacts, atlas: Atlas) -> Use | None:
        """Its worst moment."""
        uses = [
            Use(journey, spot, spot.score, written(spot.score, atlas.scorer))
            for spot in journey.columns
            if spot.score is not None
        ]
        return next(iter(lowest(uses)), None)

    def worst(self, atlas: Atlas) -> list[Use]:
        """The worst moments of the project; no journey has a second one there while another has none."""
        seen: dict[str, int] = {}
        ranked = []
        for place, use in enumerate(atlas.worst):
            seen[use.journey.page] = seen.get(use.journey.page, 0) + 1
            ranked.append((seen[use.journey.page], place, use))
        chosen = sorted(ranked, key=lambda one: one[:2])[:WORST]
        return [use for _, _, use in sorted(chosen, key=lambda one: one[1])]

    def counts(self, journey: JourneyFacts) -> str:
        """What is on its map."""
        moments = sum(spot.moment is not None for spot in journey.spots)
        ideas = sum(idea.is_open for idea in journey.ideas)
        return joined(
            counted(len(journey.columns), "step"),
            counted(len(journey.pains), "pain point") if journey.pains else None,
            f"{ideas} open opportunit{'y' if ideas == 1 else 'ies'}" if ideas else None,
            f"{moments} moment{'' if moments == 1 else 's'} of truth" if moments else None,
        )

    def day(self, written_day: str) -> str:
        """A date in words."""
        return freshness.day_in_words(written_day) if written_day else ""

    def fresh(self, journey: JourneyFacts) -> str:
        """When it was reviewed, and until when that holds."""
        return joined(freshness.reviewed(journey.freshness), freshness.holds(journey.freshness, self._day(journey)))

    def _day(self, journey: JourneyFacts) -> date | None:
        """An archived map is reviewed no more."""
        return None if journey.status == "archived" else self.today

    def overdue(self, journey: JourneyFacts) -> bool:
        """Whether its review is late on the day that was given."""
        return freshness.is_overdue(journey.freshness, self._day(journey))

    def as_of(self, atlas: Atlas) -> str:
        """How many reviews are late, where somebody said what day it is."""
        if self.today is None:
            return ""
        late = sum(map(self.overdue, atlas.journeys))
        number = "no review is" if not late else f"{late} review{' is' if late == 1 else 's are'}"
        return f"As of {self.day(self.today.isoformat())}, {number} overdue."

    def by_persona(self, atlas: Atlas) -> list[tuple[PersonaPage | None, Sequence[JourneyFacts]]]:
        """Journeys by whose they are, then by how far along their life."""
        groups: list[tuple[PersonaPage | None, Sequence[JourneyFacts]]] = [
            (persona, self._ordered(persona.journeys)) for persona in atlas.personas.values() if persona.journeys
        ]
        others = [journey for journey in atlas.journeys if not journey.personas]
        return [*groups, (None, self._ordered(others))] if others else groups

    def _ordered(self, journeys: Sequence[JourneyFacts]) -> list[JourneyFacts]:
        """As it is before as it shall be, the most mature first, archived ones last."""
        return sorted(
            journeys,
            key=lambda journey: (journey.status == "archived", journey.state == "future", -self.rank(journey)),
        )

    def estimate(self, idea: Idea) -> str:
        """Impact, effort, status and owner."""
        impact = f"impact {idea.impact} of 5" if idea.impact else None
        effort = f"effort {idea.effort} of 5" if idea.effort else None
        return joined(impact, effort, idea.status, idea.owner) or "not estimated yet"

    def mean(self, score: float) -> str:
        """A mean in the project's scale and in a word."""
        return f"{written(score, self.atlas.scorer)}, {mood_word(score)}"

    def journeys(self, persona: PersonaPage) -> str:
        """How many journeys are theirs."""
        return counted(len(persona.journeys), "journey") if persona.journeys else "No journey yet"

    def pains(self, place: Meeting) -> int:
        """How many pain points are felt there."""
        return sum(len(use.spot.pains) for use in place.uses)

    def about(self, place: Meeting) -> str:
        """How much a place is used, and how it feels there on the whole."""
        if not place.uses:
            return "No journey passes by yet."
        used = f"Used in {counted(len(place.uses), 'step')} of {counted(len(place.journeys), 'journey')}."
        if place.mean is None:
            return f"{used} Nobody has said how it feels today."
        return f"{used} On the whole it feels {mood_word(place.mean)}: {written(place.mean, self.atlas.scorer)} on average."

    def spread(self, place: Meeting) -> list[tuple[str, int, int, str]]:
        """How often it feels how, with the length of a bar."""
        found = Counter(map(mood_word, place.scores))
        most = max(found.values())
        return [(word, found[word], round(FULL * found[word] / most), kind) for word, kind in SPREAD]

    def board(self, atlas: Atlas) -> str:
        """How many there are, and how far they have come."""
        if not atlas.ideas:
            return "No opportunity is written down yet."
        found = Counter(row.idea.status or "without a status" for row in atlas.ideas)
        order = ("idea", "planned", "in progress", "done", "rejected", "without a status")
        told = ", ".join(_some(found[status], status) for status in order if found[status])
        number = len(atlas.ideas)
        return f"{number} opportunit{'y' if number == 1 else 'ies'}: {told}."

    def missing(self, atlas: Atlas) -> str:
        """How many open ones have no place on the board."""
        number = sum(not (row.idea.impact and row.idea.effort) for row in atlas.open_ideas)
        return f"{number} not estimated yet, in the table only" if number else ""

    def register(self, atlas: Atlas) -> str:
        """How many there are, and how many nobody answers."""
        if not atlas.pains:
            return "No pain point is written down yet."
        bare = sum(not row.answers and not row.pain.accepted for row in atlas.pains)
        answer = "each with an answer" if not bare else f"{bare} of them without an answer"
        return f"{counted(len(atlas.pains), 'pain point')}, {answer}."


def _some(number: int, status: str) -> str:
    return counted(number, status) if status == "idea" else f"{number} {status}"
