"""SARIF 2.1.0: one document for code scanning, with what there is to know of every rule in force."""

import json
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any
from urllib.parse import quote

from cjm_cli import __version__
from cjm_cli.finding import Finding, Fix, Location
from cjm_cli.reports import Context, Sources
from cjm_cli.reports._fingerprint import VERSION, fingerprints
from cjm_cli.reports._sarif_rules import LEVELS, descriptors
from cjm_cli.reports._words import logical, told
from cjm_cli.span import Span
from cjm_cli.terminal import escape

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
BASE = "PROJECTROOT"
"""What the paths are relative to. Where that folder lies is nobody's business: its URI is left out."""


def report(findings: Sequence[Finding], context: Context) -> str:
    """The document, in ASCII."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(findings, context)]}
    document = StringIO()
    json.dump(log, document, indent=2)  # `dumps` would hold millions of signs as texts of their own
    return f"{document.getvalue()}\n"


def _run(findings: Sequence[Finding], context: Context) -> dict[str, Any]:
    rules = descriptors(findings, context.rules)
    indexes = {rule["id"]: index for index, rule in enumerate(rules)}
    driver = {
        "name": "cjm",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": rules,
    }
    prints = fingerprints(findings, context.sources)
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder that cjm was called in."}}},
        "results": [
            {"ruleIndex": indexes[finding.rule], **_result(finding, context.sources), **_recognised(fingerprint)}
            for finding, fingerprint in zip(findings, prints, strict=True)
        ],
    }


def _result(finding: Finding, sources: Sources) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": told(finding)},
        "locations": [_location(finding.location, sources)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": escape(related.message)}, **_location(related.location, sources)}
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix)]
    return result


def _fix(fix: Fix) -> dict[str, Any]:
    changes = [
        {
            "artifactLocation": _artifact(patch.path),
            "replacements": [
                {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
                for edit in sorted(patch.edits)
            ],
        }
        for patch in fix.patches
    ]
    return {"description": {"text": escape(fix.title)}, "artifactChanges": changes}


def _recognised(fingerprint: str) -> Mapping[str, Any]:
    return {"partialFingerprints": {f"cjmFinding/v{VERSION}": fingerprint}}


def _location(location: Location, sources: Sources) -> dict[str, Any]:
    place = {"artifactLocation": _artifact(location.path), "region": _region(location.span)}
    told: dict[str, Any] = {"physicalLocation": place}
    if location.logical:
        told["logicalLocations"] = [{"fullyQualifiedName": escape(logical(location, sources))}]
    return told


def _artifact(path: str) -> dict[str, str]:
    # A name that is no UTF-8 is given in the bytes that it has on disk.
    return {"uri": quote(path, errors="surrogateescape"), "uriBaseId": BASE}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
