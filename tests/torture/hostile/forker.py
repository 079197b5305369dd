"""A small process with `cjm` loaded, which becomes a run of it by one fork: else thousands of runs would pass most of their
time in loading.

It speaks as `starter.py` does: one JSON object a line, the arguments of `_run`, answered with `{code, seconds, memory}`. The
memory of a run includes what was loaded before.
"""

import gc
import json
import os
import resource
import signal
import sys
import threading
import traceback
from importlib import import_module
from pkgutil import walk_packages

import cjm_cli
from cjm_cli.__main__ import main as cjm

PYTHON = 3
"""So many words of a command start Python and not `cjm`."""
MOST_MEMORY = 2 << 30
"""So that a run that takes all there is ends itself and not the machine."""


def main() -> None:
    for module in walk_packages(cjm_cli.__path__, "cjm_cli."):
        import_module(module.name)
    gc.freeze()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(**json.loads(line))) + "\n")
        sys.stdout.flush()


def _run(*, command: list[str], folder: str, env: dict[str, str], files: list[str], seconds: float) -> dict[str, float]:
    """Runs a command with standard input, output and error at `files`; ends it after so many seconds on the clock."""
    child = os.fork()
    if not child:
        _become(command[PYTHON:], folder, env, files)
    clock = threading.Timer(seconds, os.kill, (child, signal.SIGKILL))
    clock.start()
    _, status, usage = os.wait4(child, 0)
    clock.cancel()
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024,
    }


def _become(arguments: list[str], folder: str, env: dict[str, str], files: list[str]) -> None:
    """A run of `cjm`, as a process of its own would see it; it never returns."""
    code: object = 70
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        modes = (os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream, (path, mode) in enumerate(zip(files, modes, strict=True)):
            os.dup2(os.open(path, mode), stream)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 (lives as long as the process)
        sys.argv = ["cjm", *arguments]
        cjm()
    except SystemExit as leave:
        code = leave.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
