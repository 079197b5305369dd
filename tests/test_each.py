"""Several processes find what one finds, whatever becomes of them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from time import sleep

import pytest

Start = Callable[..., "Running"]

MAPS = 200
FORKS = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")

JOURNEY = """\
id: {id}
title: Journey {number}
persona: {persona}
based_on: journey-{other}
stages:
  - name: Pay
    emotion: -2  # cjm: ignore[low-without-pain-point] known
    touchpoints: Checkout
  - name: Wait
    emotoin: annoyed
"""


@pytest.fixture
def project(write) -> Path:
    """Findings of all sorts: in one file, across files, silenced; the same id twice; a file that cannot be read as YAML."""
    texts = {
        f"j{n}.journey.yaml": JOURNEY.format(
            id=f"journey-{min(n, MAPS - 2)}", number=n, persona="rina" if n % 3 else "rnia", other=n + 1
        )
        for n in range(MAPS)
    }
    broken = {"j7.journey.yaml": "title: [\n", "j8.journey.yaml": "title: Whole\nstages: [{name: Pay, emotion: sad}]\n"}
    return write({"cjm.yaml": "name: Shop\n", "rina.persona.yaml": "name: Rina\n", **texts, **broken})


class Running:
    """A command at work. What it says goes to files, so that it never waits for somebody to read it."""

    def __init__(self, command: list[str], cwd: Path, environment: dict[str, str]) -> None:
        self._out, self._err = TemporaryFile(), TemporaryFile()  # noqa: SIM115 (closed at the end)
        self.process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=self._out, stderr=self._err)

    def children(self) -> Iterator[int]:
        """The processes that it has started, once there are some; none when it ends before they are seen."""
        pid = self.process.pid
        while self.process.poll() is None:
            with suppress(FileNotFoundError):
                if found := Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
                    return map(int, found)
        return iter(())

    def end(self) -> tuple[int, str, str]:
        """The exit code, and what it said on standard output and on standard error."""
        code = self.process.wait()
        told = []
        for file in (self._out, self._err):
            file.seek(0)
            told.append(file.read().decode())
            file.close()
        return code, told[0], told[1]


@pytest.fixture
def start(environment) -> Start:
    """Starts `cjm` and goes on."""
    return lambda *arguments, cwd: Running([sys.executable, "-m", "cjm_cli", *arguments], cwd, environment)


@FORKS
def test_the_number_of_processes_changes_nothing(cjm, project) -> None:
    told = {
        jobs: cjm("validate", ".", "-f", "json", "--no-cache", "--jobs", jobs, cwd=project)
        for jobs in ("1", "2", "7", "1000")
    }
    assert told["1"].returncode == 1
    assert "known" not in told["1"].stderr
    assert len({(ended.stdout, ended.stderr, ended.returncode) for ended in told.values()}) == 1


@FORKS
def test_a_process_that_is_killed_is_missed_by_nobody(cjm, start, project) -> None:
    whole = cjm("validate", ".", "-f", "json", "--no-cache", "--jobs", "1", cwd=project)
    running = start("validate", ".", "-f", "json", "--no-cache", "--jobs", "3", cwd=project)
    with suppress(ProcessLookupError):
        os.kill(next(running.children()), signal.SIGKILL)
    assert running.end() == (whole.returncode, whole.stdout, whole.stderr)


@FORKS
def test_ctrl_c_leaves_no_process_and_no_traceback(start, project) -> None:
    running = start("validate", ".", "--no-cache", "--jobs", "3", cwd=project)
    children = [*running.children()]
    running.process.send_signal(signal.SIGINT)
    code, _, stderr = running.end()
    assert (code, stderr.strip()) == (130, "")
    assert _all_end(children)


def _all_end(processes: list[int]) -> bool:
    """Whether they are gone soon: each finishes the batch that it is at."""
    for _ in range(200):
        if not any(map(_runs, processes)):
            return True
        sleep(0.1)
    return False


def _runs(process: int) -> bool:
    """Whether a process is more than an entry in a table."""
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@FORKS
def test_where_no_process_can_be_started_one_does_it_all(cjm, project, environment) -> None:
    check = [sys.executable, "-m", "cjm_cli", "validate", "--no-cache", "--jobs"]
    limited = ["bash", "-c", 'ulimit -n 7; exec "$@"', "-", *check, "9"]
    ran = subprocess.run(limited, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
    alone = cjm("validate", "--no-cache", "--jobs", "1")
    assert (ran.returncode, ran.stdout, ran.stderr) == (alone.returncode, alone.stdout, alone.stderr)
