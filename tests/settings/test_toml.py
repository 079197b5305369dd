"""`[tool.cjm]` of `pyproject.toml` is `cjm.yaml` in other words, and its mistakes have places too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm_cli.source import Limits, Scalar
from cjm_cli.source.toml import has_table, read_toml

TEXT = """\
[project]
name = "x"

[tool.cjm]
# extends = "no"
name = "Shop"
extends = ["recommended", "strict"]
render.output = "out"
scale = {min = 1, max = 5}
include = [
  "a/**",  # first
  "b/**",
]
[tool.cjm.rules]
journey-too-long = {severity = "warning", max_stages = 8}
"stage-count" = "info"
[tool.cjm.limits]
depth = 9
[[tool.cjm.overrides]]
files = ["drafts/**"]
rules = {flat-curve = "off"}
[[tool.cjm.overrides]]
files = "b"
[tool.cjm.overrides.rules]
flat-curve = "info"

[other]
depth = 3
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("name",), (6, "name"), (6, "Shop")),
        (("extends",), (7, "extends"), (7, '["recommended", "strict')),
        (("extends", 1), None, (7, "strict")),
        (("render", "output"), (8, "output"), (8, "out")),
        (("scale", "max"), (9, "max"), (9, "5")),
        (("include", 1), None, (12, "b/**")),
        (("rules",), (14, "[tool.cjm.rules]"), (14, "[tool.cjm.rules]")),
        (("rules", "journey-too-long", "max_stages"), (15, "max_stages"), (15, "8")),
        (("rules", "stage-count"), (16, "stage-count"), (16, "info")),
        (("limits", "depth"), (18, "depth"), (18, "9")),
        (("overrides", 0, "rules", "flat-curve"), (21, "flat-curve"), (21, "off")),
        (("overrides", 1), None, (22, "[[tool.cjm.overrides]]")),
        (("overrides", 1, "files"), (23, "files"), (23, "b")),
        (("overrides", 1, "rules", "flat-curve"), (25, "flat-curve"), (25, "info")),
    ],
)
def test_every_key_and_value_has_a_place(route, key, value, end) -> None:
    document, findings = read_toml("pyproject.toml", TEXT.replace("\n", end).encode(), Limits())
    assert findings == []
    assert document is not None
    for is_key, expected in ((True, key), (False, value)):
        if expected is not None:
            span = document.span(route, key=is_key)
            assert (span.line, document.line(span.line)[span.column - 1 : span.end_column - 1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "tool.cjm.name = 'x'\n",
        "tool = {cjm = {name = 'x'}}\n",
        "[tool]\ncjm = {name = 'x'}\n",
        "[tool]\ncjm.name = 'x'\n",
        "[ tool . 'cjm' ]\nname = 'x'\n",
        "[tool.cjm]\n'name' = '''x'''\n",
    ],
)
def test_however_the_table_is_written_it_is_read_and_has_some_place(text) -> None:
    document, _ = read_toml("p.toml", text.encode(), Limits())
    assert document is not None
    assert document.data == {"name": "x"}
    assert document.span(("name",)).line <= len(text.splitlines())
    assert has_table(text)


def test_values_are_those_of_yaml() -> None:
    text = "[tool.cjm]\na = 1\nb = true\nc = 1.5\nd = 'x'\ne = 2020-01-01\nf = []\ng = ''\n"
    document, _ = read_toml("p.toml", text.encode(), Limits())
    assert document is not None
    assert document.data == {"a": "1", "b": "true", "c": "1.5", "d": "x", "e": "2020-01-01", "f": [], "g": ""}
    assert [getattr(document.data[key], "value", None) for key in "abcd"] == [1, True, 1.5, None]
    assert isinstance(document.data["b"], Scalar)


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"[tool.cjm]\nx = = 2\n", (2, 5), "the file is not sound TOML: invalid value"),
        (b"[tool.cjm\n", (1, 10), "the file is not sound TOML: expected"),
        (b"a = " + b"[" * 20_000, None, "the file is not sound TOML: it nests too deep"),
        (b"[tool.cjm]\nx = '\xff'\n", (2, 6), "the file is not UTF-8"),
        (b"\xff\xfe", (1, 1), "the file is UTF-16"),
    ],
)
def test_what_is_no_toml_is_a_finding(content, place, message) -> None:
    document, (finding,) = read_toml("p.toml", content, Limits())
    assert document is None
    assert finding.message.startswith(message)
    assert place in (None, (finding.location.span.line, finding.location.span.column))


@given(st.text(alphabet="[]tol.cjm=\"'{}#, \n1x", max_size=60))
def test_any_text_is_a_document_or_a_finding(text) -> None:
    document, findings = read_toml("p.toml", text.encode(), Limits())
    assert (document is None) == bool(findings)


def test_settings_in_pyproject_are_in_force_and_their_mistakes_are_told(cjm, write) -> None:
    journey = "title: A\nstages:\n  - {name: B, thoughts: x}\n"
    table = '[tool.cjm]\nextends = "minimal"\n[tool.cjm.rules]\nstage-without-emotion = "error"\n'
    write({"pyproject.toml": table, "a.journey.yaml": journey})
    assert cjm("validate", "-f", "concise").stdout.startswith("a.journey.yaml:3:12: error[stage-without-emotion]")
    write({"pyproject.toml": table.replace("emotion", "emotions")})
    ran = cjm("validate", "-f", "concise")
    assert ran.returncode == 2
    assert ran.stdout == 'pyproject.toml:4:1: error[unknown-rule] unknown rule "stage-without-emotions"\n'
    write({"pyproject.toml": table.replace("[tool.cjm]", "[tool.cjm")})
    ran = cjm("validate", "-f", "concise")
    assert (ran.returncode, ran.stdout.partition(" ")[0]) == (2, "pyproject.toml:1:10:")


def test_a_catalogue_in_pyproject_is_looked_at_too(cjm, write) -> None:
    table = (
        '[tool.cjm]\nextends = "minimal"\nchannels = [\n  {id = "web", name = "W"},\n  {id = "fax", name = "F"},\n]\n'
    )
    journey = "title: A\nstages:\n  - {name: B, channels: web, emotion: sad}\n"
    write({"pyproject.toml": table + "# cjm: ignore-file[unused-entry]\n", "a.journey.yaml": journey})
    assert cjm("validate", "-f", "concise").stdout.startswith("pyproject.toml:5:10: warning[unused-entry]")


def test_of_two_settings_files_cjm_yaml_counts(cjm, write) -> None:
    write({"pyproject.toml": "[tool.cjm]\nnonsense = 1\n", "cjm.yaml": "name: A\n", "a.persona.yaml": "name: B\n"})
    assert "nonsense" not in cjm("validate").stdout


def test_a_project_within_another_is_one_of_its_own(cjm, write) -> None:
    table = '[tool.cjm]\nextends = "minimal"\n'
    journey = "title: A\nstages:\n  - {name: B, channels: web, emotion: sad}\n"
    write({"pyproject.toml": table, "a.journey.yaml": journey, "b/pyproject.toml": table, "b/a.journey.yaml": journey})
    assert cjm("validate", ".").stderr == "All good: 4 files, no finding.\n"


def test_a_number_that_is_too_long_is_a_mistake_with_a_place():
    document, (finding,) = read_toml("pyproject.toml", b"[tool.cjm]\ncjm = " + b"9" * 5000 + b"\n", Limits())
    assert document is None
    assert finding.message == "the file is not sound TOML: it nests too deep, or a number is too long"


def test_places_are_found_behind_a_list_of_many_lines():
    listed = "exclude = [\n" + '  "a",\n' * 3000 + "]\n"
    document, _ = read_toml("pyproject.toml", f'[tool.cjm]\n{listed}name = "x"\n'.encode(), Limits())
    assert document is not None
    assert document.span(("exclude", 2)).line == 5
    assert document.span(("name",)).line == 3004
