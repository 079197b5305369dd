"""What stands in the way of a site."""

from cjm_cli.commands import _options as options
from cjm_cli.errors import SettingsError, UsageError
from cjm_cli.finding import Severity
from cjm_cli.reports import Context, full
from cjm_cli.session import CheckedProject, Session
from cjm_cli.summary import Summary


def stopped(checked: CheckedProject, voice: options.Voice, *, validate: bool) -> int:
    """The exit code when nothing may be built, else 0; what stands in the way is told."""
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    session = Session((checked,))
    if errors:
        voice.data(full.report(errors, Context(session.sources)))
        if session.unusable:
            raise SettingsError(", ".join(session.unusable))
        if validate:
            told = Summary.of(errors, 0).counts
            voice.note(f"Built nothing: {told} to correct first; --no-validate shows what it can.")
            return 1
    if checked.workspace is None or not any(True for _ in checked.workspace.entries):
        raise UsageError("there is no journey to show here", "name a folder that holds *.journey.yaml")
    return 0
