"""Nothing that an author wrote is lost: every text of a journey stands somewhere on its page."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import count
from typing import Any

import pytest

from cjm_cli.model.schema import schema_text

NOT_FOR_READERS = {
    "id": "a name for machines",
    "cjm": "the format's own",
    "kind": "the format's own, where it is a choice of files",
    "lanes": "says what is shown, and is tested by itself",
    "journey.steps": "the stages are filled instead",
    "journey.personas": "the one persona is filled instead",
    "by_persona": "needs several personas, and is tested by itself",
    "addresses": "becomes the number of the pain point",
}


class Filler:
    """Fills everything that the schema of a journey allows, each text with a word of its own."""

    def __init__(self, kind: str = "journey") -> None:
        self.kind = kind
        self.schema = json.loads(schema_text(kind))
        self.words: dict[str, str] = {}
        self._numbers = count(1)

    def filled(self) -> dict[str, Any]:
        filled: dict[str, Any] = self._object(self.schema, self.kind)
        return filled

    def _object(self, schema: dict[str, Any], path: str) -> Any:
        return {
            name: self._value(field, f"{path}.{name}", name)
            for name, field in schema["properties"].items()
            if name not in NOT_FOR_READERS and f"{path}.{name}" not in NOT_FOR_READERS
        }

    def _value(self, schema: dict[str, Any], path: str, name: str) -> Any:
        schema = self._resolved(schema)
        if "properties" in schema:
            return self._object(schema, path)
        if "enum" in schema:
            return schema["enum"][-1]
        if schema.get("type") in ("integer", "number"):
            return schema.get("maximum", 2)
        if schema.get("type") == "boolean":
            return True
        if schema.get("type") == "object":
            return {self._word(f"{path}.key"): self._word(f"{path}.value")}
        return self._word(path, schema.get("pattern", ""))

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Of several forms the one that says most: a list of one, an object."""
        if "$ref" in schema:
            return self._resolved(self.schema["$defs"][schema["$ref"].rpartition("/")[2]])
        if "properties" in schema or "anyOf" not in schema:
            return schema
        arms = [self._resolved(arm) for arm in schema["anyOf"]]
        return next((arm for arm in arms if "properties" in arm), arms[0])

    def _word(self, path: str, pattern: str = "") -> str:
        number = next(self._numbers)
        word = f"w{number:04}w"
        if "week" in pattern:
            word = f"{number} weeks"
        elif pattern.startswith(r"^\d{4}"):
            word = f"2{number:03}-05-12"
        elif "%" in pattern:
            word = f"{number % 100}%"
        self.words[path] = word
        return word


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@pytest.fixture
def filler() -> Filler:
    return Filler()


def test_every_text_of_a_journey_stands_on_its_page(page_of, filler) -> None:
    journey = filler.filled()
    shown = "\n".join(_texts(page_of(json.dumps(journey))))
    lost = {path: word for path, word in filler.words.items() if word.removesuffix("%") not in shown}
    assert lost == {}


ABOUT = {
    "blueprint": (
        r"stages(\.steps)?\.(frontstage|backstage|support|failures)\.",
        r"stages\.steps\.(action|name|touchpoints\.name|channels)$",
        r"(title|scenario|trigger|outcome|owner|stages\.name)$",
    ),
    "brief": (
        r"(title|goal|scenario|outcome|objective|timeframe|owner)$",
        r"metrics\.(name|unit|source)$",
        r"stages(\.steps)?\.opportunities\.(text|owner|due|ticket)$",
    ),
    "flow": (
        r"(title|goal|scenario|trigger|outcome)$",
        r"stages\.(name|steps\.(name|duration|wait|actor|journey|next\.when|next\.share|moment_of_truth\.reason))$",
    ),
    "touchpoints": (r"stages(\.steps)?\.(touchpoints\.(name|channel|owner)|channels)$", r"stages\.(steps\.)?name$"),
}
"""The part of a journey that each view is about."""


@pytest.mark.parametrize("view", ABOUT)
def test_every_text_of_what_a_view_is_about_stands_on_its_page(view_of, filler, view) -> None:
    journey = filler.filled()
    step = journey["stages"]["steps"]
    step["next"]["to"] = step["name"]
    for holder in (journey["stages"], step):
        holder["opportunities"]["status"] = "idea"  # the last of the choices is "rejected", which no brief shows
    shown = "\n".join(_texts(view_of(view, json.dumps(journey)))).casefold()
    about = re.compile("|".join(rf"journey\.{part}" for part in ABOUT[view]))
    wanted = {path: word for path, word in filler.words.items() if about.match(path)}
    assert len(wanted) > 7
    assert {path: word for path, word in wanted.items() if word.removesuffix("%") not in shown} == {}


def test_every_text_of_a_persona_stands_on_their_page(view_of) -> None:
    filler = Filler("persona")
    persona = json.dumps(filler.filled())
    page = view_of("persona", "title: A\npersona: somebody\n", {"somebody.persona.yaml": persona})
    shown = "\n".join(_texts(page))
    assert len(filler.words) > 30
    assert {path: word for path, word in filler.words.items() if word not in shown.casefold()} == {}


def test_the_journey_that_is_filled_is_a_whole_one(filler) -> None:
    filler.filled()
    assert len(filler.words) > 150
    assert {"journey.stages.steps.quotes.consent", "journey.persona.fears", "journey.title"} <= set(filler.words)
