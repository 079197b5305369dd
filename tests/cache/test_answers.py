"""Whole runs that are told again: the same question, nothing touched, the same answer; and anew after any change."""

import json
import os
import sqlite3
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm_cli.cache.answers import Question
from cjm_cli.cache.digest import digest
from cjm_cli.cli import run as run_here
from cjm_cli.commands._repeat import told_again
from cjm_cli.commands._today import moment

MAPS = 52
JOURNEY = "title: Journey {number}\npersona: rina\nstages: [{{name: Pay, emotion: {emotion}, touchpoints: Till}}]\n"
OTHER = JOURNEY.format(number=99, emotion="angry")
SETTINGS = (
    "extends: [recommended, ../rules/team.yaml]\ntheme: {logo: .pictures/logo.png}\nbaseline: .known/known.yaml\n"
)
BASELINE = "version: 1\nfindings: {flat-curve: {}}\n"
CHECK = ("validate", ".", "-f", "concise", "--strict", "--today", "2026-05-01")
SETTLED = 2.3
"""Seconds after which the times of a file are believed."""


class Seen(NamedTuple):
    """What a person sees of a run, and whether it was told again rather than found out."""

    out: str
    err: str
    code: int
    repeated: bool


Ask = Callable[..., Seen]


@pytest.fixture
def above(write) -> Path:
    """A folder that holds the project, and the rules that it extends."""
    maps = {
        f"shop/sub/j{number}.journey.yaml": JOURNEY.format(number=number, emotion=("sad", "happy")[number % 2])
        for number in range(MAPS)
    }
    rules = {"rules/other.yaml": "rules: {flat-curve: error}\n", "rules/own.yaml": "rules: {flat-curve: off}\n"}
    project = {"shop/cjm.yaml": SETTINGS, "shop/rina.persona.yaml": "name: Rina\n", "linked.yaml": OTHER}
    folder = write({**maps, **rules, **project})
    (folder / "rules/team.yaml").symlink_to("own.yaml")
    (folder / "shop/linked.journey.yaml").symlink_to("../linked.yaml")
    (folder / "shop/linked.persona.yaml").symlink_to("../away")
    (folder / "away").mkdir()
    (folder / "shop/.pictures").mkdir()
    (folder / "shop/.known").mkdir()
    return folder


@pytest.fixture
def ask(cjm, above, tmp_path_factory) -> Ask:
    """Asks in the project's folder; Python itself tells which modules it loads."""
    there = {"CJM_CACHE_DIR": str(tmp_path_factory.mktemp("results")), "PYTHONPROFILEIMPORTTIME": "1"}

    def run(*options: str, cwd: str = "shop", command: tuple[str, ...] = CHECK, **more: object) -> Seen:
        env = there | dict(more.pop("env", {}))  # type: ignore[call-overload]
        ended = cjm(*command, *options, cwd=above / cwd, env=env, **more)
        lines = ended.stderr.splitlines()
        notes = "\n".join(line for line in lines if not line.startswith("import time:"))
        assert "Traceback" not in notes
        loads_models = any(line.endswith(" cjm_cli.model") for line in lines)
        return Seen(ended.stdout, notes, ended.returncode, not loads_models)

    run.store = Path(there["CJM_CACHE_DIR"]) / "results-1.sqlite"  # type: ignore[attr-defined]
    return run


def _again(seen: Seen) -> Seen:
    return seen._replace(repeated=True)


def test_the_same_question_has_the_same_answer_byte_by_byte(ask) -> None:
    sleep(SETTLED)
    first = ask()
    assert (first.repeated, first.code) == (False, 1)
    assert first.out.count("\n") > MAPS
    assert "Found" in first.err
    assert ask() == _again(first)


def test_what_was_touched_a_moment_ago_is_not_believed(ask, above) -> None:
    sleep(SETTLED)
    os.utime(above / "shop/sub/j1.journey.yaml")
    assert [ask().repeated, ask().repeated] == [False, False]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def _with_its_time_set_back(path: Path) -> None:
    state = path.stat()
    _replace(path, "happy", "angry")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _another_in_its_place(path: Path) -> None:
    state, other = path.stat(), path.with_name("other")
    other.write_text(path.read_text().replace("happy", "angry"))
    os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
    other.replace(path)


def _link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def _file_in_place_of_folder(folder: Path) -> None:
    """A link to it, named like a persona, leads to a file now."""
    folder.rmdir()
    folder.write_text("name: Rita\n")


def _made(path: Path, text: str = OTHER) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


MAP = "shop/sub/j1.journey.yaml"
CHANGES: dict[str, Callable[[Path], object]] = {
    "a text of the same length": lambda at: _replace(at / MAP, "happy", "angry"),
    "a text of the same length and time": lambda at: _with_its_time_set_back(at / MAP),
    "another file in its place": lambda at: _another_in_its_place(at / MAP),
    "a file that is gone": lambda at: (at / MAP).unlink(),
    "a file that is new": lambda at: _made(at / "shop/sub/new.journey.yaml"),
    "a file with another name": lambda at: (at / MAP).rename(at / "shop/sub/z.journey.yaml"),
    "a folder that is new": lambda at: _made(at / "shop/more/new.journey.yaml"),
    "a file that nobody may read": lambda at: (at / MAP).chmod(0),
    "a link that leads elsewhere": lambda at: _link(at / "shop/linked.journey.yaml", "sub/j1.journey.yaml"),
    "another file behind a link": lambda at: _replace(at / "linked.yaml", "angry", "happy"),
    "a file in place of a folder behind a link": lambda at: _file_in_place_of_folder(at / "away"),
    "no persona": lambda at: (at / "shop/rina.persona.yaml").unlink(),
    "other settings": lambda at: _replace(at / "shop/cjm.yaml", "recommended", "minimal"),
    "other rules": lambda at: _replace(at / "rules/own.yaml", "off", "error"),
    "a link to other rules": lambda at: _link(at / "rules/team.yaml", "other.yaml"),
    "a logo": lambda at: _made(at / "shop/.pictures/logo.png", "no picture"),
    "a baseline": lambda at: _made(at / "shop/.known/known.yaml", BASELINE),
    "settings of its own in a folder": lambda at: _made(at / "shop/sub/cjm.yaml", "extends: minimal\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change_the_answer_is_found_anew(ask, above, change) -> None:
    sleep(SETTLED)
    ask()
    assert ask().repeated
    change(above)
    assert ask() == ask("--no-cache")


FURTHER_UP: dict[str, Callable[[Path], object]] = {
    "settings": lambda at: _made(at / "cjm.yaml", "extends: minimal\n"),
    "settings of Python's": lambda at: _made(at / "pyproject.toml", '[tool.cjm]\nextends = "minimal"\n'),
    "a repository": lambda at: (at / ".git").mkdir(),
}


@pytest.mark.parametrize("change", FURTHER_UP.values(), ids=FURTHER_UP.keys())
def test_what_appears_further_up_may_make_another_project_of_it(ask, above, change) -> None:
    (above / "shop/cjm.yaml").unlink()
    sleep(SETTLED)
    ask(cwd="shop/sub")
    assert ask(cwd="shop/sub").repeated
    change(above)
    assert ask(cwd="shop/sub") == ask("--no-cache", cwd="shop/sub")


QUESTIONS: dict[str, dict[str, object]] = {
    "other options": {"command": (*CHECK[:-1], "2030-01-01")},
    "another command": {"command": ("lint", *CHECK[1:])},
    "another place to stand": {"cwd": "shop/sub"},
    "in colour": {"env": {"FORCE_COLOR": "1"}},
    "in a pipeline": {"env": {"GITHUB_ACTIONS": "true"}},
    "on a narrow terminal": {"env": {"COLUMNS": "20"}},
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_another_question_has_an_answer_of_its_own(ask, question) -> None:
    sleep(SETTLED)
    ask()
    first = ask(**question)
    assert not first.repeated
    assert (ask().repeated, ask(**question)) == (True, _again(first))


@pytest.mark.parametrize(
    "options", [("-v",), ("--no-cache",), ("--cache-by", "content"), ("--report", "json=../findings.json"), ("--diff",)]
)
def test_some_questions_are_always_answered_anew(ask, options) -> None:
    sleep(SETTLED)
    ask(*options)
    assert not ask(*options).repeated


def test_standard_input_is_read_each_time(ask) -> None:
    sleep(SETTLED)
    command = ("validate", "-", "--stdin-filename", "sub/j1.journey.yaml")
    told = [ask(command=command, input=text) for text in (OTHER, "title: [")]
    assert [seen.code for seen in told] == [0, 1]


def test_an_answer_that_cannot_be_written_is_a_mistake(ask) -> None:
    sleep(SETTLED)
    ask()
    with Path("/dev/full").open("w") as full:
        told = ask(stdout=full)
    assert (told.repeated, told.code) == (True, 2)
    assert told.err == "error: cannot write standard output: no space left on device"


def _with_answer(store: Path, content: bytes) -> None:
    with sqlite3.connect(store) as database:
        database.execute("UPDATE answers SET answer = ?", (content,))


def _sealed(kept: object) -> bytes:
    content = zlib.compress(json.dumps(kept).encode())
    return digest(content) + content


DAMAGES: dict[str, Callable[[Path], object]] = {
    "no database": lambda store: store.write_bytes(b"Dear diary" * 1000),
    "half of it": lambda store: os.truncate(store, store.stat().st_size // 2),
    "nothing": lambda store: os.truncate(store, 0),
    "no answers": lambda store: subprocess.run(["rm", store], check=True),
    "an answer of nobody": lambda store: _with_answer(store, b"All good"),
    "a foreign answer": lambda store: _with_answer(store, _sealed([[["All good"], 0], [[], [], []], "x"])),
    "numbers for files": lambda store: _with_answer(store, _sealed([[[], 0], [[1, 2], [0], [3]], "x"])),
    "a deep answer": lambda store: _with_answer(store, _deep()),
}


def _deep() -> bytes:
    content = zlib.compress(b"[" * 100_000)
    return digest(content) + content


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_or_foreign_answer_is_ignored(ask, damage) -> None:
    sleep(SETTLED)
    first = ask()
    damage(ask.store)
    assert ask() == first


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _at: None,
    "sad": lambda at: _made(at / "a/one.journey.yaml", JOURNEY.format(number=1, emotion="sad")),
    "bad": lambda at: _made(at / "a/one.journey.yaml", JOURNEY.format(number=1, emotion="bad")),
    "broken": lambda at: _made(at / "a/two.journey.yaml", "title: ["),
    "gone": lambda at: (at / "a/two.journey.yaml").unlink(missing_ok=True),
    "mended": lambda at: _made(at / "a/two.journey.yaml"),
    "persona": lambda at: _made(at / "rina.persona.yaml", "name: Rina\n"),
    "no persona": lambda at: (at / "rina.persona.yaml").unlink(missing_ok=True),
    "minimal": lambda at: _made(at / "cjm.yaml", "extends: minimal\n"),
    "strict": lambda at: _made(at / "cjm.yaml", "extends: strict\n"),
    "rules": lambda at: _made(at / "rules.yaml", "rules: {flat-curve: error}\n"),
    "extended": lambda at: _made(at / "cjm.yaml", "extends: [minimal, ./rules.yaml]\n"),
    "no settings": lambda at: (at / "cjm.yaml").unlink(missing_ok=True),
    "settings above": lambda at: _made(at.parent / "cjm.yaml", "extends: minimal\n"),
    "none above": lambda at: (at.parent / "cjm.yaml").unlink(missing_ok=True),
    "moved": lambda at: (at / "a").rename(at / "b") if (at / "a").exists() and not (at / "b").exists() else None,
    "baseline": lambda at: _made(at / ".cjm-baseline.yaml", BASELINE),
}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=6))
def test_whatever_is_done_a_repeated_run_tells_what_a_fresh_one_tells(
    edits, capfd, monkeypatch, tmp_path_factory
) -> None:
    project = tmp_path_factory.mktemp("above") / "project"
    project.mkdir()
    for number in range(MAPS):
        _made(project / f"many/j{number}.journey.yaml", JOURNEY.format(number=number, emotion="sad"))
    monkeypatch.chdir(project)
    for edit in edits:
        EDITS[edit](project)
        told = [_told(lambda: _asked(project.parent / "store"), capfd) for _ in range(2)]
        fresh = _told(lambda: run_here([*CHECK, "--no-cache"]), capfd)
        assert told == [fresh, fresh]


def _asked(store: Path) -> int:
    """As if everything had been written some time ago."""
    question = Question(store, b"question", moment() + 10 * 10**9)
    code = told_again(question)
    return run_here([*CHECK], question) if code is None else code


def _told(run: Callable[[], int], capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = run()
    return code, *capfd.readouterr()
