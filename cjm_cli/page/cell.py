"""What stands in a cell of a page: texts with their forms, and moments of truth."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Tone(StrEnum):
    """What a thing is, for its colour; the words say it as well."""

    PLAIN = "plain"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    MOMENT = "moment"


class Form(StrEnum):
    """How a text is shown."""

    TEXT = "text"
    THOUGHT = "thought"
    """In quotation marks and italics."""
    QUOTE = "quote"
    """Really said: in quotation marks, with its source."""
    MARK = "mark"
    """That something is so here: on a ground with a bar."""
    SERVICE = "service"
    """What somebody does: the first detail is who, empty where nobody is named."""
    BULLET = "bullet"
    """One of a list, with a dot before it."""
    PILL = "pill"
    CARD = "card"
    ASIDE = "aside"
    """Small, for what was worked out and not said."""


class Fate(StrEnum):
    """What became of something between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True)
class Saying:
    """How a mark is told: a sign for those who see it, a word for those who do not, and whose the texts are."""

    sign: str
    word: str
    was: str = "was"
    now: str = "now"


SAYINGS = {
    Fate.ADDED: Saying("+", "Added"),
    Fate.REMOVED: Saying("−", "Removed"),
    Fate.MOVED: Saying("→", "Moved"),
    Fate.CHANGED: Saying("~", "Changed"),
}
"""Of two versions of the same thing."""


@dataclass(frozen=True)
class Mark:
    """What a comparison says of something on the page."""

    fate: Fate
    before: tuple[str, ...] = ()
    """What stood there, of what is changed."""
    note: str = ""
    """Where it came from or went to, of what is moved."""
    saying: Saying | None = None
    """How it is told where it is not about two versions of the same thing."""

    @property
    def said(self) -> Saying:
        """How it is told."""
        return self.saying or SAYINGS[self.fate]


@dataclass(frozen=True)
class Item:
    """One text of a cell.

    `number` ties a pain point to its opportunities, `details` are short remarks in words, `icon` names a sign that
    goes with the words: the kind of a channel.
    """

    text: str
    form: Form = Form.TEXT
    tone: Tone = Tone.PLAIN
    number: str = ""
    details: tuple[str, ...] = ()
    icon: str = ""
    persona: str = ""
    """Who alone it is said of."""
    mark: Mark | None = None


Cell: TypeAlias = tuple[Item, ...]


@dataclass(frozen=True)
class Moment:
    """A moment of truth: why, and how important from 1 to 5."""

    reason: str = ""
    importance: int | None = None
