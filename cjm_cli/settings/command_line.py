"""What the command line says of rules: names and levels, checked, with families standing for all their rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm_cli.errors import UsageError
from cjm_cli.finding import Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Preset
from cjm_cli.lint.selection import Change, Final
from cjm_cli.model.project import RuleLevel
from cjm_cli.settings.layers import Layer
from cjm_cli.suggest import hint, nearest

ORIGIN = "command line"


@dataclass(frozen=True)
class CommandLine:
    """The options as they were given; a name may be that of a family, and a text may hold several with commas."""

    preset: str | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()

    def chosen_preset(self) -> Preset | None:
        """The preset that counts in place of all that the settings extend."""
        known = [preset.value for preset in Preset]
        if self.preset is not None and self.preset not in known:
            raise UsageError(f'unknown preset "{self.preset}"', hint(nearest(self.preset, known)))
        return Preset(self.preset) if self.preset is not None else None

    def layer(self) -> Layer:
        """What is switched on, and the levels of rules that are named one by one."""
        named = dict.fromkeys((*rule_names(self.select), *rule_names(self.extend_select)), Change())
        levels = {name: Change(severity=level) for name, level in self._levels() if name in all_rules() and level}
        return Layer({**named, **levels}, lambda _rule, _key: ORIGIN)

    def final(self) -> Final:
        """What counts whatever the settings say of single files."""
        levels = [(rule, level) for name, level in self._levels() for rule in rule_names([name])]
        off = {rule for rule, level in levels if level is None}
        never = {*rule_names(self.ignore), *off}
        for name in sorted(never | {rule for rule, _ in levels}):
            if all_rules()[name].is_always_on:
                raise UsageError(f'rule "{name}" is always on, as an error', "what cannot be read cannot be judged")
        severities = {rule: level for rule, level in levels if level is not None}
        return Final(self._only(), frozenset(never), severities)

    def _only(self) -> frozenset[str] | None:
        if not self.select:
            return None
        always = {rule.name for rule in all_rules().values() if rule.is_always_on}
        return frozenset({*always, *rule_names(self.select), *rule_names(self.extend_select)})

    def _levels(self) -> Iterator[tuple[str, Severity | None]]:
        known = [level.value for level in RuleLevel]
        for given in self.severity:
            name, _, level = given.partition("=")
            if level not in known:
                problem = f'unknown level "{level}"' if level else f'"{given}" gives no level'
                raise UsageError(problem, f"write RULE=LEVEL, with one of: {', '.join(known)}")
            yield name.strip(), RuleLevel(level).severity


def rule_names(given: Iterable[str]) -> list[str]:
    """The rules that are meant: those named, and those of the families named."""
    return [rule for text in given for name in text.split(",") for rule in _meant(name.strip())]


def _meant(name: str) -> list[str]:
    rules = all_rules()
    if name in rules:
        return [name]
    members = [rule.name for rule in rules.values() if rule.family == name]
    if not members:
        families = {rule.family for rule in rules.values()}
        raise UsageError(f'unknown rule "{name}"', hint(nearest(name, {*rules, *families})) or "see: cjm rules")
    return members
