"""What is known of a persona beyond the card above the map."""

from collections.abc import Iterator, Mapping
from typing import Any

from cjm_cli.model import Persona
from cjm_cli.model.evidence import Evidence
from cjm_cli.model.experience import Gain, Image, PainPoint
from cjm_cli.model.scores import number
from cjm_cli.page.page import Section
from cjm_cli.views._cells import pain_point_details, plain
from cjm_cli.views._header import facts
from cjm_cli.views._subject import Subject
from cjm_cli.views._words import choice, joined


def persona_section(persona: Persona, subject: Subject) -> Section:
    """Everything that helps to picture the persona, and what it rests on."""
    catalogue = subject.catalogue
    found = facts(
        ("Segment", persona.segment if persona.role else None),
        ("Jobs", *persona.jobs),
        ("Motivations", *persona.motivations),
        ("Fears", *persona.fears),
        ("Behaviours", *persona.behaviours),
        ("Pain points", *(_pain_point(pain, subject) for pain in persona.pain_points)),
        ("Gains", *(_gain(gain, subject) for gain in persona.gains)),
        ("Channels", *(catalogue.channel_name(channel) for channel in persona.channels)),
        ("Devices", *persona.devices),
        ("Accessibility", *persona.accessibility),
        ("Demographics", *_open(persona.demographics)),
        ("Attributes", *_open(persona.attributes)),
        ("Data", *_open(persona.data)),
        ("Portrait", _image(persona.photo) if persona.photo else None),
        ("Basis", choice(persona.basis) if persona.basis else None),
        ("Evidence", *(source_line(source) for source in persona.evidence)),
        ("Owner", catalogue.owner_name(persona.owner)),
        ("Status", choice(persona.status) if persona.status else None),
        ("Reviewed", persona.reviewed),
        ("Tags", *persona.tags),
    )
    return Section(f"About {persona.name}", found)


def source_line(source: Evidence) -> str:
    """A source on one line."""
    sample = None if source.sample is None else number(source.sample)
    expires = f"expires {source.expires}" if source.expires else None
    kind = choice(source.type) if source.type else None
    return joined(
        source.title, kind, source.collected, sample, source.method, source.consent, expires, source.url, source.file
    )


def _pain_point(pain: PainPoint, subject: Subject) -> str:
    return joined(pain.text, *pain_point_details(pain), subject.evidence_titles(pain.evidence))


def _gain(gain: Gain, subject: Subject) -> str:
    return joined(gain.text, subject.evidence_titles(gain.evidence))


def _open(given: Mapping[str, Any]) -> Iterator[str]:
    return (f"{key}: {plain(value)}" for key, value in given.items())


def _image(image: Image) -> str:
    return joined(image.caption, image.alt, image.src)
