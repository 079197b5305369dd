"""Disks that fail, played by strace: a call of some kind, the first or a later one, fails, or the process is killed at it.

Only calls on what a command writes count: the files and folders that it was seen to make, rename or remove while nothing
failed. So the second rename is that of the second file of the project, whatever Python and its libraries do beside.
"""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

CALLS = {
    "open": "?open,openat",
    "write": "write,pwrite64",
    "fsync": "fsync,fdatasync",
    "truncate": "ftruncate",
    "close": "close",
    "rename": "?rename,?renameat,?renameat2",
    "link": "?link,linkat",
    "unlink": "?unlink,unlinkat,?rmdir",
    "mkdir": "?mkdir,mkdirat",
    "chmod": "?chmod,fchmod,fchmodat",
    "chown": "?chown,fchown,fchownat",
    "read": "read,pread64",
    "lock": "fcntl",
    "touch": "?utime,?utimes,utimensat",
}
"""Kinds of calls and what the system calls them; a name with `?` is not known on every processor."""

ERRORS = {
    "open": ("EACCES", "ENOSPC", "EROFS"),
    "write": ("ENOSPC", "EIO"),
    "fsync": ("EIO", "ENOSPC"),
    "truncate": ("EIO",),
    "close": ("EIO",),
    "rename": ("EXDEV", "EIO", "EACCES"),
    "link": ("EPERM", "ENOSPC"),
    "unlink": ("EIO", "EACCES"),
    "mkdir": ("ENOSPC", "EACCES", "EROFS"),
    "chmod": ("EPERM",),
    "chown": ("EPERM",),
    "read": ("EIO",),
    "lock": ("ENOLCK", "EAGAIN"),
    "touch": ("EACCES",),
}
KILL = "KILL"
FORBIDDEN = "strace may not trace here, so no fault can be tried; in a container, allow it with --cap-add=SYS_PTRACE"

_MADE = ("open", "rename", "link", "unlink", "mkdir")
_KINDS = {name.lstrip("?"): kind for kind, names in CALLS.items() for name in names.split(",")}
_LINE = re.compile(r'\d+ +(\w+)\(.*?"([^"]*)"(.*)')
_TRACE = ("strace", "--follow-forks", "--seccomp-bpf", "--quiet=all")


@dataclass(frozen=True)
class Fault:
    """The `nth` call of a kind fails with an error, or is the last that is heard of the process."""

    kind: str
    error: str
    nth: int

    def __str__(self) -> str:
        return f"{self.error} at {self.kind} {self.nth}"

    @property
    def injected(self) -> str:
        """In the words of strace."""
        what = "signal=KILL" if self.error == KILL else f"error={self.error}"
        return f"--inject={CALLS[self.kind]}:{what}:when={self.nth}"


@dataclass
class Disk:
    """A folder that a command writes to, again and again from the same beginning."""

    attempt: Any
    folder: Path
    arguments: Sequence[str]
    env: Mapping[str, str]
    before: dict[str, bytes] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    """How often it made, renamed or removed something when nothing failed."""
    _paths: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._kept = self.folder.with_name(f"{self.folder.name}.kept")
        self._log = self.folder.with_name(f"{self.folder.name}.trace")
        shutil.copytree(self.folder, self._kept, symlinks=True)
        self.before = self.files()

    def restore(self) -> None:
        """Puts everything back as it was in the beginning."""
        shutil.rmtree(self.folder)
        shutil.copytree(self._kept, self.folder, symlinks=True)

    def files(self) -> dict[str, bytes]:
        """What lies in the folder now; of what git keeps, only its configuration."""
        every = {path.relative_to(self.folder).as_posix(): path for path in self.folder.rglob("*") if path.is_file()}
        ours = (name for name in every if not name.startswith(".git/") or name.startswith(".git/config"))
        return {name: every[name].read_bytes() for name in sorted(ours)}

    def run(self, *prefix: str) -> Any:
        """Runs the command from where things stand."""
        return self.attempt(*self.arguments, prefix=prefix, folder=self.folder, env=self.env)

    def watched(self) -> Any:
        """Runs it once with nothing failing, and learns what it makes."""
        calls = ",".join(CALLS[kind] for kind in _MADE)
        ran = self.run(*_TRACE, f"--trace={calls}", f"--output={self._log}")
        forms = ((path, str(self.folder / path)) for path in self._made())
        self._paths = [f"--trace-path={form}" for form in dict.fromkeys(chain.from_iterable(forms))]
        assert self._paths, "it writes nothing, so that nothing can fail"
        return ran

    def _made(self) -> Iterator[str]:
        for call, path, rest in _LINE.findall(self._log.read_text("utf-8")):
            is_read = call.startswith("open") and not re.search("O_WRONLY|O_RDWR|O_CREAT", rest)
            if not is_read and self.folder in (self.folder / path).parents:
                self.seen[_KINDS[call]] += 1
                yield path

    def calls(self) -> Counter[str]:
        """How often it does each kind of call when nothing fails, once it was watched."""
        every = ",".join(CALLS.values())
        self.run(*_TRACE, *self._paths, f"--trace={every}", f"--output={self._log}")
        found = re.findall(r"^\d+ +(\w+)\(", self._log.read_text("utf-8"), re.MULTILINE)
        return Counter(_KINDS[name] for name in found)

    def hit(self, fault: Fault) -> tuple[Any, bool]:
        """Runs it with a fault, and says whether it came so far."""
        watched = (*self._paths, f"--trace={CALLS[fault.kind]}", f"--output={self._log}")
        ran = self.run(*_TRACE, *watched, fault.injected)
        log = self._log.read_text("utf-8")
        return ran, "(INJECTED)" in log or "killed by SIGKILL" in log


def refused() -> str:
    """Why strace cannot be used here, or nothing."""
    if not shutil.which("strace"):
        return "strace is missing, so no fault can be tried; get it with: apt-get install strace"
    tried = subprocess.run([*_TRACE, "--trace=write", "--output=/dev/null", "true"], capture_output=True, check=False)
    return f"{FORBIDDEN} ({tried.stderr.decode(errors='replace').strip()})" if tried.returncode else ""
