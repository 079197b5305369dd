"""A `rules:` map → changes, with every rule, level and option checked."""

from collections.abc import Iterator, Mapping
from dataclasses import fields as dataclass_fields
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Rule
from cjm_cli.lint.selection import Change, Override
from cjm_cli.lint.suppression import unknown_rule_help
from cjm_cli.model.project import Override as GivenOverride
from cjm_cli.model.project import Rules
from cjm_cli.settings.mistake import Mistake, Notes
from cjm_cli.source.logical import plain
from cjm_cli.span import Route
from cjm_cli.suggest import hint, nearest
from cjm_cli.workspace.globs import Globs

PART = "#"
"""Stands between a glob and the logical path within the files that it means."""


def changes(given: Rules, route: Route, notes: Notes) -> dict[str, Change]:
    """What the map changes; an entry that holds a mistake changes nothing."""
    found = {}
    for name, setting in given.items():
        at = (*route, name)
        rule = all_rules().get(name)
        if rule is None:
            help_ = unknown_rule_help(name, all_rules(), notes.guesses)
            notes.add(Mistake("unknown-rule", f'unknown rule "{name}"', at, key=True, help=help_))
        elif rule.is_always_on:
            notes.add(_always_on(name, at))
        else:
            severity = setting.severity.severity if setting.severity else None
            off = setting.severity is not None and severity is None
            found[name] = Change(off, severity, _options(rule, setting.own, at, notes))
    return found


def overrides(given: GivenOverride, route: Route, notes: Notes) -> Iterator[Override]:
    """Other rules for some files, and for parts of files: `journeys/checkout.journey.yaml#stages[pay]`."""
    changed = changes(given.rules, (*route, "rules"), notes)
    whole = [pattern for pattern in given.files if PART not in pattern]
    if whole:
        yield Override(Globs(whole), changed)
    for pattern in given.files:
        glob, found, part = pattern.partition(PART)
        if found:
            yield Override(Globs([glob]), changed, plain(part))


def _always_on(name: str, route: Route) -> Mistake:
    """What is not sound cannot be looked at any further, whatever its author would like."""
    help_ = "remove this line; what cannot be read cannot be judged"
    return Mistake("unknown-choice", f'rule "{name}" is always on, as an error', route, key=True, help=help_)


def _options(rule: Rule, given: Mapping[str, Any], route: Route, notes: Notes) -> dict[str, Any]:
    """The options that were given, checked; none when they cannot be used."""
    if not given:
        return {}
    if rule.options is None:
        key = next(iter(given))
        notes.add(Mistake("unknown-field", f'rule "{rule.name}" has no options', (*route, key), key=True))
        return {}
    plain_values = {name: getattr(value, "value", value) for name, value in given.items()}
    try:
        checked = _checker(rule.options).model_validate(plain_values)
    except ValidationError as error:
        for mistake in _option_mistakes(rule, error, route):
            notes.add(mistake)
        return {}
    return {name: getattr(checked, name) for name in checked.model_fields_set}


def _checker(options: type[Any]) -> type[BaseModel]:
    """The rule's options as a model: dataclasses cost nothing until somebody sets one."""
    fields: dict[str, Any] = {field.name: (field.type, field.default) for field in dataclass_fields(options)}
    return create_model(options.__name__, __config__=ConfigDict(extra="forbid", strict=True), **fields)


def _option_mistakes(rule: Rule, error: ValidationError, route: Route) -> Iterator[Mistake]:
    known = ", ".join(vars(rule.options())) if rule.options else ""
    for problem in error.errors():
        where = (*route, *problem["loc"])
        if problem["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
            meant = nearest(str(problem["loc"][-1]), known.split(", "))
            message = f'rule "{rule.name}" has no option "{problem["loc"][-1]}"'
            yield Mistake("unknown-field", message, where, key=True, help=hint(meant, f"options: {known}"))
        else:
            message = f'"{problem["loc"][-1]}": {problem["msg"][0].lower()}{problem["msg"][1:]}'
            yield Mistake("wrong-type", message, where)
