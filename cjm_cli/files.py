"""What a file holds, and never what only looks like one: a pipe is waited for, and some devices have no end."""

import stat
from pathlib import Path


def read_file(path: Path, most: int = -1) -> bytes:
    """All of a file, or so many bytes from its beginning. Raises OSError."""
    kind = stat.S_IFMT(path.stat().st_mode)
    if kind not in (stat.S_IFREG, stat.S_IFDIR):  # of a folder the system says it well enough
        raise OSError(0, "not a file")
    with path.open("rb") as file:
        return file.read(most)
