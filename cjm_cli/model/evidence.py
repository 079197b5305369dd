"""What a map rests on."""

from typing import Annotated

from cjm_cli.model.base import AsTuple, Date, Id, Item, Model, NumberOrText, Text
from cjm_cli.model.choices import EvidenceType


class Evidence(Item):
    """One source."""

    main_text = "title"

    id: Id | None = None
    """Kebab-case; what others refer to. Defaults to the title."""
    title: Text
    """What it is: "Interviews with first-time buyers"."""
    type: EvidenceType | None = None
    """What sort of source it is."""
    collected: Date | None = None
    """When it was gathered."""
    sample: NumberOrText | None = None
    """How many, and of whom."""
    method: Text | None = None
    """How it was gathered."""
    url: Text | None = None
    """Where it can be read."""
    file: Text | None = None
    """The file of the project that holds it."""
    expires: Date | None = None
    """When it should no longer be relied on."""
    consent: Text | None = None
    """What the participants agreed to."""


class Validation(Model):
    """An occasion on which customers confirmed the map."""

    date: Date
    """When."""
    by: Text | None = None
    """Who asked them."""
    method: Text | None = None
    """How."""
    participants: NumberOrText | None = None
    """How many, and who."""


EvidenceList = Annotated[tuple[Evidence, ...], AsTuple]
