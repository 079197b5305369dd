"""Several processes find what one finds, whatever becomes of them."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep

import pytest

Start = Callable[..., "subprocess.Popen[str]"]

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


@pytest.fixture
def start(environment) -> Start:
    """Starts `cjm` and goes on."""

    def start(*arguments: str, cwd: Path) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "cjm_cli", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, cwd=cwd, env=environment, encoding="utf-8", **pipes)

    return start


@FORKS
def test_the_number_of_processes_changes_nothing(cjm, project) -> None:
    told = {jobs: cjm("validate", ".", "-f", "json", "--jobs", jobs, cwd=project) for jobs in ("1", "2", "7", "1000")}
    assert told["1"].returncode == 1
    assert "known" not in told["1"].stderr
    assert len({(ended.stdout, ended.stderr, ended.returncode) for ended in told.values()}) == 1


@FORKS
def test_a_process_that_is_killed_is_missed_by_nobody(cjm, start, project) -> None:
    whole = cjm("validate", ".", "-f", "json", "--jobs", "1", cwd=project)
    running = start("validate", ".", "-f", "json", "--jobs", "3", cwd=project)
    killed = _kill_one_child(running)
    stdout, stderr = running.communicate()
    assert killed
    assert (stdout, stderr) == (whole.stdout, whole.stderr)


@FORKS
def test_ctrl_c_leaves_no_process_and_no_traceback(start, project) -> None:
    running = start("validate", ".", "--jobs", "3", cwd=project)
    children: list[int] = []
    while running.poll() is None and not children:
        children = [*_children(running.pid)]
    running.send_signal(signal.SIGINT)
    _, stderr = running.communicate()
    assert running.returncode == 130
    assert stderr.strip() == ""
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


def _kill_one_child(running: "subprocess.Popen[str]") -> bool:
    while running.poll() is None:
        for child in _children(running.pid):
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
                return True
    return False


def _children(parent: int) -> Iterator[int]:
    with suppress(FileNotFoundError):
        yield from map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split())
