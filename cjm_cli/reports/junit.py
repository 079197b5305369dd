"""JUnit's XML: a suite for each file that was checked, a failure for each finding, and no clock."""

from collections.abc import Mapping, Sequence

from cjm_cli.finding import Finding
from cjm_cli.markup.xml import element, text
from cjm_cli.reports import Context
from cjm_cli.reports._words import told
from cjm_cli.reports._xml import block, document


def report(findings: Sequence[Finding], context: Context) -> str:
    """The document. A file without findings is a test that passed, for servers take no tests for a mistake."""
    by_file: dict[str, list[Finding]] = {path: [] for path in context.sources.asked}
    for finding in findings:
        by_file.setdefault(finding.location.path, []).append(finding)
    tests = sum(len(found) or 1 for found in by_file.values())
    suites = [_suite(path, by_file[path]) for path in sorted(by_file)]
    return document(block("testsuites", {"name": "cjm", **_counts(tests, len(findings))}, suites))


def _counts(tests: int, failures: int) -> Mapping[str, int]:
    return {"tests": tests, "failures": failures, "errors": 0, "skipped": 0}


def _suite(path: str, findings: Sequence[Finding]) -> str:
    cases = [_failed(path, finding) for finding in findings] or [_passed(path)]
    return block("testsuite", {"name": path, **_counts(len(cases), len(findings))}, cases, depth=1)


def _passed(path: str) -> str:
    return element("testcase", {"classname": path, "name": "no finding", "file": path})


def _failed(path: str, finding: Finding) -> str:
    """Named without its line, so that a server knows it again when the line has moved."""
    span = finding.location.span
    name = " at ".join(filter(None, (finding.rule, finding.location.logical)))
    where = f"{path}:{span.line}:{span.column}"
    failure = element("failure", {"type": finding.severity.value, "message": told(finding)}, [text(where)])
    return element("testcase", {"classname": path, "name": name, "file": path, "line": span.line}, [failure])
