"""Workflow commands of GitHub Actions: findings appear in the diff of a pull request."""

from collections.abc import Iterable

from cjm_cli.finding import Finding, Severity
from cjm_cli.reports import Context
from cjm_cli.reports._workflow import command

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(findings: Iterable[Finding], _context: Context) -> str:
    """A line for each."""
    return "".join(map(annotation, findings))


def annotation(finding: Finding) -> str:
    """The line of a finding."""
    span = finding.location.span
    properties: dict[str, str | int] = {
        "file": finding.location.path,
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    return command(_LEVELS[finding.severity], properties, finding.message, finding.help)
