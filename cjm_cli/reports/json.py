"""One JSON document: every finding with its place, and the counts."""

import json
from collections.abc import Sequence
from typing import Any

from cjm_cli.finding import Finding, Location
from cjm_cli.reports import Sources
from cjm_cli.summary import Summary

VERSION = 1
"""Grows when a reader of the document would have to change."""


def report(findings: Sequence[Finding], sources: Sources) -> str:
    """The document. Lines and columns count from 1, in code points; the end is exclusive."""
    document = {
        "version": VERSION,
        "findings": [_finding(finding, sources) for finding in findings],
        "summary": _summary(Summary.of(findings, sources.checked)),
    }
    # In ASCII, so that it is sound JSON in any encoding of the terminal, and nothing in it is obeyed there.
    return json.dumps(document, indent=2) + "\n"


def _finding(finding: Finding, sources: Sources) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place(finding.location),
        "logical": _logical(finding.location, sources),
        "label": finding.label,
        "help": finding.help,
        "related": [{"message": related.message, **_place(related.location)} for related in finding.related],
    }


def _logical(location: Location, sources: Sources) -> str:
    """The way to the place through the data, which does not change when lines move."""
    return "/".join(filter(None, (sources.id(location.path), location.logical.replace(" › ", "/"))))


def _place(location: Location) -> dict[str, Any]:
    span = location.span
    return {
        "path": location.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _summary(summary: Summary) -> dict[str, int]:
    return {
        "errors": summary.errors,
        "warnings": summary.warnings,
        "infos": summary.infos,
        "files_with_findings": summary.files_with_findings,
        "files": summary.files,
    }
