"""A persona on a page of their own: who they are, what they want, what hurts, and what we know it from."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cjm_cli.model import Journey, Persona
from cjm_cli.model.catalogue import Catalogue
from cjm_cli.model.choices import Basis, Status
from cjm_cli.model.references import Target, item_id
from cjm_cli.page.cell import Form, Item, Tone
from cjm_cli.page.figures import Card, Cards
from cjm_cli.page.page import Badge, Block, Fact, Footer, Page, Profile
from cjm_cli.source import slug
from cjm_cli.views._cells import channel_pill, pain_point_details, plain
from cjm_cli.views._header import facts, initials
from cjm_cli.views._persona import source_line
from cjm_cli.views._theme import theme_of
from cjm_cli.views._words import choice, joined
from cjm_cli.workspace.introduction import JourneyEntry, PersonaEntry
from cjm_cli.workspace.workspace import Workspace


def arrange(entry: PersonaEntry, workspace: Workspace) -> Page:
    """The page of one persona. Raises ValueError when its file could not be understood."""
    if entry.model is None:
        raise ValueError(entry.id)
    persona = entry.model
    return Page(
        id=f"{slug(entry.id) or 'somebody'}-persona",
        title=f"{persona.name}: persona",
        description=persona.summary or joined(persona.name, persona.role or persona.segment),
        language=workspace.project.language or "en",
        blocks=tuple(_blocks(persona, entry, workspace)),
        theme=theme_of(workspace),
    )


def _blocks(persona: Persona, entry: PersonaEntry, workspace: Workspace) -> Iterator[Block]:
    yield _profile(persona)
    cards = (*_cards(persona, workspace.catalogue), *_journeys(entry, workspace), *_known(persona))
    yield Cards("", tuple(card for card in cards if card.items))
    yield Footer((), facts(("Owner", workspace.catalogue.owner_name(persona.owner)), ("Reviewed", persona.reviewed)))


def _profile(persona: Persona) -> Profile:
    return Profile(
        kind="Persona",
        name=persona.name,
        initials=initials(persona.name),
        role=persona.role or persona.segment or "",
        summary=persona.summary or "",
        quote=persona.quote or "",
        badges=tuple(_badges(persona)),
        facts=(
            *facts(
                ("They are", choice(persona.kind) if persona.kind else None),
                ("Segment", persona.segment if persona.role else None),
            ),
            *_open_facts(persona.demographics),
            *_open_facts(persona.attributes),
            *facts(("Tags", ", ".join(persona.tags))),
        ),
    )


def _open_facts(given: Mapping[str, Any]) -> Iterator[Fact]:
    """The user's own keys, as people write them."""
    return (Fact(_label(key), (plain(value),)) for key, value in given.items() if plain(value))


def _label(key: str) -> str:
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]


def _badges(persona: Persona) -> Iterator[Badge]:
    if persona.basis is Basis.HYPOTHESIS:
        yield Badge("Hypothesis", "what the team believes, not yet checked with customers", ribbon=True)
    if persona.basis is Basis.RESEARCH:
        yield Badge("Based on research")
    if persona.status is Status.ARCHIVED:
        yield Badge("Archived", "kept for the record, no longer maintained", ribbon=True)
    elif persona.status:
        yield Badge(choice(persona.status).capitalize())


# The cards


def _cards(persona: Persona, catalogue: Catalogue) -> Iterator[Card]:
    evidence = {item_id(source): source.title for source in persona.evidence}
    pains = (_bullet(p.text, *pain_point_details(p), *_titles(p.evidence, evidence)) for p in persona.pain_points)
    gains = (_bullet(gain.text, *_titles(gain.evidence, evidence)) for gain in persona.gains)
    yield _card("Goals", persona.goals)
    yield _card("Needs", persona.needs)
    yield _card("Jobs to be done", persona.jobs)
    yield Card("Pain points", items=tuple(pains), tone=Tone.PAIN)
    yield Card("Gains", items=tuple(gains))
    yield _card("Motivations", persona.motivations)
    yield _card("Fears", persona.fears)
    yield _card("Behaviours", persona.behaviours)
    yield Card("Channels", items=tuple(channel_pill(channel, catalogue) for channel in persona.channels))
    yield _card("Devices", persona.devices)
    yield _card("Accessibility", persona.accessibility)


def _card(title: str, texts: Iterable[str]) -> Card:
    return Card(title, items=tuple(map(_bullet, texts)))


def _bullet(text: str, *details: str) -> Item:
    return Item(text, Form.BULLET, details=details)


def _titles(ids: Iterable[str], evidence: Mapping[str, str]) -> tuple[str, ...]:
    found = ", ".join(evidence.get(id_, id_) for id_ in ids)
    return (f"evidence: {found}",) if found else ()


def _known(persona: Persona) -> Iterator[Card]:
    """What the persona rests on."""
    data = (_bullet(f"{_label(key)}: {plain(value)}") for key, value in persona.data.items())
    yield Card("What we know", items=(*data, *(_bullet(source_line(source)) for source in persona.evidence)))
    photo = persona.photo
    if photo:
        yield _card("Portrait", [joined(photo.caption, photo.alt, photo.src)])


# Their journeys


def _journeys(entry: PersonaEntry, workspace: Workspace) -> Iterator[Card]:
    theirs = (other for other in workspace.entries if _is_theirs(entry, other))
    yield Card("Journeys", items=tuple(_journey(workspace.read(other)) for other in theirs))


def _is_theirs(entry: PersonaEntry, other: JourneyEntry) -> bool:
    """Whether a journey says that it is theirs; of an inline persona, the one that describes them."""
    if other.source == entry.source:
        return True
    refers = ((reference.target, reference.id, reference.route[0]) for reference in other.references)
    return any(
        target is Target.PERSONA and id_ == entry.id and where in ("persona", "personas")
        for target, id_, where in refers
    )


def _journey(journey: Journey) -> Item:
    return _bullet(journey.title, *((journey.goal,) if journey.goal else ()))
