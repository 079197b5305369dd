"""In which order the keys of a mapping stand, told by the models of the format.

What an object is comes first, as its class declares it; then what it shares with others of its kind; at the end how
the journey goes on: the stages of a journey, the steps of a stage, the ways on from a step. Keys that the format does not
know follow as they were written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from cjm_cli.model.base import Model
from cjm_cli.model.experience import Experience
from cjm_cli.model.stage import Next


@dataclass(frozen=True)
class Shape:
    """What is known of a mapping, or of a list of such: its model; or, `named`, that its keys are names and its values such."""

    model: type[Model] | None = None
    named: bool = False

    def below(self, key: str) -> "Shape":
        """What is known of the value of a key."""
        if self.named:
            return Shape(self.model)
        return _shapes(self.model).get(key, UNKNOWN) if self.model else UNKNOWN

    @property
    def is_ordered(self) -> bool:
        """Whether there is an order for its keys."""
        return self.model is not None and not self.named

    def rank(self, key: str) -> int:
        """The place of a key among those of the mapping."""
        ranks = _ranks(self.model) if self.model is not None and not self.named else {}
        return ranks.get(key, len(ranks))


UNKNOWN = Shape()


@cache
def _ranks(model: type[Model]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(_ordered(model))}


def _ordered(model: type[Model]) -> Iterator[str]:
    """The keys of a model."""
    inherited = {name for above in model.__mro__[1:] for name in getattr(above, "model_fields", ())}
    fields = {field.alias or name: name for name, field in model.model_fields.items()}
    shapes = _shapes(model)
    own = [key for key, name in fields.items() if name not in inherited]
    shared = [key for key, name in fields.items() if name in inherited]
    keys = [*own, *shared]
    yield from (key for key in keys if not _is_part(shapes[key]))
    yield from (key for key in keys if _is_part(shapes[key]))


def _is_part(shape: Shape) -> bool:
    """Whether the journey goes on there."""
    return shape.model is not None and issubclass(shape.model, (Experience, Next))


@cache
def _shapes(model: type[Model]) -> dict[str, Shape]:
    return {field.alias or name: _shape(field.annotation) for name, field in model.model_fields.items()}


def _shape(annotation: Any) -> Shape:
    """That of a field; unknown where it is none of ours, or one of several."""
    found = {*_models(annotation, named=False)}
    return found.pop() if len(found) == 1 else UNKNOWN


def _models(annotation: Any, *, named: bool) -> Iterable[Shape]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield Shape(annotation, named)
    is_map = get_origin(annotation) is dict
    for inner in get_args(annotation):
        yield from _models(inner, named=named or is_map)
