"""`cjm init` on a terminal: it asks, takes what stands in brackets, and leaves nothing behind when it is interrupted."""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("needs a POSIX terminal", allow_module_level=True)

import pty
from select import select

LONGEST = 30
"""Seconds after which nothing more will come."""


class Terminal:
    """A person in front of `cjm`, who answers when asked."""

    def __init__(self, arguments: list[str], folder: Path, environment: dict[str, str]) -> None:
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execve(sys.executable, [sys.executable, "-m", "cjm_cli", *arguments], environment)
        self.seen = ""
        self._past = 0

    def until(self, text: str) -> None:
        """Reads on until the text comes, after all that was waited for before."""
        while (found := self.seen.find(text, self._past)) < 0:
            ready, _, _ = select([self._master], [], [], LONGEST)
            assert ready, f"{text} never came: {self.seen}"
            assert self._read(), f"it ended before {text} came: {self.seen}"
        self._past = found + len(text)

    def type(self, text: str) -> None:
        os.write(self._master, text.encode())

    def interrupt(self) -> None:
        os.kill(self.pid, signal.SIGINT)

    def end(self, insist: Callable[[], None] | None = None) -> int:
        """The exit code; who insists does it again every second: a key may be lost while a terminal changes its mode,
        and a signal just before the program goes to sleep.
        """
        for _ in range(LONGEST):
            ready, _, _ = select([self._master], [], [], 1)
            if ready and not self._read():
                break
            if not ready and insist:
                insist()
        else:
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self._master)
        return os.waitstatus_to_exitcode(status)

    def _read(self) -> bool:
        """Reads what is there; False when nothing will ever come again."""
        try:
            read = os.read(self._master, 4096)
        except OSError:
            return False
        self.seen += read.decode()
        return bool(read)


@pytest.fixture
def terminal(tmp_path, environment):
    def start(*arguments: str) -> Terminal:
        return Terminal([*arguments], tmp_path, environment | {"TERM": "dumb"})

    return start


def test_it_asks_and_does_what_was_answered(terminal, tmp_path) -> None:
    person = terminal("init", "shop")
    person.until("Template [b2c]: ")
    person.type("minimum\n")
    person.until('did you mean "minimal"?')
    person.until("Template [b2c]: ")
    person.type("minimal\n")
    person.until("Name of the project [Shop]: ")
    person.type("Bikes & more\n")
    person.until("Check in CI [none]: ")
    person.type("gitlab\n")
    person.until("Editor settings [vscode]: ")
    person.type("none\n")
    assert person.end() == 0
    assert 'name: "Bikes & more"\n' in (tmp_path / "shop/cjm.yaml").read_text()
    assert (tmp_path / "shop/journeys/bike-repair.journey.yaml").exists()
    assert (tmp_path / "shop/.gitlab-ci.yml").exists()
    assert not (tmp_path / "shop/.vscode").exists()


def test_return_takes_what_stands_in_brackets(terminal, cjm, tmp_path) -> None:
    person = terminal("init", "shop")
    for question in ("Template", "Name of the project", "Check in CI", "Editor settings"):
        person.until(f"{question} [")
        person.until("]: ")
        person.type("\n")
    assert person.end() == 0
    cjm("init", "other", "--yes", "--name", "Shop")
    names = {path.relative_to(tmp_path / "shop") for path in (tmp_path / "shop").rglob("*")}
    assert names == {path.relative_to(tmp_path / "other") for path in (tmp_path / "other").rglob("*")}


def test_what_was_told_is_not_asked(terminal, tmp_path) -> None:
    person = terminal("init", "--template", "minimal", "--name", "A", "--ci", "none", "--editor", "none")
    assert person.end() == 0
    assert "[" not in person.seen
    assert (tmp_path / "cjm.yaml").exists()


@pytest.mark.parametrize("how", ["\x03", "\x04", "signal"])
def test_who_leaves_leaves_nothing(terminal, tmp_path, how) -> None:
    person = terminal("init", "shop")
    person.until("Template [b2c]: ")
    person.type("\n")
    person.until("Name of the project [Shop]: ")
    leave = person.interrupt if how == "signal" else partial(person.type, how)
    leave()
    assert person.end(insist=leave) == 130
    assert [*tmp_path.iterdir()] == []
