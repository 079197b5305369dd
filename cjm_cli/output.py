"""The only stage that writes files: each whole or not at all, and none that is the same already.

What is new goes into a file beside the old one and then takes its name, so that a full disk or a kill leaves what was there.
The file is brought to the disk first, lest a power cut leave its name and nothing in it. The folder is not: without it the
name may lead to the old file after a power cut, which is whole too.

The new file has the mode of the old one, and its owner and group where the system lets us. A symbolic link stays one. Of a
file with several names only the one that was asked for gets the new content: a file that is written in place can be torn.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cjm_cli.errors import OutputError, reason

_THERE = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_TAKEN = "it has come into being in the meantime"
_FULL = "make room, and run it again"
_CLOSED = "see who may write in its folder, or choose another one"
_FIXED = "its folder lets no file take the place of another; choose another one"
_WAYS_OUT = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _CLOSED,
    errno.EPERM: _CLOSED,
    errno.EROFS: _CLOSED,
    errno.EXDEV: _FIXED,
    errno.EBUSY: _FIXED,
    errno.ENXIO: "if it is a pipe, start first what reads it",
    errno.EIO: "see whether the disk is sound, and run it again",
}


@dataclass(frozen=True)
class Rewrite:
    """A file's content before and after."""

    old: bytes
    new: bytes


@dataclass
class Draft:
    """The new content of a file. Within the `with` it is on the disk already, beside the file that it is for.

    Without content, the file holds already what it should.
    """

    path: Path
    target: Path
    _content: bytes | None
    _beside: Path | None = None

    def __enter__(self) -> "Draft":
        """Raises OutputError."""
        if self._content is not None:
            try:
                with _told(self.path):
                    self._write(self._content)
            except BaseException:
                self.__exit__()
                raise
        return self

    def __exit__(self, *failure: object) -> None:
        if self._beside is not None:
            with suppress(OSError):
                self._beside.unlink()

    def _write(self, content: bytes) -> None:
        before = _status(self.target)
        if before and not os.access(self.target, os.W_OK):
            raise OutputError(str(self.path), "it is read-only")
        # Known before it is there, so that whatever ends us from now on finds it to take it away.
        self._beside = _free_beside(self.target)
        handle = os.open(self._beside, _NEW, 0o600 if before else 0o666)
        with open(handle, "wb") as file:  # noqa: PTH123 (it is open already)
            file.write(content)
            file.flush()
            if before:
                _liken(self._beside, before)
            os.fsync(file.fileno())

    def replace(self) -> None:
        """Takes the name of the file. Raises OutputError."""
        if self._beside is not None:
            with _told(self.path):
                self._beside.replace(self.target)
            # From here on its name may be that of somebody else's.
            self._beside = None

    def create(self) -> None:
        """Takes the name, if it is still free. Raises OutputError."""
        if self._beside is None:
            return
        try:
            os.link(self._beside, self.target)
        except FileExistsError:
            raise OutputError(str(self.path), _TAKEN) from None
        except OSError:
            # Not every file system knows links.
            if os.path.lexists(self.target):
                raise OutputError(str(self.path), _TAKEN) from None
            self.replace()


def write(path: Path, content: bytes) -> Path:
    """Writes a file, and the folders above it that are not there. Raises OutputError when that cannot be done."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if _is_device(path):
            _pour(path, content)
            return path
    with draft(path, content) as new:
        new.replace()
    return path


def create(path: Path, content: bytes) -> Path:
    """Writes a file as `write` does, but never over another, be it made by somebody else this very moment."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with Draft(path, path, content) as new:
        new.create()
    return path


def draft(path: Path, content: bytes) -> Draft:
    """What a file is to hold. Raises OutputError."""
    with _told(path):
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        return Draft(path, target, None if _holds(target, content) else content)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(str(path), _reason(error)) from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file stands where a folder should be"
    way_out = _WAYS_OUT.get(error.errno or 0)
    return f"{reason(error)}; {way_out}" if way_out else reason(error)


def _is_device(path: Path) -> bool:
    """Whether it is a pipe or the like, such as /dev/null: written to, and never replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _pour(path: Path, content: bytes) -> None:
    """Writes to what is there. To open a pipe that nobody reads would take for ever, so the system is told not to wait."""
    handle = os.open(path, _THERE)
    with open(handle, "wb") as file:  # noqa: PTH123 (it has no path)
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        file.write(content)


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except FileNotFoundError:
        return False


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _free_beside(target: Path) -> Path:
    """A name beside another: hidden, taken for a journey by nobody, and given by no other process."""
    names = (target.with_name(f".{target.name[:40]}.{os.getpid()}-{number}.tmp") for number in count())
    return next(name for name in names if not os.path.lexists(name))


def _liken(path: Path, before: os.stat_result) -> None:
    """Gives a file the owner and the mode of another. Only root may give files away; what cannot be kept is let go."""
    made = path.stat()
    if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid) and hasattr(os, "chown"):
        for owner in (before.st_uid, -1):
            with suppress(PermissionError):
                os.chown(path, owner, before.st_gid)
                break
    if stat.S_IMODE(made.st_mode) != stat.S_IMODE(before.st_mode):
        path.chmod(stat.S_IMODE(before.st_mode))
