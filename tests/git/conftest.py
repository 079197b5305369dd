"""A real repository, in a folder with a space in its name, whose git calls this checkout."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

MAP = "checkout.journey.yaml"
JOURNEY = """\
# yaml-language-server: $schema=journey.schema.json
title: Checkout
persona: {name: Rina}
tags: [shop, pay]

stages:
  - id: cart
    name: Filling the cart
    emotion: {score: 1, feeling: happy}
    touchpoints: [Web shop, App]

  # where most people leave
  - id: pay
    name: Paying
    emotion: angry
    pain_points:
      - id: fees
        text: Fees appear at the end
        severity: 4
    steps:
      - name: Enters the card
        action: Types the number
        emotion: -1
      - name: Confirms
        action: Waits for the code
        emotion: 0
"""


@dataclass(frozen=True)
class Repository:
    """A folder in git's care."""

    folder: Path
    environment: dict[str, str]

    def git(self, *arguments: str, code: int = 0) -> str:
        """What git prints, on both streams; it has to end with this code."""
        ran = self._run(["git", *arguments])
        assert ran.returncode == code, ran.stdout
        return ran.stdout

    def cjm(self, *arguments: str, code: int = 0) -> str:
        """What cjm prints, on both streams."""
        ran = self._run([sys.executable, "-m", "cjm_cli", *arguments])
        assert ran.returncode == code, ran.stdout
        return ran.stdout

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        options = {"cwd": self.folder, "env": self.environment, "stdin": subprocess.DEVNULL, "encoding": "utf-8"}
        return subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False, **options
        )

    def commit(self, message: str, *changes: tuple[str, str], file: str = MAP) -> None:
        """Replaces texts in a file, each of which has to be there, and commits."""
        self.change(*changes, file=file)
        self.git("commit", "-qam", message)

    def change(self, *changes: tuple[str, str], file: str = MAP) -> None:
        """Replaces texts in a file."""
        text = self.read(file)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        self.write(text, file)

    def write(self, text: str, file: str = MAP) -> None:
        """Writes a file as it is."""
        (self.folder / file).write_bytes(text.encode())

    def read(self, file: str = MAP) -> str:
        """A file as it is."""
        return (self.folder / file).read_bytes().decode()

    def at(self, folder: Path) -> "Repository":
        """The same from another folder."""
        return Repository(folder, self.environment)


@pytest.fixture
def git_environment(environment: dict[str, str]) -> dict[str, str]:
    """One without anybody's settings, and with a name for commits."""
    who = {
        f"GIT_{role}_{what}": "someone@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    own = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat", "LC_ALL": "C.UTF-8"}
    return {name: value for name, value in environment.items() if not name.startswith("GIT_")} | who | own


@pytest.fixture
def empty(tmp_path: Path, git_environment: dict[str, str]) -> Repository:
    """A repository without a commit."""
    folder = tmp_path / "my shop"
    folder.mkdir()
    found = Repository(folder, git_environment)
    found.git("-c", "init.defaultBranch=main", "init", "-q")
    return found


Start = Callable[..., Repository]


@pytest.fixture
def repo(empty: Repository) -> Repository:
    """A repository that is set up, with one journey."""
    empty.write(JOURNEY)
    empty.cjm("git", "setup", "--merge")
    empty.git("add", ".")
    empty.git("commit", "-qm", "A map of the checkout")
    return empty
