"""What each report makes of the same findings, and what none of them lets through."""

import json
from pathlib import Path

import pytest

from cjm_cli import plugins, reports
from cjm_cli.colour import plain
from cjm_cli.finding import Finding, Location, Related, Severity
from cjm_cli.reports import Source, Sources, concise, full, github
from cjm_cli.reports import json as json_report
from cjm_cli.source.limits import Limits
from cjm_cli.span import Span
from cjm_cli.terminal import escape
from cjm_cli.workspace.source_file import SourceFile

CHECKOUT = f"""\
title: Checkout
stages:
  - id: pay
    steps:
      - id: address
        name: Address
      - id: confirm
        persona: shoper
  - name: "[bold]日本語[/bold] é 👨‍👩‍👧", feling: happy
  - name: {"long " * 30}, tuchpoints: here, {"and on " * 30}
  - id: pay
"""

SHOPPER = "id: shopper\nname: Shopper\n"


def place(path: str, line: int, column: int, length: int, logical: str = "") -> Location:
    return Location(path, Span(line, column, line, column + length), logical)


JOURNEY = "journeys/checkout.journey.yaml"
LINES = CHECKOUT.splitlines()
FINDINGS = [
    Finding(
        Location("broken.journey.yaml", Span(1, 1, 1, 2)),
        "unreadable-file",
        "the file cannot be read: permission denied",
        Severity.ERROR,
        help="check that it is a file and that you may read it",
    ),
    Finding(
        place(JOURNEY, 1, 8, 8, "title"),
        "placeholder-text",
        "100% of \x1b[31m\u202ethis\x85 is\na: placeholder, [tool.cjm]",
        Severity.INFO,
    ),
    Finding(
        place(JOURNEY, 8, 18, 6, "stages[pay] › steps[confirm] › persona"),
        "unknown-persona",
        'unknown persona "shoper"',
        Severity.ERROR,
        label="not defined in this project",
        help='did you mean "shopper"?',
        related=(Related(place("personas/shopper.persona.yaml", 1, 5, 7), '"shopper" is defined here'),),
    ),
    Finding(
        place(JOURNEY, 9, LINES[8].index("feling") + 1, 6, "stages[日本語] › feling"),
        "unknown-field",
        'unknown field "feling"',
        Severity.ERROR,
        help=f'did you mean "feeling"? known here: {", ".join(["actions", "backstage", "barriers", "channels"] * 5)}',
    ),
    Finding(
        place(JOURNEY, 10, LINES[9].index("tuchpoints") + 1, 10, "stages[#3] › tuchpoints"),
        "unknown-field",
        'unknown field "tuchpoints"',
        Severity.WARNING,
    ),
    Finding(
        place(JOURNEY, 11, 9, 3, "stages[pay] › id"),
        "duplicate-id",
        'two stages have the id "pay"',
        Severity.ERROR,
        related=(Related(place(JOURNEY, 3, 9, 3), "first given here"),),
    ),
]


def source(name: str, text: str, id_: str) -> Source:
    return Source(SourceFile(name, Path("nowhere") / name, name, text.encode()), id_, Limits())


@pytest.fixture
def sources() -> Sources:
    given = (source(JOURNEY, CHECKOUT, "checkout"), source("personas/shopper.persona.yaml", SHOPPER, "shopper"))
    return Sources({item.file.name: item for item in given}, 12)


@pytest.mark.parametrize("name", plugins.names(reports))
def test_a_report_looks_as_agreed(golden, sources, name) -> None:
    text = plugins.load(reports, name).report(FINDINGS, sources)
    golden(f"{name}.txt", plain(text))
    assert text.endswith("\n")


def test_severities_are_painted(golden, sources) -> None:
    golden("full-painted.txt", full.report(FINDINGS[1:3], sources).replace("\x1b", "␛"))


@pytest.mark.parametrize("name", plugins.names(reports))
def test_nothing_that_a_terminal_obeys_gets_through(sources, name) -> None:
    text = plain(plugins.load(reports, name).report(FINDINGS, sources))
    assert escape(text.replace("\n", "")) == text.replace("\n", "")


@pytest.mark.parametrize("name", plugins.names(reports))
def test_no_finding_makes_no_fuss(sources, name) -> None:
    text = plugins.load(reports, name).report([], sources)
    assert text == "" or json.loads(text)["findings"] == []


@pytest.mark.parametrize("name", plugins.names(reports))
def test_a_report_says_what_it_is(name) -> None:
    module = plugins.load(reports, name)
    assert module.__doc__
    assert len(module.__doc__.splitlines()) == 1


def test_markup_in_a_text_survives(sources) -> None:
    assert '"[bold]日本語[/bold] é 👨‍👩‍👧"' in full.report(FINDINGS, sources)
    for report in (full, concise, github):
        assert "[tool.cjm]" in report.report(FINDINGS, sources)


@pytest.mark.parametrize("message", ["x" * 500, "two\nlines", "two\r\nlines", "para\u2029graph", "form\x0cfeed"])
def test_concise_is_always_one_line(sources, message) -> None:
    finding = Finding(place(JOURNEY, 1, 1, 5), "some-rule", message, Severity.WARNING)
    assert len(concise.report([finding], sources).splitlines()) == 1


def test_github_escapes_what_would_end_a_command(sources) -> None:
    location = Location("a,b:c%.journey.yaml", Span(1, 1, 1, 2))
    told = github.report([Finding(location, "some-rule", "100%, a: b", Severity.INFO, help="way\nout")], sources)
    assert told == (
        "::notice file=a%2Cb%3Ac%25.journey.yaml,line=1,col=1,endLine=1,endColumn=2,title=some-rule"
        "::100%25, a: b%0Away\\nout\n"
    )


def test_json_is_one_document_in_ascii(sources) -> None:
    text = json_report.report(FINDINGS, sources)
    document = json.loads(text)
    assert text.isascii()
    assert document["version"] == 1
    assert document["findings"][2]["logical"] == "checkout/stages[pay]/steps[confirm]/persona"
    assert document["summary"] == {"errors": 4, "warnings": 1, "infos": 1, "files_with_findings": 2, "files": 12}
