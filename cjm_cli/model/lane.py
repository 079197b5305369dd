"""The rows of a map."""

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cjm_cli.model.base import OWN_KEY, AsTuple, Bool, Item, Text

LANES = {
    "actions": "Doing",
    "goal": "Goal",
    "needs": "Needs",
    "thoughts": "Thinking",
    "questions": "Questions",
    "touchpoints": "Touchpoints",
    "channels": "Channels",
    "emotion": "Feeling",
    "quotes": "Quotes",
    "pain_points": "Pain points",
    "gains": "Gains",
    "opportunities": "Opportunities",
    "frontstage": "Frontstage",
    "backstage": "Backstage",
    "support": "Support",
    "failures": "Failures",
    "barriers": "Barriers",
    "metrics": "Metrics",
    "images": "Storyboard",
    "evidence": "Evidence",
    "events": "Events",
    "notes": "Notes",
}
"""The lanes that every map knows, in the order of a map that does not choose, with their titles."""


def _known(key: object) -> object:
    if isinstance(key, str) and key not in LANES and not key.startswith("x-"):
        raise PydanticCustomError(
            "unknown-choice",
            "is not a lane",
            {"allowed": [*LANES, "x-…"]},
        )
    return key


KEY_SCHEMA = {
    "anyOf": [{"enum": [*LANES], "enumDescriptions": [*LANES.values()]}, {"pattern": OWN_KEY}],
    "type": "string",
}
Key = Annotated[Text, BeforeValidator(_known), WithJsonSchema(KEY_SCHEMA)]


class Lane(Item):
    """A row of the map; a bare text is its key."""

    main_text = "key"

    key: Key
    """The field that the row shows, or an `x-` key of your own."""
    title: Text | None = None
    """What the row is called, when not by its usual name."""
    hidden: Bool = False
    """Leaves the row out."""

    @property
    def heading(self) -> str:
        """What stands at the head of the row."""
        return self.title or LANES.get(self.key) or self.key.removeprefix("x-").replace("-", " ").capitalize()


Lanes = Annotated[tuple[Lane, ...], AsTuple]
