"""The engine behind `validate` and `lint`: a project in, its findings out, one file in memory at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cjm_cli.finding import Finding
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.run import lint_file, lint_parts, lint_workspace
from cjm_cli.lint.selection import Selection
from cjm_cli.lint.suppression import Ledger
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace


@dataclass(frozen=True)
class Checked:
    """A linked project, what was found in the files that were asked for, and how much of it comments silence."""

    workspace: Workspace
    findings: tuple[Finding, ...]
    silenced: int = 0


def check(
    linker: Linker,
    files: Iterable[SourceFile],
    wanted: frozenset[str],
    selection: Selection,
    *,
    settings: Loaded | None = None,
    today: date | None = None,
) -> Checked:
    """Reads, validates, links and lints; `wanted` are the names of the files to report on, the settings' perhaps too."""
    ledger = Ledger(selection)
    findings = [*_found_in([settings] if settings else [], linker, wanted, ledger, today=today)]
    findings += _found_in(_added(files, linker), linker, wanted, ledger, today=today)
    workspace = linker.workspace()
    findings += ledger.left(lint_workspace(workspace, selection, lambda file: file.name in wanted))
    findings += ledger.complaints(complete=workspace.complete)
    return Checked(workspace, tuple(sorted(findings)), ledger.silenced)


def _added(files: Iterable[SourceFile], linker: Linker) -> Iterator[Loaded]:
    """Each file, once others may know of it."""
    for source in files:
        loaded = load(source, linker.limits)
        linker.add(loaded)
        yield loaded


def _found_in(
    files: Iterable[Loaded], linker: Linker, wanted: frozenset[str], ledger: Ledger, *, today: date | None
) -> Iterator[Finding]:
    for loaded in files:
        if loaded.source.name in wanted:
            ledger.add(loaded)
            yield from ledger.left((*loaded.findings, *_linted(loaded, linker, ledger.selection, today=today)))


def _linted(loaded: Loaded, linker: Linker, selection: Selection, *, today: date | None) -> list[Finding]:
    if loaded.model is None or loaded.document is None:
        return []
    facts = Facts(loaded.model, linker.catalogue, loaded.anatomy, today)
    active, parts = selection.for_file(loaded.source.inside), selection.parts(loaded.source.inside)
    if parts:
        return lint_parts(facts, loaded.document, active, parts)
    return lint_file(facts, loaded.document, active.values())
