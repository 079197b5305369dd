"""SARIF is what its model says, knows the rules, and recognises findings without their lines."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from markdown_it import MarkdownIt
from pydantic import BaseModel
from sarif_pydantic import Sarif

from cjm_cli import __version__
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.selection import activate
from cjm_cli.reports import Context, Sources, sarif
from cjm_cli.span import Span

UNKNOWN_TO_THE_MODEL = {("Run", "columnKind")}
"""What the standard has and the model lacks."""


@pytest.fixture
def run(findings, context) -> dict[str, Any]:
    return only_run(sarif.report(findings, context))


def only_run(text: str) -> dict[str, Any]:
    (run,) = json.loads(text)["runs"]
    return run


def unknown(value: object) -> Iterator[tuple[str, str]]:
    """Fields that the model has never heard of; it takes them all the same."""
    if isinstance(value, BaseModel):
        yield from ((type(value).__name__, name) for name in value.model_extra or {})
        value = dict(value)
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for part in value:
            yield from unknown(part)


def test_a_log_is_what_the_model_says(findings, context) -> None:
    for found in (findings, []):
        log = Sarif.model_validate_json(sarif.report(found, context))
        assert {*unknown(log)} == UNKNOWN_TO_THE_MODEL
        assert log.version == "2.1.0"
        assert len(log.runs[0].results or []) == len(found)


def test_the_tool_says_who_it_is(run) -> None:
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("cjm", __version__)
    assert run["columnKind"] == "unicodeCodePoints"


def test_every_rule_in_force_and_every_one_broken_is_described(run) -> None:
    rules = run["tool"]["driver"]["rules"]
    names = [rule["id"] for rule in rules]
    assert names == sorted(["duplicate-id", "placeholder-text", "unknown-field", "unknown-persona", "unreadable-file"])
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_rule_there_is_can_be_described() -> None:
    rules = {name: activate(rule) for name, rule in all_rules().items()}
    described = only_run(sarif.report([], Context(Sources({}, ()), rules)))["tool"]["driver"]["rules"]
    assert len(described) == len(rules)
    for rule in described:
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["properties"]["preset"] in {"minimal", "recommended", "strict"}
        assert "\n" not in rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert MarkdownIt().render(rule["help"]["markdown"]).count("<pre>") >= 2


def test_a_level_of_the_settings_is_the_rules_own(context) -> None:
    rules = {name: activate(rule) for name, rule in all_rules().items() if name == "placeholder-text"}
    louder = {name: replace(active, severity=Severity.ERROR) for name, active in rules.items()}
    (rule,) = only_run(sarif.report([], Context(context.sources, louder)))["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_levels_are_those_of_the_standard(run) -> None:
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_paths_are_relative_to_a_folder_that_is_not_told(run) -> None:
    assert "uri" not in run["originalUriBaseIds"]["PROJECTROOT"]
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in run["results"]]
    assert {place["uriBaseId"] for place in places} == {"PROJECTROOT"}
    assert places[1]["uri"] == "journeys/checkout.journey.yaml"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b.yaml", "a%20b.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"),
        ("100%#?.yaml", "100%25%23%3F.yaml"),
        ("ä.yaml", "%C3%A4.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
        ("../x/a.yaml", "../x/a.yaml"),
    ],
)
def test_a_path_is_a_uri(context, path, uri) -> None:
    found = Finding(Location(path, Span(1, 1, 1, 2)), "some-rule", "bad", Severity.ERROR)
    (result,) = only_run(sarif.report([found], context))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_rule_that_nobody_knows_is_named_all_the_same(context) -> None:
    found = Finding(Location("a.yaml", Span(1, 1, 1, 2)), "some-rule", "bad", Severity.ERROR)
    run = only_run(sarif.report([found], context))
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]] == {"id": "some-rule"}


def test_second_places_and_the_way_through_the_data_are_told(run) -> None:
    result = run["results"][2]
    assert result["relatedLocations"][0]["message"]["text"] == '"shopper" is defined here'
    (logical,) = result["locations"][0]["logicalLocations"]
    assert logical["fullyQualifiedName"] == "checkout/stages[pay]/steps[confirm]/persona"


def test_results_are_recognised_without_their_lines(findings, context, run) -> None:
    moved = [replace(f, location=f.location._replace(span=Span(90, 1, 90, 2))) for f in findings]
    again = only_run(sarif.report(moved, context))
    prints = [[result["partialFingerprints"] for result in each["results"]] for each in (run, again)]
    assert prints[0] == prints[1]
