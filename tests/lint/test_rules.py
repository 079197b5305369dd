"""Every rule does what its documentation says, hits what its fixtures mark, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from cjm_cli.finding import Finding, Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.documentation import documentation
from cjm_cli.lint.rule import Level, Preset
from cjm_cli.model.validate import FORMAT_VERSION

FIXTURES = Path(__file__).parent / "fixtures"
ALWAYS = {"yaml", "schema"}
"""Families that are looked at in every fixture, so that none goes silent for a slip of ours."""

EXPECT = re.compile(r"# expect: ([a-z, -]+)$", re.MULTILINE)
ONLY = re.compile(r"\A# rules: (.+)$", re.MULTILINE)

SMALLEST = """
title: Buying running shoes online
persona: {name: Rina}
stages:
  - name: Awareness
    touchpoints: Instagram ad
    emotion: curious
"""


def _cases() -> list[Path]:
    return sorted(path for family in FIXTURES.iterdir() for path in family.iterdir())


def _files(case: Path) -> dict[str, str]:
    """The fixture as a project: a file is one journey, a folder is all that lies in it."""
    if case.is_file():
        return {"fixture.journey.yaml": case.read_text("utf-8")}
    return {p.relative_to(case).as_posix(): p.read_text("utf-8") for p in sorted(case.rglob("*.yaml"))}


def _marked(files: Mapping[str, str]) -> Iterator[tuple[str, int, str]]:
    for name, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            found = EXPECT.search(line)
            # Every test project's settings begin with a line that the test adds.
            shift = name == "cjm.yaml"
            yield from ((name, number + shift, rule) for rule in (found[1].split(", ") if found else ()))


def _watched(case: Path, files: Mapping[str, str]) -> set[str]:
    """The rules that count in a fixture: those it names, else those of its family."""
    only = next((found[1].split(", ") for text in files.values() if (found := ONLY.search(text))), None)
    families = ALWAYS | (set() if only else {case.parent.name})
    return {rule.name for rule in all_rules().values() if rule.family in families} | set(only or ())


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_fixture(case, find_in):
    files = _files(case)
    watched = _watched(case, files)
    found = [(f.location.path, f.location.span.line, f.rule) for f in find_in(files) if f.rule in watched]
    assert sorted(found) == sorted(_marked(files))


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_messages_are_one_plain_line(case, find_in):
    for finding in find_in(_files(case)):
        for text in (finding.message, finding.label, finding.help):
            assert "\n" not in text
            assert not text.endswith(".") or text.endswith("…")
        assert re.match(r'[a-z0-9"]', finding.message), finding.message
        assert "  " not in finding.message


def test_every_rule_has_a_fixture():
    hit = {rule for case in _cases() for _, _, rule in _marked(_files(case))}
    assert hit == set(all_rules())


@pytest.mark.parametrize("name", all_rules())
def test_documentation_is_complete(name):
    rule = all_rules()[name]
    said = documentation(rule)
    assert said.summary.endswith(".")
    assert all((said.why, said.source, said.bad, said.good))
    assert set(said.options) == set(vars(rule.options()) if rule.options else ())


@pytest.mark.parametrize("name", all_rules())
def test_bad_example_is_found(name, find_in):
    assert name in {finding.rule for finding in find_in(documentation(all_rules()[name]).bad)}


@pytest.mark.parametrize("name", all_rules())
def test_good_example_is_not_found(name, find_in):
    found = find_in(documentation(all_rules()[name]).good)
    broken = [finding for finding in found if all_rules()[finding.rule].family in ALWAYS]
    assert (name not in {finding.rule for finding in found}, broken) == (True, [])


def test_smallest_journey_is_no_error(find_in):
    files = {"cjm.yaml": "rules: {}\n", "a.journey.yaml": SMALLEST}
    assert all(finding.rule in _warnings() for finding in find_in(files))


def _warnings() -> set[str]:
    return {rule.name for rule in all_rules().values() if rule.level.severity(mature=False) is not Severity.ERROR}


def test_levels_and_presets_are_those_of_the_catalogue():
    rules = all_rules().values()
    assert {r.name for r in rules if r.preset is Preset.MINIMAL} == {
        r.name for r in rules if r.family in {"yaml", "schema", "reference", "suppression"}
    }
    assert all(rule.level is Level.ERROR for rule in rules if rule.family in ALWAYS)


def test_newer_format_example_stays_newer():
    assert FORMAT_VERSION < 99


def _order(finding: Finding) -> tuple[str, int]:
    return finding.location.path, finding.location.span.line


def test_findings_are_in_reading_order(find_in):
    found = find_in({"b.journey.yaml": SMALLEST, "a.journey.yaml": SMALLEST})
    assert found == sorted(found, key=_order)
