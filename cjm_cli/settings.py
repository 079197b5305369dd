"""cjm.yaml → what is in force: the project's catalogue, which files belong to it, which rules are on. Read once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from cjm_cli import formats, plugins
from cjm_cli.errors import SourceError
from cjm_cli.finding import Finding, Location, Severity
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import Level, Preset, Rule
from cjm_cli.lint.selection import ActiveRule, Change, Override, Selection, activate, changed
from cjm_cli.model import Project
from cjm_cli.model.project import LimitSettings, Rules
from cjm_cli.source import Document, Limits
from cjm_cli.span import Route
from cjm_cli.suggest import nearest
from cjm_cli.workspace.discover import Choice, Place, source_file
from cjm_cli.workspace.globs import Globs
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile


@dataclass(frozen=True)
class Settings:
    """What is in force in one project. `findings` are the mistakes in the settings file itself."""

    root: Path
    project: Project
    selection: Selection
    limits: Limits
    loaded: Loaded | None
    findings: tuple[Finding, ...] = ()

    @property
    def choice(self) -> Choice:
        """Which files belong to the project."""
        return Choice(self.project.include, self.project.exclude)

    @property
    def file(self) -> SourceFile | None:
        """Where the settings stand."""
        return self.loaded.source if self.loaded else None


def settings_of(place: Place) -> Settings:
    """The settings of the project at this place; those of an empty `cjm.yaml` when it has none."""
    if not place.settings.exists():
        return Settings(place.root, Project(), _selection(Project(), []), Limits(), None)
    if place.settings.is_dir():
        raise SourceError(place.settings.name, "it is a folder, but should be the project's settings")
    loaded = load(source_file(place.settings, place.root), Limits())
    return _from_file(place.root, loaded)


def _from_file(root: Path, loaded: Loaded) -> Settings:
    project = loaded.model if isinstance(loaded.model, Project) else _empty_or_none(loaded)
    if project is None or loaded.document is None:
        return Settings(root, Project(), _selection(Project(), []), Limits(), loaded, loaded.findings)
    mistakes = list(_format_mistakes(project))
    selection = _selection(project, mistakes)
    findings = tuple(mistake.finding(loaded.document) for mistake in mistakes)
    return Settings(root, project, selection, _limits(project.limits), loaded, findings)


def _empty_or_none(loaded: Loaded) -> Project | None:
    """An empty `cjm.yaml` only says where the project is."""
    return Project() if loaded.document is not None and loaded.document.data is None else None


def _limits(given: LimitSettings) -> Limits:
    return Limits(given.file_bytes, given.depth, given.values, given.aliases, given.expanded_values)


@dataclass(frozen=True)
class Mistake:
    """Something in the settings that cannot be meant."""

    rule: str
    message: str
    route: Route
    key: bool = False
    help: str = ""

    def finding(self, document: Document) -> Finding:
        """The mistake at its place."""
        location = Location(document.path, document.span(self.route, key=self.key), document.logical(self.route))
        return Finding(location, self.rule, self.message, Severity.ERROR, help=self.help)


def _format_mistakes(project: Project) -> Iterator[Mistake]:
    known = plugins.names(formats)
    for index, name in enumerate(project.render.formats):
        if name not in known:
            meant = nearest(name, known)
            hint = f'did you mean "{meant}"? ' if meant else ""
            help_ = f"{hint}formats: {', '.join(known)}"
            yield Mistake("unknown-choice", f'unknown format "{name}"', ("render", "formats", index), help=help_)


def _selection(project: Project, mistakes: list[Mistake]) -> Selection:
    rules = all_rules()
    active = _preset(project.extends, rules, mistakes)
    active = changed(rules, active, _changes(project.rules, ("rules",), mistakes))
    overrides = tuple(
        Override(Globs(override.files), _changes(override.rules, ("overrides", index, "rules"), mistakes))
        for index, override in enumerate(project.overrides)
    )
    return Selection(rules, active, overrides)


def _preset(names: tuple[str, ...], rules: Mapping[str, Rule], mistakes: list[Mistake]) -> dict[str, ActiveRule]:
    known = [preset.value for preset in Preset]
    for index, name in enumerate(names):
        if name not in known:
            meant = nearest(name, known)
            hint = f'did you mean "{meant}"? ' if meant else ""
            help_ = f"{hint}presets: {', '.join(known)}"
            mistakes.append(Mistake("unknown-choice", f'unknown preset "{name}"', ("extends", index), help=help_))
    chosen = max((Preset(name) for name in names if name in known), key=lambda p: p.rank, default=Preset.MINIMAL)
    return {rule.name: _activate(rule, chosen) for rule in rules.values() if rule.preset.rank <= chosen.rank}


def _activate(rule: Rule, chosen: Preset) -> ActiveRule:
    """In the strict preset every warning is an error."""
    active = activate(rule)
    strict_error = chosen is Preset.STRICT and rule.level in (Level.WARNING, Level.WARNING_TO_ERROR)
    return ActiveRule(rule, Severity.ERROR, active.options) if strict_error else active


def _changes(given: Rules, route: Route, mistakes: list[Mistake]) -> dict[str, Change]:
    changes = {}
    for name, setting in given.items():
        rule = all_rules().get(name)
        if rule is None:
            mistakes.append(_unknown_rule(name, (*route, name)))
            continue
        if not rule.checks:
            mistakes.append(_always_on(name, (*route, name)))
            continue
        off = setting.severity is not None and setting.severity.severity is None
        severity = setting.severity.severity if setting.severity else None
        changes[name] = Change(off, severity, _options(rule, setting.own, (*route, name), mistakes))
    return changes


def _always_on(name: str, route: Route) -> Mistake:
    """What is not sound cannot be looked at any further, whatever its author would like."""
    help_ = "remove this line; what cannot be read cannot be judged"
    return Mistake("unknown-choice", f'rule "{name}" is always on, as an error', route, key=True, help=help_)


def _unknown_rule(name: str, route: Route) -> Mistake:
    meant = nearest(name, all_rules())
    hint = f'did you mean "{meant}"?' if meant else "cjm rules lists them all"
    return Mistake("unknown-rule", f'unknown rule "{name}"', route, key=True, help=hint)


def _options(rule: Rule, given: Mapping[str, Any], route: Route, mistakes: list[Mistake]) -> Any:
    """The rule's options with what was given; None when nothing was, or when it cannot be used."""
    if not given:
        return None
    if rule.options is None:
        key = next(iter(given))
        mistakes.append(Mistake("unknown-field", f'rule "{rule.name}" has no options', (*route, key), key=True))
        return None
    plain = {name: getattr(value, "value", value) for name, value in given.items()}
    try:
        return rule.options(**vars(_checker(rule.options).model_validate(plain)))
    except ValidationError as error:
        mistakes.extend(_option_mistakes(rule, error, route))
        return None


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
            hint = f'did you mean "{meant}"? ' if meant else ""
            message = f'rule "{rule.name}" has no option "{problem["loc"][-1]}"'
            yield Mistake("unknown-field", message, where, key=True, help=f"{hint}options: {known}")
        else:
            yield Mistake(
                "wrong-type", f'"{problem["loc"][-1]}": {problem["msg"][0].lower()}{problem["msg"][1:]}', where
            )
