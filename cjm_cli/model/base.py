"""What every object of the format shares: strictness, short forms, numbers and dates.

The reader gives a plain scalar that looks like a number as a `Scalar`: a text that knows its value. Here the field decides
which of the two it takes, so that `title: 1.10` stays a text and `severity: 3` is a number.
"""

import re
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from cjm_cli.source.scalar import Scalar

OWN_KEY = "^x-"
"""Keys that belong to the user: legal on every object, kept by every rewrite."""


def _fields(schema: Any) -> dict[str, Any]:
    """The fields within the core schema of a model and of what is wrapped round it."""
    while schema["type"] != "model-fields":
        schema = schema["schema"]
    fields: dict[str, Any] = schema["fields"]
    return fields


if TYPE_CHECKING:
    from pydantic._internal._model_construction import ModelMetaclass as _PydanticType
else:
    _PydanticType = type(BaseModel)


class _ModelType(_PydanticType):
    """`isinstance` as Python has it: that of Pydantic takes ten times as long, for classes that only claim to be models."""

    __instancecheck__ = type.__instancecheck__


class Model(BaseModel, metaclass=_ModelType):
    """A frozen object of the format. Unknown keys are errors, keys that start with `x-` are the user's own."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow", allow_inf_nan=False)
    __pydantic_extra__: dict[Annotated[str, StringConstraints(pattern=OWN_KEY)], Any]

    main_text: ClassVar[str] = ""
    """The field that a bare text stands for; empty when the object has no short form."""
    one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which one is needed, none in particular; the class checks it with `has_one`."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
        """A field that may be left out may not be left empty: `goal:` is a slip, and null is no value of the format."""
        schema = handler(source)
        for field in _fields(schema).values():
            given = field["schema"]
            if given["type"] == "default" and given["schema"]["type"] == "nullable":
                field["schema"] = {**given, "schema": given["schema"]["schema"]}
        return schema

    def has_one(self) -> Self:
        """Whether one of the fields of `one_of` is there, as a validator."""
        if any(getattr(self, name) is not None for name in self.one_of):
            return self
        raise PydanticCustomError("missing-one", "needs one of some fields", {"names": [*self.one_of]})

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


def _as_whole(value: object) -> object:
    """`2.0` is a whole number too, as JSON Schema has it."""
    number = _as_value(value)
    return int(number) if isinstance(number, float) and number.is_integer() else number


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


def _number_or_text(value: object) -> float | str:
    if isinstance(value, Scalar) and not isinstance(value.value, bool) and isfinite(value.value):
        return float(value.value)
    if isinstance(value, str) and value.strip():
        return value
    raise PydanticCustomError("wrong-type", "must be a number or a text")


AsTuple = BeforeValidator(_as_tuple)
AsValue = BeforeValidator(_as_value)
AsWhole = BeforeValidator(_as_whole)

DURATION = r"^[0-9]{1,5} (day|week|month|year)s?$"
"""As JSON Schema has it, other digits than these are none."""

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Id = Text
# A limit stands next to the number that it limits, so that the schema knows it as well.
Count = Annotated[int, Field(ge=0), AsWhole]
Rating = Annotated[int, Field(ge=1, le=5), AsWhole]
Version = Annotated[int, Field(ge=1), AsWhole]
Number = Annotated[float, AsValue]
Bool = Annotated[bool, AsValue]
_DATE_SCHEMA = {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$"}
Date = Annotated[Text, BeforeValidator(_checked_date), WithJsonSchema(_DATE_SCHEMA)]
_PERCENT_SCHEMA = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 100},
        {"type": "string", "pattern": r"^(\d{1,2}(\.\d+)?|100(\.0+)?) ?%?$"},
    ]
}
Percent = Annotated[float, Field(ge=0, le=100), BeforeValidator(_as_percent), WithJsonSchema(_PERCENT_SCHEMA)]
Duration = Annotated[str, StringConstraints(pattern=DURATION)]
_NUMBER_OR_TEXT_SCHEMA = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
NumberOrText = Annotated[float | str, PlainValidator(_number_or_text), WithJsonSchema(_NUMBER_OR_TEXT_SCHEMA)]

Texts = Annotated[tuple[Text, ...], AsTuple]
Ids = Annotated[tuple[Id, ...], AsTuple]
Open = dict[str, Any]
"""A map whose keys are the user's to choose."""
