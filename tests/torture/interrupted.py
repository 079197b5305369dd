"""Sends a signal to a command at work, and ends as it does: `interrupted.py SIGNAL SECONDS all|one COMMAND...`.

The seconds count from when it listens to signals. They go to it and to what it has started, as from a terminal, or to it alone.
The code is `ORPHANS` when processes of its are still there ten seconds after its end.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep

ORPHANS = 99


def main(name: str, seconds: str, whom: str, command: list[str]) -> int:
    number = signal.Signals[name]
    signal.signal(number, signal.SIG_DFL)  # else a command started in the background would be deaf to it
    process = subprocess.Popen(command, process_group=0)
    while process.poll() is None and not _listens(process.pid):
        sleep(0.002)
    sleep(float(seconds))
    with suppress(ProcessLookupError):
        (os.killpg if whom == "all" else os.kill)(process.pid, number)
    code = process.wait()
    for _ in range(100):
        if not [*_left(process.pid)]:
            return 128 - code if code < 0 else code
        sleep(0.1)
    return ORPHANS


def _listens(pid: int) -> bool:
    """Whether it has said what is to be done at its end; Python itself never listens to this signal."""
    caught = _line(f"/proc/{pid}/status", "SigCgt:")
    return bool(int(caught or "0", 16) >> signal.SIGTERM - 1 & 1)


def _line(path: str, name: str) -> str:
    with suppress(OSError):
        return next((line.split()[1] for line in Path(path).read_text().splitlines() if line.startswith(name)), "")
    return ""


def _left(group: int) -> Iterator[int]:
    """The processes of a group that do something yet."""
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            state, _, of, *_ = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(of) == group and state != "Z":
                yield int(folder.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]))
