"""Two sides, and what is told of them: one file a case, rewritten with `--update`."""

import re
from pathlib import Path

import pytest

from cjm_cli.difference.compare import compare
from cjm_cli.difference.words import counts, heading, told

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
SECTION = re.compile(r"^=== (before|after) (.+)\n", re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case, side, request) -> None:
    given, _, expected = case.read_text("utf-8").partition("=== told\n")
    _, *sections = SECTION.split(given)
    before, after = {}, {}
    for which, name, text in zip(*[iter(sections)] * 3, strict=True):
        (before if which == "before" else after)[name] = text
    lines = "".join(f"{line}\n" for line in lines_of(compare(side("before", before), side("after", after))))
    if request.config.getoption("--update"):
        case.write_text(f"{given}=== told\n{lines}", "utf-8")
        expected = lines
    assert lines == expected


def lines_of(difference):
    yield counts(difference.changes)
    for compared in difference.compared:
        yield ""
        yield heading(compared)
        yield from (f"  {line_of(change)}" for change in compared.changes)
        yield from (f"  = {line}" for line in summary(compared.summary))
    for finding in difference.findings:
        yield f"{finding.location.path}: {finding.message}"


def line_of(change):
    # A field is told under the name of what it belongs to.
    under = (*change.within, change.name) if change.field and change.kind == "changed" else change.within
    place = f"{' › '.join(under)}: " if under and change.entity not in {"journey", "project"} else ""
    lines = " → ".join(str(one.location.span.line) if one else "–" for one in (change.old, change.new))
    reason = f" ({change.reason})" if change.reason and change.kind != "moved" else ""
    return f"{change.impact:<5} {change.kind:<7} {place}{told(change)}{reason} [{lines}]"


def summary(summary):
    for felt in summary.curve:
        if felt.kind or felt.moved or (felt.before is None) != (felt.after is None):
            yield f"{felt.name}: {felt.before_text or '?'} → {felt.after_text or '?'}{f', {felt.kind}' if felt.kind else ''}"
    yield from (f"opened: {text}" for text in summary.opened)
    yield from (f"resolved: {text}" for text in summary.resolved)
    yield from (f"idea: {idea.text}: {idea.before or 'none'} → {idea.after or 'none'}" for idea in summary.ideas)
    if summary.coverage and summary.coverage[0] != summary.coverage[1]:
        yield "coverage: {:.2f} → {:.2f}".format(*summary.coverage)
