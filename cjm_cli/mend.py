"""Makes the fixes of findings, and only those that do no harm.

Fixes are tried on the texts in memory, all at once: each file must read as it did, but for what its fixes change, and the
whole check, run again, must have lost their findings and won none. When that fails, one half of them is tried and then the
other, until those that do harm stand alone and are left out. Other fixes may follow from the first ones.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from cjm_cli.change import Change
from cjm_cli.finding import Edit, Finding, Fix, Safety
from cjm_cli.lint.catalogue import all_rules
from cjm_cli.lint.rule import ALWAYS_ON
from cjm_cli.lint.rules._placeholders import STUB
from cjm_cli.output import Rewrite
from cjm_cli.reports import Source
from cjm_cli.session import CheckedProject, Session
from cjm_cli.source import read
from cjm_cli.source.changed import all_changed, same_data
from cjm_cli.source.edit import edited
from cjm_cli.source.read import rewritten
from cjm_cli.workspace.discover import Contents
from cjm_cli.workspace.workspace import Workspace

STUB_RULE = "placeholder-text"
"""What asks for the text that an unsafe fix leaves to write."""

Open: TypeAlias = Callable[[Contents], Session]
"""Checks all again, with other texts in some of the files."""
Choose: TypeAlias = Callable[[Session], Sequence[Finding]]


@dataclass(frozen=True)
class Mended:
    """The check after the fixes, the files that they change, and how many findings they mended."""

    session: Session
    files: Mapping[Path, Rewrite] = field(default_factory=dict)
    fixed: int = 0

    @property
    def given(self) -> dict[Path, bytes]:
        """What came from elsewhere than the disk, such as standard input, before it was mended."""
        given = {path: content for project in self.session.projects for path, content in project.place.contents.items()}
        return {path: self.files[path].old if path in self.files else content for path, content in given.items()}


def mend(open_session: Open, choose: Choose, safety: Safety) -> Mended:
    """Makes all fixes that are at least so safe, of the findings that are chosen, until none is left that helps."""
    mender = _Mender(open_session)
    mended = Mended(open_session({}))
    while wanted := [finding for finding in choose(mended.session) if mender.may_fix(finding, safety)]:
        mended = mender.mended(mended, wanted)
    return mended


@dataclass
class _Mender:
    open_session: Open
    refused: set[Finding] = field(default_factory=set)

    def may_fix(self, finding: Finding, safety: Safety) -> bool:
        """Whether there is a fix that is safe enough and was not found to do harm."""
        fix = finding.fix
        return fix is not None and fix.safety in (safety, Safety.SAFE) and finding not in self.refused

    def mended(self, before: Mended, findings: Sequence[Finding]) -> Mended:
        """With as many of the fixes as can be made together; a fix that can never be made is refused."""
        chosen = [*_apart(findings)]
        after = self._attempt(before, chosen)
        if after is not None:
            return after
        if len(chosen) == 1:
            self.refused.update(chosen)
            return before
        middle = len(chosen) // 2
        first = self.mended(before, chosen[:middle])
        # What was changed moves the places of the other half, which then has its turn in the next round.
        return first if first is not before else self.mended(before, chosen[middle:])

    def _attempt(self, before: Mended, findings: Sequence[Finding]) -> Mended | None:
        files = dict(before.files)
        for name, patches in _by_path(findings).items():
            source = before.session.sources.files.get(name)
            rewrite = _rewrite(source, patches) if source else None
            if source is None or rewrite is None:
                return None
            path = source.file.path
            files[path] = Rewrite(files[path].old if path in files else rewrite.old, rewrite.new)
        session = self.open_session(before.given | {path: rewrite.new for path, rewrite in files.items()})
        if _does_harm(before.session, session, findings):
            return None
        return Mended(session, files, before.fixed + len(findings))


Patches: TypeAlias = dict[tuple[Edit, ...], tuple[Change, ...]]
"""Edits that belong together, and what they mean; equal ones of several findings are made once."""


def _fixes(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Fix]]:
    return ((finding, finding.fix) for finding in findings if finding.fix is not None)


def _by_path(findings: Iterable[Finding]) -> dict[str, Patches]:
    found: dict[str, Patches] = {}
    for _, fix in _fixes(findings):
        for patch in fix.patches:
            found.setdefault(patch.path, {})[patch.edits] = patch.changes
    return found


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those whose edits do not touch those of others before them, or are the same."""
    taken: defaultdict[str, set[Edit]] = defaultdict(set)
    for finding, fix in _fixes(findings):
        edits = [(patch.path, edit) for patch in fix.patches for edit in patch.edits]
        if not any(_touch(one, other) for path, one in edits for other in taken[path] - {one}):
            for path, one in edits:
                taken[path].add(one)
            yield finding


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap; two that only put something in go side by side."""
    (a, _), (b, _) = one, other
    starts, ends = (
        max((a.line, a.column), (b.line, b.column)),
        min((a.end_line, a.end_column), (b.end_line, b.end_column)),
    )
    return starts < ends


def _rewrite(source: Source, patches: Patches) -> Rewrite | None:
    """The file with the edits made; None when it would not read, or mean something else than the changes say."""
    content = source.file.read()
    before, _ = read(source.file.name, content, source.limits)
    if before is None:
        return None
    edits = sorted({edit for edits in patches for edit in edits})
    new = rewritten(content, before.text, edited(before.text, edits))
    after, _ = read(source.file.name, new, source.limits)
    meant = all_changed(before.data, tuple(change for changes in patches.values() for change in changes))
    return Rewrite(content, new) if after is not None and same_data(meant, after.data) else None


def _does_harm(before: Session, after: Session, fixed: Iterable[Finding]) -> bool:
    """Whether one of the findings is still there, or one was won that could have been told before."""
    found, left, gone = _counts(before.findings), _counts(after.findings), _counts(fixed)
    stubs = Counter((path, STUB_RULE) for path, edits in _edits(fixed) for edit in edits if STUB in edit.text)
    projects = {name: project for project in before.projects for name in _names(project)}
    unsound = {finding.location.path for finding in before.findings if _is_always_on(finding.rule)}
    return any(
        count > found[key] - gone[key] + stubs[key]
        and _was_told(key[1], projects.get(key[0]), unsound=key[0] in unsound)
        for key, count in left.items()
    )


def _counts(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    return Counter((finding.location.path, finding.rule) for finding in findings)


def _edits(findings: Iterable[Finding]) -> Iterator[tuple[str, tuple[Edit, ...]]]:
    return ((patch.path, patch.edits) for _, fix in _fixes(findings) for patch in fix.patches)


def _names(project: CheckedProject) -> Iterator[str]:
    return (source.file.name for source in project.sources())


def _is_always_on(rule: str) -> bool:
    return rule in all_rules() and all_rules()[rule].family in ALWAYS_ON


def _was_told(rule: str, project: CheckedProject | None, *, unsound: bool) -> bool:
    """Whether a rule could find something in a file before: in one with graver mistakes most rules find nothing."""
    if _is_always_on(rule):
        return True
    if project is None or project.workspace is None or unsound:
        return False
    needs_all = rule in all_rules() and any(Workspace in check.looks_at for check in all_rules()[rule].checks)
    return project.workspace.complete or not needs_all
