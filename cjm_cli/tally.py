"""How often each rule was broken, most often first."""

import json
from collections.abc import Iterable, Iterator

from cjm_cli.colour import cyan, red, yellow
from cjm_cli.finding import Finding, Severity
from cjm_cli.terminal import escape

_PAINT = {Severity.ERROR: red, Severity.WARNING: yellow, Severity.INFO: cyan}


def tally(findings: Iterable[Finding]) -> list[tuple[str, list[Severity]]]:
    """The rules with the levels of their findings, the gravest first."""
    levels: dict[str, list[Severity]] = {}
    for finding in findings:
        levels.setdefault(finding.rule, []).append(finding.severity)
    found = [(rule, sorted(given, key=lambda level: level.rank)) for rule, given in levels.items()]
    return sorted(found, key=lambda item: (-len(item[1]), item[0]))


def as_text(findings: Iterable[Finding]) -> str:
    """A line for each rule: how many, the gravest level among them, its name."""
    return "".join(f"{line}\n" for line in _lines(tally(findings)))


def _lines(rules: list[tuple[str, list[Severity]]]) -> Iterator[str]:
    width = max((len(str(len(levels))) for _, levels in rules), default=0)
    for rule, levels in rules:
        gravest = levels[0]
        yield f"{len(levels):{width}}  {_PAINT[gravest](gravest)}{' ' * (7 - len(gravest))}  {escape(rule)}"


def as_json(findings: Iterable[Finding]) -> str:
    """One document, a list of the same."""
    counted = [{"rule": rule, "count": len(levels), "severity": levels[0].value} for rule, levels in tally(findings)]
    return json.dumps(counted, indent=2) + "\n"
