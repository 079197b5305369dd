"""The person whose journey it is."""

from typing import Annotated

from cjm_cli.model.base import AsTuple, Date, Id, Item, Open, Text, Texts, Version
from cjm_cli.model.choices import Basis, PersonaKind, Status
from cjm_cli.model.evidence import EvidenceList
from cjm_cli.model.experience import Gain, Image, PainPoint


class Persona(Item):
    """An archetype of the people that a journey is about."""

    main_text = "name"

    cjm: Version | None = None
    """Version of this format; absent means 1."""
    id: Id | None = None
    """Kebab-case; defaults to the file's name."""
    name: Text
    """What the team calls them."""
    role: Text | None = None
    """What they are: "freelance photographer"."""
    kind: PersonaKind | None = None
    """Who they are to the organisation."""
    segment: Text | None = None
    """The group of customers that they stand for."""
    summary: Text | None = None
    """Who they are, in one or two sentences."""
    photo: Image | None = None
    """A portrait: a file of the project."""
    quote: Text | None = None
    """One sentence that is typical of them."""
    goals: Texts = ()
    """What they want to reach."""
    needs: Texts = ()
    """What they need for it."""
    jobs: Texts = ()
    """The jobs that they want done."""
    pain_points: Annotated[tuple[PainPoint, ...], AsTuple] = ()
    """What troubles them."""
    gains: Annotated[tuple[Gain, ...], AsTuple] = ()
    """What pleases them."""
    behaviours: Texts = ()
    """How they go about things."""
    motivations: Texts = ()
    """What drives them."""
    fears: Texts = ()
    """What they are afraid of."""
    channels: Texts = ()
    """The media that they prefer: names or ids of the catalogue."""
    devices: Texts = ()
    """What they use."""
    accessibility: Texts = ()
    """What they need in order to take part."""
    demographics: Open = {}
    """Age, place and the like; the keys are yours."""
    attributes: Open = {}
    """Anything that you compare personas by; the keys are yours."""
    data: Open = {}
    """The data points that the persona is tied to; the keys are yours."""
    evidence: EvidenceList = ()
    """What this persona rests on: titles or whole sources."""
    basis: Basis | None = None
    """Hypothesis or research."""
    owner: Text | None = None
    """The team or role that answers for it."""
    status: Status | None = None
    """Maturity."""
    reviewed: Date | None = None
    """When somebody last checked it."""
    tags: Texts = ()
    """Words to find it by."""
