"""Options that several commands share, and what they mean."""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from cjm_cli import colour, plugins, reports
from cjm_cli.cache import CacheBy
from cjm_cli.errors import UsageError
from cjm_cli.finding import Finding, Severity
from cjm_cli.streams import write_err, write_out
from cjm_cli.suggest import hint, nearest

AUTO = "auto"
HERE = Path()


class FailOn(StrEnum):
    """The least grave finding that makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def one_of(names: Collection[str]) -> str:
    """The choices, for a help text."""
    return f"One of: {', '.join(names)}"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATHS]...", show_default=False, help="Files and folders; - is standard input.  [default: .]"
    ),
]
ProjectPath = Annotated[
    Path, typer.Argument(metavar="[PROJECT]", show_default=False, help="The folder of the project.  [default: .]")
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help=f"{one_of(plugins.names(reports))}; auto is github in GitHub Actions, else full.",
    ),
]
Report = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=PATH",
        show_default=False,
        help="Write a report to a file as well; may be given again.",
    ),
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Count the findings of each rule, in place of the findings.")
]
Watch = Annotated[bool, typer.Option("--watch", "-w", help="Check again whenever a file changes.")]
PresetOption = Annotated[
    str | None,
    typer.Option(
        "--preset", metavar="NAME", help="minimal, recommended or strict, instead of what the settings extend."
    ),
]


def _rules_option(name: str, help_: str, metavar: str = "RULE,...") -> Any:
    return typer.Option(name, metavar=metavar, show_default=False, help=help_)


Select = Annotated[list[str] | None, _rules_option("--select", "Only these rules, or families of rules.")]
ExtendSelect = Annotated[list[str] | None, _rules_option("--extend-select", "These rules as well.")]
Ignore = Annotated[list[str] | None, _rules_option("--ignore", "None of these rules.")]
SeverityOption = Annotated[
    list[str] | None, _rules_option("--severity", "The level of a rule; may be given again.", "RULE=LEVEL")
]
BaselineOption = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Findings to live with; .cjm-baseline.yaml when it is there."),
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Tell what the baseline forgives as well.")]
NewSince = Annotated[
    str | None, typer.Option("--new-since", metavar="REV", help="Only what the project at this git revision has not.")
]
Fix = Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Mend as well where that is a guess, or leaves a TODO to write.")
]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would be mended, and write nothing.")]
FixOnly = Annotated[bool, typer.Option("--fix-only", help="Mend, and tell nothing of what is left.")]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DATE", help="The day to compare dates with, such as 2026-05-31, instead of today."
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        show_default=False,
        help="How many processes work.  [default: as it pays off]",
    ),
]
CacheByOption = Annotated[
    CacheBy,
    typer.Option(
        "--cache-by",
        metavar="WHAT",
        help=f"{one_of(CacheBy)}: what tells that a file is as it was; content is for CI.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Check every file, and remember nothing.")]
AddIgnore = Annotated[
    str | None,
    typer.Option("--add-ignore", metavar="REASON", help="Write a comment into the files that silences each finding."),
]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", metavar="LEVEL", help=f"{one_of(FailOn)}.")]
Strict = Annotated[bool, typer.Option("--strict", help="The same as --fail-on warning.")]
MaxWarnings = Annotated[
    int | None, typer.Option("--max-warnings", metavar="N", min=0, help="Fail when there are more warnings than N.")
]
AllowEmpty = Annotated[bool, typer.Option("--allow-empty", help="Do not fail when there is no journey.")]
StdinFilename = Annotated[
    Path | None, typer.Option("--stdin-filename", metavar="FILE", help="The file that standard input stands for.")
]
Quiet = Annotated[
    int,
    typer.Option("--quiet", "-q", count=True, show_default=False, help="Only what was asked for; -qq: nothing at all."),
]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, show_default=False, help="Say on stderr what is done.")
]
Color = Annotated[
    colour.Choice, typer.Option("--color", metavar="WHEN", help=f"{one_of(colour.Choice)}; NO_COLOR is heeded.")
]


@dataclass(frozen=True)
class Voice:
    """How much a command says, and whether in colour."""

    quiet: int = 0
    verbose: int = 0
    color: colour.Choice = colour.Choice.AUTO
    out: Callable[[str], None] = write_out
    err: Callable[[str], None] = write_err

    def data(self, text: str) -> None:
        """Tells what was asked for."""
        if text and self.quiet < 2:
            painted = colour.is_wanted(self.color, os.environ, sys.stdout)
            self.out(text if painted else colour.plain(text))

    def note(self, line: str) -> None:
        """Tells a person how it went."""
        if not self.quiet:
            self.err(line)

    def note_all(self, text: str) -> None:
        """Tells it line by line, without paint."""
        for line in colour.plain(text).splitlines():
            self.note(line)

    def log(self, line: str) -> None:
        """Tells a person what is being done."""
        if self.verbose:
            self.err(line)


@dataclass(frozen=True)
class Threshold:
    """From what on a check fails."""

    fail_on: FailOn = FailOn.ERROR
    max_warnings: int | None = None

    def is_reached(self, findings: Sequence[Finding]) -> bool:
        """Whether the check fails."""
        warnings = sum(finding.severity is Severity.WARNING for finding in findings)
        if self.max_warnings is not None and warnings > self.max_warnings:
            return True
        if self.fail_on is FailOn.NEVER:
            return False
        return any(finding.severity.rank <= Severity(self.fail_on).rank for finding in findings)


def threshold(fail_on: FailOn, max_warnings: int | None, *, strict: bool) -> Threshold:
    """Of --strict and --fail-on the stricter counts."""
    return Threshold(FailOn.WARNING if strict and fail_on is not FailOn.INFO else fail_on, max_warnings)


LETS_PASS = "; --allow-empty lets this pass"


def nothing_in(paths: Iterable[Path], more: str = "") -> UsageError:
    """What to say when no journey was found; `more` is another way out."""
    where = ", ".join(f'"{path}"' for path in paths)
    return UsageError(f"no journeys found in {where}", f"their names end in .journey.yaml{more}")


def chosen(what: str, given: str, known: Collection[str]) -> str:
    """The name that was given, which has to be one of those known."""
    if given in known:
        return given
    raise UsageError(f'unknown {what} "{given}"', hint(nearest(given, known)) or f"known: {', '.join(known)}")


def report_name(given: str) -> str:
    """The name of the report to make."""
    if given == AUTO:
        return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"
    return chosen("format", given, plugins.names(reports))
