"""Which rules are on, at what level, with what options: for a project, and for each of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from cjm_cli.finding import Severity
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Rule
from cjm_cli.workspace.globs import Globs

EVIDENCE = "evidence"
"""The family whose findings are hints on a map that says it is a hypothesis."""


@dataclass(frozen=True)
class ActiveRule:
    """A rule that is on; `severity` when the settings give one."""

    rule: Rule
    severity: Severity | None = None
    options: Any = None

    def severity_for(self, facts: Facts | None) -> Severity:
        """How grave a finding in this file is."""
        if self.severity is not None:
            return self.severity
        if facts is not None and facts.hypothesis and self.rule.family == EVIDENCE:
            return Severity.INFO
        return self.rule.level.severity(mature=facts is not None and facts.mature)


@dataclass(frozen=True)
class Change:
    """What the settings say of one rule: `off`, a severity, options; None keeps what was."""

    off: bool = False
    severity: Severity | None = None
    options: Any = None


@dataclass(frozen=True)
class Override:
    """Changes for the files that the globs mean."""

    files: Globs
    changes: Mapping[str, Change]


@dataclass(frozen=True)
class Selection:
    """The rules of a project, with what some of its files change."""

    rules: Mapping[str, Rule]
    active: Mapping[str, ActiveRule]
    overrides: Sequence[Override] = field(default=())

    def for_file(self, inside: str) -> Mapping[str, ActiveRule]:
        """The rules that are on for the file at this path of the project."""
        active = self.active
        for override in self.overrides:
            if override.files.match(inside):
                active = changed(self.rules, active, override.changes)
        return active

    @cached_property
    def everywhere(self) -> Mapping[str, ActiveRule]:
        """The rules that are on for the project as a whole."""
        return self.active


def changed(
    rules: Mapping[str, Rule], active: Mapping[str, ActiveRule], changes: Mapping[str, Change]
) -> dict[str, ActiveRule]:
    """The active rules after some changes; naming a rule that is off switches it on."""
    after = dict(active)
    for name, change in changes.items():
        if change.off:
            after.pop(name, None)
            continue
        before = after.get(name) or activate(rules[name])
        after[name] = replace(
            before,
            severity=change.severity or before.severity,
            options=before.options if change.options is None else change.options,
        )
    return after


def activate(rule: Rule) -> ActiveRule:
    """A rule at its own level with its own options."""
    return ActiveRule(rule, None, rule.options() if rule.options else None)
