"""Checkstyle's XML, which many editors, servers and review tools read."""

from collections.abc import Iterable
from itertools import groupby

from cjm_cli.finding import Finding
from cjm_cli.markup.xml import element
from cjm_cli.reports import Context
from cjm_cli.reports._words import told
from cjm_cli.reports._xml import block, document

VERSION = "4.3"
"""That of Checkstyle whose format this is."""


def report(findings: Iterable[Finding], _context: Context) -> str:
    """The document: files with findings, and an error for each."""
    by_file = groupby(findings, lambda finding: finding.location.path)
    files = [block("file", {"name": path}, map(_error, group), depth=1) for path, group in by_file]
    return document(block("checkstyle", {"version": VERSION}, files))


def _error(finding: Finding) -> str:
    attributes = {
        "line": finding.location.span.line,
        "column": finding.location.span.column,
        "severity": finding.severity.value,
        "message": told(finding),
        "source": f"cjm.{finding.rule}",
    }
    return element("error", attributes)
