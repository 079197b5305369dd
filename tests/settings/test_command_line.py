"""What the command line says of rules counts after all settings."""

import json

import pytest

from cjm_cli.lint.catalogue import all_rules

MAP = "title: A\nstages:\n  - {name: B, thoughts: x}\n"
SETTINGS = """\
extends: recommended
rules: {flat-curve: off, stage-count: error}
overrides: [{files: "drafts/**", rules: {stage-without-emotion: off, stage-without-touchpoint: info}}]
"""
ALWAYS = {name for name, rule in all_rules().items() if rule.is_always_on}
FAMILY = {name for name, rule in all_rules().items() if rule.family == "emotion"}


def levels(cjm, *arguments: str) -> dict[str, str]:
    rows = json.loads(cjm("rules", "-f", "json", *arguments).stdout)
    return {row["rule"]: row["level"] for row in rows if row["level"] != "off"}


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--select", "stage-count"], {"stage-count"}),
        (["--select", "stage-count,single-channel"], {"stage-count", "single-channel"}),
        (["--select", "stage-count", "--select", " single-channel "], {"stage-count", "single-channel"}),
        (["--select", "emotion"], FAMILY),
        (["--select", "emotion", "--ignore", "emotion"], set()),
        (["--select", "emotion", "--ignore", "flat-curve"], FAMILY - {"flat-curve"}),
        (["--select", "stage-count", "--extend-select", "flat-curve"], {"stage-count", "flat-curve"}),
        (["--select", "schema"], set()),
    ],
)
def test_only_what_is_selected_is_on_beside_what_is_always_on(cjm, write, arguments, names) -> None:
    write({"cjm.yaml": SETTINGS})
    assert set(levels(cjm, *arguments)) == names | ALWAYS


@pytest.mark.parametrize(
    ("arguments", "changed"),
    [
        ([], {}),
        (["--extend-select", "flat-curve"], {"flat-curve": "warning"}),
        (["--ignore", "stage-count"], {"stage-count": None}),
        (["--severity", "stage-count=info"], {"stage-count": "info"}),
        (["--severity", "stage-count=off"], {"stage-count": None}),
        (["--severity", "flat-curve=error"], {"flat-curve": "error"}),
        (["--severity", "stage-count=info", "--severity", "stage-count=warning"], {"stage-count": "warning"}),
        (["--preset", "minimal", "--severity", "reference=info"], None),
    ],
)
def test_levels_and_rules_are_changed_one_by_one(cjm, write, arguments, changed) -> None:
    write({"cjm.yaml": SETTINGS})
    before, after = levels(cjm), levels(cjm, *arguments)
    if changed is not None:
        expected = {**before, **changed}
        assert after == {name: level for name, level in expected.items() if level}
        return
    of_family = {name for name, rule in all_rules().items() if rule.family == "reference"}
    assert {name for name, level in after.items() if level == "info"} == of_family


def test_a_preset_takes_the_place_of_what_is_extended_but_not_of_rules(cjm, write) -> None:
    write({"cjm.yaml": SETTINGS})
    minimal = {name for name, rule in all_rules().items() if rule.preset.value == "minimal"}
    assert set(levels(cjm, "--preset", "minimal")) == minimal | {"stage-count"}
    assert "flat-curve" not in levels(cjm, "--preset", "strict")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], ["warning[stage-without-emotion]", "warning[stage-without-touchpoint]", "info[stage-without-touchpoint]"]),
        (["--ignore", "stage-without-touchpoint"], ["warning[stage-without-emotion]"]),
        (
            ["--severity", "stage-without-touchpoint=error"],
            ["error[stage-without-touchpoint]"] * 2 + ["warning[stage-without-emotion]"],
        ),
        (
            ["--extend-select", "stage-without-emotion"],
            ["warning[stage-without-emotion]", "warning[stage-without-touchpoint]", "info[stage-without-touchpoint]"],
        ),
    ],
)
def test_the_last_word_is_the_command_lines_in_every_file(cjm, write, arguments, told) -> None:
    write({"cjm.yaml": SETTINGS, "a.journey.yaml": MAP, "drafts/b.journey.yaml": MAP})
    watched = "stage-without-emotion", "stage-without-touchpoint"
    lines = cjm("validate", "-f", "concise", *arguments).stdout.splitlines()
    assert sorted(line.split()[1] for line in lines if any(name in line for name in watched)) == sorted(told)


@pytest.mark.parametrize("command", [["validate"], ["lint"], ["rules"], ["config", "show"]])
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["--select", "emtion"], 'unknown rule "emtion"; did you mean "emotion"?'),
        (["--extend-select", "flat-curv"], 'unknown rule "flat-curv"; did you mean "flat-curve"?'),
        (["--ignore", "xyzzy"], 'unknown rule "xyzzy"; see: cjm rules'),
        (["--ignore", ""], 'unknown rule ""; see: cjm rules'),
        (["--ignore", "missing-field"], 'rule "missing-field" is always on, as an error'),
        (["--ignore", "schema"], 'rule "missing-field" is always on, as an error'),
        (["--severity", "yaml-syntax=info"], 'rule "yaml-syntax" is always on, as an error'),
        (["--severity", "flat-curve"], '"flat-curve" gives no level; write RULE=LEVEL, with one of: error'),
        (["--severity", "flat-curve=eror"], 'unknown level "eror"; write RULE=LEVEL'),
        (["--severity", "flat-curv=error"], 'unknown rule "flat-curv"; did you mean "flat-curve"?'),
        (["--preset", "strct"], 'unknown preset "strct"; did you mean "strict"?'),
    ],
)
def test_an_unknown_name_is_one_line_and_exit_2(cjm, write, command, arguments, problem) -> None:
    write({"a.journey.yaml": MAP})
    ran = cjm(*command, *arguments)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert ran.stderr.startswith(f"error: {problem}")
