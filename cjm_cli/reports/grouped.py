"""The findings of each file beneath its name, in columns."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from cjm_cli.colour import bold
from cjm_cli.finding import Finding
from cjm_cli.reports import Context
from cjm_cli.reports._paint import SEVERITY
from cjm_cli.terminal import escape

_LEVEL_WIDTH = max(len(level) for level in SEVERITY)


def report(findings: Iterable[Finding], _context: Context) -> str:
    """The files, with an empty line after each."""
    by_file = groupby(findings, lambda finding: finding.location.path)
    return "".join(f"{line}\n" for path, group in by_file for line in (bold(escape(path)), *_lines([*group]), ""))


def _lines(findings: list[Finding]) -> Iterator[str]:
    places = [f"{finding.location.span.line}:{finding.location.span.column}" for finding in findings]
    place_width = max(map(len, places))
    rule_width = max(len(finding.rule) for finding in findings)
    for place, finding in zip(places, findings, strict=True):
        level = SEVERITY[finding.severity](finding.severity) + " " * (_LEVEL_WIDTH - len(finding.severity))
        yield f"  {place:>{place_width}}  {level}  {finding.rule:{rule_width}}  {escape(finding.message)}"
