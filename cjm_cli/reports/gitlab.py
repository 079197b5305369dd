"""GitLab's Code Quality: one JSON list, which a merge request compares with that of its target by fingerprint."""

import json
from collections.abc import Sequence
from typing import Any

from cjm_cli.finding import Finding, Severity
from cjm_cli.reports import Context
from cjm_cli.reports._fingerprint import fingerprints
from cjm_cli.reports._words import told

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(findings: Sequence[Finding], context: Context) -> str:
    """The list, in ASCII."""
    pairs = zip(findings, fingerprints(findings, context.sources), strict=True)
    return json.dumps([_issue(finding, fingerprint) for finding, fingerprint in pairs], indent=2) + "\n"


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    span = finding.location.span
    return {
        "description": told(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _LEVELS[finding.severity],
        "location": {"path": finding.location.path, "lines": {"begin": span.line, "end": span.end_line}},
    }
