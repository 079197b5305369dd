"""The findings as JSON holds them; schemas/findings.schema.json says the same to others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from cjm_cli.finding import Finding, Fix, Location
from cjm_cli.reports import Sources
from cjm_cli.reports._fingerprint import fingerprints
from cjm_cli.reports._words import logical

Value: TypeAlias = "str | int | Mapping[str, Value] | Sequence[Value] | None"


def items(findings: Sequence[Finding], sources: Sources) -> Iterator[dict[str, Value]]:
    """The findings as they are written."""
    for finding, fingerprint in zip(findings, fingerprints(findings, sources), strict=True):
        yield {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "message": finding.message,
            **_place(finding.location),
            "logical": logical(finding.location, sources),
            "label": finding.label,
            "help": finding.help,
            "related": [{"message": related.message, **_place(related.location)} for related in finding.related],
            "fingerprint": fingerprint,
            "fix": _fix(finding.fix) if finding.fix else None,
        }


def _fix(fix: Fix) -> dict[str, Value]:
    return {
        "title": fix.title,
        "safety": fix.safety.value,
        "edits": [
            {**_place(Location(patch.path, edit.span)), "text": edit.text}
            for patch in fix.patches
            for edit in sorted(patch.edits)
        ],
    }


def _place(location: Location) -> dict[str, Value]:
    span = location.span
    return {
        "path": location.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
