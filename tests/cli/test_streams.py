"""Readers that leave, disks that are full, terminals without Unicode, Ctrl-C: one line at most, and never a traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cjm_cli import cli

needs_full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
needs_shell = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")

COMMANDS = [
    ["validate"],
    ["validate", "-f", "json"],
    ["rules"],
    ["explain", "stage-without-touchpoint"],
    ["--help"],
    ["validate", "--help"],
    ["--version"],
]


def in_shell(command: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    script = command.replace("cjm", f"'{sys.executable}' -m cjm_cli", 1)
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


SUMMARY = """\
Found 2 errors and 1 warning in 3 of 5 files.
1 fixable with --fix and 1 fixable with --unsafe-fixes.
"""


@needs_shell
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_reader_that_leaves_is_no_trouble(mixed, environment, arguments) -> None:
    ran = in_shell(f"cjm {' '.join(arguments)} | head -0", mixed, environment)
    summary = SUMMARY if arguments[-1] != "--help" else ""
    assert ran.stderr == (summary if arguments[0] == "validate" else "")
    assert ran.returncode == (1 if summary and arguments[0] == "validate" else 0)


@needs_shell
def test_a_reader_of_one_line_gets_it_and_nothing_is_said(mixed, environment) -> None:
    ran = in_shell("cjm validate -q -f concise | head -1", mixed, environment)
    assert ran.stdout.startswith("broken.journey.yaml:")
    assert ran.stderr == ""


@needs_full_disk
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_full_disk_is_told_in_one_line(cjm, mixed, arguments) -> None:
    with Path("/dev/full").open("w") as full:
        ran = cjm(*arguments, stdout=full)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == "error: cannot write standard output: no space left on device"
    assert "Exception ignored" not in ran.stderr


@needs_full_disk
def test_nobody_needs_to_hear_us(cjm, mixed) -> None:
    with Path("/dev/full").open("w") as full:
        assert cjm("validate", stderr=full).returncode == 1


@needs_shell
def test_a_closed_output_is_told_in_one_line(mixed, environment) -> None:
    ran = in_shell("cjm validate -q >&-", mixed, environment)
    assert (ran.returncode, ran.stderr) == (2, "error: cannot write standard output: it is closed\n")


@needs_shell
def test_a_closed_input_is_told_in_one_line(mixed, environment) -> None:
    ran = in_shell("cjm validate - <&-", mixed, environment)
    assert (ran.returncode, ran.stderr) == (2, "error: cannot read standard input: it is closed\n")


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_any_text_can_be_told_in_any_locale(cjm, write, settings) -> None:
    write({"größe.journey.yaml": "title: 日本\ntitle: 😀\n"})
    for name in ("full", "concise", "json", "github"):
        ran = cjm("validate", "-f", name, env=settings, encoding="utf-8", errors="surrogateescape")
        assert ran.returncode == 1
        assert "duplicate-key" in ran.stdout
        assert ran.stderr == "Found 1 error in 1 file.\n"


@pytest.fixture
def waiting(tmp_path, environment) -> Callable[..., subprocess.Popen[str]]:
    """Starts `cjm`, with a prefix, and gives it back when it waits for its input."""

    def start(*prefix: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*prefix, sys.executable, "-m", "cjm_cli", "validate", "-", "-v"],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert process.stderr is not None
        assert process.stderr.readline().startswith("reading standard input")
        return process

    return start


@needs_shell
@pytest.mark.parametrize(("number", "code", "told"), [("SIGINT", 130, "\n"), ("SIGTERM", 143, ""), ("SIGHUP", 129, "")])
def test_whoever_ends_it_gets_the_code_that_a_shell_knows(waiting, number, code, told) -> None:
    process = waiting()
    process.send_signal(signal.Signals[number])
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (code, "", told)


@needs_shell
def test_who_wants_it_to_live_on_without_a_terminal_is_heeded(waiting) -> None:
    process = waiting("nohup")
    process.send_signal(signal.SIGHUP)
    process.communicate("title: A\nsteps: [{name: B, emotion: 1}]\n", timeout=60)
    assert process.returncode == 0


@pytest.fixture
def buggy(monkeypatch) -> None:
    def fail(*_: object) -> str:
        raise ZeroDivisionError("division by [bold]zero")

    monkeypatch.setattr("cjm_cli.resources.schema", fail)


@pytest.mark.usefixtures("buggy")
def test_a_bug_of_ours_is_one_line(capsys) -> None:
    assert cli.run(["schema", "journey"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: a bug in cjm: ZeroDivisionError: division by [bold]zero; please report it")
    assert len(told.splitlines()) == 1


@pytest.mark.usefixtures("buggy")
def test_a_bug_of_ours_is_shown_whole_when_asked_for(capsys) -> None:
    assert cli.run(["schema", "journey", "-v"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_what_the_system_refuses_is_one_line(capsys, monkeypatch) -> None:
    def refuse(*_: object) -> str:
        raise PermissionError(13, "Permission denied", "/some/where")

    monkeypatch.setattr("cjm_cli.resources.schema", refuse)
    assert cli.run(["schema", "journey"]) == 2
    assert capsys.readouterr().err == "error: permission denied: /some/where\n"


@needs_shell
def test_a_folder_that_is_gone_is_told(tmp_path, environment) -> None:
    ran = in_shell("mkdir gone && cd gone && rmdir ../gone && cjm validate", tmp_path, environment)
    told = "error: the folder that this was started in is gone; go to one that is there\n"
    assert (ran.returncode, ran.stderr) == (2, told)


@needs_shell
def test_a_limit_of_the_system_is_told(mixed, environment) -> None:
    ran = in_shell("ulimit -n 6; cjm diff HEAD", mixed, environment)
    assert (ran.returncode, ran.stderr) == (2, "error: too many open files; see what the system allows: ulimit -a\n")


@needs_shell
def test_too_little_memory_is_told(mixed, environment) -> None:
    ran = in_shell("ulimit -v 36000; cjm validate --no-cache", mixed, environment)
    assert (ran.returncode, ran.stderr[:28], ran.stderr.count("\n")) == (2, "error: Python cannot go on: ", 1)
