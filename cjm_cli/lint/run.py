"""Runs rules over models: pure, independent of order; each defect becomes a finding in the document that it is in."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from cjm_cli.change import Change
from cjm_cli.finding import Finding, Fix, Related, Severity
from cjm_cli.lint.facts import Facts
from cjm_cli.lint.rule import Check, Defect, Rule
from cjm_cli.lint.selection import Active, ActiveRule, Part, Selection, innermost
from cjm_cli.source import Document
from cjm_cli.span import Route
from cjm_cli.workspace.source_file import SourceFile
from cjm_cli.workspace.workspace import Workspace

Open = Callable[[SourceFile], Document | None]
"""Opens another file of the project, for the second place of a finding."""


def lint_file(facts: Facts, document: Document, rules: Iterable[ActiveRule]) -> list[Finding]:
    """What the rules that look at one file say of it."""
    return [
        _finding(active.rule, active.severity_for(facts), document, defect.beneath(route), open_file=_no_other)
        for active in rules
        for check in active.rule.checks
        for route, defect in _defects(check, facts, active)
    ]


def lint_parts(facts: Facts, document: Document, active: Active, parts: Sequence[Part]) -> list[Finding]:
    """As `lint_file`, for a file in parts of which other rules are on."""
    found = [f for f in lint_file(facts, document, active.values()) if innermost(parts, f.location.logical) is None]
    for part in parts:
        beneath = lint_file(facts, document, part.active.values())
        found += [finding for finding in beneath if innermost(parts, finding.location.logical) is part]
    return found


def _defects(check: Check, facts: Facts, active: ActiveRule) -> Iterator[tuple[Route, Defect]]:
    for kind in check.looks_at:
        if kind is Facts:
            # They do not know themselves: a cycle would keep every file in memory.
            yield from (((), defect) for defect in check.run(*(facts, active.options)[: check.wants]))
            continue
        more = (facts, active.options)[: check.wants - 1]
        for route, node in facts.all_of(kind):
            for defect in check.run(node, *more):
                yield route, defect


def lint_workspace(
    workspace: Workspace, selection: Selection, is_wanted: Callable[[SourceFile], bool]
) -> list[Finding]:
    """What the rules that look at the whole project say, in the files that were asked for."""
    return [
        _finding(selection.rules[name], severity, document, defect, open_file=workspace.document)
        for name, defect in _workspace_defects(workspace, selection)
        if defect.file is not None and is_wanted(defect.file)
        if (document := workspace.document(defect.file)) is not None
        if (severity := _severity_at(workspace, selection, name, defect, document)) is not None
    ]


def _workspace_defects(workspace: Workspace, selection: Selection) -> Iterator[tuple[str, Defect]]:
    for name, active in selection.everywhere.items():
        for check in active.rule.checks:
            if Workspace in check.looks_at:
                for defect in check.run(*(workspace, active.options)[: check.wants]):
                    yield name, defect


def _severity_at(
    workspace: Workspace, selection: Selection, name: str, defect: Defect, document: Document
) -> Severity | None:
    """The rule's severity at a defect's place; None where the settings switch it off there."""
    assert defect.file is not None
    active = selection.at(defect.file.inside, document.logical(defect.route)).get(name)
    model = workspace.loaded(defect.file).model
    facts = Facts(model, workspace.catalogue) if model else None
    return active.severity_for(facts) if active else None


def _no_other(file: SourceFile) -> Document | None:
    return None


def _finding(rule: Rule, severity: Severity, document: Document, defect: Defect, *, open_file: Open) -> Finding:
    places = ((document if place.file is None else open_file(place.file), place) for place in defect.related)
    return Finding(
        location=document.location(defect.route, key=defect.key),
        rule=rule.name,
        message=defect.message,
        severity=severity,
        label=defect.label,
        help=defect.help,
        related=tuple(Related(there.location(place.route), place.message) for there, place in places if there),
        fix=_fix(rule, document, defect, open_file) if defect.fix else None,
    )


def _fix(rule: Rule, document: Document, defect: Defect, open_file: Open) -> Fix | None:
    """The changes as edits of every file that they touch; None when one of them cannot be edited."""
    assert rule.fix is not None, f"{rule.name} offers a fix, and does not say how safe it is"
    patches = []
    for file, changes in _by_file(defect).items():
        there = document if file is None else open_file(file)
        patches.append(there.patch(tuple(changes)) if there else None)
    whole = tuple(patch for patch in patches if patch is not None)
    return Fix(str(defect.fix[0]), rule.fix, whole) if len(whole) == len(patches) else None


def _by_file(defect: Defect) -> dict[SourceFile | None, list[Change]]:
    found: dict[SourceFile | None, list[Change]] = {None: [*defect.fix]}
    for file, change in defect.fix_elsewhere:
        found.setdefault(None if file == defect.file else file, []).append(change)
    return found
