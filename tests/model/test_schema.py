"""The schemas say what the models say: to editors, in JSON Schema."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from cjm_cli.model import validate
from cjm_cli.model.schema import KINDS, schema_text
from cjm_cli.source import read
from cjm_cli.workspace.source_file import SourceFile

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))

each_kind = pytest.mark.parametrize("kind", KINDS)


@each_kind
def test_the_committed_schema_is_that_of_the_models(kind, request) -> None:
    path = ROOT / "schemas" / f"{kind}.schema.json"
    if request.config.getoption("--update"):
        path.write_text(schema_text(kind), "utf-8")
    assert path.read_text("utf-8") == schema_text(kind)


@each_kind
def test_a_schema_is_valid_and_says_which_draft_it_follows(kind) -> None:
    schema = json.loads(schema_text(kind))
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$schema"]
    Draft202012Validator.check_schema(schema)


@each_kind
def test_an_editor_is_never_told_of_null_nor_of_titles_that_nobody_wrote(kind) -> None:
    assert [node for node in _nodes(json.loads(schema_text(kind))) if node.get("type") == "null"] == []
    assert [node for node in _nodes(json.loads(schema_text(kind))["$defs"]) if isinstance(node.get("title"), str)] == []


@each_kind
def test_every_limit_is_in_words_that_json_schema_knows(kind) -> None:
    unknown = [
        (node, key) for node in _nodes(json.loads(schema_text(kind))) for key in {"ge", "le", "gt", "lt"} & {*node}
    ]
    assert unknown == []


@each_kind
def test_everything_is_described(kind) -> None:
    schema = json.loads(schema_text(kind))
    undescribed = [
        name for node in _nodes(schema) for name, field in node.get("properties", {}).items() if not _text_of(field)
    ]
    assert undescribed == []
    assert [name for name, node in schema["$defs"].items() if not _text_of(_whole(node))] == []


@each_kind
def test_every_choice_is_explained(kind) -> None:
    enums = [node for node in _nodes(json.loads(schema_text(kind))) if "enum" in node]
    assert enums
    assert [node for node in enums if len(node.get("enumDescriptions", [])) != len(node["enum"])] == []
    assert [node for node in enums if not all(node["enumDescriptions"])] == []


@each_kind
def test_every_object_takes_keys_that_start_with_x(kind) -> None:
    closed = [node for node in _nodes(json.loads(schema_text(kind))) if node.get("additionalProperties") is False]
    assert closed
    assert [node for node in closed if node["patternProperties"] != {"^x-": {}}] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT / "examples").as_posix())
def test_the_examples_hold_to_the_schema(path) -> None:
    kind = SourceFile(path.name, path).kind
    assert kind is not None
    assert _objections(kind, path.read_text("utf-8")) == []


STEP = "title: A\nsteps:\n  - name: B\n    "

SOUND = {
    "journey": [
        "title: A",
        "title: 1.10",
        "title: no",
        "title: true",
        "title: 2026-05-12",
        "title: A\ncjm: 1",
        "title: A\nkind: journey",
        "title: A\npersona: rina",
        "title: A\npersona: {name: Rina}",
        "title: A\npersonas: [rina, {name: Tom}]",
        "title: A\npersonas: rina",
        "title: A\ntags: one",
        "title: A\ntags: [one, 2]",
        "title: A\nlinks: https://example.org",
        "title: A\nlinks: [{url: https://example.org, title: More}]",
        "title: A\nactors: [Nurse, {name: Doctor, kind: employee}]",
        "title: A\nstate: future\nbased_on: b",
        "title: A\nlevel: 2",
        "title: A\nlevel: 2.0",
        "title: A\nscope: {in: shoes, out: [boots]}",
        "title: A\nreviewed: 2026-05-12\nreview_every: 6 months",
        "title: A\nreviewed: 2026-05",
        "title: A\nvalidated: {date: 2026-05-12, participants: 8}",
        "title: A\nevidence: Interviews",
        "title: A\nevidence: [{title: Survey, type: survey, sample: about 40}]",
        "title: A\nmetrics: nps",
        "title: A\nmetrics: [{kind: nps, value: -20, target: good, n: 12}]",
        "title: A\nlanes: emotion",
        "title: A\nlanes: [actions, {key: emotion, title: Mood}, {key: notes, hidden: true}, x-risk]",
        "title: A\nstages: []",
        "title: A\nstages: {name: B}",
        "title: A\nx-jira: {a: [1, {b: c}], d: }",
        f"{STEP}touchpoints: Checkout",
        f"{STEP}touchpoints: [Checkout, {{id: app, channel: web}}]",
        f"{STEP}emotion: -1",
        f"{STEP}emotion: 1.5",
        f"{STEP}emotion: frustrated",
        f"{STEP}emotion: [hopeful, -1, {{score: 0, basis: assumed}}]",
        f"{STEP}emotion: {{by_persona: {{rina: 1, tom: angry}}}}",
        f"{STEP}pain_points: Too slow",
        f"{STEP}pain_points: [{{text: Too slow, severity: 5, evidence: interviews}}]",
        f"{STEP}opportunities: [Faster, {{text: Cheaper, status: in-progress, impact: 1, addresses: [a]}}]",
        f"{STEP}moment_of_truth: true",
        f"{STEP}moment_of_truth: false",
        f"{STEP}moment_of_truth: Here they leave",
        f"{STEP}moment_of_truth: {{reason: Here they leave, importance: 5}}",
        f"{STEP}quotes: [Hm, {{text: Ah, source: P4}}]",
        f"{STEP}images: a.png",
        f"{STEP}backstage: [Packs, {{text: Sends, team: depot}}]",
        f"{STEP}failures: [Breaks, {{text: Stops, recovery: Restart}}]",
        f"{STEP}optional: true",
        f"{STEP}next: [c, {{to: d, share: 70%}}, {{to: e, share: 30}}]",
        f"{STEP}x-own: yes",
        "title: A\nsteps: [{action: Looks}]",
    ],
    "persona": [
        "name: Rina",
        "cjm: 1\nname: Rina",
        "kind: persona\nname: Rina",
        "name: Rina\nkind: patient\ngoals: Run\nphoto: rina.png",
        "name: Rina\ndemographics: {age: 34, city: Lisbon}\nattributes: {}\ndata: {crm: [1, 2]}",
        "name: Rina\npain_points: [Knee, {text: Price, severity: 3}]",
        "name: Rina\nevidence: [Interviews]\nreviewed: 2026-05",
    ],
    "project": [
        "{}",
        "cjm: 1\nname: Shop\nlanguage: en",
        "channels: [Web, {id: store, name: Store, kind: physical}]",
        "touchpoints: {name: Guide, channel: web}",
        "metrics: [{name: CSAT, kind: csat, unit: '%', higher_is: better}]",
        "teams: Web team",
        "feelings: {over the moon: 2}",
        "scale: {min: 1, max: 5}",
        "include: '**/*.yaml'\nexclude: [archive/**]",
        "extends: strict",
        "rules: {flat-curve: off, journey-too-long: {severity: warning, max_stages: 8}}",
        "overrides: [{files: drafts/**, rules: {flat-curve: info}}]",
        "limits: {depth: 20, aliases: 0}",
        "render: {formats: svg, output: maps}",
    ],
}

WRONG = {
    "journey": [
        "{}",
        "[]",
        "text",
        "titel: A",
        "title:",
        "title: ''",
        "title: ' '",
        "title: [A]",
        "title: {a: b}",
        "title: A\ngoal:",
        "title: A\ngoal: ''",
        "title: A\nstages:",
        "title: A\nunknown: 1",
        "title: A\nX-own: 1",
        "title: A\ncjm: 0",
        "title: A\ncjm: 1.5",
        "title: A\ncjm: one",
        "title: A\nkind: persona",
        "title: A\npersona:",
        "title: A\npersona: [rina]",
        "title: A\npersona: {role: Runner}",
        "title: A\npersona: {name: Rina, age: 3}",
        "title: A\npersonas: [[rina]]",
        "title: A\ntags: ['']",
        "title: A\ntags: [a, ]\nlinks: [{title: B}]",
        "title: A\nstate: today",
        "title: A\nstate: 1",
        "title: A\nstate: [current]",
        "title: A\nlevel: 4",
        "title: A\nlevel: -1",
        "title: A\nlevel: 1.5",
        "title: A\nlevel: '1'",
        "title: A\nlevel: deep",
        "title: A\nlevel: true",
        "title: A\nscope: shoes",
        "title: A\nscope: {inside: shoes}",
        "title: A\nreviewed: May",
        "title: A\nreviewed: 2026",
        "title: A\nreviewed: 2026-13",
        "title: A\nreviewed: 12.05.2026",
        "title: A\nreview_every: 6",
        "title: A\nreview_every: 100000 days",
        "title: A\nreview_every: often",
        "title: A\nvalidated: 2026-05-12",
        "title: A\nvalidated: {by: us}",
        "title: A\nevidence: [{type: survey}]",
        "title: A\nevidence: [{title: B, type: poll}]",
        "title: A\nevidence: [{title: B, sample: ''}]",
        "title: A\nevidence: [{title: B, sample: [8]}]",
        "title: A\nmetrics: [{value: 1}]",
        "title: A\nmetrics: [{id: a, n: -1}]",
        "title: A\nmetrics: [{id: a, value: }]",
        "title: A\nlanes: moods",
        "title: A\nlanes: [{title: Mood}]",
        "title: A\nlanes: [{key: emotion, hidden: perhaps}]",
        "title: A\nstages: B",
        "title: A\nstages: [B]",
        "title: A\nstages: [{goal: B}]",
        "title: A\nstages: [{name: B, steps: [C]}]",
        "title: A\nsteps: [{}]",
        "title: A\nsteps: [{kind: wait}]",
        f"{STEP}kind: waiting",
        f"{STEP}touchpoints: [{{channel: web}}]",
        f"{STEP}touchpoints: [[a]]",
        f"{STEP}touchpoints: [{{name: a, kind: b}}]",
        f"{STEP}emotion:",
        f"{STEP}emotion: ''",
        f"{STEP}emotion: true",
        f"{STEP}emotion: [[1]]",
        f"{STEP}emotion: {{score: high}}",
        f"{STEP}emotion: {{score: '1'}}",
        f"{STEP}emotion: {{basis: seen}}",
        f"{STEP}emotion: {{by_persona: [1]}}",
        f"{STEP}pain_points: [{{severity: 3}}]",
        f"{STEP}pain_points: [{{text: A, severity: 0}}]",
        f"{STEP}pain_points: [{{text: A, severity: 6}}]",
        f"{STEP}opportunities: [{{text: A, status: doing}}]",
        f"{STEP}moment_of_truth:",
        f"{STEP}moment_of_truth: [a]",
        f"{STEP}moment_of_truth: {{importance: 6}}",
        f"{STEP}optional: yes",
        f"{STEP}next: [{{when: a}}]",
        f"{STEP}next: [{{to: a, share: 170%}}]",
        f"{STEP}next: [{{to: a, share: most}}]",
        f"{STEP}next: [{{to: a, share: -1}}]",
        f"{STEP}actions: Looks",
    ],
    "persona": [
        "{}",
        "Rina",
        "name:",
        "name: Rina\nkind: robot",
        "name: Rina\ncjm: 0",
        "name: Rina\ngoal: Run",
        "name: Rina\ndemographics: [34]",
        "name: Rina\nphoto: {alt: B}",
    ],
    "project": [
        "[]",
        "name:",
        "colour: red",
        "channels: [{kind: digital}]",
        "channels: [{name: A, kind: paper}]",
        "metrics: [{name: A, higher_is: nicer}]",
        "feelings: {happy: good}",
        "feelings: [happy]",
        "scale: 5",
        "scale: {min: low}",
        "rules: {flat-curve: on}",
        "rules: {flat-curve: }",
        "rules: [flat-curve]",
        "overrides: [{rules: {}}]",
        "limits: {depth: 0}",
        "limits: {depth: 201}",
        "limits: {aliases: -1}",
        "limits: {size: 1}",
        "render: {format: svg}",
    ],
}


def _cases(snippets: dict[str, list[str]]) -> Any:
    cases = [(kind, text) for kind, texts in snippets.items() for text in texts]
    return pytest.mark.parametrize(("kind", "text"), cases, ids=[f"{kind}: {text!r}" for kind, text in cases])


@_cases(SOUND)
def test_what_is_sound_is_so_for_the_schema_and_for_the_model(kind, text) -> None:
    assert (_objections(kind, text), _findings(kind, text)) == ([], [])


@_cases(WRONG)
def test_what_is_wrong_is_so_for_the_schema_and_for_the_model(kind, text) -> None:
    assert _objections(kind, text) != []
    assert _findings(kind, text) != []


def _findings(kind: str, text: str) -> list[str]:
    document, findings = read("a.yaml", text.encode())
    assert document is not None, findings
    return [finding.message for finding in validate(document, KINDS[kind])[1]]


def _objections(kind: str, text: str) -> list[str]:
    data = _without_dates(YAML(typ="safe", pure=True).load(text))
    return [error.message for error in Draft202012Validator(json.loads(schema_text(kind))).iter_errors(data)]


def _without_dates(data: Any) -> Any:
    """YAML 1.2 knows no dates: an editor's language server has a text there."""
    if isinstance(data, dict):
        return {key: _without_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_dates(value) for value in data]
    return data.isoformat() if isinstance(data, date) else data


def _nodes(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _nodes(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _nodes(value)


def _text_of(node: dict[str, Any]) -> str:
    return str(node.get("description", "")).strip()


def _whole(node: dict[str, Any]) -> dict[str, Any]:
    """The object itself where there are short forms of it."""
    return next((arm for arm in node.get("anyOf", []) if arm.get("type") == "object"), node)
