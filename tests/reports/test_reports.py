"""What each report makes of the same findings, and what none of them lets through."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cjm_cli import __version__, plugins, reports
from cjm_cli.colour import plain
from cjm_cli.finding import Finding, Location, Related, Severity
from cjm_cli.reports import Context, Sources, checkstyle, full, github, grouped, junit, markdown
from cjm_cli.span import Span
from cjm_cli.terminal import escape

NAMES = plugins.names(reports)
TELLING = [name for name in NAMES if name != "none"]
LINES = ("concise", "grouped", "github", "jsonl", "checkstyle")
JSON = ("json", "sarif", "gitlab", "rdjson")
XML = ("junit", "checkstyle")


def make(name: str, findings: list[Finding], context: Context) -> str:
    return plain(plugins.load(reports, name).report(findings, context))


def texts(value: object) -> list[str]:
    """Every text in what was read from JSON."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in inner for text in texts(part)]


def read(name: str, text: str) -> str:
    """The texts of a report as whoever it is for gets to see them."""
    if name in JSON:
        return "\n".join(texts(json.loads(text)))
    if name == "jsonl":
        return "\n".join(part for line in text.splitlines() for part in texts(json.loads(line)))
    if name in XML:
        elements = ElementTree.fromstring(text.encode()).iter()
        return "\n".join(part for element in elements for part in (*element.attrib.values(), element.text or ""))
    if name == "markdown":
        html = MarkdownIt("gfm-like", {"linkify": False}).render(text)
        return "".join(ElementTree.fromstring(f"<page>{html}</page>".replace("<br>", "<br/>")).itertext())
    return text.replace("%25", "%") if name == "github" else text


def finding(message: str, *, path: str = "a.journey.yaml", related: str = "") -> Finding:
    location = Location(path, Span(1, 1, 1, 6), message)
    more = (Related(location, related),) if related else ()
    return Finding(location, "some-rule", message, Severity.WARNING, label=message, help=message, related=more)


@pytest.mark.parametrize("name", NAMES)
def test_a_report_looks_as_agreed(golden, findings, context, name) -> None:
    text = plugins.load(reports, name).report(findings, context)
    golden(f"{name}.txt", plain(text).replace(f'"{__version__}"', '"VERSION"'))
    assert text.endswith("\n") or name == "none"


def test_severities_are_painted(golden, findings, context) -> None:
    golden("full-painted.txt", full.report(findings[1:3], context).replace("\x1b", "␛"))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_a_terminal_obeys_gets_through(findings, context, name) -> None:
    text = make(name, findings, context)
    assert escape(text.replace("\n", "")) == text.replace("\n", "")


@pytest.mark.parametrize("name", [name for name in TELLING if name not in ("json", "jsonl")])
@pytest.mark.parametrize("hidden", ["\x1b[31m", "\x85", "\x00", "\u202e", "\u2028", "\ufffe", "\udcff"])
def test_what_is_hidden_is_shown_wherever_people_read_it(context, name, hidden) -> None:
    # Tools find the file by its name, so that in JSON it has to be the name itself; XML cannot hold it.
    path = "a.journey.yaml" if name in ("gitlab", "rdjson") else f"a{hidden}.journey.yaml"
    told = read(name, make(name, [finding(f"before{hidden}after", path=path, related=f"there{hidden}")], context))
    assert hidden not in told
    shown = " " if name == "markdown" and hidden.isspace() else escape(hidden)
    assert f"before{shown}after" in told


def test_json_holds_texts_as_they_are_and_a_terminal_gets_them_escaped(context) -> None:
    for name in ("json", "jsonl"):
        text = make(name, [finding("a\x1b[31m\u202eb")], context)
        assert text.isascii()
        assert "a\x1b[31m\u202eb" in read(name, text)


@pytest.mark.parametrize("name", TELLING)
@pytest.mark.parametrize(
    "text", ["[tool.cjm]", "[bold]x[/bold]", "<b>&amp;</b>", "]]>", "日本語 é 👨‍👩‍👧", "{0} {name}", "100%"]
)
def test_a_text_survives(context, name, text) -> None:
    assert f"of {text} here" in read(name, make(name, [finding(f"of {text} here")], context))


@pytest.mark.parametrize("name", TELLING)
def test_a_long_message_survives_whole(context, name) -> None:
    message = " ".join(["word"] * 100)
    assert len(message) == 499
    assert message in read(name, make(name, [finding(message)], context))


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("message", ["x" * 500, "two\nlines", "two\r\nlines", "para\u2029graph", "form\x0cfeed"])
def test_a_finding_stays_on_its_line(context, name, message) -> None:
    one = make(name, [finding("short")], context)
    assert len(make(name, [finding(message)], context).splitlines()) == len(one.splitlines())


FIRST_PLACE = {
    "full": "--> a.journey.yaml:1:1\n",
    "concise": "a.journey.yaml:1:1: ",
    "grouped": "  1:1  ",
    "github": "line=1,col=1,endLine=1,endColumn=6",
    "json": '"line": 1,\n      "column": 1,\n      "end_line": 1,\n      "end_column": 6',
    "jsonl": '"line": 1, "column": 1, "end_line": 1, "end_column": 6',
    "sarif": '"startLine": 1,\n                  "startColumn": 1,\n                  "endLine": 1,',
    "gitlab": '"lines": {\n        "begin": 1,',
    "junit": ' line="1"><failure type="warning" message="x — x">a.journey.yaml:1:1</failure>',
    "checkstyle": '<error line="1" column="1" ',
    "rdjson": '"start": {\n            "line": 1\n          }',
    "markdown": "| 1:1 |",
}


@pytest.mark.parametrize("name", TELLING)
def test_places_count_from_1(context, name) -> None:
    assert FIRST_PLACE[name] in make(name, [finding("x")], context).replace("&#8212;", "—")


@pytest.mark.parametrize("name", NAMES)
def test_no_finding_makes_no_fuss(context, name) -> None:
    text = make(name, [], context)
    if name in JSON:
        document = json.loads(text)
        assert "some-rule" not in text
        assert [] in (document, *(document if isinstance(document, list) else document.values())) or name == "sarif"
    elif name in XML:
        assert "failure" not in {element.tag for element in ElementTree.fromstring(text).iter()}
    else:
        told = "All good: 4 files, no finding (3 suppressed, 2 in the baseline, 1 not new)."
        assert text == (f"## Customer journeys\n\n{told}\n" if name == "markdown" else "")


@pytest.mark.parametrize("name", NAMES)
def test_a_report_says_what_it_is(name) -> None:
    module = plugins.load(reports, name)
    assert module.__doc__
    assert len(module.__doc__.splitlines()) == 1


@pytest.mark.parametrize("name", [*JSON, "jsonl", *XML])
def test_what_machines_read_is_ascii_and_so_right_in_any_encoding(findings, context, name) -> None:
    assert make(name, findings, context).isascii()


@pytest.mark.parametrize("name", NAMES)
def test_no_report_holds_an_absolute_path(findings, context, name) -> None:
    absolute = str(context.sources.files[findings[1].location.path].file.path.absolute().parent.parent)
    assert absolute not in make(name, findings, context)


def test_github_escapes_what_would_end_a_command(context) -> None:
    location = Location("a,b:c%.journey.yaml", Span(1, 1, 1, 2))
    told = github.report([Finding(location, "some-rule", "100%, a: b", Severity.INFO, help="way\nout")], context)
    assert told == (
        "::notice file=a%2Cb%3Ac%25.journey.yaml,line=1,col=1,endLine=1,endColumn=2,title=some-rule"
        "::100%25, a: b%0Away\\nout\n"
    )


@given(text=st.text(st.characters(exclude_categories=[])))
def test_xml_is_xml_whatever_the_text(text) -> None:
    for report in (junit, checkstyle):
        root = ElementTree.fromstring(report.report([finding(text, path=text)], Context(Sources({}, ()))))
        assert len([*root.iter()]) > 2


def test_groups_are_aligned_under_wide_names(context) -> None:
    found = [finding("x", path="日本.yaml"), replace(finding("y", path="日本.yaml"), severity=Severity.ERROR)]
    assert plain(grouped.report(found, context)) == (
        "日本.yaml\n  1:1  warning  some-rule  x\n  1:1  error    some-rule  y\n\n"
    )


def test_a_suite_counts_its_failures_and_a_file_without_any_is_a_test_that_passed(findings, context) -> None:
    root = ElementTree.fromstring(junit.report(findings, context))
    suites = {suite.get("name"): suite for suite in root}
    counts = {name: (int(suite.get("tests", 0)), int(suite.get("failures", 0))) for name, suite in suites.items()}
    assert counts == {
        "broken.journey.yaml": (1, 1),
        "good.journey.yaml": (1, 0),
        "journeys/checkout.journey.yaml": (5, 5),
        "personas/shopper.persona.yaml": (1, 0),
    }
    assert (root.get("tests"), root.get("failures")) == ("8", "6")
    assert not any(element.get("time") or element.get("timestamp") for element in root.iter())


def test_a_test_keeps_its_name_when_its_line_moves(findings, context) -> None:
    moved = [replace(f, location=f.location._replace(span=Span(90, 1, 90, 2))) for f in findings]
    named = re.compile(r' name="([^"]*)"')
    assert named.findall(junit.report(moved, context)) == named.findall(junit.report(findings, context))


def test_markdown_leaves_room_in_a_comment_of_github(context) -> None:
    found = [finding(f"number {number} is *too* much" * 5, path=f"{number // 10}.yaml") for number in range(1_000)]
    text = markdown.report(found, context)
    assert 50_000 < len(text) < 65_536
    assert re.search(r"\n\n\d+ more findings would not fit here\.\n$", text)
    assert "Found 1000 warnings" in text


def test_markdown_of_a_hostile_text_is_a_table_still(context) -> None:
    bad = finding("a | b\n# c `d` <script>alert()</script> @user ![x](y) **z**", path="`x`|<b>.yaml")
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown.report([bad], context))
    assert html.count("<tr>") == 4
    assert not re.search("<(script|img|strong|a|b)[ >]", html)
