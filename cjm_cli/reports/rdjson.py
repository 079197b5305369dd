"""Reviewdog's diagnostics: one JSON document, whose columns count bytes of UTF-8."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from cjm_cli.finding import Finding, Location, Related
from cjm_cli.reports import Context, Sources
from cjm_cli.reports._words import told
from cjm_cli.span import Span
from cjm_cli.terminal import escape


def report(findings: Iterable[Finding], context: Context) -> str:
    """The document, in ASCII."""
    diagnostics = [_diagnostic(finding, context.sources) for finding in findings]
    return json.dumps({"source": {"name": "cjm"}, "diagnostics": diagnostics}, indent=2) + "\n"


def _diagnostic(finding: Finding, sources: Sources) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": told(finding),
        "location": _location(finding.location, sources),
        "severity": finding.severity.upper(),
        "code": {"value": finding.rule},
    }
    if finding.related:
        diagnostic["relatedLocations"] = [_related(related, sources) for related in finding.related]
    suggestions = [*_suggestions(finding, sources)]
    if suggestions:
        diagnostic["suggestions"] = suggestions
    return diagnostic


def _suggestions(finding: Finding, sources: Sources) -> Iterator[dict[str, Any]]:
    """The fix, where one edit of the same file is all of it: each suggestion stands for itself."""
    patches = finding.fix.patches if finding.fix else ()
    if len(patches) == 1 and patches[0].path == finding.location.path and len(patches[0].edits) == 1:
        (edit,) = patches[0].edits
        yield {"range": _range(patches[0].path, edit.span, sources), "text": edit.text}


def _related(related: Related, sources: Sources) -> dict[str, Any]:
    return {"message": escape(related.message), "location": _location(related.location, sources)}


def _location(location: Location, sources: Sources) -> dict[str, Any]:
    return {"path": location.path, "range": _range(location.path, location.span, sources)}


def _range(path: str, span: Span, sources: Sources) -> dict[str, Any]:
    start = _position(sources.line(path, span.line), span.line, span.column)
    end = _position(sources.line(path, span.end_line), span.end_line, span.end_column)
    return {"start": start, "end": end}


def _position(text: str | None, line: int, column: int) -> dict[str, int]:
    """A place in a line; without its text nobody knows how many bytes come before, and the whole line is meant."""
    if text is None:
        return {"line": line}
    return {"line": line, "column": len(text[: column - 1].encode("utf-8", "surrogatepass")) + 1}
