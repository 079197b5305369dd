"""What each rule's fix does, on the rule's own bad example and on every fixture of the rules."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjm_cli.commands._rewrites import diff
from cjm_cli.finding import Finding, Safety
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.documentation import documentation
from cjm_cli.session import open_session
from cjm_cli.source import read
from cjm_cli.source.changed import all_changed, same_data
from cjm_cli.source.edit import edited
from cjm_cli.source.read import rewritten

FIXTURES = Path(__file__).parent.parent / "lint" / "fixtures"
CASES = Path(__file__).parent / "cases"
FIXABLE = sorted(rule.name for rule in all_rules().values() if rule.fix)


def _files(rule: str) -> dict[str, str]:
    """A case of its own, or else the rule's bad example."""
    case = CASES / rule
    if case.is_dir():
        return {path.relative_to(case).as_posix(): path.read_bytes().decode() for path in sorted(case.rglob("*.yaml"))}
    return dict(documentation(all_rules()[rule]).bad)


@pytest.mark.parametrize("rule", FIXABLE)
def test_the_fix_of_a_rule_mends_what_it_finds_and_nothing_else(rule, mend_in, golden):
    mended = mend_in(_files(rule), rule=rule)
    assert mended.fixed
    assert rule not in {finding.rule for finding in mended.session.findings}
    golden(f"{rule}.diff", diff(mended.files))


def _offered(folder: Path) -> Iterator[Finding]:
    session = open_session([folder], None, lambda _line: None)
    return (finding for finding in session.findings if finding.fix)


@pytest.mark.parametrize("family", sorted(path.name for path in FIXTURES.iterdir()))
def test_every_fix_that_is_offered_means_what_it_says_and_nothing_else(family, monkeypatch):
    monkeypatch.chdir(FIXTURES / family)
    cases = sorted((FIXTURES / family).iterdir())
    for finding in (finding for case in cases for finding in _offered(case)):
        assert finding.fix.safety is all_rules()[finding.rule].fix
        for patch in finding.fix.patches:
            content = Path(patch.path).read_bytes()
            before, _ = read(patch.path, content)
            after, _ = read(patch.path, rewritten(content, before.text, edited(before.text, sorted(patch.edits))))
            assert same_data(all_changed(before.data, patch.changes), after.data), finding


@pytest.mark.parametrize("family", sorted(path.name for path in FIXTURES.iterdir()))
def test_safe_fixes_leave_nothing_to_write(family, mend_in):
    for case in sorted(path for path in (FIXTURES / family).iterdir() if path.is_file()):
        mended = mend_in({"fixture.journey.yaml": case.read_text("utf-8")}, Safety.SAFE)
        assert not re.search(r"^\+.*TODO", diff(mended.files), re.MULTILINE)
