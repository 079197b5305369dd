"""What every object of the format shares: strictness, short forms, numbers and dates.

The reader gives a plain scalar that looks like a number as a `Scalar`: a text that knows its value. Here the field decides
which of the two it takes, so that `title: 1.10` stays a text and `severity: 3` is a number.
"""

import re
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from cjm_cli.source.scalar import Scalar

OWN_KEY = "^x-"
"""Keys that belong to the user: legal on every object, kept by every rewrite."""


class Model(BaseModel):
    """A frozen object of the format. Unknown keys are errors, keys that start with `x-` are the user's own."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow", allow_inf_nan=False)
    __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern=OWN_KEY)], Any]

    main_text: ClassVar[str] = ""
    """The field that a bare text stands for; empty when the object has no short form."""

    @property
    def own(self) -> dict[str, Any]:
        """The user's own `x-` keys."""
        return self.__pydantic_extra__ or {}


class Item(Model):
    """An object that may be written as its main text alone."""

    main_text = "text"

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: object) -> object:
        return {cls.main_text: value} if isinstance(value, str) else value


def _as_tuple(value: object) -> object:
    if isinstance(value, list):
        return tuple(value)
    return value if value is None else (value,)


def _as_value(value: object) -> object:
    return value.value if isinstance(value, Scalar) else value


def _checked_date(value: object) -> object:
    """`2026-05-31`, or `2026-05` where the day is not known."""
    if not isinstance(value, str):
        return value
    text = f"{value}-01" if re.fullmatch(r"\d{4}-\d{2}", value) else value
    try:
        date.fromisoformat(text if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else "")
    except ValueError:
        raise PydanticCustomError("wrong-type", "is not a date such as 2026-05-31") from None
    return value


def _as_percent(value: object) -> object:
    """`70%` and `70` are 70.0."""
    if isinstance(value, str) and (match := re.fullmatch(r"(\d+(?:\.\d+)?) ?%?", value)):
        return float(match[1])
    return _as_value(value)


def _as_number_or_text(value: object) -> object:
    if isinstance(value, Scalar) and not isinstance(value.value, bool):
        return float(value.value)
    if value is None or isinstance(value, str):
        return value
    raise PydanticCustomError("wrong-type", "must be a number or a text")


AsTuple = BeforeValidator(_as_tuple)
AsValue = BeforeValidator(_as_value)

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Id = Text
Int = Annotated[int, AsValue]
Number = Annotated[float, AsValue]
Bool = Annotated[bool, AsValue]
Rating = Annotated[int, AsValue, Field(ge=1, le=5)]
Date = Annotated[Text, BeforeValidator(_checked_date)]
_PERCENT_SCHEMA = {
    "anyOf": [{"type": "number", "minimum": 0, "maximum": 100}, {"type": "string", "pattern": r"^\d+(\.\d+)? ?%?$"}]
}
Percent = Annotated[float, Field(ge=0, le=100), BeforeValidator(_as_percent), WithJsonSchema(_PERCENT_SCHEMA)]
Duration = Annotated[str, StringConstraints(pattern=r"^\d+ (day|week|month|year)s?$")]
NumberOrText = Annotated[float | str, BeforeValidator(_as_number_or_text)]

Texts = Annotated[tuple[Text, ...], AsTuple]
Ids = Annotated[tuple[Id, ...], AsTuple]
Open = dict[str, Any]
"""A map whose keys are the user's to choose."""
