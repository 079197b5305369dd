"""How long checking takes, and how much memory."""

import argparse
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import Size, journey_path, write
from measure import CJM, PYTHON, Command, Comparison, Shown, cost

SCHEMA = Path(__file__).parent.parent / "schemas" / "journey.schema.json"
TODAY = ("--today", "2026-10-01")
"""The maps of the corpus are to be reviewed within a year; what is compared finds nothing."""
YAMLLINT = "{extends: default, rules: {line-length: {max: 140}, document-start: disable}}"
"""All its rules but one, and none that finds something: what it has to print would be measured as well."""


@dataclass(frozen=True)
class Projects:
    """The projects to check: one map, many, as many with fewer rules, with every rule, and in the form of `cjm fmt`."""

    one: Path
    hundred: Path
    many: Path
    few_rules: Path
    strict: Path
    formed: Path
    maps: int


def projects_in(folder: Path, maps: int) -> Projects:
    projects = Projects(
        folder / "one",
        folder / "hundred",
        folder / "many",
        folder / "few-rules",
        folder / "strict",
        folder / "formed",
        maps,
    )
    write(projects.one, Size(1))
    write(projects.hundred, Size(100))
    write(projects.many, Size(maps))
    write(projects.few_rules, Size(maps), preset="minimal")
    write(projects.strict, Size(maps), preset="strict", simple=True)
    write(projects.formed, Size(maps))
    subprocess.run([CJM, "fmt", "-q", str(projects.formed)], check=True)
    return projects


def comparisons(projects: Projects, given: argparse.Namespace) -> Iterator[Comparison]:
    yield from _start_up(projects, given.pairs)
    many, long = f"`cjm validate`, {given.maps:,} maps", given.long_pairs
    yield from _again(projects, given, many)
    few_rules = _validate(projects.few_rules)
    yield Comparison(
        f"the rules of {many}", _validate(projects.many), "preset `minimal`", few_rules, long, "≤ 30 %", Shown.SHARE
    )
    form, formed = [CJM, "fmt", "--check", str(projects.formed)], _validate(projects.formed)
    yield Comparison(f"`cjm fmt --check`, {given.maps:,} maps", form, "`cjm validate`", formed, long, "≤ 1.5")
    schema = _schema_check(given.check_jsonschema, projects.many, given.maps)
    if schema:
        against = "check-jsonschema, same schema"
        yield Comparison(many, _validate(projects.many), against, schema, long, "≥ 10 × faster", Shown.FASTER)
    yield from _every_rule(projects, given)


def _again(projects: Projects, given: argparse.Namespace, many: str) -> Iterator[Comparison]:
    """Several processes, and a second run over what has not changed."""
    fresh, again = _validate(projects.many), _validate_again(projects.many)
    one = [*fresh, "--jobs", "1"]
    yield Comparison(f"{many}, as many processes as pay off", fresh, "`--jobs 1`", one, given.long_pairs)
    # The first run leaves the results that the others take.
    cost(again)
    yield Comparison(f"{many}, again", again, "the fresh run", fresh, given.long_pairs, "≥ 12 × faster", Shown.FASTER)


def _every_rule(projects: Projects, given: argparse.Namespace) -> Iterator[Comparison]:
    """With all that there is to find, against tools that look for less in the same files."""
    strict, long = f"`cjm validate`, {given.maps:,} maps, preset `strict`", given.long_pairs
    lint = shutil.which(given.yamllint)
    if lint:
        command = [lint, "--strict", "-d", YAMLLINT, *_maps(projects.strict, given.maps)]
        yield Comparison(strict, _validate(projects.strict), "yamllint", command, long, "≥ 30 × faster", Shown.FASTER)
    schema = _schema_check(given.check_jsonschema, projects.strict, given.maps)
    if schema:
        against = "check-jsonschema, same schema"
        yield Comparison(strict, _validate(projects.strict), against, schema, long, "≥ 8 × faster", Shown.FASTER)


def _validate(project: Path) -> Command:
    return [*_validate_again(project), "--no-cache"]


def _validate_again(project: Path) -> Command:
    """With the results of the last run."""
    return [CJM, "validate", str(project), *TODAY]


def _schema_check(given: str, project: Path, maps: int) -> Command | None:
    """The command of check-jsonschema, where that is installed."""
    neighbour = shutil.which(given)
    return [neighbour, "--schemafile", str(SCHEMA), *_maps(project, maps)] if neighbour else None


def _maps(project: Path, maps: int) -> list[str]:
    return [str(journey_path(project, number)) for number in range(maps)]


def _start_up(projects: Projects, pairs: int) -> Iterator[Comparison]:
    imports = "import typer, cjm_cli.model"
    yield Comparison("`cjm --version`", [CJM, "--version"], "`python -c pass`", [PYTHON, "-c", "pass"], pairs, "≤ 2")
    yield Comparison(
        "`cjm --help`", [CJM, "--help"], "`python -c 'import typer'`", [PYTHON, "-c", "import typer"], pairs
    )
    yield Comparison(
        "`cjm explain flat-curve`",
        [CJM, "explain", "flat-curve"],
        "`python -c 'import typer'`",
        [PYTHON, "-c", "import typer"],
        pairs,
    )
    yield Comparison(
        "`cjm validate`, one map",
        _validate(projects.one),
        f"`python -c '{imports}'`",
        [PYTHON, "-c", imports],
        pairs,
        "≤ 1.4",
    )


def memory(projects: Projects) -> Iterator[str]:
    imports = cost([PYTHON, "-c", "import typer, cjm_cli.model"]).memory
    yield f"| `python -c 'import typer, cjm_cli.model'` | {imports:.0f} | |"
    sizes = ((1, projects.one, ""), (100, projects.hundred, ""), (projects.maps, projects.many, "≤ 60"))
    for maps, folder, aim in sizes:
        used = cost(_validate(folder)).memory
        yield f"| `cjm validate`, {maps:,} map{'s' if maps > 1 else ''} | {used:.0f} | {aim} |"
