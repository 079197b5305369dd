"""`cjm rules`: which there are, and what is in force here."""

import json

import pytest
from markdown_it import MarkdownIt

from cjm_cli.lint.catalogue import all_rules


def levels(cjm, *arguments: str) -> dict[str, tuple[str, str]]:
    rows = json.loads(cjm("rules", "-f", "json", *arguments).stdout)
    return {row["rule"]: (row["level"], row["level_when_mature"]) for row in rows}


def test_every_rule_is_listed(cjm) -> None:
    assert [*levels(cjm)] == [*all_rules()]


@pytest.mark.parametrize(
    ("settings", "level"),
    [
        ("", ("warning", "error")),
        ("extends: minimal\n", ("off", "off")),
        ("extends: strict\n", ("error", "error")),
        ("rules: {stage-without-touchpoint: off}\n", ("off", "off")),
        ("rules: {stage-without-touchpoint: info}\n", ("info", "info")),
    ],
)
def test_the_level_is_the_one_in_force(cjm, write, settings, level) -> None:
    write({"shop/cjm.yaml": settings, "shop/journeys/a.journey.yaml": ""})
    assert levels(cjm, "--project", "shop")["stage-without-touchpoint"] == level
    assert levels(cjm, "--project", "shop/journeys/a.journey.yaml")["stage-without-touchpoint"] == level


def test_the_table_fits_80_columns(cjm) -> None:
    ran = cjm("rules")
    assert max(map(len, ran.stdout.splitlines())) <= 80
    assert "touchpoint\n" in ran.stdout
    assert "  stage-without-touchpoint" in ran.stdout


def test_markdown_is_a_table_for_each_family(cjm) -> None:
    tables = MarkdownIt("gfm-like", {"linkify": False}).parse(cjm("rules", "-f", "markdown").stdout)
    families = {rule.family for rule in all_rules().values()}
    assert [token.type for token in tables if not token.level].count("table_open") == len(families)
    assert [token.type for token in tables].count("tr_open") == len(families) + len(all_rules())
    assert [token.type for token in tables].count("td_open") == 5 * len(all_rules())


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--project", "nowhere"], "cannot read nowhere: there is no such file or folder"),
        (["--format", "yaml"], 'unknown format "yaml"; known: text, json, markdown'),
        (["--project", "bad"], "the settings in bad/cjm.yaml hold mistakes; see: cjm validate bad"),
    ],
)
def test_a_mistake_in_the_call_is_one_line_and_exit_2(cjm, write, arguments, problem) -> None:
    write({"bad/cjm.yaml": "rules: {no-such-rule: off}\n"})
    ran = cjm("rules", *arguments)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"error: {problem}\n")
