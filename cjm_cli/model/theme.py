"""How a project's maps look: brand colours, a logo, and which lanes they show."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from cjm_cli.model.base import Item, Model, Text
from cjm_cli.model.lane import Lanes

_COLOUR = r"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
COLOUR_SCHEMA = {"type": "string", "pattern": _COLOUR}


def _checked(value: object) -> object:
    """In YAML, a colour without quotes is a comment, so that its key has no value."""
    if not isinstance(value, str) or not re.fullmatch(_COLOUR.strip("^$"), value):
        raise PydanticCustomError("colour", "is no colour")
    return value


Colour = Annotated[str, BeforeValidator(_checked), WithJsonSchema(COLOUR_SCHEMA)]


class Shades(Item):
    """A colour on a light page and on a dark one."""

    main_text = "light"

    light: Colour
    """On a light page, as `"#0550ae"` or `"#05a"`, in quotes."""
    dark: Colour | None = None
    """On a dark page; without it, it is worked out from the light one."""

    @model_validator(mode="before")
    @classmethod
    def _is_a_colour(cls, value: object) -> object:
        return value if isinstance(value, dict) else {"light": _checked(value)}


class Colours(Model):
    """Colours in place of the built-in ones. Tints of them are worked out."""

    accent: Shades | None = None
    """Links, what has the focus, the line of the feelings on a drawing."""
    stage: Shades | None = None
    """The bars of the stages, and portraits."""
    on_stage: Shades | None = None
    """Words on those bars; without it, white or black, whichever reads better."""
    pain: Shades | None = None
    """Pain points."""
    opportunity: Shades | None = None
    """Opportunities."""
    moment: Shades | None = None
    """Moments of truth."""
    low: Shades | None = None
    """Faces of bad feelings."""
    high: Shades | None = None
    """Faces of good feelings."""
    paper: Shades | None = None
    """The ground of everything; a dark one has to be given."""
    surface: Shades | None = None
    """The ground of lane heads, personas and quotes; a dark one has to be given."""
    ink: Shades | None = None
    """Words; a dark one has to be given."""
    muted: Shades | None = None
    """Remarks and labels; a dark one has to be given."""
    line: Shades | None = None
    """Outlines, and the zero line of the feelings; a dark one has to be given."""


class Theme(Model):
    """How maps look."""

    colours: Colours = Colours()
    """Brand colours by what they are for; their contrast is checked."""
    logo: Text | None = None
    """A PNG or JPEG file of the project, relative to this file; it becomes part of every map."""
    lanes: Lanes = ()
    """Which rows maps show and in what order, unless a journey chooses itself."""

    @property
    def given(self) -> Mapping[str, tuple[str, str | None]]:
        """The colours that were given, light and perhaps dark, by the names that the palette has for them."""
        shades = {name: getattr(self.colours, name) for name in Colours.model_fields}
        return {name.replace("_", "-"): (one.light, one.dark) for name, one in shades.items() if one is not None}
