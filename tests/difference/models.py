"""Any journey, persona or project, as a file would give it; and another one that was made from it."""

import copy
import types
import typing
from enum import Enum
from functools import cache

import hypothesis.strategies as st
from pydantic import ValidationError

from cjm_cli.model.base import Model
from cjm_cli.source import Scalar

TEXTS = st.sampled_from(
    [
        "a",
        "A",
        "b",
        "a b",
        "a-b",
        "a b c",
        "pay",
        "Pay",
        "Pays",
        "Sees the total",
        "Sees a total",
        "!",
        "?",
        "日本",
        "a" * 99,
    ]
)
NUMBERS = st.sampled_from(
    [Scalar("0", value=0), Scalar("1", value=1), Scalar("1.5", value=1.5), Scalar("-2", value=-2)]
)
TRULY = st.sampled_from([Scalar("true", value=True), Scalar("false", value=False)])
PARTICULAR = st.sampled_from(["2026-05", "2026-05-31", "6 months", "50%", "journey", "#123", "#456", "goal", "x-a"])
OWN = st.recursive(
    TEXTS | NUMBERS, lambda one: st.lists(one, max_size=2) | st.dictionaries(TEXTS, one, max_size=2), max_leaves=4
)
WANTED = ("stages", "steps", "pain_points", "opportunities", "thoughts", "name", "id")
"""What there is more of than of other fields."""


def data_of(kind):
    """Anything that can be read as a model of this kind."""
    return _objects(kind).map(lambda data: _mended(kind, data)).filter(lambda data: data is not None)


@cache
def _objects(kind):
    fields = {field.alias or name: field.annotation for name, field in kind.model_fields.items()}
    needed = [field.alias or name for name, field in kind.model_fields.items() if field.is_required()]
    names = st.lists(st.sampled_from([*fields]), max_size=3)
    wanted = st.lists(st.sampled_from([name for name in WANTED if name in fields] or [*fields]), max_size=5)

    @st.composite
    def make(draw):
        most = [name for name in ("stages", "steps") if name in fields and draw(st.integers(0, 4))]
        chosen = dict.fromkeys([*needed, *most, *draw(wanted), *draw(names)])
        data = {name: draw(_values(fields[name])) for name in chosen}
        if draw(st.integers(0, 9)) == 0:
            data["x-own"] = draw(OWN)
        main = getattr(kind, "main_text", "")
        is_short = main in data and len(data) == 1 and isinstance(data[main], str) and draw(st.booleans())
        return data[main] if is_short and kind.__name__ != "Persona" else data

    return make()


@cache
def _values(annotation):
    arms = typing.get_args(annotation)
    match typing.get_origin(annotation) or annotation:
        case typing.Annotated:
            return _values(arms[0])
        case types.UnionType | typing.Union:
            return st.one_of([_values(arm) for arm in arms if arm is not type(None)])
        case kind if kind is tuple:
            return st.lists(_values(arms[0]), min_size=1, max_size=4)
        case kind if kind is dict:
            return st.dictionaries(TEXTS, OWN if arms[1] is typing.Any else _values(arms[1]), max_size=2)
        case kind if issubclass(kind, Enum):
            return st.sampled_from([member.value for member in kind])
        case kind if issubclass(kind, Model):
            return _objects(kind) | TRULY if kind.__name__ == "MomentOfTruth" else _objects(kind)
        case kind if kind is bool:
            return TRULY
        case kind if issubclass(kind, int | float):
            return NUMBERS
    return st.one_of(TEXTS, TEXTS, PARTICULAR)


def _mended(kind, data):
    """The data without what may not stand where it stands."""
    for _ in range(30):
        try:
            kind.model_validate(data)
        except ValidationError as error:
            for found in error.errors(include_url=False):
                if not _cut(data, found["loc"]):
                    return None
        else:
            return data
    return None


def _cut(data, route):
    """Removes what stands at the end of the route, as far as it leads."""
    parent, last = None, None
    for step in route:
        is_there = (
            step in data
            if isinstance(data, dict)
            else isinstance(data, list) and isinstance(step, int) and step < len(data)
        )
        if is_there:
            parent, last, data = data, step, data[step]
    if parent is not None:
        del parent[last]
    return parent is not None


@st.composite
def changed(draw, kind, data):
    """The data after a few strokes of an author's pen."""
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(1, 6))):
        lists = [(key, value) for key, value in _nested(data) if isinstance(value, list)]
        dicts = [value for _, value in _nested(data) if isinstance(value, dict)]
        draw(st.sampled_from([_shuffle, _drop, _twice, _carry, _carry, _carry, _reword, _reword, _forget, _add]))(
            draw, lists, dicts
        )
    return _mended(kind, data)


def _nested(value, key=""):
    yield key, value
    children = (
        value.items() if isinstance(value, dict) else ((key, one) for one in value) if isinstance(value, list) else ()
    )
    for name, child in children:
        if not str(name).startswith("x-"):
            yield from _nested(child, name)


def _shuffle(draw, lists, dicts):
    if lists:
        line = draw(st.sampled_from(lists))[1]
        line[:] = draw(st.permutations(line))


def _some(draw, lists):
    full = [(key, line) for key, line in lists if line]
    if not full:
        return "", [], 0
    key, line = draw(st.sampled_from(full))
    return key, line, draw(st.integers(0, len(line) - 1))


def _drop(draw, lists, dicts):
    _, line, index = _some(draw, lists)
    del line[index : index + 1]


def _twice(draw, lists, dicts):
    _, line, index = _some(draw, lists)
    line += copy.deepcopy(line[index : index + 1])


def _carry(draw, lists, dicts):
    """To another list of the same field."""
    key, line, index = _some(draw, lists)
    others = [other for name, other in lists if name == key and other is not line]
    if others:
        other = draw(st.sampled_from(others))
        if not any(other is inner for _, inner in _nested(line[index])):
            other.insert(draw(st.integers(0, len(other))), line.pop(index))


def _reword(draw, lists, dicts):
    texts = [(holder, key) for holder in dicts for key, value in holder.items() if isinstance(value, str)]
    texts += [(line, index) for _, line in lists for index, value in enumerate(line) if isinstance(value, str)]
    if texts:
        holder, key = draw(st.sampled_from(texts))
        holder[key] = draw(st.one_of(TEXTS, NUMBERS, PARTICULAR))


def _forget(draw, lists, dicts):
    full = [holder for holder in dicts if holder]
    if full:
        holder = draw(st.sampled_from(full))
        del holder[draw(st.sampled_from([*holder]))]


def _add(draw, lists, dicts):
    draw(st.sampled_from(dicts))[draw(st.sampled_from(["id", "name", "owner", "title", "action"]))] = draw(TEXTS)
