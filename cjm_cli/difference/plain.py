"""A model as plain data, so that it does not matter how it was written: equal data, equal models."""

from collections.abc import Mapping
from enum import Enum

from pydantic_core import PydanticUndefined

from cjm_cli.difference.difference import Data
from cjm_cli.model.base import Model


def plain(model: Model) -> dict[str, Data]:
    """Short forms written out, what is not given or only says the default left out, the user's own keys last."""
    fields = type(model).model_fields
    data: dict[str, Data] = {}
    for name, value in model.__dict__.items():
        # Nearly every field of nearly every object is not given.
        if value is None or value == ():
            continue
        field = fields[name]
        if field.default is PydanticUndefined or value != field.default:
            data[field.alias or name] = _plain(value)
    data.update(_given(model.own))
    return data


def _given(mapping: Mapping[str, object]) -> dict[str, Data]:
    """Null is no value of the format: a key that has it might as well not be there."""
    return {str(key): _plain(value) for key, value in mapping.items() if value is not None}


def _plain(value: object) -> Data:
    if isinstance(value, Model):
        return plain(value)
    if isinstance(value, str):
        # A choice, or a number that the author of a key of their own wrote, is its text.
        return str(value.value) if isinstance(value, Enum) else str(value)
    if isinstance(value, Mapping):
        return _given(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is no value of the format")
