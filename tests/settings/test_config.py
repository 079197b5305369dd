"""`cjm config show` says what is in force, as settings that would make it so, and where it comes from."""

import json
import re

import pytest

SETTINGS = """\
name: Shop
language: de
extends: [strict, team.yaml]
rules:
  journey-too-long:
    severity: info
    max_stages: 8
  journey-without-goal: warning
limits: {depth: 40}
render:
  output: maps
theme: {colours: {accent: "#0550ae"},
  logo: brand/logo.png}
"""
TEAM = "rules: {journey-too-long: {max_steps: 50}, flat-curve: off}\n"


@pytest.fixture
def lines(cjm, write):  # type: ignore[no-untyped-def]
    """The lines that are shown, by their keys."""
    write({"cjm.yaml": SETTINGS, "team.yaml": TEAM})

    def run(*arguments: str) -> dict[str, str]:
        ran = cjm("config", "show", *arguments)
        assert (ran.returncode, ran.stderr) == (0, "")
        return {line.strip().partition(":")[0]: line.strip() for line in ran.stdout.splitlines()}

    return run


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "language: de  # cjm.yaml:2"),
        ([], "output: maps  # cjm.yaml:11"),
        ([], "formats: [html]  # default"),
        ([], "depth: 40  # cjm.yaml:9"),
        ([], "logo: brand/logo.png  # cjm.yaml:13"),
        ([], 'colours: {accent: {light: "#0550ae"}}  # cjm.yaml:12'),
        ([], "exclude: []  # default"),
        ([], "journey-without-goal: warning  # cjm.yaml:8"),
        ([], "flat-curve: off  # team.yaml:1"),
        ([], "personal-data: error  # cjm.yaml:3, preset strict"),
        (["--preset", "recommended"], "personal-data: error  # command line"),
        (["--ignore", "personal-data"], "personal-data: off  # command line"),
        (["--select", "journey-without-goal"], "personal-data: off  # command line"),
        (["--severity", "journey-without-goal=info"], "journey-without-goal: info  # command line"),
        (["--extend-select", "single-channel"], "single-channel: info  # command line"),
    ],
)
def test_each_value_has_an_origin(lines, arguments, line) -> None:
    assert line in lines("--origin", *arguments).values()


def test_each_option_has_an_origin_of_its_own(lines) -> None:
    held, _, origin = lines("--origin")["journey-too-long"].partition("  # ")
    assert "severity: info" in held
    assert "max_stages: 8" in held
    assert "max_steps: 50" in held
    assert origin == "cjm.yaml:6, max_steps team.yaml:1, max_stages cjm.yaml:7"


def test_without_a_settings_file_all_is_default(cjm, write) -> None:
    write({"a.persona.yaml": "name: A\n"})
    told = cjm("config", "show", "--origin").stdout
    origins = set(re.findall(r"  # (.+)$", told, re.MULTILINE))
    assert {origin.partition(",")[0] for origin in origins} == {"default"}
    assert "stage-without-emotion: warning  # default, preset recommended, error in a journey that is validated" in told


@pytest.mark.parametrize("origin", [[], ["--origin"]])
@pytest.mark.parametrize("settings", ["", SETTINGS, "extends: minimal\nfeelings: {'no: way': 1, over the moon: 2}\n"])
def test_what_is_shown_makes_the_same_settings(cjm, write, settings, origin) -> None:
    write({"cjm.yaml": settings, "team.yaml": TEAM, "a.persona.yaml": "name: A\n"})
    before = cjm("rules", "-f", "json").stdout
    shown = cjm("config", "show", *origin).stdout
    write({"cjm.yaml": shown})
    assert levels(cjm("rules", "-f", "json").stdout) == levels(before)
    assert re.sub(r" *#.*", "", cjm("config", "show").stdout) == re.sub(r" *#.*", "", shown)


def levels(rows: str) -> dict[str, str]:
    return {row["rule"]: row["level"] for row in json.loads(rows)}


def test_settings_in_pyproject_have_lines_too(cjm, write) -> None:
    write({"pyproject.toml": '[tool.cjm]\nlanguage = "de"\n[tool.cjm.rules]\nflat-curve = "off"\n'})
    told = cjm("config", "show", "--origin").stdout
    assert "language: de  # pyproject.toml:2\n" in told
    assert "  flat-curve: off  # pyproject.toml:4\n" in told


def test_an_unknown_action_is_one_line(cjm) -> None:
    ran = cjm("config", "shwo")
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", 'error: unknown action "shwo"; did you mean "show"?\n')
