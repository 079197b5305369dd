"""Files in which every field is filled, as the schemas of the formats know them, so that no field is forgotten."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cjm_cli.model.lane import LANES

SCHEMAS = Path(__file__).parents[3] / "schemas"
Say = Callable[[], str]
Node = Mapping[str, Any]

PATTERNS = {
    "^journey$": "journey",
    r"^(\d{1,2}(\.\d+)?|100(\.0+)?) ?%?$": "40%",
    "^[0-9]{1,5} (day|week|month|year)s?$": "6 months",
    r"^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$": "2026-05-31",
    "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$": "#0550ae",
}
"""What is said where the format is strict."""

DEEPEST = 2
"""So often may an object hold one of its kind."""

NOT_SAID = {
    "journey": {"persona", "parent", "based_on", "lanes"},
    "project": {"include", "exclude", "extends", "rules", "overrides", "baseline", "limits", "render", "theme"},
}
"""What says which files there are, not what they tell, and is said by `project` and `journey` themselves."""


def written(said: object, *, raw: bool = False) -> str:
    """JSON, which is YAML but for characters written as two; `raw` writes as many of them as may stand there as they are."""
    if raw:
        return json.dumps(said, ensure_ascii=False)
    return _PAIR.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), json.dumps(said, indent=1))


_PAIR = re.compile(r"\\ud[89ab]..\\ud[c-f]..")


@cache
def schema(kind: str) -> Node:
    found: Node = json.loads((SCHEMAS / f"{kind}.schema.json").read_text("utf-8"))
    return found


class Filling:
    """Fills a schema with what is said; a wrong one says it where it may not stand as well, and under unknown keys."""

    def __init__(self, kind: str, say: Say, *, wrong: bool = False) -> None:
        self.root, self.say, self.wrong = schema(kind), say, wrong
        self.within: list[str] = []

    def whole(self) -> Any:
        return self._object(self.root)

    def _value(self, node: Node) -> Any:
        if "$ref" in node:
            return self._referred(node["$ref"])
        if "anyOf" in node and "properties" not in node:
            return self._either(node["anyOf"])
        match node.get("type"):
            case "object":
                return self._object(node)
            case "array":
                return [self._value(node["items"]), self._value(node["items"])]
        return self._scalar(node)

    def _referred(self, reference: str) -> Any:
        name = reference.rpartition("/")[2]
        if self.within.count(name) >= DEEPEST:
            return self.say()
        self.within.append(name)
        try:
            return self._value(self.root["$defs"][name])
        finally:
            self.within.pop()

    def _either(self, nodes: list[Node]) -> Any:
        """The richest: the last; of a list, an entry in each of the forms that it may have."""
        return self._value(nodes[-1])

    def _object(self, node: Node) -> Any:
        said = {key: self._value(inner) for key, inner in node.get("properties", {}).items()}
        for pattern, inner in node.get("patternProperties", {}).items():
            said |= {"x-own" if pattern == "^x-" else self.say(): self._value(inner) if inner else self.say()}
        if isinstance(more := node.get("additionalProperties"), dict):
            said[self.say()] = self._value(more)
        return said | ({self.say(): self.say()} if self.wrong else {})

    def _scalar(self, node: Node) -> Any:
        if self.wrong:
            return self.say()
        if "enum" in node:
            return node["enum"][0]
        types = node.get("type")
        if types in ("integer", "number"):
            return max(node.get("minimum", 1), min(1, node.get("maximum", 1)))
        if types == "boolean":
            return True
        return PATTERNS.get(node.get("pattern", "")) or self.say()


def project(say: Say) -> dict[str, Any]:
    """A catalogue."""
    said = {key: value for key, value in Filling("project", say).whole().items() if key not in NOT_SAID["project"]}
    return said | {"extends": "minimal", "scale": {"min": -2, "max": 2}}


def persona(say: Say) -> dict[str, Any]:
    said: dict[str, Any] = Filling("persona", say).whole()
    return said


def journey(say: Say, **more: object) -> dict[str, Any]:
    """A journey, with two steps in each of two stages."""
    said = {key: value for key, value in Filling("journey", say).whole().items() if key not in NOT_SAID["journey"]}
    return said | {"lanes": [{"key": key, "title": say()} for key in (*LANES, "x-own")]} | more


def wrong(kind: str, say: Say) -> dict[str, Any]:
    """A file in which nothing is as it must be."""
    said: dict[str, Any] = Filling(kind, say, wrong=True).whole()
    return said
