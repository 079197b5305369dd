"""Journeys as trees that can be edited at random and written down, comments included."""

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from hypothesis import strategies as st

WORDS = ["calm", "angry", "Fees appear", "-1", "2", "yes: no", "true", "ü 😀", "Pay #1", "it's", "a, b"]
KEYS = ["name", "goal", "emotion", "phase", "notes", "x-own", "duration"]
LISTS = ["thoughts", "pain_points", "steps", "touchpoints"]


@dataclass
class Part:
    """An entry with its key, or an item without one."""

    value: Any
    key: str = ""
    comment: str = ""
    trail: str = ""


@dataclass
class Journey:
    """A mapping whose values are texts, lists of parts, or mappings (lists of parts with keys)."""

    parts: list[Part] = field(default_factory=list)

    def written(self) -> str:
        """As YAML."""
        return "".join(_written(part, 0) for part in self.parts)


def _written(part: Part, column: int, dash: str = "") -> str:
    space = " " * column
    lead = f"{space}# {part.comment}\n" if part.comment else ""
    trail = f"  # {part.trail}" if part.trail else ""
    start = f"{space}{dash}{part.key}{':' if part.key else ''}"
    value = part.value
    if isinstance(value, str):
        return f"{lead}{start} {_quoted(value)}{trail}\n".replace("-  ", "- ")
    if isinstance(value, tuple):
        return f"{lead}{start} [{', '.join(map(_quoted, value))}]{trail}\n".replace("-  ", "- ")
    if not value:
        return f"{lead}{start} []{trail}\n".replace("-  ", "- ")
    if value[0].key and not part.key:
        body = "".join(_written(inner, column + 2) for inner in value)
        lines = body.splitlines(keepends=True)
        first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
        above = "".join(line[2:] for line in lines[:first])
        return lead + above + f"{space}- {lines[first].lstrip()}" + "".join(lines[first + 1 :])
    if value[0].key:
        return f"{lead}{start}{trail}\n" + "".join(_written(inner, column + 2) for inner in value)
    return f"{lead}{start}{trail}\n" + "".join(_written(inner, column + 2, "- ") for inner in value)


def _quoted(text: str) -> str:
    return f'"{text}"' if any(sign in text for sign in ":#,'[]") else text


TEXTS = st.sampled_from(WORDS)
COMMENTS = st.sampled_from(["", "", "", "", "why", "see #4", "TODO: ask"])


@st.composite
def items(draw: Any, names: Any) -> Part:
    """A stage, a step or a pain point."""
    number = next(names)
    keys = draw(st.lists(st.sampled_from(KEYS[1:]), unique=True, max_size=3))
    head = draw(st.sampled_from(["id", "name", "text"]))
    own = [Part(f"thing-{number}", head, "", draw(COMMENTS))]
    own += [Part(draw(TEXTS), key, draw(COMMENTS), draw(COMMENTS)) for key in keys]
    return Part(own, "", draw(COMMENTS))


@st.composite
def journeys(draw: Any) -> tuple[Journey, Any]:
    """A journey, and what names that are new are made from."""
    names = count()
    parts = [Part("Buying shoes", "title", "", draw(COMMENTS))]
    parts += [
        Part(draw(TEXTS), key, draw(COMMENTS))
        for key in draw(st.lists(st.sampled_from(KEYS[1:]), unique=True, max_size=3))
    ]
    parts.append(Part(tuple(draw(st.lists(TEXTS, unique=True, min_size=1, max_size=3))), "tags"))
    stages = []
    for _ in range(draw(st.integers(1, 4))):
        stage = draw(items(names))
        for key in draw(st.lists(st.sampled_from(LISTS), unique=True, max_size=2)):
            few = st.lists(TEXTS.map(Part), min_size=1, max_size=3, unique_by=lambda part: part.value)
            more = st.lists(items(names), min_size=1, max_size=3)
            stage.value.append(Part(draw(few if key == "thoughts" else more), key, draw(COMMENTS)))
        stages.append(stage)
    parts.append(Part(stages, "stages", draw(COMMENTS)))
    return Journey(parts), names


@st.composite
def edited(draw: Any, journey: Journey, names: Any, most: int = 4) -> Journey:
    """The journey after a few edits."""
    changed = deepcopy(journey)
    for _ in range(draw(st.integers(1, most))):
        collections = [*_collections(changed.parts)]
        _edit(draw, draw(st.sampled_from(collections)), names)
    return changed


def _collections(parts: list[Part]) -> Any:
    yield parts
    for part in parts:
        if isinstance(part.value, list) and part.value:
            yield from _collections(part.value)


def _edit(draw: Any, parts: list[Part], names: Any) -> None:
    kind = draw(st.sampled_from(["value", "comment", "trail", "remove", "move", "add"]))
    at = draw(st.integers(0, len(parts) - 1))
    part = parts[at]
    if kind == "value" and isinstance(part.value, str):
        part.value = draw(TEXTS) if part.key not in ("id", "name", "text") else part.value
    elif kind == "value" and isinstance(part.value, tuple):
        part.value = tuple(draw(st.lists(TEXTS, unique=True, min_size=1, max_size=4)))
    elif kind == "comment":
        part.comment = draw(COMMENTS)
    elif kind == "trail" and part.key:
        part.trail = draw(COMMENTS)
    elif kind == "remove" and len(parts) > 1:
        del parts[at]
    elif kind == "move":
        parts.insert(draw(st.integers(0, len(parts) - 1)), parts.pop(at))
    elif kind == "add":
        _add(draw, parts, at, names)


def _add(draw: Any, parts: list[Part], at: int, names: Any) -> None:
    if parts[0].key:
        key = draw(st.sampled_from([*KEYS[1:], *LISTS]))
        if all(part.key != key for part in parts):
            parts.insert(at, Part(draw(TEXTS), key, draw(COMMENTS)))
    elif isinstance(parts[0].value, str):
        word = draw(TEXTS)
        if all(part.value != word for part in parts):
            parts.insert(at, Part(word, "", draw(COMMENTS)))
    else:
        parts.insert(at, draw(items(names)))
