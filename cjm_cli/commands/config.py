"""`cjm config`: the settings in force, and where each of them comes from."""

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from pydantic import BaseModel

from cjm_cli.commands import _options as options
from cjm_cli.commands._rules import settings_at, told
from cjm_cli.lint.rule import Rule
from cjm_cli.lint.selection import ActiveRule
from cjm_cli.settings import Settings
from cjm_cli.settings.command_line import ORIGIN
from cjm_cli.settings.layers import DEFAULT, LEVEL, folded, origins
from cjm_cli.source.scalar import Scalar, resolve
from cjm_cli.span import Route

EXAMPLES = """\
cjm config show
cjm config show --origin
cjm config show --preset strict --project shop/"""

ACTIONS = ("show",)
SHOWN = ("language", "scale", "feelings", "include", "exclude", "baseline", "limits", "theme", "render", "overrides")
"""The settings beside the rules; what a project is about is no setting."""

_PLAIN = re.compile(r"[A-Za-z0-9_./][\w./ -]*(?<! )")

Line = tuple[str, str]
"""A line of YAML and what its comment says."""


def config(
    action: Annotated[str, typer.Argument(metavar="ACTION", help="show.")],
    *,
    origin: Annotated[bool, typer.Option("--origin", help="Say of each value where it comes from.")] = False,
    project: Annotated[Path, typer.Option("--project", metavar="PATH", help="The project whose settings count.")] = (
        options.HERE
    ),
    preset: options.PresetOption = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    severity: options.SeverityOption = None,
    verbose: options.Verbose = 0,
) -> None:
    """Show the settings in force, as a cjm.yaml that says it all.

    With --origin each line says where its value comes from: a default, a preset, a file and its line, the command line.
    """
    options.chosen("action", action, ACTIONS)
    line = told(preset, select, extend_select=extend_select, ignore=ignore, severity=severity)
    settings = settings_at(project, line)
    lines = [*_values(settings), ("rules:", ""), *(_rule(rule, settings) for rule in _rules(settings))]
    options.Voice(verbose=verbose).data("".join(_written(text, where if origin else "") for text, where in lines))


def _written(text: str, comment: str) -> str:
    return f"{text}  # {comment}\n" if comment else f"{text}\n"


def _values(settings: Settings) -> Iterator[Line]:
    """The settings beside the rules; the parts of a setting have lines of their own."""
    for name in SHOWN:
        value = getattr(settings.project, name)
        if isinstance(value, BaseModel):
            yield f"{name}:", ""
            for part, held in value.__dict__.items():
                if held is not None:
                    yield f"  {part}: {_yaml(held)}", _origin(settings, (name, part), value)
        elif value is not None:
            yield f"{name}: {_yaml(value)}", _origin(settings, (name,), settings.project)


def _origin(settings: Settings, route: Route, holder: BaseModel) -> str:
    """Where a value was written, when it was."""
    document = settings.loaded.document if settings.loaded else None
    if document is None or route[-1] not in holder.model_fields_set or not _reaches(document.data, route):
        return DEFAULT
    return f"{document.path}:{document.span(route, key=True).line}"


def _reaches(data: object, route: Route) -> bool:
    for step in route:
        if not isinstance(data, dict) or step not in data:
            return False
        data = data[step]
    return True


def _rules(settings: Settings) -> Iterator[Rule]:
    return (rule for rule in settings.selection.rules.values() if not rule.is_always_on)


def _rule(rule: Rule, settings: Settings) -> Line:
    active = settings.selection.active.get(rule.name)
    given = origins(settings.layers, rule.name)
    if active is None:
        by_command = rule.name in folded(settings.layers)
        return f"  {rule.name}: off", ORIGIN if by_command else given[LEVEL]
    chosen = settings.selection.final.severities.get(rule.name)
    where = ORIGIN if chosen else given.pop(LEVEL)
    given.pop(LEVEL, None)
    more = [f"{key} {place}" for key, place in given.items() if place != where]
    return f"  {rule.name}: {_setting(active)}", ", ".join([where, *_maturity(active), *more])


def _setting(active: ActiveRule) -> str:
    level = (active.severity or active.rule.level.severity(mature=False)).value
    held = vars(active.options) if active.options else {}
    return _yaml({LEVEL: level, **held}) if held else level


def _maturity(active: ActiveRule) -> Iterator[str]:
    """That a rule without a level of its own grows stricter with the map."""
    young, mature = (active.rule.level.severity(mature=mature) for mature in (False, True))
    if active.severity is None and young is not mature:
        yield f"{mature.value} in a journey that is validated or published"


def _yaml(value: object) -> str:
    """A value on one line."""
    if isinstance(value, BaseModel):
        return _yaml({name: held for name, held in value.__dict__.items() if held is not None} | _extra(value))
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_yaml(key)}: {_yaml(held)}' for key, held in value.items())}}}"
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, Enum):
        return _yaml(value.value)
    if isinstance(value, bool | int | float) or value is None:
        return json.dumps(value) if not isinstance(value, float) else f"{value:g}"
    return _text(str(value))


def _extra(value: BaseModel) -> dict[str, object]:
    return dict(value.__pydantic_extra__ or {})


def _text(text: str) -> str:
    if isinstance(text, Scalar) or (
        _PLAIN.fullmatch(text) and resolve(text) == text and not isinstance(resolve(text), Scalar)
    ):
        return str(text)
    return json.dumps(text, ensure_ascii=not text.isprintable())
