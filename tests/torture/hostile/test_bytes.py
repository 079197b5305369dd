"""Bytes: whatever a file holds, every command ends with 0, 1 or 2, soon, in little memory, and tells where something is wrong.

Settings, personas, baselines and `pyproject.toml` are files as well. Each run is a process of its own, so that it can be
measured; it is forked from one that has loaded `cjm`, and its memory includes that.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.torture.hostile.commands import COMMANDS, GOOD, HISTORY, words
from tests.torture.hostile.hostile import SETTINGS, SOUND, TOLD, TOOL, Hostile
from tests.torture.hostile.table import HOSTILE

SECONDS, MEMORY = 5, 300
PIXELS = 480
"""What may come to it where a map is drawn in pixels: eight bytes for each of as many as there may be."""
EACH = 24
"""Every command is tried with one file of so many, each with others: all with all would take half a day."""
AT_ONCE = 12
"""So many files are tried by one test; two workers share the tests."""

NAMES = sorted(HOSTILE)
SMALL = [name for name in NAMES if not callable(HOSTILE[name].content)]
"""What is cheap enough to be drawn and compared in every test run."""
CLOCK = 600
"""Seconds on the clock, which says little where others are at work; those of the processor count."""
HANDFULS = [NAMES[start : start + AT_ONCE] for start in range(0, len(NAMES), AT_ONCE)]


def _project(folder: Path, hostile: Hostile) -> None:
    """A project that is sound but for one file."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    files = GOOD if hostile.file != TOOL else {name: GOOD[name] for name in GOOD if name != SETTINGS}
    for name, content in {**files, hostile.file: hostile.make()}.items():
        (folder / name).write_bytes(content)


def _faults(ran, memory: int = MEMORY) -> Iterator[str]:
    """What no run may do."""
    if ran.code not in (0, 1, 2):
        yield f"ended with {ran.code}"
    if b"Traceback" in ran.err or b"a bug in cjm" in ran.err:
        yield ran.err.decode(errors="replace").strip().splitlines()[-1][:200]
    if ran.seconds > SECONDS:
        yield f"took {ran.seconds:.1f} s"
    if ran.memory > memory:
        yield f"took {ran.memory:.0f} MiB"


def _misjudgement(hostile: Hostile, ran) -> Iterator[str]:
    """What `validate` may not say of a file."""
    told = (ran.out + ran.err).decode()
    if (ran.code == 0) != (hostile.at == SOUND):
        yield f"ended with {ran.code}: {told[:200]}"
    elif hostile.at not in (SOUND, TOLD) and f"{hostile.file}:{hostile.at}: " not in told:
        yield f"did not name {hostile.at}: {told[:200]}"


@pytest.mark.parametrize("names", HANDFULS, ids=lambda names: names[0])
def test_every_file_is_judged_and_where_it_is_wrong_is_told(attempt, tmp_path, names) -> None:
    wrong = {}
    for name in names:
        hostile = HOSTILE[name]
        _project(tmp_path / "project", hostile)
        ran = attempt("validate", "-f", "concise", folder=tmp_path / "project", clock=CLOCK)
        wrong[name] = [*_faults(ran), *_misjudgement(hostile, ran)]
    assert {name: faults for name, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("turn", range(len(COMMANDS)), ids=lambda turn: COMMANDS[turn])
def test_no_file_breaks_a_command(attempt, tmp_path, long_way, turn) -> None:
    wrong = {}
    for name in NAMES[turn % EACH :: EACH] if long_way else SMALL[turn :: len(COMMANDS)][:2]:
        hostile = HOSTILE[name]
        _project(tmp_path / "project", hostile)
        arguments, is_piped = words(COMMANDS[turn], hostile.file)
        ran = attempt(*arguments, folder=tmp_path / "project", clock=CLOCK, input=hostile.make() if is_piped else b"")
        wrong[name] = [*_faults(ran, MEMORY + PIXELS if "png" in COMMANDS[turn] else MEMORY)]
    assert {name: faults for name, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("command", HISTORY)
def test_no_commit_breaks_a_command(attempt, git, tmp_path, long_way, command) -> None:
    wrong = {}
    folder, turn = tmp_path / "project", HISTORY.index(command)
    for name in NAMES[turn % EACH :: EACH] if long_way else SMALL[turn :: len(HISTORY)][:2]:
        _project(folder, Hostile(SOUND, GOOD[SETTINGS], SETTINGS))
        git("init", "-q", cwd=folder)
        for message, hostile in (("sound", None), ("hostile", HOSTILE[name])):
            if hostile is not None:
                (folder / hostile.file).write_bytes(hostile.make())
            git("add", "--all", cwd=folder)
            git("commit", "-q", "--allow-empty", "-m", message, cwd=folder)
        wrong[name] = [*_faults(attempt(*words(command, "")[0], folder=folder, clock=CLOCK))]
    assert {name: faults for name, faults in wrong.items() if faults} == {}
