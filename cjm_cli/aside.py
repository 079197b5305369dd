"""Findings that are known already, and so not told: in the baseline, or in an earlier revision of the project."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cjm_cli.finding import Finding
from cjm_cli.keys import Key, key_of
from cjm_cli.lint.rule import Rule


@dataclass(frozen=True)
class Known:
    """How many findings of each key are known; neither count adds to the other."""

    forgiven: Counter[Key]
    earlier: Counter[Key]


@dataclass(frozen=True)
class Told:
    """The findings that are left to tell, and how many were not told and why."""

    findings: tuple[Finding, ...]
    forgiven: int = 0
    earlier: int = 0


def set_aside(findings: Iterable[Finding], known: Known, ids: Mapping[str, str], rules: Mapping[str, Rule]) -> Told:
    """Leaves out what is known; of several findings with one key the first ones are taken for those."""
    seen: Counter[Key] = Counter()
    left: list[Finding] = []
    forgiven = earlier = 0
    for finding in findings:
        key = key_of(finding, ids)
        seen[key] += 1
        if seen[key] <= known.earlier[key]:
            earlier += 1
        elif seen[key] <= known.forgiven[key] and finding.rule in rules and rules[finding.rule].can_be_silenced:
            forgiven += 1
        else:
            left.append(finding)
    return Told(tuple(left), forgiven, earlier)
