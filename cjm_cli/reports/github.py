"""Workflow commands of GitHub Actions: findings appear in the diff of a pull request."""

from collections.abc import Iterable

from cjm_cli.finding import Finding, Severity
from cjm_cli.reports import Context
from cjm_cli.terminal import escape

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(findings: Iterable[Finding], _context: Context) -> str:
    """A line for each."""
    return "".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    span = finding.location.span
    properties = {
        "file": finding.location.path,
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "title": finding.rule,
    }
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = "\n".join(escape(part) for part in (finding.message, finding.help) if part)
    return f"::{_LEVELS[finding.severity]} {told}::{text.translate(_IN_DATA)}\n"


def _property(value: str) -> str:
    return escape(value).translate(_IN_PROPERTY)
