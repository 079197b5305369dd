"""Where the reports of a check go: one to standard output, any number to files."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from cjm_cli import plugins, reports
from cjm_cli.colour import plain
from cjm_cli.commands import _options as options
from cjm_cli.errors import OutputError, UsageError
from cjm_cli.finding import Finding
from cjm_cli.reports import Context
from cjm_cli.streams import write_err

STDOUT = Path("-")
NOTHING = "none"
FOR_PEOPLE = ("full", "concise", "grouped", "github")
"""Formats that may be told again and again; of the others, standard output holds exactly one document."""

Make = Callable[[Sequence[Finding], Context], str]
"""Makes the whole text of a report."""


@dataclass(frozen=True)
class Target:
    """A report and the file that it goes to."""

    make: Make
    path: Path


@dataclass(frozen=True)
class Reports:
    """What is made of the findings of a check."""

    shown: Make
    files: tuple[Target, ...] = ()


def planned(format_: str, more: Sequence[str], *, statistics: bool) -> Reports:
    """Which reports to make. Raises UsageError before anything is checked, should one of them not exist."""
    name = options.report_name(format_)
    targets = tuple(map(_target, more))
    _refuse_twice([target.path for target in targets])
    aside = tuple(target for target in targets if target.path != STDOUT)
    if aside == targets:
        return Reports(_statistics(name, format_) if statistics else _load(name), aside)
    if name != NOTHING or statistics:
        problem = "standard output holds one report"
        raise UsageError(problem, "give --report a file instead of -, or add --format none")
    return Reports(next(target.make for target in targets if target.path == STDOUT), aside)


def refuse_unwatchable(format_: str) -> None:
    """Raises UsageError for a format that cannot be told again and again."""
    if options.report_name(format_) not in (*FOR_PEOPLE, NOTHING):
        problem = f"--watch cannot tell of every check as {format_}"
        raise UsageError(problem, f"formats: {', '.join(FOR_PEOPLE)}; --report {format_}=PATH is written each time")


def _target(given: str) -> Target:
    name, equals, path = given.partition("=")
    if not equals or not path:
        raise UsageError(f'"{given}" is no report', "write FORMAT=PATH, such as --report sarif=findings.sarif")
    return Target(_load(options.chosen("format", name, plugins.names(reports))), Path(path))


def _refuse_twice(paths: Collection[Path]) -> None:
    for path, times in Counter(paths).items():
        if times > 1:
            where = "standard output" if path == STDOUT else str(path)
            raise UsageError(f"two reports cannot go to {where}", "give each a file of its own")


def _load(name: str) -> Make:
    return cast(Make, plugins.load(reports, name).report)


def _statistics(name: str, given: str) -> Make:
    from cjm_cli import tally

    if name == "json":
        return lambda findings, _context: tally.as_json(findings)
    if name in FOR_PEOPLE:
        return lambda findings, _context: tally.as_text(findings)
    raise UsageError(f"--statistics cannot be told as {given}", f"formats: {', '.join(FOR_PEOPLE)}, json")


def write_files(targets: Sequence[Target], findings: Sequence[Finding], context: Context) -> None:
    """Writes each whole or not at all. Raises OutputError when one cannot be written, after the others were."""
    failures = [*_failures(targets, findings, context)] if targets else []
    for failure in failures[1:]:
        write_err(f"error: {failure}")
    if failures:
        raise failures[0]


def _failures(targets: Sequence[Target], findings: Sequence[Finding], context: Context) -> Iterator[OutputError]:
    from cjm_cli.output import write  # most checks write nothing

    for target in targets:
        content = plain(target.make(findings, context)).encode("utf-8", "backslashreplace")
        try:
            write(target.path, content)
        except OutputError as failure:
            yield failure
