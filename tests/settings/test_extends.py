"""Settings extend presets and files of rules, and change rules for some files and for parts of them."""

import pytest

from cjm_cli.finding import Severity
from cjm_cli.session import open_session
from cjm_cli.settings import Settings, settings_of
from cjm_cli.workspace.discover import Place

MAP = """\
title: A
stages:
  - {id: pay, name: Pay, steps: [{id: confirm, name: Confirm, action: x}]}
  - {id: payment, name: Payment, thoughts: x}
"""


@pytest.fixture
def settings(write, tmp_path, monkeypatch):  # type: ignore[no-untyped-def]
    """The settings that some files make."""
    monkeypatch.chdir(tmp_path)
    return lambda files: settings_of(Place(write(files)))


def level(settings: Settings, rule: str) -> Severity | str | None:
    active = settings.selection.active.get(rule)
    return active.severity if active else "off"


@pytest.mark.parametrize(
    ("files", "levels"),
    [
        (
            {"cjm.yaml": "extends: [minimal, team.yaml]\n", "team.yaml": "rules: {flat-curve: error}\n"},
            ("error", "off"),
        ),
        ({"cjm.yaml": "extends: team.yaml\n", "team.yaml": "extends: recommended\n"}, (None, "off")),
        (
            {"cjm.yaml": "extends: team.yaml\n", "team.yaml": "extends: [strict]\nrules: {flat-curve: off}\n"},
            ("off", None),
        ),
        (
            {
                "cjm.yaml": "extends: team.yaml\nrules: {flat-curve: info}\n",
                "team.yaml": "rules: {flat-curve: error}\n",
            },
            ("info", "off"),
        ),
        (
            {
                "cjm.yaml": "extends: [./a/team.yml, b.yaml]\n",
                "a/team.yml": "extends: ../c.yaml\nrules: {flat-curve: error}\n",
                "b.yaml": "rules: {single-channel: warning}\n",
                "c.yaml": "rules: {flat-curve: info, single-channel: error}\n",
            },
            ("error", "warning"),
        ),
    ],
)
def test_what_is_said_later_and_nearer_counts(settings, files, levels) -> None:
    found = settings(files)
    assert found.findings == ()
    assert (level(found, "flat-curve"), level(found, "single-channel")) == levels


def test_options_given_in_several_places_are_put_together(settings) -> None:
    found = settings(
        {
            "cjm.yaml": "extends: t.yaml\nrules: {journey-too-long: {max_steps: 50}}\n",
            "t.yaml": "rules: {journey-too-long: {severity: info, max_stages: 8}}\n",
        }
    )
    active = found.selection.active["journey-too-long"]
    assert (active.severity, active.options.max_stages, active.options.max_steps) == ("info", 8, 50)


@pytest.mark.parametrize(
    ("files", "place", "message"),
    [
        ({"cjm.yaml": "extends: [strct]\n"}, ("cjm.yaml", 1), 'unknown preset "strct"'),
        ({"cjm.yaml": "name: A\nextends:\n  - no.yaml\n"}, ("cjm.yaml", 3), '"no.yaml" cannot be read: no such file'),
        ({"cjm.yaml": "extends: a/b\n"}, ("cjm.yaml", 1), '"a/b" cannot be read: no such file'),
        ({"cjm.yaml": "extends: /dev/zero\n"}, ("cjm.yaml", 1), '"/dev/zero" cannot be read: not a file'),
        ({"cjm.yaml": "extends: ./sub\n", "sub/x": ""}, ("cjm.yaml", 1), '"./sub" cannot be read: is a directory'),
        ({"cjm.yaml": "extends: ./cjm.yaml\n"}, ("cjm.yaml", 1), '"./cjm.yaml" extends itself'),
        (
            {"cjm.yaml": "extends: a.yaml\n", "a.yaml": "extends: b.yaml\n", "b.yaml": "\nextends: a.yaml\n"},
            ("b.yaml", 2),
            '"a.yaml" extends itself',
        ),
        (
            {"cjm.yaml": "extends: a.yaml\n", "a.yaml": "rules: {flat-curv: off}\n"},
            ("a.yaml", 1),
            'unknown rule "flat-curv"',
        ),
        ({"cjm.yaml": "extends: a.yaml\n", "a.yaml": "rules: [\n"}, ("a.yaml", 1), "a bracket is never closed"),
        ({"cjm.yaml": "extends: a.yaml\n", "a.yaml": ""}, ("a.yaml", 1), "a ruleset has keys and values"),
        ({"cjm.yaml": "extends: a.yaml\n", "a.yaml": "channels: []\n"}, ("a.yaml", 1), 'unknown field "channels"'),
        (
            {"cjm.yaml": "extends: a.yaml\n", "a.yaml": "rules: {emotion: off}\n"},
            ("a.yaml", 1),
            'unknown rule "emotion"',
        ),
    ],
)
def test_a_mistake_is_told_where_it_is(settings, files, place, message) -> None:
    (finding,) = settings(files).findings
    assert (finding.location.path, finding.location.span.line) == place
    assert finding.message.startswith(message)
    assert finding.help


def test_a_mistake_in_a_file_that_is_extended_ends_the_run(cjm, write) -> None:
    write({"cjm.yaml": "extends: team.yaml\n", "team.yaml": "rules: {flat-curv: off}\n", "a.journey.yaml": MAP})
    for command in ("validate", "lint"):
        ran = cjm(command)
        assert ran.returncode == 2
        assert "1 | rules: {flat-curv: off}" in ran.stdout
        assert ran.stderr.splitlines()[-1].startswith("error: the settings in team.yaml cannot be used; ")


@pytest.mark.parametrize(
    ("files", "rules", "told"),
    [
        ("a.journey.yaml", "stage-without-emotion: off", []),
        ("*.journey.yaml#stages[pay]", "stage-without-emotion: off", [4]),
        ("a.journey.yaml#stages", "stage-without-emotion: off", []),
        ("b.journey.yaml#stages[pay]", "stage-without-emotion: off", [3, 4]),
        ("a.journey.yaml#stages[payment]", "stage-without-emotion: off", [3]),
        ("a.journey.yaml#stages[pay] › steps[confirm]", "stage-without-emotion: off", [3, 4]),
        ("a.journey.yaml#stages[payment]", "stage-without-emotion: warning", [3, 4]),
    ],
)
def test_rules_change_for_files_and_for_parts_of_them(write, tmp_path, monkeypatch, files, rules, told) -> None:
    monkeypatch.chdir(tmp_path)
    head = "extends: minimal\nrules: {stage-without-emotion: error}\n"
    write({"cjm.yaml": f"{head}overrides:\n  - files: '{files}'\n    rules: {{{rules}}}\n", "a.journey.yaml": MAP})
    findings = open_session([tmp_path], None, lambda _line: None).findings
    assert [finding.location.span.line for finding in findings] == told


def test_the_innermost_part_counts_and_a_rule_can_be_on_in_a_part_alone(write, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = """\
extends: minimal
overrides:
  - {files: "a.journey.yaml#stages", rules: {stage-without-emotion: warning}}
  - {files: "a.journey.yaml#stages[pay]", rules: {stage-without-emotion: error, step-without-action: info}}
"""
    write({"cjm.yaml": settings, "a.journey.yaml": MAP, "b.journey.yaml": MAP})
    findings = open_session([tmp_path], None, lambda _line: None).findings
    assert [(f.location.path, f.location.span.line, f.severity) for f in findings] == [
        ("a.journey.yaml", 3, "error"),
        ("a.journey.yaml", 4, "warning"),
    ]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ("b.journey.yaml", ["b"]),
        ("[ab].*", ["a", "b"]),
        ("c.journey.yaml", []),
        ("a.journey.yaml#parent", ["a"]),
        ("a.journey.yaml#title", []),
    ],
)
def test_a_rule_on_the_whole_project_can_be_on_for_some_files_alone(write, tmp_path, monkeypatch, files, told) -> None:
    monkeypatch.chdir(tmp_path)
    journey = "title: A\nparent: nobody\nstages: [{name: B, emotion: sad}]\n"
    text = f"rules: {{unknown-journey: off}}\noverrides: [{{files: '{files}', rules: {{unknown-journey: error}}}}]\n"
    write({"cjm.yaml": f"extends: minimal\n{text}", "a.journey.yaml": journey, "b.journey.yaml": journey})
    findings = open_session([tmp_path], None, lambda _line: None).findings
    assert [finding.location.path[0] for finding in findings] == told
