"""The workspace becomes an atlas: a pass over its journeys, then what they share."""

from collections.abc import Iterable, Mapping
from itertools import chain

from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.emotion import Scorer
from cjm_cli.site.atlas import Atlas, Meeting, PersonaPage, Use, felt, highest, idea_rows, lowest, pain_rows, uses_of
from cjm_cli.site.facts import JourneyFacts, Met, PersonaFacts
from cjm_cli.site.gather import channel_met, persona_of_file
from cjm_cli.site.names import stems
from cjm_cli.workspace.workspace import Workspace

UNNAMED = "Customer journeys"
"""What a project is called that has no name."""


def atlas_of(journeys: Iterable[JourneyFacts], workspace: Workspace) -> Atlas:
    """All facts, linked."""
    ordered = tuple(sorted(journeys, key=lambda journey: (journey.title, journey.page)))
    scorer = workspace.catalogue.scorer
    personas = _personas(ordered, workspace)
    ideas = idea_rows(ordered)
    return Atlas(
        name=workspace.project.name or UNNAMED,
        language=workspace.project.language or "en",
        scorer=scorer,
        journeys=ordered,
        personas=_persona_pages(personas, ordered, scorer),
        touchpoints=_touchpoints(ordered, workspace.catalogue),
        channels=_channels(ordered, personas.values(), workspace.catalogue),
        pains=pain_rows(ordered, personas.values(), ideas),
        ideas=ideas,
    )


def _personas(journeys: Iterable[JourneyFacts], workspace: Workspace) -> Mapping[str, PersonaFacts]:
    """Everybody, by id; a file says more of them than what a journey says in passing."""
    found: dict[str, PersonaFacts] = {}
    for entry in workspace.personas.values():
        if entry.model:
            found[entry.id] = persona_of_file(entry.id, entry.model, workspace)
    for persona in chain.from_iterable(journey.described for journey in journeys):
        found.setdefault(persona.id, persona)
    return dict(sorted(found.items(), key=lambda item: (item[1].name, item[0])))


def _persona_pages(
    personas: Mapping[str, PersonaFacts], journeys: Iterable[JourneyFacts], scorer: Scorer
) -> Mapping[str, PersonaPage]:
    names = stems(personas)
    theirs: dict[str, list[JourneyFacts]] = {}
    for journey in journeys:
        for id_ in journey.personas:
            theirs.setdefault(id_, []).append(journey)
    found = {}
    for id_, facts in personas.items():
        moments = felt(theirs.get(id_, ()), scorer, id_)
        page = f"personas/{names[id_]}.html"
        found[id_] = PersonaPage(facts, page, tuple(theirs.get(id_, ())), lowest(moments), highest(moments))
    return found


def _touchpoints(journeys: Iterable[JourneyFacts], catalogue: Catalogue) -> Mapping[str, Meeting]:
    met = uses_of(journeys, lambda spot: spot.touchpoints)
    shared = catalogue.touchpoints
    named = {key: [Met(key, entry.name)] for key, entry in shared.items()}
    names = stems({*met, *named})
    found = {}
    for key, name in _named(met, named).items():
        entry = shared.get(key)
        found[key] = Meeting(
            key=key,
            name=name,
            page=f"touchpoints/{names[key]}.html",
            uses=_uses(met.get(key, ())),
            owner=(catalogue.owner_name(entry.owner) if entry else None) or "",
            url=(entry.url if entry else None) or "",
            channel=channel_met(entry.channel, catalogue) if entry and entry.channel else None,
        )
    return found


def _channels(
    journeys: Iterable[JourneyFacts], personas: Iterable[PersonaFacts], catalogue: Catalogue
) -> Mapping[str, Meeting]:
    met = uses_of(journeys, lambda spot: spot.channels)
    named = {key: [Met(key, entry.name)] for key, entry in catalogue.channels.items()}
    through = (entry.channel for entry in catalogue.touchpoints.values() if entry.channel)
    for one in (*(channel_met(text, catalogue) for text in through), *(c for p in personas for c in p.channels)):
        named.setdefault(one.key, [one])
    names = stems({*met, *named})
    return {
        key: Meeting(
            key=key,
            name=name,
            page=f"channels/{names[key]}.html",
            uses=_uses(met.get(key, ())),
            kind=catalogue.channel_kind(key) or "",
        )
        for key, name in _named(met, named).items()
    }


def _named(met: Mapping[str, list[tuple[Met, Use]]], named: Mapping[str, list[Met]]) -> dict[str, str]:
    """What each place is called, by its key, in the order of the names."""
    names = {key: uses[0][0].name for key, uses in met.items()} | {key: ones[0].name for key, ones in named.items()}
    return dict(sorted(names.items(), key=lambda item: (item[1], item[0])))


def _uses(met: Iterable[tuple[Met, Use]]) -> tuple[Use, ...]:
    """As it is before as it shall be."""
    return tuple(sorted((use for _, use in met), key=lambda use: not use.journey.is_today))
