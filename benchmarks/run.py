"""Measures `cjm` against what it cannot do without, check-jsonschema and yamllint, and prints one Markdown table:

    .venv/bin/python benchmarks/run.py --check-jsonschema PATH --yamllint PATH

Whole processes are timed, A B A B …, and the table shows medians of the ratios within a pair: that holds on a machine that
others use as well. Figures of a first round, which warms caches up, are thrown away.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from statistics import median

from corpus import Size, journey_path, write

PYTHON = sys.executable
CJM = str(Path(PYTHON).with_name("cjm"))
SCHEMA = Path(__file__).parent.parent / "schemas" / "journey.schema.json"
MIB = 1024 * (1024 if sys.platform == "darwin" else 1)
"""What `ru_maxrss` counts in: bytes on macOS, kibibytes elsewhere."""

TODAY = ("--today", "2026-10-01")
"""The maps of the corpus are to be reviewed within a year; what is compared finds nothing."""
YAMLLINT = "{extends: default, rules: {line-length: {max: 140}, document-start: disable}}"
"""All its rules but one, and none that finds something: what it has to print would be measured as well."""

Command = Sequence[str]


class Shown(Enum):
    """What a row makes of the times that the command and the other took."""

    SLOWER = "{:.2f}"
    FASTER = "{:.1f} × faster"
    SHARE = "{:.0f} % of it"

    def of(self, own: float, other: float) -> float:
        """How many times slower, how many times faster, or how much of the command's time the other does without, in per cent."""
        return {Shown.SLOWER: own / other, Shown.FASTER: other / own, Shown.SHARE: 100 * (1 - other / own)}[self]


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds on the clock, seconds of processor, MiB at its peak."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Comparison:
    """Two commands that are run in turn, and what their ratio should be."""

    what: str
    command: Command
    against: str
    other: Command
    pairs: int
    aim: str = ""
    shown: Shown = Shown.SLOWER


@dataclass(frozen=True)
class Projects:
    """The projects to check: one map, many, as many with fewer rules, and as many with every rule."""

    one: Path
    hundred: Path
    many: Path
    few_rules: Path
    strict: Path
    maps: int


def main() -> None:
    """Reads the command line, measures, prints."""
    given = _arguments()
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {given.pairs} pairs ({given.long_pairs} of long runs)"
    )
    print()
    with tempfile.TemporaryDirectory() as folder:
        projects = _projects(Path(folder), given.maps)
        print("| work | against | CPU | clock | aim | it took | the other |")
        print("|---|---|---:|---:|---:|---:|---:|")
        for comparison in _comparisons(projects, given):
            print(_row(comparison), flush=True)
        for option, command in (("--check-jsonschema", given.check_jsonschema), ("--yamllint", given.yamllint)):
            if shutil.which(command) is None:
                print(f"\nNot compared: {option[2:]} is not installed; {option} says where it is.")
        print()
        print("| peak memory | MiB | aim |")
        print("|---|---:|---:|")
        for line in _memory(projects):
            print(line, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure cjm; prints Markdown.")
    parser.add_argument("--pairs", type=int, default=15, metavar="N", help="how often short runs are paired")
    parser.add_argument("--long-pairs", type=int, default=3, metavar="N", help="how often runs over many maps are")
    parser.add_argument("--maps", type=int, default=1000, metavar="N", help="how many maps are many")
    parser.add_argument(
        "--check-jsonschema", default="check-jsonschema", metavar="PATH", help="the command, in a venv of its own"
    )
    parser.add_argument("--yamllint", default="yamllint", metavar="PATH", help="the command, in a venv of its own")
    return parser.parse_args()


def _projects(folder: Path, maps: int) -> Projects:
    projects = Projects(
        folder / "one", folder / "hundred", folder / "many", folder / "few-rules", folder / "strict", maps
    )
    write(projects.one, Size(1))
    write(projects.hundred, Size(100))
    write(projects.many, Size(maps))
    write(projects.few_rules, Size(maps), preset="minimal")
    write(projects.strict, Size(maps), preset="strict", simple=True)
    return projects


def _comparisons(projects: Projects, given: argparse.Namespace) -> Iterator[Comparison]:
    yield from _start_up(projects, given.pairs)
    yield from _drawing(projects, given.pairs)
    many, long = f"`cjm validate`, {given.maps:,} maps", given.long_pairs
    few_rules = _validate(projects.few_rules)
    yield Comparison(
        f"the rules of {many}", _validate(projects.many), "preset `minimal`", few_rules, long, "≤ 30 %", Shown.SHARE
    )
    schema = _schema_check(given.check_jsonschema, projects.many, given.maps)
    if schema:
        against = "check-jsonschema, same schema"
        yield Comparison(many, _validate(projects.many), against, schema, long, "≥ 10 × faster", Shown.FASTER)
    yield from _every_rule(projects, given)


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


def _drawing(projects: Projects, pairs: int) -> Iterator[Comparison]:
    validate = _validate(projects.one)
    for name in ("svg", "html", "md"):
        render = [CJM, "render", str(projects.one), "-f", name, "-o", str(projects.one / "dist")]
        yield Comparison(f"`cjm render -f {name}`, one map", render, "`cjm validate`, one map", validate, pairs)


def _row(comparison: Comparison) -> str:
    pairs = list(_measured(comparison))
    cpu = _ratio([(own.cpu, other.cpu) for own, other in pairs], comparison)
    wall = _ratio([(own.wall, other.wall) for own, other in pairs], comparison)
    own_time, other_time = (_seconds(median(pair[side].cpu for pair in pairs)) for side in (0, 1))
    return (
        f"| {comparison.what} | {comparison.against} | {cpu} | {wall} | {comparison.aim} | {own_time} | {other_time} |"
    )


def _measured(comparison: Comparison) -> Iterator[tuple[Cost, Cost]]:
    # Long runs need no warming up, and take too long for it.
    rounds = comparison.pairs + (comparison.pairs > 5)
    for number in range(rounds):
        pair = _cost(comparison.command), _cost(comparison.other)
        if rounds == comparison.pairs or number > 0:
            yield pair


def _ratio(times: Sequence[tuple[float, float]], comparison: Comparison) -> str:
    return comparison.shown.value.format(median(comparison.shown.of(own, other) for own, other in times))


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


def _memory(projects: Projects) -> Iterator[str]:
    imports = _cost([PYTHON, "-c", "import typer, cjm_cli.model"]).memory
    yield f"| `python -c 'import typer, cjm_cli.model'` | {imports:.0f} | |"
    sizes = ((1, projects.one, ""), (100, projects.hundred, ""), (projects.maps, projects.many, "≤ 60"))
    for maps, folder, aim in sizes:
        used = _cost(_validate(folder)).memory
        yield f"| `cjm validate`, {maps:,} map{'s' if maps > 1 else ''} | {used:.0f} | {aim} |"


def _cost(command: Command) -> Cost:
    """Runs a command to its end. Stops everything when it fails: what fails early looks fast.

    The peak that the system tells is never less than that of the process that starts another, so this one stays small.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment())
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"exit code {process.returncode}: {' '.join(command[:3])} …")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MIB)


def _environment() -> dict[str, str]:
    """As on a user's machine: modules are compiled once and kept, and no CI is about."""
    unsettling = ("PYTHONDONTWRITEBYTECODE", "GITHUB_ACTIONS", "FORCE_COLOR")
    return {name: value for name, value in os.environ.items() if name not in unsettling}


if __name__ == "__main__":
    main()
