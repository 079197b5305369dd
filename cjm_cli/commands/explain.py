"""`cjm explain`: what a rule finds, why it matters, and what to do."""

from collections.abc import Iterator, Mapping
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._page import columns, wrapped
from cjm_cli.finding import Safety
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.documentation import documentation
from cjm_cli.lint.rule import Rule

EXAMPLES = """\
cjm explain stage-without-emotion"""

INDENT = "  "


def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The name in the brackets of a finding.")],
    *,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> None:
    """Explain a rule: what it finds, why it matters, what to do."""
    known = all_rules()
    told = page(known[options.chosen("rule", rule, known)])
    options.Voice(verbose=verbose, color=color).data("\n".join(told) + "\n")


def page(rule: Rule) -> Iterator[str]:
    """All there is to know of a rule."""
    about = documentation(rule)
    yield colour.bold(rule.name)
    yield ""
    yield from wrapped(about.summary, columns())
    yield from _section("Level", _level(rule))
    yield from _section("Why", about.why)
    yield from _section("Source", about.source)
    yield from _example("Bad", about.bad)
    yield from _example("Good", about.good)
    yield from _settings(rule, about.options)
    if rule.can_be_silenced:
        yield from ("", colour.bold("In a journey, where it may stay"), f"{INDENT}# cjm: ignore[{rule.name}] why")


def _level(rule: Rule) -> str:
    young, mature = (rule.level.severity(mature=mature) for mature in (False, True))
    level = f"{young}, and {mature} once the journey is validated or published" if young != mature else young
    told = f"{level}; part of the preset {rule.preset.value} and the family {rule.family}."
    return f"{told}\n\n{_FIXES[rule.fix]}" if rule.fix else told


_FIXES = {
    Safety.SAFE: "Where there is one safe way out, --fix goes it.",
    Safety.UNSAFE: "--unsafe-fixes puts something in that you have to look at, such as a TODO.",
}


def _section(title: str, text: str) -> Iterator[str]:
    if not text:
        return
    yield from ("", colour.bold(title))
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from (INDENT + line for line in wrapped(paragraph, columns() - len(INDENT)))


def _example(title: str, files: Mapping[str, str]) -> Iterator[str]:
    """The files of an example; one that stands alone needs no name."""
    if files:
        yield from ("", colour.bold(title))
    for name, text in files.items():
        if len(files) > 1:
            yield f"{INDENT}# {name}"
        yield from (f"{INDENT}{line}".rstrip() for line in text.rstrip("\n").split("\n"))


def _settings(rule: Rule, meanings: Mapping[str, str]) -> Iterator[str]:
    yield from ("", colour.bold("In cjm.yaml"))
    if rule.is_always_on:
        yield f"{INDENT}This rule is always on: without it, a file cannot be understood."
        return
    yield f"{INDENT}rules:"
    yield f"{INDENT}  {rule.name}: off  # or error, warning, info"
    defaults = vars(rule.options()) if rule.options else {}
    if defaults:
        given = ", ".join(f"{name}: {_yaml(value)}" for name, value in defaults.items())
        yield from ("", f"{INDENT}rules:", f"{INDENT}  {rule.name}: {{severity: {_severity(rule)}, {given}}}", "")
        yield from (line for name in defaults for line in _option(name, meanings.get(name, "")))


def _option(name: str, meaning: str) -> Iterator[str]:
    first, *more = wrapped(f"{name}: {meaning}", columns() - 2 * len(INDENT))
    yield INDENT + first
    yield from (INDENT * 2 + line for line in more)


def _severity(rule: Rule) -> str:
    return rule.level.severity(mature=True).value


def _yaml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple | set | frozenset):
        return f"[{', '.join(map(_yaml, value))}]"
    return str(value)
