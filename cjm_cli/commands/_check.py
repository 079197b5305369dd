"""What `validate` and `lint` have in common: check, report, sum up, decide."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjm_cli import plugins, reports
from cjm_cli.commands._options import Threshold, Voice, report_name
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Finding
from cjm_cli.reports import Sources
from cjm_cli.session import Session, open_session
from cjm_cli.summary import Summary


@dataclass(frozen=True)
class Request:
    """What to check and how to tell of it."""

    paths: Sequence[Path]
    format: str
    threshold: Threshold
    voice: Voice
    allow_empty: bool
    stdin_name: Path | None


Choose = Callable[[Session, Voice], tuple[list[Finding], Sources]]
"""Picks the findings and the files that the command is about."""


def everything(session: Session, _voice: Voice) -> tuple[list[Finding], Sources]:
    """All that was found."""
    return session.findings, session.sources


def run_check(request: Request, choose: Choose) -> int:
    """Checks, reports, and returns the exit code."""
    report = plugins.load(reports, report_name(request.format)).report
    session = open_session(request.paths, request.stdin_name, request.voice.log)
    if session.is_empty and not request.allow_empty:
        raise _nothing_in(request.paths)
    findings, sources = choose(session, request.voice)
    request.voice.data(report(findings, sources))
    request.voice.note(Summary.of(findings, sources.checked).sentence)
    if session.unusable:
        raise SettingsError(", ".join(session.unusable))
    return int(request.threshold.is_reached(findings))


def _nothing_in(paths: Sequence[Path]) -> UsageError:
    where = ", ".join(f'"{path}"' for path in paths)
    return UsageError(f"no journeys found in {where}", "their names end in .journey.yaml; --allow-empty lets this pass")
