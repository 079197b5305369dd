"""`cjm rules`: which rules there are, and the level at which each is in force."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from cjm_cli import colour
from cjm_cli.commands import _options as options
from cjm_cli.commands._page import columns, wrapped
from cjm_cli.commands._rules import settings_at, told
from cjm_cli.finding import Safety
from cjm_cli.lint.rule import Rule
from cjm_cli.lint.selection import Selection

EXAMPLES = """\
cjm rules
cjm rules --format markdown > rules.md"""

OFF = "off"
GRAVER = "↑"
FIXES = {None: "", Safety.SAFE: "fix", Safety.UNSAFE: "stub"}
LEGEND = (
    f"{GRAVER} one level graver in a journey that is validated or published; fix: --fix may mend it; "
    "stub: --unsafe-fixes may. More on one of them: cjm explain RULE"
)


def rules(
    *,
    project: Annotated[Path, typer.Option("--project", metavar="PATH", help="The project whose settings count.")] = (
        options.HERE
    ),
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="One of: text, json, markdown.")
    ] = "text",
    preset: options.PresetOption = None,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    severity: options.SeverityOption = None,
    verbose: options.Verbose = 0,
    color: options.Color = colour.Choice.AUTO,
) -> None:
    """List the rules and the level at which each is in force."""
    write = WRITERS[options.chosen("format", format_, WRITERS)]
    selection = settings_at(
        project, told(preset, select, extend_select=extend_select, ignore=ignore, severity=severity)
    ).selection
    options.Voice(verbose=verbose, color=color).data(write(rows(selection)))


@dataclass(frozen=True)
class Row:
    """A rule as it is in force: the level in a journey in the making, and in one that claims to be finished."""

    rule: Rule
    level: str
    mature_level: str


def rows(selection: Selection) -> list[Row]:
    """Every rule there is, family by family."""
    return [_row(rule, selection) for rule in selection.rules.values()]


def _row(rule: Rule, selection: Selection) -> Row:
    active = selection.active.get(rule.name)
    if active is None:
        return Row(rule, OFF, OFF)
    young, mature = (active.severity or rule.level.severity(mature=mature) for mature in (False, True))
    return Row(rule, young.value, mature.value)


def _text(rows: Sequence[Row]) -> str:
    return "\n".join([*_lines(rows), *wrapped(LEGEND, columns()), ""])


def _lines(rows: Sequence[Row]) -> Iterator[str]:
    name_width = max(len(row.rule.name) for row in rows)
    left = name_width + 21
    for family, members in groupby(rows, lambda row: row.rule.family):
        yield colour.bold(family)
        for row in members:
            level = f"{row.level} {GRAVER}" if row.level != row.mature_level else row.level
            first, *more = wrapped(row.rule.summary, columns() - left)
            yield f"  {row.rule.name:{name_width}}  {level:9}  {FIXES[row.rule.fix]:4}  {first}"
            yield from (" " * left + line for line in more)
        yield ""


def _json(rows: Sequence[Row]) -> str:
    return json.dumps([_item(row) for row in rows], indent=2) + "\n"


def _item(row: Row) -> dict[str, str]:
    return {
        "rule": row.rule.name,
        "level": row.level,
        "level_when_mature": row.mature_level,
        "family": row.rule.family,
        "preset": row.rule.preset.value,
        "fix": row.rule.fix.value if row.rule.fix else "none",
        "summary": row.rule.summary,
    }


def _markdown(rows: Sequence[Row]) -> str:
    return "\n".join(line for _, members in groupby(rows, lambda row: row.rule.family) for line in _table([*members]))


def _table(family: Sequence[Row]) -> Iterator[str]:
    yield from (f"**{family[0].rule.family}**", "", "| Rule | Level | Preset | Fix | Finds |", "|---|---|---|---|---|")
    for row in family:
        rule = row.rule
        cells = (f"`{rule.name}`", _both_levels(row), rule.preset.value, FIXES[rule.fix], _cell(rule.summary))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _both_levels(row: Row) -> str:
    return row.level if row.level == row.mature_level else f"{row.level} → {row.mature_level}"


WRITERS: Mapping[str, Callable[[Sequence[Row]], str]] = {"text": _text, "json": _json, "markdown": _markdown}
