"""What a fix does to the data of a file: small changes, each at a route."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cjm_cli.span import Route

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""What is put in: a text stays one, whatever it looks like; numbers and booleans are `Scalar`, as in a document."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Another text or number in place of the one that stands there."""

    route: Route
    old: str
    new: str

    def __str__(self) -> str:
        return f'write "{self.new}" in place of "{self.old}"'


@dataclass(frozen=True, slots=True)
class Rename:
    """Another name for the key that the route ends in."""

    route: Route
    new: str

    def __str__(self) -> str:
        return f'write "{self.new}" in place of "{self.route[-1]}"'


@dataclass(frozen=True, slots=True)
class Insert:
    """One more key, in the mapping at the route."""

    route: Route
    key: str
    value: Value

    def __str__(self) -> str:
        return f'add "{self.key}"'


@dataclass(frozen=True, slots=True)
class Append:
    """One more item, at the end of the list at the route; the list is made when there is none."""

    route: Route
    item: Value

    def __str__(self) -> str:
        return f'add one to "{self.route[-1]}"'


@dataclass(frozen=True, slots=True)
class Remove:
    """One key less, with all that stands beneath it."""

    route: Route

    def __str__(self) -> str:
        return f'delete "{self.route[-1]}"'


Change: TypeAlias = Replace | Rename | Insert | Append | Remove
