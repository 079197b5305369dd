"""A small process that starts others and says what they cost: the peak that the system tells of a process is never less than
that of the one which starts it, and a test runner is large.

It reads one JSON object a line, the arguments of `_run`, and answers each with one, `{code, seconds, memory}`: seconds of
processor, MiB at the peak. A code below zero is a signal's.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path


def main() -> None:
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(**json.loads(line))) + "\n")
        sys.stdout.flush()


def _run(*, command: list[str], folder: str, env: dict[str, str], files: list[str], seconds: float) -> dict[str, float]:
    """Runs a command with standard input, output and error at `files`; ends it after so many seconds on the clock."""
    given, out, err = map(Path, files)
    with given.open("rb") as stdin, out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=stdin, stdout=stdout, stderr=stderr, start_new_session=True
        )
        clock = threading.Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
        clock.start()
        _, status, usage = os.wait4(process.pid, 0)
        clock.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {
        "code": process.returncode,
        "seconds": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / unit,
    }


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
