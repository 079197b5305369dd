"""What a plain scalar means: the core schema of YAML 1.2, and nothing more."""

import re
from functools import lru_cache
from typing import Self


class Scalar(str):
    """A number or a boolean as the author wrote it; `value` is what it means.

    The model decides which of the two it wants: `title: 1.10` is a text, `severity: 3` a number.
    """

    __slots__ = ("value",)

    value: bool | float

    def __new__(cls, text: str, value: float) -> Self:
        scalar = super().__new__(cls, text)
        scalar.value = value
        return scalar

    def __getnewargs__(self) -> tuple[str, bool | float]:  # type: ignore[override]
        """What copy and pickle hand to `__new__`."""
        return str(self), self.value


NULLS = frozenset({"", "~", "null", "Null", "NULL"})

WORDS = {
    **dict.fromkeys(NULLS),
    **{text: Scalar(text, value=True) for text in ("true", "True", "TRUE")},
    **{text: Scalar(text, value=False) for text in ("false", "False", "FALSE")},
}
"""What the words of the schema mean."""
NUMBER_STARTS = frozenset("0123456789+-.")
"""Where a plain scalar may be more than a word."""
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INTEGERS = (
    (re.compile(r"[-+]?[0-9]+"), 10),
    (re.compile(r"0o[0-7]+"), 8),
    (re.compile(r"0x[0-9a-fA-F]+"), 16),
)
_LONGEST_NUMBER = 400
"""Digits: beyond it no float can hold the number, and Python refuses to convert some."""


@lru_cache(maxsize=1024)
def resolve(text: str) -> str | None:
    """The meaning of a plain scalar: a `Scalar`, None, or the text itself."""
    if text[:1] not in NUMBER_STARTS:
        return WORDS.get(text, text)
    value = _number(text)
    return text if value is None else Scalar(text, value)


def _number(text: str) -> int | float | None:
    """The number that the text is, or None."""
    if len(text) > _LONGEST_NUMBER:
        return None
    for pattern, base in _INTEGERS:
        if pattern.fullmatch(text):
            return int(text, base)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _SPECIAL.fullmatch(text):
        return float(text.replace(".", ""))
    return None
