"""Results of earlier runs: told again where nothing changed, and never where something did."""

import os
import pickle
import re
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import sleep

import pytest

MAPS = 60
JOURNEY = """\
title: Journey {number}
persona: rina
stages:
  - name: Pay
    emotion: -2  # cjm: ignore[low-without-pain-point] known
    touchpoints: Checkout
  - name: Wait
    emotion: {emotion}
    channels: web
"""
CHECK = ("validate", ".", "-f", "json", "-v", "--today", "2026-05-01")
SETTLED = 2.2
"""Seconds after which the times of a file are believed."""

Reused = Callable[..., int]


@pytest.fixture
def project(write) -> Path:
    journeys = {
        f"j{n}.journey.yaml": JOURNEY.format(number=n, emotion=("sad", "happy", "emm")[n % 3]) for n in range(MAPS)
    }
    settings = "name: Shop\nchannels: [{id: web, name: Web}]\nextends: [recommended, rules.yaml]\n"
    rules = "rules: {flat-curve: warning}\n"
    return write({"cjm.yaml": settings, "rules.yaml": rules, "rina.persona.yaml": "name: Rina\n", **journeys})


@pytest.fixture
def reused(cjm, project, tmp_path_factory) -> Reused:
    """Runs a check, makes sure that it tells what one without results tells, and says how many results it took."""
    folder = str(tmp_path_factory.mktemp("results"))

    def run(*options: str, cache: str = folder, cwd: Path = project) -> int:
        there = {"CJM_CACHE_DIR": cache}
        told = cjm(*CHECK, *options, cwd=cwd, env=there)
        whole = cjm(*CHECK, *options, "--no-cache", cwd=cwd, env=there)
        assert (told.stdout, told.returncode) == (whole.stdout, whole.returncode)
        assert "Traceback" not in told.stderr
        found = re.search(r"in an earlier run: (\d+) of", told.stderr)
        return int(found[1]) if found else -1

    run.folder = Path(folder)  # type: ignore[attr-defined]
    return run


def test_a_second_run_takes_every_result_of_the_first(reused) -> None:
    assert (reused(), reused(), reused("--jobs", "3"), reused("--cache-by", "content")) == (0, *[MAPS + 1] * 3)


def test_times_are_believed_when_they_lie_some_way_back(reused, project) -> None:
    sleep(SETTLED)
    reused()
    assert reused() == MAPS + 1
    state = (project / "j1.journey.yaml").stat()
    _edit(project / "j1.journey.yaml", "Journey 1", "Journey X")
    os.utime(project / "j1.journey.yaml", ns=(state.st_atime_ns, state.st_mtime_ns))
    assert reused() == MAPS


CHANGES: dict[str, tuple[Callable[[Path], object], int]] = {
    "another text": (lambda at: _edit(at / "j1.journey.yaml", "Journey 1", "Journey one"), MAPS),
    "a text of the same length, at once": (lambda at: _edit(at / "j1.journey.yaml", "happy", "angry"), MAPS),
    "only the time": (lambda at: os.utime(at / "j1.journey.yaml", (1, 1)), MAPS + 1),
    "a file that is gone": (lambda at: (at / "j2.journey.yaml").unlink(), MAPS),
    "a file that is new": (lambda at: shutil.copy(at / "j1.journey.yaml", at / "new.journey.yaml"), MAPS + 1),
    "a file that cannot be read as YAML": (lambda at: (at / "j3.journey.yaml").write_text("["), MAPS),
    "a folder in place of a file": (lambda at: _as_folder(at / "j3.journey.yaml"), MAPS),
    "a persona that others refer to": (lambda at: (at / "rina.persona.yaml").unlink(), MAPS),
    "a comment": (lambda at: _edit(at / "j1.journey.yaml", "  # cjm: ignore[low-without-pain-point] known", ""), MAPS),
    "the catalogue": (lambda at: _edit(at / "cjm.yaml", "id: web", "id: site"), 0),
    "the rules of a file that the settings extend": (lambda at: _edit(at / "rules.yaml", "warning", "error"), 0),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_changed_is_told(reused, project, change) -> None:
    alter, expected = change
    reused()
    alter(project)
    assert reused() == expected


@pytest.mark.parametrize("options", [("--preset", "strict"), ("--ignore", "flat-curve"), ("--today", "2030-01-01")])
def test_other_options_have_results_of_their_own(reused, options) -> None:
    reused()
    assert reused(*options) == 0
    assert (reused(), reused(*options)) == (MAPS + 1, MAPS + 1)


def test_where_one_stands_is_part_of_what_is_told(reused, project) -> None:
    (project / "sub").mkdir()
    reused()
    assert reused("..", cwd=project / "sub") == 0


def test_a_part_of_the_files_is_not_the_whole(reused) -> None:
    reused()
    assert reused("j1.journey.yaml") == MAPS + 1


class Harm:
    """What another program may have left in place of a result."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def _foreign(file: Path) -> None:
    with sqlite3.connect(file) as database:
        content = pickle.dumps(Harm(file.parent / "harm"))
        database.execute("UPDATE results SET result = ?", (content,))


def _foreign_and_sealed(file: Path) -> None:
    from cjm_cli.cache.digest import digest

    content = pickle.dumps(Harm(file.parent / "harm"))
    with sqlite3.connect(file) as database:
        for run, name, state, stamp in database.execute("SELECT run, name, state, stamp FROM results").fetchall():
            seal = digest(name.encode(), state.encode(), stamp, content)
            change = "UPDATE results SET result = ?, seal = ? WHERE run = ? AND name = ?"
            database.execute(change, (content, seal, run, name))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "half of it": lambda file: os.truncate(file, file.stat().st_size // 2),
    "nothing": lambda file: os.truncate(file, 0),
    "no database": lambda file: file.write_bytes(b"Dear diary" * 1000),
    "zeros in the middle": lambda file: _overwrite(file, file.stat().st_size // 2, bytes(4096)),
    "a folder": lambda file: _as_folder(file),
    "another layout": lambda file: _execute(file, "DROP TABLE results; CREATE TABLE results (a)"),
    "foreign results": _foreign,
    "foreign results with a seal": _foreign_and_sealed,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_or_foreign_file_is_ignored(reused, damage) -> None:
    reused()
    (file,) = reused.folder.iterdir()
    damage(file)
    reused()
    reused()
    assert not (reused.folder / "harm").exists()


def test_without_a_place_for_results_there_are_none(reused, tmp_path_factory) -> None:
    taken = tmp_path_factory.mktemp("taken") / "file"
    taken.write_text("a file")
    assert [reused(cache=str(taken / "below")), reused(cache="")] == [0, -1]
    assert reused(cache=str(taken / "below")) == 0


def test_a_small_project_leaves_nothing_behind(cjm, write, tmp_path) -> None:
    write({"a.journey.yaml": JOURNEY.format(number=1, emotion="sad")})
    cjm("validate", ".", env={"CJM_CACHE_DIR": str(tmp_path / "results")})
    assert not (tmp_path / "results").exists()


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def _as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def _execute(path: Path, script: str) -> None:
    database = sqlite3.connect(path)
    database.executescript(script)
    database.close()
