"""JSON has a published schema, and reviewdog's its own way of counting columns."""

import json
from pathlib import Path

import jsonschema
import pytest

from cjm_cli import resources
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.reports import Context, Source, Sources, gitlab, jsonl, rdjson
from cjm_cli.reports import json as json_report
from cjm_cli.source.limits import Limits
from cjm_cli.span import Span
from cjm_cli.workspace.source_file import SourceFile

SCHEMA = json.loads(resources.schema("findings"))


def test_the_schema_is_one() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_json_is_what_its_schema_says(findings, context) -> None:
    for found in (findings, []):
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json_report.report(found, context)))


def test_the_schema_knows_every_field(findings, context) -> None:
    document = json.loads(json_report.report(findings, context))
    definitions = {name: {*definition["properties"]} for name, definition in SCHEMA["$defs"].items()}
    assert {*document} == {*SCHEMA["properties"]}
    assert {*document["findings"][0]} == definitions["finding"] | definitions["place"]
    assert {*document["findings"][2]["related"][0]} == {"message"} | definitions["place"]
    assert {*document["summary"]} == definitions["summary"]


def test_the_schema_refuses_a_line_0(findings, context) -> None:
    document = json.loads(json_report.report(findings, context))
    document["findings"][0]["line"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(document)


def test_json_is_one_document_with_version_places_and_counts(findings, context) -> None:
    document = json.loads(json_report.report(findings, context))
    assert document["version"] == 1
    assert document["findings"][2]["logical"] == "checkout/stages[pay]/steps[confirm]/persona"
    told = {"errors": 4, "warnings": 1, "infos": 1, "files_with_findings": 2, "files": 4}
    assert document["summary"] == told | {
        "fixable": 1,
        "fixable_unsafely": 1,
        "suppressed": 3,
        "baseline": 2,
        "not_new": 1,
    }


def test_a_line_is_an_item_of_the_list(findings, context) -> None:
    lines = jsonl.report(findings, context).splitlines()
    assert list(map(json.loads, lines)) == json.loads(json_report.report(findings, context))["findings"]


def test_gitlab_tells_every_finding_apart(findings, context) -> None:
    issues = json.loads(gitlab.report([*findings, *findings], context))
    assert len({issue["fingerprint"] for issue in issues}) == 2 * len(findings)
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}


@pytest.mark.parametrize(
    ("text", "mark", "columns"),
    [("id: x", "x", (5, 6)), ("a𐐀b", "b", (6, 7)), ("é: 日本", "日本", (5, 11)), ("👨‍👩‍👧: x", "x", (21, 22))],
)
def test_reviewdog_counts_bytes(text, mark, columns) -> None:
    file = SourceFile("a.yaml", Path("a.yaml"), "a.yaml", text.encode())
    context = Context(Sources({"a.yaml": Source(file, "a", Limits())}, ("a.yaml",)))
    start = text.index(mark) + 1
    found = Finding(Location("a.yaml", Span(1, start, 1, start + len(mark))), "some-rule", "bad", Severity.ERROR)
    document = json.loads(rdjson.report([found], context))
    place = document["diagnostics"][0]["location"]["range"]
    assert (place["start"]["column"], place["end"]["column"]) == columns
