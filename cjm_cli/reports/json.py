"""One JSON document: every finding with its place, and the counts; `cjm schema findings` describes it."""

import json
from collections.abc import Sequence

from cjm_cli.finding import Finding
from cjm_cli.reports import Context
from cjm_cli.reports._items import items
from cjm_cli.summary import Summary

VERSION = 1
"""Grows when a reader of the document would have to change; a field more is none of their business."""


def report(findings: Sequence[Finding], context: Context) -> str:
    """The document. Lines and columns count from 1, in code points; the end is exclusive."""
    document = {
        "version": VERSION,
        "findings": [*items(findings, context.sources)],
        "summary": _summary(Summary.of(findings, context.sources.checked, context.aside)),
    }
    # In ASCII, so that it is sound JSON in any encoding of the terminal, and nothing in it is obeyed there.
    return json.dumps(document, indent=2) + "\n"


def _summary(summary: Summary) -> dict[str, int]:
    return {
        "errors": summary.errors,
        "warnings": summary.warnings,
        "infos": summary.infos,
        "files_with_findings": summary.files_with_findings,
        "files": summary.files,
        "fixable": summary.fixable,
        "fixable_unsafely": summary.fixable_unsafely,
        "suppressed": summary.aside.silenced,
        "baseline": summary.aside.forgiven,
        "not_new": summary.aside.earlier,
    }
