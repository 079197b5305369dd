"""A finding is recognised wherever its lines have moved to."""

from dataclasses import replace
from pathlib import Path

import pytest

from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.reports import Source, Sources
from cjm_cli.reports._fingerprint import fingerprints
from cjm_cli.source.limits import Limits
from cjm_cli.span import Span
from cjm_cli.workspace.source_file import SourceFile

NOWHERE = Sources({}, ())


def finding(message: str = 'stage "Pay" has no emotion', logical: str = "stages[pay] › name", line: int = 1) -> Finding:
    return Finding(Location("a.journey.yaml", Span(line, 1, line, 2), logical), "some-rule", message, Severity.WARNING)


def only(found: Finding, sources: Sources = NOWHERE) -> str:
    return fingerprints([found], sources)[0]


def test_a_line_says_nothing() -> None:
    assert only(finding(line=1)) == only(finding(line=80))


def test_a_severity_and_a_way_out_say_nothing() -> None:
    assert only(replace(finding(), severity=Severity.ERROR, help="try harder", label="here")) == only(finding())


@pytest.mark.parametrize(
    "other",
    [
        finding(message='stage "Search" has no emotion'),
        finding(logical="stages[search] › name"),
        replace(finding(), rule="other-rule"),
        replace(finding(), location=Location("b.journey.yaml", Span(1, 1, 1, 2), "stages[pay] › name")),
    ],
)
def test_rule_file_way_and_words_tell_findings_apart(other) -> None:
    assert only(other) != only(finding())


def test_the_place_in_a_list_of_what_has_no_name_says_nothing() -> None:
    assert only(finding(logical="stages[#3] › name")) == only(finding(logical="stages[#1] › name"))


def test_a_count_says_nothing_but_a_number_in_a_name_does() -> None:
    assert only(finding(message="12 stages, more than 9")) == only(finding(message="14 stages, more than 9"))
    assert only(finding(message='two steps "Step 1"')) != only(finding(message='two steps "Step 2"'))


def test_what_is_equal_otherwise_is_counted() -> None:
    twice = fingerprints([finding(line=1), finding(line=2)], NOWHERE)
    assert len({*twice}) == 2
    assert twice[0] == only(finding())


def test_where_the_user_stands_says_nothing() -> None:
    def seen_as(name: str) -> str:
        file = SourceFile(name, Path(name), "journeys/a.journey.yaml")
        found = replace(finding(), location=finding().location._replace(path=name))
        return only(found, Sources({name: Source(file, "a", Limits())}, (name,)))

    assert seen_as("a.journey.yaml") == seen_as("../project/journeys/a.journey.yaml")


def test_a_name_that_is_no_text_has_a_fingerprint_too() -> None:
    assert only(replace(finding(), location=Location("\udcff.yaml", Span(1, 1, 1, 2))))
