"""Which rules the command line asks for, and what is in force where."""

from collections.abc import Sequence
from pathlib import Path

from cjm_cli.errors import SourceError, UsageError
from cjm_cli.settings import CommandLine, Settings, settings_of
from cjm_cli.workspace.discover import Place, project_root


def told(
    preset: str | None,
    select: Sequence[str] | None,
    *,
    extend_select: Sequence[str] | None,
    ignore: Sequence[str] | None,
    severity: Sequence[str] | None,
) -> CommandLine:
    """The options as one value. Raises UsageError, before anything is read, when one of them names what is not there."""
    options = (tuple(given or ()) for given in (select, extend_select, ignore, severity))
    line = CommandLine(preset, *options)
    line.chosen_preset()
    line.layer()
    line.final()
    return line


def settings_at(path: Path, line: CommandLine) -> Settings:
    """What is in force where a path lies. Raises UsageError when the settings there hold mistakes."""
    if not path.exists():
        raise SourceError(str(path), "there is no such file or folder")
    whole = path.absolute()
    settings = settings_of(Place(project_root(whole if whole.is_dir() else whole.parent)), line)
    if settings.findings:
        name = settings.findings[0].location.path
        raise UsageError(f"the settings in {name} hold mistakes", f"see: cjm validate {path}")
    return settings
