"""Every rule there is, found in the folders of `lint/rules`."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import ModuleType, UnionType
from typing import Any, get_args

from cjm_cli import plugins
from cjm_cli.lint import rules
from cjm_cli.lint.rule import Check, Level, Preset, Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its name, family by family."""
    return {rule.name: rule for family, folder in plugins.load_all(rules) for rule in _of_family(family, folder)}


def _of_family(family: str, folder: ModuleType) -> Iterator[Rule]:
    return (_rule(name, family, module) for name, module in plugins.load_all(folder))


def _rule(name: str, family: str, module: ModuleType) -> Rule:
    level: Level = module.LEVEL
    return Rule(
        name=name,
        family=family,
        level=level,
        preset=getattr(module, "PRESET", Preset.RECOMMENDED),
        checks=tuple(_check(function) for name, function in vars(module).items() if name.startswith("check")),
        options=getattr(module, "Options", None),
        docstring=module.__doc__ or "",
        fix=getattr(module, "FIX", None),
    )


def _check(function: Callable[..., Any]) -> Check:
    hints = dict(function.__annotations__)
    hints.pop("return", None)
    looks_at = next(iter(hints.values()))
    return Check(
        looks_at=get_args(looks_at) if isinstance(looks_at, UnionType) else (looks_at,),
        run=function,
        wants=len(hints),
    )
