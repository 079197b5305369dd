"""One line a finding: `path:line:col: level[rule] message`."""

from collections.abc import Iterable

from cjm_cli.finding import Finding
from cjm_cli.reports import Context
from cjm_cli.reports._paint import SEVERITY
from cjm_cli.terminal import escape


def report(findings: Iterable[Finding], _context: Context) -> str:
    """A line for each, however long."""
    return "".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    place = f"{finding.location.path}:{finding.location.span.line}:{finding.location.span.column}"
    level = SEVERITY[finding.severity](f"{finding.severity}[{finding.rule}]")
    return f"{escape(place)}: {level} {escape(finding.message)}\n"
