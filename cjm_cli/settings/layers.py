"""What changes the rules, one after the other: presets, files, `rules:`, the command line. Each knows where it was written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cjm_cli.finding import Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Level, Preset
from cjm_cli.lint.selection import ActiveRule, Change, changed

LEVEL = "severity"
"""The key under which the settings give a rule's level."""
DEFAULT = "default"


@dataclass(frozen=True)
class Layer:
    """Some changes; `origin` says of a rule and a key of it (`severity` or an option) where they were written."""

    changes: Mapping[str, Change]
    origin: Callable[[str, str], str]


def preset_layer(preset: Preset, origin: str) -> Layer:
    """The rules of a preset; in the strict one every warning is an error."""
    changes = {rule.name: Change() for rule in all_rules().values() if rule.preset.rank <= preset.rank}
    if preset is Preset.STRICT:
        grave = {name for name in changes if all_rules()[name].level in (Level.WARNING, Level.WARNING_TO_ERROR)}
        changes |= {name: Change(severity=Severity.ERROR) for name in grave}
    return Layer(changes, lambda _rule, _key: origin)


def folded(layers: Iterable[Layer]) -> dict[str, ActiveRule]:
    """The rules that are on after all layers."""
    active: dict[str, ActiveRule] = {}
    for layer in layers:
        active = changed(all_rules(), active, layer.changes)
    return active


def origins(layers: Iterable[Layer], rule: str) -> dict[str, str]:
    """Where a rule's level, and each of its options that was given, come from: the last layer that speaks of it."""
    found = {LEVEL: DEFAULT}
    for layer in layers:
        change = layer.changes.get(rule)
        if change is not None:
            keys = [*change.options, *([] if change.options and not change.severity else [LEVEL])]
            found |= {key: layer.origin(rule, key) for key in keys}
    return found
