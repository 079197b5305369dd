"""The engine behind `validate` and `lint`: a project in, its findings out, one file in memory at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from cjm_cli.each import Each, one_by_one
from cjm_cli.finding import Finding
from cjm_cli.lint.examine import Examined, Examiner
from cjm_cli.lint.run import lint_workspace
from cjm_cli.lint.suppression import Ledger
from cjm_cli.workspace.load import Loaded
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace

ExamineAll: TypeAlias = Callable[[Examiner, Sequence[SourceFile]], Iterator[Examined]]
"""Examines files, in their order."""


@dataclass(frozen=True)
class Checked:
    """A linked project, what was found in the files that were asked for, and how much of it comments silence."""

    workspace: Workspace
    findings: tuple[Finding, ...]
    silenced: int = 0


def each_anew(each: Each, examiner: Examiner, files: Sequence[SourceFile]) -> Iterator[Examined]:
    """Examines every file."""
    return each(examiner.examine, files)


ONE_BY_ONE: ExamineAll = partial(each_anew, one_by_one)


def check(
    linker: Linker,
    files: Sequence[SourceFile],
    examiner: Examiner,
    *,
    settings: Loaded | None = None,
    examine_all: ExamineAll = ONE_BY_ONE,
) -> Checked:
    """Reads, validates, links and lints; the settings too, when they are among the files that are wanted."""
    ledger = Ledger(examiner.selection)
    findings = [*_found_in(examiner.examined(settings), ledger)] if settings else []
    for examined in examine_all(examiner, files):
        linker.take(examined.introduction)
        findings += _found_in(examined, ledger)
    workspace = linker.workspace()
    findings += ledger.left(lint_workspace(workspace, examiner.selection, lambda file: file.name in examiner.wanted))
    findings += ledger.complaints(complete=workspace.complete)
    return Checked(workspace, tuple(sorted(findings)), ledger.silenced)


def _found_in(examined: Examined, ledger: Ledger) -> Iterator[Finding]:
    ledger.add(examined.source, examined.suppressions, linted=examined.introduction.understood)
    return ledger.left(examined.findings)
