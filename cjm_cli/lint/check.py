"""The engine behind `validate` and `lint`: a project in, its findings out, one file in memory at a time."""

from collections.abc import Iterable
from dataclasses import dataclass

from cjm_cli.finding import Finding
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.run import lint_file, lint_workspace
from cjm_cli.lint.selection import Selection
from cjm_cli.workspace.load import Loaded, load
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Linker, Workspace


@dataclass(frozen=True)
class Checked:
    """A linked project and what was found in the files that were asked for."""

    workspace: Workspace
    findings: tuple[Finding, ...]


def check(linker: Linker, files: Iterable[SourceFile], wanted: frozenset[str], selection: Selection) -> Checked:
    """Reads, validates, links and lints; `wanted` are the names of the files to report on."""
    findings: list[Finding] = []
    for source in files:
        loaded = load(source, linker.limits)
        linker.add(loaded)
        if source.name in wanted:
            findings += loaded.findings
            findings += _linted(loaded, linker, selection)
    workspace = linker.workspace()
    findings += lint_workspace(workspace, selection, lambda file: file.name in wanted)
    return Checked(workspace, tuple(sorted(findings)))


def _linted(loaded: Loaded, linker: Linker, selection: Selection) -> list[Finding]:
    if loaded.model is None or loaded.document is None:
        return []
    rules = selection.for_file(loaded.source.inside).values()
    return lint_file(Facts(loaded.model, linker.catalogue), loaded.document, rules)
