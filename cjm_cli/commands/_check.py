"""What `validate` and `lint` have in common: check, report, sum up, decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cjm_cli.cache import CacheBy
from cjm_cli.commands._mending import Mending
from cjm_cli.commands._options import LETS_PASS, Threshold, Voice, nothing_in
from cjm_cli.commands._reports import Reports, planned, refuse_unwatchable, write_files
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Finding
from cjm_cli.reports import Context, Sources
from cjm_cli.session import MANY_TO_REMEMBER, STDIN, TERMS, Session, Terms, open_session
from cjm_cli.summary import Summary
from cjm_cli.workspace.discover import NO_CONTENTS, Contents

if TYPE_CHECKING:
    from cjm_cli.cache.answers import Question


@dataclass(frozen=True)
class Request:
    """What to check and how to tell of it."""

    paths: Sequence[Path]
    format: str
    threshold: Threshold
    voice: Voice
    allow_empty: bool
    stdin_name: Path | None
    reports: Sequence[str] = ()
    statistics: bool = False
    watch: bool = False
    terms: Terms = TERMS
    mending: Mending | None = None
    add_ignore: str | None = None
    question: "Question | None" = None
    """What the answer is remembered by, where it may be."""

    @property
    def is_repeatable(self) -> bool:
        """Whether it is about files alone, changes none of them, and takes their state for what they hold."""
        by_state = self.terms.cache_by is CacheBy.STATE and self.terms.new_since is None and STDIN not in self.paths
        return by_state and not (self.watch or self.reports or self.mending or self.add_ignore or self.voice.verbose)


Choose = Callable[[Session, Voice], tuple[list[Finding], Sources]]
"""Picks the findings and the files that the command is about."""


def everything(session: Session, _voice: Voice) -> tuple[list[Finding], Sources]:
    """All that was found."""
    return session.findings, session.sources


def run_check(request: Request, choose: Choose) -> int:
    """Checks, reports, and returns the exit code; while watching, again and again until it is interrupted."""
    reports = planned(request.format, request.reports, statistics=request.statistics)
    if request.watch:
        from cjm_cli.commands._watch import watch

        _refuse_writing(request)
        refuse_unwatchable(request.format)
        watch(request.paths, lambda: _check(request, choose, reports=reports), request.voice.note)
    return _check(request, choose, reports=reports)


def _refuse_writing(request: Request) -> None:
    if request.mending is not None or request.add_ignore is not None:
        problem = "--watch looks at files, and cannot be used with an option that writes to them"
        raise UsageError(problem, "use them one after the other")


def _check(request: Request, choose: Choose, *, reports: Reports) -> int:
    if request.mending is None:
        return _answered(request, choose, reports)
    from cjm_cli.commands import _mend  # most checks mend nothing

    mended = _mend.mended(request.mending, partial(_opened, request), choose)
    _mend.carry_out(mended, request.mending, request.voice, is_stdin=STDIN in request.paths)
    if not request.mending.ends_with_it:
        return _told(request, choose, mended.session, reports)
    _refuse_unusable(mended.session)
    return int(request.mending.diff and bool(mended.files))


def _answered(request: Request, choose: Choose, reports: Reports) -> int:
    session = _opened(request)
    if request.question is None or not request.is_repeatable or session.size < MANY_TO_REMEMBER:
        return _told(request, choose, session, reports)
    from cjm_cli.commands._answers import looked_at, remembered  # small projects do without

    def tell(voice: Voice) -> int:
        return _told(replace(request, voice=voice), choose, session, reports)

    look = partial(looked_at, request.paths, session, request.terms)
    return remembered(request.question, look, request.voice, tell)


def _told(request: Request, choose: Choose, session: Session, reports: Reports) -> int:
    """Reports on a check, and returns the exit code."""
    findings, sources = choose(session, request.voice)
    if request.add_ignore is not None and not session.unusable:
        _add_ignores(findings, sources, request)
        session = _opened(request)
        findings, sources = choose(session, request.voice)
    context = Context(sources, session.rules, session.aside)
    shown = reports.shown(findings, context)
    if request.mending is not None and STDIN in request.paths:
        # Standard output holds the text that was mended.
        request.voice.note_all(shown)
    else:
        request.voice.data(shown)
    summary = Summary.of(findings, sources.checked, session.aside)
    request.voice.note_all(summary.sentences)
    write_files(reports.files, findings, context)
    _refuse_unusable(session)
    return int(request.threshold.is_reached(findings))


def _refuse_unusable(session: Session) -> None:
    if session.unusable:
        raise SettingsError(", ".join(session.unusable))


def _opened(request: Request, contents: Contents = NO_CONTENTS) -> Session:
    session = open_session(request.paths, request.stdin_name, request.voice.log, terms=request.terms, contents=contents)
    if session.is_empty and not request.allow_empty:
        raise nothing_in(request.paths, LETS_PASS)
    return session


def _add_ignores(findings: Sequence[Finding], sources: Sources, request: Request) -> None:
    from cjm_cli.commands._add_ignore import add_ignores, check_reason

    reason = check_reason(request.add_ignore or "", request.paths)
    request.voice.note(add_ignores(findings, sources, reason).sentence)
