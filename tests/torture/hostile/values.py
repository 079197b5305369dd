"""Sound YAML that no journey, persona or catalogue can be made of, or only just."""

import json
from collections.abc import Iterator
from typing import Any

from cjm_cli.model.schema import schema_text
from tests.torture.hostile.hostile import PERSONA, SETTINGS, SOUND, Hostile

WRONG = {
    "a list of lists": [[["a"]]],
    "a mapping": {"a": {"b": "c"}},
    "an empty mapping": {},
    "an empty list": [],
    "an empty text": "",
    "spaces": "   ",
    "null": None,
    "true": True,
    "a number": -1.5,
    "a huge number": 10**300,
    "a list with null": [None],
    "a list of mappings": [{}, {"id": []}, {"name": {}}],
    "a text of everything": "\u202e<script>\"'`|*[a](b)\n---\n${{x}}{{y}}\\",
}
"""What stands in every field at once."""

DEEPEST = 12


def _everywhere(kind: str, wrong: object) -> str:
    """A file in which every field that holds a value holds this one."""
    schema = json.loads(schema_text(kind))
    return json.dumps(_filled(schema, schema, wrong, DEEPEST))


def _filled(whole: dict[str, Any], schema: dict[str, Any], wrong: object, left: int) -> object:
    fields = next(_objects(whole, schema), None)
    if fields is None or not left:
        return wrong
    return {name: _filled(whole, field, wrong, left - 1) for name, field in fields.items()}


def _objects(whole: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The fields of the first form of a value that has any."""
    if "$ref" in schema:
        yield from _objects(whole, whole["$defs"][schema["$ref"].rpartition("/")[2]])
    elif "properties" in schema:
        yield schema["properties"]
    for arm in schema.get("anyOf", ()):
        yield from _objects(whole, arm)


def _shallow(kind: str, wrong: object) -> str:
    return json.dumps(dict.fromkeys(json.loads(schema_text(kind))["properties"], wrong))


def _step(field: str) -> str:
    return f"title: A\nsteps:\n- name: B\n  {field}\n"


FILES = {"journey": "a.journey.yaml", "persona": PERSONA, "project": SETTINGS}

VALUES = {
    **{
        f"{what} in every field of a {kind}": Hostile(
            "1:9", lambda kind=kind, wrong=wrong: _everywhere(kind, wrong), file
        )
        for kind, file in FILES.items()
        for what, wrong in WRONG.items()
    },
    **{
        f"{what} in every upper field of a {kind}": Hostile(
            "1:9", lambda kind=kind, wrong=wrong: _shallow(kind, wrong), file
        )
        for kind, file in FILES.items()
        for what, wrong in WRONG.items()
    },
    "1e999": Hostile("4:12", _step("emotion: 1e999")),
    "-1e999": Hostile("4:12", _step("emotion: -1e999")),
    "1e-999": Hostile(SOUND, _step("emotion: 1e-999")),
    ".nan": Hostile("4:12", _step("emotion: .nan")),
    ".inf": Hostile("4:12", _step("emotion: .inf")),
    "-.INF": Hostile("4:12", _step("emotion: -.INF")),
    "400 digits": Hostile("4:12", _step("emotion: " + "9" * 400)),
    "401 digits": Hostile(SOUND, _step("emotion: " + "9" * 401)),
    "5,000 digits": Hostile(SOUND, _step("emotion: " + "9" * 5000)),
    "5,000 digits behind a point": Hostile(SOUND, _step("emotion: 0." + "1" * 5000)),
    "5,000 hexadecimal digits": Hostile(SOUND, _step("emotion: 0x" + "f" * 5000)),
    "5,000 digits in a metric": Hostile(SOUND, "title: A\nmetrics: [{name: B, value: " + "9" * 5000 + "}]\n"),
    "1e308 in metrics": Hostile(
        "2:51", "title: A\nmetrics: [{name: B, value: 1e308, target: -1e308, baseline: 1e308}]\n"
    ),
    "1e999 in metrics": Hostile(SOUND, "title: A\nmetrics: [{name: B, value: 1e999, target: .nan}]\n"),
    "a sexagesimal number": Hostile(SOUND, _step("emotion: 1:30:00")),
    "an octal number of YAML 1.1": Hostile(SOUND, _step("emotion: 01")),
    "an octal number of YAML 1.2": Hostile(SOUND, _step("emotion: 0o1")),
    "a binary number": Hostile(SOUND, _step("emotion: 0b1")),
    "a number with underscores": Hostile(SOUND, _step("emotion: 1_0")),
    "a number with a comma": Hostile(SOUND, _step("emotion: 1,5")),
    "a number in Arabic digits": Hostile(SOUND, _step("emotion: ١")),
    "a superscript number": Hostile(SOUND, _step("emotion: ²")),
    "a number with two signs": Hostile(SOUND, _step("emotion: --1")),
    "minus zero": Hostile(SOUND, _step("emotion: -0.0")),
    "a hair beyond the scale": Hostile("4:12", _step("emotion: 2.0000000000000004")),
    "yes as a number": Hostile(SOUND, _step("emotion: yes")),
    "an impossible date": Hostile("2:11", "title: A\nreviewed: 2026-02-30\n"),
    "an impossible month": Hostile("2:11", "title: A\nreviewed: 2026-13\n"),
    "the year 0": Hostile("2:11", "title: A\nreviewed: 0000-01-01\n"),
    "the year 9999": Hostile(SOUND, "title: A\nreviewed: 9999-12-31\nreview_every: 99999 years\n"),
    "the year 10000": Hostile("2:11", "title: A\nreviewed: 10000-01-01\n"),
    "a date with a time": Hostile("2:11", "title: A\nreviewed: 2026-05-31T00:00:00Z\n"),
    "a date of another calendar": Hostile("2:11", "title: A\nreviewed: ٢٠٢٦-٠٥-٣١\n"),
    "a date of a week": Hostile("2:11", "title: A\nreviewed: 2026-W22-7\n"),
    "99,999 years": Hostile(SOUND, "title: A\nreviewed: 0001-01-01\nreview_every: 99999 years\n"),
    "0 days": Hostile(SOUND, "title: A\nreviewed: 2026-01-01\nreview_every: 0 days\n"),
    "a percentage of 5,000 digits": Hostile("4:24", _step("next: {to: q, share: " + "9" * 5000 + "%}")),
    "a percentage below zero": Hostile("4:24", _step("next: {to: q, share: -5%}")),
    "a percentage beyond a hundred": Hostile("4:24", _step("next: {to: q, share: 100.00001%}")),
    "format 0": Hostile("1:6", "cjm: 0\ntitle: A\n"),
    "format 2": Hostile("1:6", "cjm: 2\ntitle: A\n"),
    "format 1e308": Hostile(SOUND, "cjm: 1e308\ntitle: A\n"),
    "format .inf": Hostile("1:6", "cjm: .inf\ntitle: A\n"),
    "format true": Hostile("1:6", "cjm: true\ntitle: A\n"),
    "another kind": Hostile("1:7", "kind: persona\ntitle: A\n"),
    "an unknown kind": Hostile("1:7", "kind: __class__\ntitle: A\n"),
    "a kind that is a list": Hostile("1:7", "kind: [journey]\ntitle: A\n"),
    "ids of JavaScript": Hostile(
        SOUND,
        "id: __proto__\ntitle: A\nsteps: [{id: constructor, name: toString}, {id: hasOwnProperty, name: __proto__}]\n",
    ),
    "ids of Python": Hostile(
        SOUND, "id: __class__\ntitle: A\nsteps: [{id: __init__, name: self}, {id: model_fields, name: None}]\n"
    ),
    "an id that is a path": Hostile(SOUND, "id: ../../etc/passwd\ntitle: A\n"),
    "an id that is a path of Windows": Hostile(SOUND, "id: C:\\windows\\system32\ntitle: A\n"),
    "an id that is a device": Hostile(SOUND, "id: CON\ntitle: A\n"),
    "an id of dots": Hostile(SOUND, "id: ..\ntitle: A\n"),
    "an id that is an option": Hostile(SOUND, "id: --output=/tmp/x\ntitle: A\n"),
    "an id that is an address": Hostile(SOUND, 'id: "https://a.test/#b?c"\ntitle: A\n'),
    "an id of markup": Hostile(SOUND, "id: <script>alert(1)</script>\ntitle: A\n"),
    "an id of emoji": Hostile(SOUND, "id: 😀\ntitle: 😀\n"),
    "an id of signs": Hostile(SOUND, 'id: "#"\ntitle: "-"\nsteps: [{id: ".", name: "-"}, {id: "*", name: "--"}]\n'),
    "an id of a number": Hostile(SOUND, "id: 1\ntitle: 1\nsteps: [{id: 1, name: 1}]\n"),
    "ids that differ in case": Hostile(SOUND, "title: A\nsteps: [{id: a, name: A}, {id: A, name: a}]\n"),
    "ids twice": Hostile("2:32", "title: A\nsteps: [{id: a, name: A}, {id: a, name: B}]\n"),
    "refers to itself as parent": Hostile("3:9", "id: a\ntitle: A\nparent: a\nbased_on: a\n"),
    "refers to its step as parent": Hostile(
        "3:9", "id: a\ntitle: A\nparent: a#b\nsteps: [{id: b, name: B, journey: a}]\n"
    ),
    "refers to nothing by every field": Hostile(
        "2:10",
        "title: A\npersona: q\nparent: q#r#s\nbased_on: q\n"
        "steps: [{name: B, journey: q, actor: q, channels: [q], next: {to: q}, evidence: [q]}]\n",
    ),
    "refers by paths": Hostile("2:10", "title: A\npersona: ../../../etc/passwd\nbased_on: /dev/null\n"),
    "a picture that is a device": Hostile("2:20", "title: A\npersona: {name: B, image: {file: /dev/zero, alt: C}}\n"),
    "steps in a circle": Hostile(
        "2:77", "title: A\nsteps: [{id: a, name: A, next: b}, {id: b, name: B, next: a}, {id: c, name: C, next: c}]\n"
    ),
    "a step that leads to itself 500 times": Hostile(
        SOUND, "title: A\nsteps: [{id: a, name: A, next: [" + "{to: a, when: b}, " * 500 + "]}]\n"
    ),
    "stages and steps": Hostile("2:17", "title: A\nstages: [{name: B}]\nsteps: [{name: C}]\n"),
    "a persona and personas": Hostile("3:34", "title: A\npersona: {name: B}\npersonas: [{name: B}, {name: B}, c]\n"),
    "an empty stage among others": Hostile("2:21", "title: A\nstages: [{name: B}, {}, {name: C}]\n"),
    "a stage that is null": Hostile("2:10", "title: A\nstages: [null, ~, ]\n"),
    "steps as a mapping": Hostile("2:9", "title: A\nsteps: {a: {name: B}}\n"),
    "keys of the model in other letters": Hostile("1:1", "TITLE: A\nSteps: []\n"),
    "keys with spaces": Hostile("1:1", '"title ": A\n" steps": []\n'),
    "keys of Pydantic": Hostile("2:1", "title: A\nmodel_config: {}\nmodel_fields: {}\n__pydantic_extra__: {}\n_x: 1\n"),
    "keys of aliases": Hostile("2:9", "title: A\nscope: {inside: B}\n"),
    "own keys of every kind": Hostile(
        SOUND, "title: A\nx-: 1\nx-__proto__: {constructor: {prototype: 1}}\nx-a: [1e999, .nan, [], {}]\n"
    ),
    "a persona of nothing": Hostile("1:1", "{}\n", PERSONA),
    "a persona of demographics": Hostile(
        SOUND, "name: A\ndemographics: {age: " + "9" * 300 + ", __proto__: B}\n", PERSONA
    ),
    "a persona that is a journey": Hostile("1:1", "title: A\nsteps: []\n", PERSONA),
    "100 journeys deep": Hostile("2:9", "title: A\nparent: " + "a#" * 5000 + "\n"),
}
