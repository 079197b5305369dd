"""A repository with a project that changes, and what is asked of it."""

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path

import pytest

from cjm_cli.difference.difference import Difference
from cjm_cli.history.pair import paired
from cjm_cli.history.side import Finder, Side
from cjm_cli.history.wanted import Answer, Question, wanted

JOURNEY = """\
title: Buying running shoes
persona: rina
stages:
  - name: Look
    thoughts: So many of them.
    emotion: 1
  - name: Pay
    thoughts: Is it safe?
    emotion: -2
    pain_points: [Hidden fees]
"""
FILES: Mapping[str, str | bytes] = {
    "cjm.yaml": "name: Shoe shop\nextends: minimal\n",
    "journeys/shoes.journey.yaml": JOURNEY,
    "journeys/returns.journey.yaml": "title: Sending shoes back\nstages: [{name: Pack, emotion: -1}]\n",
    "personas/rina.persona.yaml": "name: Rina\n",
}

Commit = Callable[..., str]
Ask = Callable[..., Answer]
Found = Callable[..., tuple[Side, Side]]


@pytest.fixture
def commit(git, write) -> Commit:  # type: ignore[no-untyped-def]
    """Writes files and commits all there is: `commit("two", {...}, gone=["a.yaml"], tag="v1")`; returns the commit."""

    def run(
        message: str, files: Mapping[str, str | bytes] | None = None, gone: tuple[str, ...] = (), tag: str = ""
    ) -> str:
        root: Path = write(files or {})
        for name in gone:
            (root / name).unlink()
        git("add", "--all", ".")
        git("commit", "--allow-empty", "--message", message)
        if tag:
            git("tag", tag)
        return str(git("rev-parse", "HEAD"))

    return run


@pytest.fixture
def project(git, commit, tmp_path: Path) -> Path:  # type: ignore[no-untyped-def]
    """A repository of one commit, tagged v1."""
    git("init")
    commit("one", FILES, tag="v1")
    return tmp_path


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Which versions are meant: `ask("v1", "v2", here="journeys")`."""

    def run(*words: str, here: str = ".", merge_base: bool = False, staged: bool = False) -> Answer:
        monkeypatch.chdir(tmp_path / here)
        return wanted(Question(words, merge_base, staged), Path.cwd())

    return run


@pytest.fixture
def found(ask: Ask) -> Found:
    """What was found of them: `found("v1")`."""

    def run(*words: str, **more: object) -> tuple[Side, Side]:
        answer = ask(*words, **more)
        with answer.repo.contents() if answer.repo else nullcontext() as contents:
            finder = Finder(answer.repo, contents, Path.cwd())
            return finder.side(answer.old, answer.new), finder.side(answer.new, answer.old)

    return run


@pytest.fixture
def difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Difference]:
    """What changed: `difference("v1")`."""

    def run(*words: str, here: str = ".", **options: bool) -> Difference:
        monkeypatch.chdir(tmp_path / here)
        with paired(Question(words, **options), Path.cwd(), lambda _line: None) as pair:
            return pair.difference()

    return run
