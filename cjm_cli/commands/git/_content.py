"""What git hands over, as files."""

from pathlib import Path

from cjm_cli.errors import SourceError, reason


def content(path: Path) -> bytes:
    """All of a file. Raises SourceError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), reason(error)) from error
