"""JSON has a published schema."""

import json

import jsonschema
import pytest

from cjm_cli import resources
from cjm_cli.reviews import json as json_review

SCHEMA = json.loads(resources.schema("changes"))
FINDINGS = json.loads(resources.schema("findings"))


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_json_is_what_its_schema_says(difference, same) -> None:
    for one in (difference, same):
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json_review.review(one)))


def test_findings_are_what_they_are_elsewhere() -> None:
    for name in ("finding", "fix", "place"):
        assert SCHEMA["$defs"][name] == FINDINGS["$defs"][name]


def test_the_schema_knows_every_field(difference) -> None:
    document = json.loads(json_review.review(difference))
    properties = {name: {*found.get("properties", ())} for name, found in SCHEMA["$defs"].items()}
    assert {*document} == {*SCHEMA["properties"]}
    assert {*document["changes"][0]} == properties["change"]
    assert {*document["changes"][0]["places"]["old"]} == properties["logical-place"] | properties["place"]
    assert {*document["journeys"][0]} == properties["journey"]
    assert {*document["journeys"][0]["curve"][0]} == properties["felt"]
    assert {*document["summary"]} == properties["summary"]


def test_the_schema_refuses_a_kind_that_there_is_not(difference) -> None:
    document = json.loads(json_review.review(difference))
    document["changes"][0]["kind"] = "replaced"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(document)


def test_the_summary_counts(difference) -> None:
    summary = json.loads(json_review.review(difference))["summary"]
    assert (summary["impact"], summary["changes"], summary["journeys"], summary["personas"]) == ("major", 22, 2, 1)
    assert (summary["major"], summary["minor"], summary["patch"]) == (1, 17, 4)
    assert sum(summary[kind] for kind in ("added", "removed", "moved", "renamed", "changed")) == 22
