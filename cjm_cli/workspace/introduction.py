"""What the other files of a project need to know of one: its id, what it refers to, and whose journey it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cjm_cli.model import Journey, Persona
from cjm_cli.model.catalogue import id_of
from cjm_cli.model.references import Anatomy, Reference, Target
from cjm_cli.workspace.load import Loaded
from cjm_cli.workspace.source_file import JOURNEY, PERSONA, SourceFile

ACROSS_FILES = {Target.PERSONA, Target.JOURNEY}
"""What stands in another file."""

Mentioned = frozenset[tuple[Target, str]]
"""Ids that something refers to."""


class JourneyEntry(NamedTuple):
    """What other files need to know of a journey."""

    id: str
    source: SourceFile
    references: tuple[Reference, ...] = ()
    """Those that lead to other files."""
    personas: frozenset[str] = frozenset()
    """Ids of the personas that the journey describes itself."""
    sound: bool = True


class PersonaEntry(NamedTuple):
    """A persona with a file of its own; without its model when the file holds mistakes."""

    id: str
    source: SourceFile
    model: Persona | None = None


@dataclass(frozen=True)
class Introduction:
    """A file's entry, where its kind is known; which ids it mentions; whether it could be understood."""

    entry: JourneyEntry | PersonaEntry | None
    mentioned: Mentioned
    understood: bool


def introduced(loaded: Loaded) -> Introduction:
    """What others need to know of a file that was read."""
    understood = loaded.model is not None
    if loaded.kind == JOURNEY:
        return Introduction(_journey_entry(loaded), _mentioned_by_journey(loaded), understood)
    if loaded.kind == PERSONA:
        persona = loaded.model if isinstance(loaded.model, Persona) else None
        entry = PersonaEntry(loaded.id, loaded.source, persona)
        return Introduction(entry, _mentioned_by_persona(persona), understood)
    return Introduction(None, frozenset(), understood)


def _journey_entry(loaded: Loaded) -> JourneyEntry:
    journey = loaded.model if isinstance(loaded.model, Journey) else None
    across = tuple(_leading_away(loaded.anatomy)) if loaded.anatomy else ()
    own = frozenset(_inline_personas(journey)) if journey else frozenset[str]()
    return JourneyEntry(loaded.id, loaded.source, across, own, journey is not None)


def _mentioned_by_journey(loaded: Loaded) -> Mentioned:
    made = loaded.anatomy.references if loaded.anatomy else ()
    return frozenset([(reference.target, reference.id) for reference in made])


def _mentioned_by_persona(persona: Persona | None) -> Mentioned:
    if persona is None:
        return frozenset()
    channels = ((Target.CHANNEL, channel) for channel in persona.channels)
    return frozenset((*channels, (Target.TEAM, persona.owner or "")))


def _leading_away(anatomy: Anatomy) -> Iterator[Reference]:
    """Those that only the whole project can resolve: pain points may be those of a persona or of the baseline."""
    own = {defined.id for defined in anatomy.definitions if defined.target is Target.PAIN_POINT}
    for reference in anatomy.references:
        is_lost = reference.target is Target.PAIN_POINT and reference.id not in own
        if (is_lost or reference.target in ACROSS_FILES) and reference.must_resolve:
            yield reference


def _inline_personas(journey: Journey) -> Iterator[str]:
    return (id_of(p) for _, p in journey.all_personas if isinstance(p, Persona))
