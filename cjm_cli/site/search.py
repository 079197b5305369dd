"""What the search of a site knows, small enough to lie in its page: a line for each thing that can be found."""

import json
from collections.abc import Iterator

from cjm_cli.characters import show_hidden
from cjm_cli.site.atlas import Atlas
from cjm_cli.site.names import address

Line = tuple[int, str, str, str, str]
"""Its kind, its name, where it belongs, where it leads, other words that it is found by."""

KINDS = ("Journey", "Persona", "Touchpoint", "Channel", "Step", "Pain point", "Opportunity")


def lines(atlas: Atlas) -> Iterator[Line]:
    """All that can be found, kind by kind."""
    names = {id_: persona.facts.name for id_, persona in atlas.personas.items()}
    for journey in atlas.journeys:
        whose = ", ".join(names[id_] for id_ in journey.personas if id_ in names)
        words = f"{journey.summary} {journey.goal} {journey.words}"
        yield 0, journey.title, whose, address(journey.page), words
    for persona in atlas.personas.values():
        facts = persona.facts
        yield 1, facts.name, facts.role, address(persona.page), f"{facts.summary} {facts.quote} {facts.words}"
    for kind, places in ((2, atlas.touchpoints), (3, atlas.channels)):
        for place in places.values():
            yield kind, place.name, place.channel.name if place.channel else "", address(place.page), place.owner
    yield from _steps(atlas)
    for row in atlas.pains:
        where = row.use.journey.title if row.use else row.persona.name if row.persona else ""
        yield 5, row.pain.text, where, address("pain-points.html", row.anchor), row.pain.cause
    for idea in atlas.ideas:
        words = f"{idea.idea.owner} {idea.idea.ticket} {' '.join(idea.idea.solutions)}"
        yield 6, idea.idea.text, idea.use.journey.title, address("opportunities.html", idea.anchor), words


def _steps(atlas: Atlas) -> Iterator[Line]:
    for journey in atlas.journeys:
        for spot in journey.columns:
            yield 4, spot.title, journey.title, address(journey.page, spot.anchor), f"{spot.stage} {spot.words}"


def as_json(atlas: Atlas) -> str:
    """The lines as JSON in which nothing can end the element that holds it."""
    shown = [[_shown(value) for value in line] for line in lines(atlas)]
    text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
    return text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})


def _shown(value: int | str) -> int | str:
    return show_hidden(" ".join(value.split())) if isinstance(value, str) else value
