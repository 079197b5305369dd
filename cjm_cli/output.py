"""The only stage that writes files: each whole or not at all, and none that is the same already."""

import errno
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cjm_cli.errors import OutputError, reason


@dataclass(frozen=True)
class Rewrite:
    """A file's content before and after."""

    old: bytes
    new: bytes


def write(path: Path, content: bytes) -> Path:
    """Writes a file, and the folders above it that are not there. Raises OutputError when that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, content)
    except OSError as error:
        raise OutputError(str(path), _reason(error)) from error
    return path


def _reason(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file stands where a folder should be"
    return reason(error)


def _write(path: Path, content: bytes) -> None:
    """Through a temporary file beside it, so that a full disk or a kill leaves what was there before."""
    if _is_device(path):
        path.write_bytes(content)
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if _holds(target, content):
        return
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _is_device(path: Path) -> bool:
    """Whether it is a pipe or the like, such as /dev/null: written to, and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except FileNotFoundError:
        return False


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else that of a new file."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
