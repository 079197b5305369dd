"""Markdown for a step's summary or a pull request's comment: the counts, then the findings of each file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cjm_cli.finding import Finding
from cjm_cli.markup.markdown import BREAK, escape, heading, table
from cjm_cli.reports import Context
from cjm_cli.summary import Summary, counted
from cjm_cli.tally import tally

ROOM = 60_000
"""How many characters the findings may take: GitHub refuses a comment of more than 65,536."""
_OF_A_ROW = 20
"""What the frame of a row takes."""


def report(findings: Sequence[Finding], context: Context) -> str:
    """The page."""
    return "\n\n".join(_blocks(findings, Summary.of(findings, context.sources.checked, context.aside))) + "\n"


def _blocks(findings: Sequence[Finding], summary: Summary) -> Iterator[str]:
    yield heading(2, "Customer journeys")
    yield summary.sentence
    if findings:
        yield table(("Findings", "Level", "Rule"), _counts(findings))
    shown = [*_fitting((finding.location.path, _row(finding)) for finding in findings)]
    for path, rows in groupby(shown, lambda item: item[0]):
        yield heading(3, escape(path))
        yield table(("Place", "Level", "Finding", "Rule"), (row for _, row in rows))
    if len(shown) < len(findings):
        yield f"{counted(len(findings) - len(shown), 'more finding')} would not fit here."


def _counts(findings: Iterable[Finding]) -> Iterator[tuple[str, ...]]:
    for rule, levels in tally(findings):
        yield str(len(levels)), levels[0].value, f"`{rule}`"


def _row(finding: Finding) -> tuple[str, ...]:
    span = finding.location.span
    told = BREAK.join(escape(part) for part in (finding.message, finding.help) if part)
    return f"{span.line}:{span.column}", finding.severity.value, told, f"`{finding.rule}`"


def _fitting(items: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """As many rows, each with its file, as there is room for."""
    room, last = ROOM, ""
    for path, row in items:
        room -= sum(map(len, row)) + _OF_A_ROW + (len(escape(path)) + 100 if path != last else 0)
        if room < 0:
            return
        yield path, row
        last = path
