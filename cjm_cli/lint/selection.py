"""Which rules are on, at what level, with what options: for a project, for each of its files, and for parts of a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from cjm_cli.finding import Severity
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Rule
from cjm_cli.source.logical import is_beneath
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


Active = Mapping[str, ActiveRule]
"""The rules that are on, by name."""


@dataclass(frozen=True)
class Change:
    """What the settings say of one rule: `off`, a severity, some options; what they do not name stays as it was."""

    off: bool = False
    severity: Severity | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Override:
    """Changes for the files that the globs mean, or for the part of them at a logical path."""

    files: Globs
    changes: Mapping[str, Change]
    part: str = ""


@dataclass(frozen=True)
class Part:
    """The rules that are on beneath a logical path of a file."""

    path: str
    active: Active


@dataclass(frozen=True)
class Final:
    """What the command line says, after all settings: only these rules, never those, and these levels."""

    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def applied(self, active: Active) -> Active:
        """The rules that stay on."""
        if self.only is None and not self.never and not self.severities:
            return active
        return {
            name: replace(rule, severity=self.severities.get(name, rule.severity))
            for name, rule in active.items()
            if name not in self.never and (self.only is None or name in self.only)
        }


@dataclass(frozen=True)
class Selection:
    """The rules of a project, with what some of its files change."""

    rules: Mapping[str, Rule]
    active: Active
    overrides: Sequence[Override] = ()
    final: Final = Final()

    def for_file(self, inside: str) -> Active:
        """The rules that are on for the file at this path of the project."""
        return self._after(
            override for override in self.overrides if not override.part and override.files.match(inside)
        )

    def parts(self, inside: str) -> list[Part]:
        """The parts of a file for which other rules are on than for the rest of it."""
        meant = [override for override in self.overrides if override.files.match(inside)]
        paths = dict.fromkeys(override.part for override in meant if override.part)
        return [Part(path, self._after(o for o in meant if is_beneath(path, o.part))) for path in paths]

    def at(self, inside: str, logical: str) -> Active:
        """The rules that are on at a place of a file."""
        part = innermost(self.parts(inside), logical)
        return part.active if part else self.for_file(inside)

    @cached_property
    def everywhere(self) -> Active:
        """The rules that are on for the project as a whole, or somewhere in it."""
        somewhere = {name: change for o in self.overrides for name, change in o.changes.items() if not change.off}
        added = {name: change for name, change in somewhere.items() if name not in self.active}
        return {**self.active, **self.final.applied(changed(self.rules, {}, added))}

    def _after(self, overrides: Iterable[Override]) -> Active:
        active, touched = self.active, False
        for override in overrides:
            active, touched = changed(self.rules, active, override.changes), True
        return self.final.applied(active) if touched else active


def innermost(parts: Iterable[Part], logical: str) -> Part | None:
    """The part that a place belongs to: the deepest of those that hold it."""
    return max((part for part in parts if is_beneath(logical, part.path)), key=lambda p: len(p.path), default=None)


def changed(rules: Mapping[str, Rule], active: Active, changes: Mapping[str, Change]) -> dict[str, ActiveRule]:
    """The active rules after some changes; naming a rule that is off switches it on."""
    after = dict(active)
    for name, change in changes.items():
        if change.off:
            after.pop(name, None)
            continue
        before = after.get(name) or activate(rules[name])
        options = replace(before.options, **change.options) if change.options else before.options
        after[name] = replace(before, severity=change.severity or before.severity, options=options)
    return after


def activate(rule: Rule) -> ActiveRule:
    """A rule at its own level with its own options."""
    return ActiveRule(rule, None, rule.options() if rule.options else None)
