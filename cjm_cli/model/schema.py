"""The models as JSON Schema (draft 2020-12), for editors: docstrings become descriptions, short forms become alternatives."""

import ast
import inspect
import json
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema as core

from cjm_cli.model.base import OWN_KEY, Item, Model
from cjm_cli.model.emotion import Emotion
from cjm_cli.model.experience import MomentOfTruth
from cjm_cli.model.journey import Journey
from cjm_cli.model.lane import KEY_SCHEMA, Lane
from cjm_cli.model.persona import Persona
from cjm_cli.model.project import Project, RuleSetting
from cjm_cli.model.theme import COLOUR_SCHEMA, Shades

KINDS: dict[str, type[Model]] = {"journey": Journey, "persona": Persona, "project": Project}
"""What has a schema of its own: `schemas/KIND.schema.json`."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT: JsonSchemaValue = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""An editor reads `1.10` as a number and `true` as a boolean; where a text is meant, we read the text that it is."""

SHORT_FORMS: dict[type[Model], list[JsonSchemaValue]] = {
    Emotion: [
        {"type": "number", "description": "The score."},
        {"type": "string", "pattern": r"\S", "description": "The feeling."},
    ],
    MomentOfTruth: [
        {"type": "boolean", "description": "Marks the moment."},
        {"type": ["string", "number"], "pattern": r"\S", "description": "Why it decides."},
    ],
    Shades: [{**COLOUR_SCHEMA, "description": "The colour on a light page."}],
    Lane: [{**KEY_SCHEMA, "description": "The field that the row shows, or an `x-` key of your own."}],
}
"""Short forms that are more than a main text."""


def schema_text(kind: str) -> str:
    """The schema of a journey, a persona or the project, as it is committed."""
    model = KINDS[kind]
    schema = model.model_json_schema(schema_generator=_Generator)
    for definition in schema.get("$defs", {}).values():
        definition.pop("title", None)
    head = {"$schema": DIALECT, "title": f"cjm {kind}"}
    return json.dumps(_without_root_short_form({**head, **schema}), indent=2, ensure_ascii=False) + "\n"


def _without_root_short_form(schema: JsonSchemaValue) -> JsonSchemaValue:
    """A file is always an object, though the same object may be a text where it is an item."""
    reference = schema.pop("$ref", None)
    root = schema["$defs"][reference.rsplit("/", 1)[-1]] if reference else schema
    arms = root.get("anyOf")
    if not arms:
        return {**root, **schema}
    whole: JsonSchemaValue = next(arm for arm in arms if arm.get("type") == "object")
    return {key: value for key, value in schema.items() if key != "anyOf"} | whole


@cache
def _docstrings(kind: type) -> dict[str, str]:
    """What stands in quotes beneath each attribute of a class, and of those it inherits from."""
    if kind in (object, Model, Enum) or not kind.__module__.startswith(__package__ or ""):
        return {}
    inherited = {name: doc for base in reversed(kind.__bases__) for name, doc in _docstrings(base).items()}
    return inherited | _own_docstrings(kind)


def _own_docstrings(kind: type) -> dict[str, str]:
    tree = ast.parse(inspect.getsource(kind)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    found: dict[str, str] = {}
    for statement, after in pairwise(body):
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) and isinstance(after.value.value, str):
            name = _assigned_name(statement)
            if name:
                found[name] = " ".join(after.value.value.split())
    return found


def _assigned_name(statement: ast.stmt) -> str | None:
    target: ast.expr | None = None
    if isinstance(statement, ast.AnnAssign):
        target = statement.target
    elif isinstance(statement, ast.Assign):
        target = statement.targets[0]
    return target.id if isinstance(target, ast.Name) else None


class _Generator(GenerateJsonSchema):
    """Pydantic's generator without null arms and automatic titles, and with our short forms."""

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def default_schema(self, schema: core.WithDefaultSchema) -> JsonSchemaValue:
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        plain = isinstance(default, bool | int | float | str) and default is not False
        return {**inner, "default": self.encode_default(default)} if plain else inner

    def str_schema(self, schema: core.StringSchema) -> JsonSchemaValue:
        written = super().str_schema(schema)
        return TEXT if written.get("pattern") == r"\S" else written

    def tuple_schema(self, schema: core.TupleSchema) -> JsonSchemaValue:
        items = self.generate_inner(schema["items_schema"][0])
        return {"anyOf": [items, {"type": "array", "items": items}]}

    def enum_schema(self, schema: core.EnumSchema) -> JsonSchemaValue:
        docs = _docstrings(schema["cls"])
        return {
            "description": inspect.cleandoc(schema["cls"].__doc__ or ""),
            "enum": [member.value for member in schema["members"]],
            "enumDescriptions": [docs[member.name] for member in schema["members"]],
        }

    def tagged_union_schema(self, schema: core.TaggedUnionSchema) -> JsonSchemaValue:
        return {"anyOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def model_schema(self, schema: core.ModelSchema) -> JsonSchemaValue:
        kind = schema["cls"]
        written = super().model_schema(schema)
        written.pop("title", None)
        written["description"] = " ".join((kind.__doc__ or "").split())
        self._describe_fields(kind, written)
        if kind.one_of:
            written["anyOf"] = [{"required": [name]} for name in kind.one_of]
        if kind is not RuleSetting:
            written |= {"patternProperties": {OWN_KEY: {}}, "additionalProperties": False}
        short = SHORT_FORMS.get(kind) or _main_text_form(kind)
        if kind is RuleSetting:
            short = [{**written["properties"]["severity"], "description": "The level."}]
        return {"anyOf": [*short, written]} if short else written

    def _describe_fields(self, kind: type[Model], written: JsonSchemaValue) -> None:
        docs = _docstrings(kind)
        for name, field in kind.model_fields.items():
            key = field.alias or name
            described = {"description": docs[name], **written["properties"][key]}
            written["properties"][key] = described | {"description": docs[name]}


def _main_text_form(kind: type[Model]) -> list[JsonSchemaValue]:
    if not issubclass(kind, Item):
        return []
    return [{**TEXT, "description": _docstrings(kind)[kind.main_text]}]
