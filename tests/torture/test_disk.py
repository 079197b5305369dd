"""Disk: full, broken, read-only, or shared with another run

Each command that writes is run again and again, and each time another one of its calls fails: writing, bringing to the disk,
renaming, making a folder. Whatever fails, a file is the old one or the new one, whole.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cjm_cli.session import MANY_TO_REMEMBER

from .faults import CALLS, ERRORS, KILL, Disk, Fault, refused

JOURNEY = """\
title: 'Buying {name}' # why
owner: Shop team
persona: nora
stages:
  - name: Look around
    touchponts: [Shop window]
    emotion: curious
  - name: Pay
    pain_points: [Nobody is there]
"""
PERSONA = "name: Nora\nrole: Walker\ngoals: [Arrive]\n"
PROJECT = {
    "cjm.yaml": "name: Shop\nextends: [recommended]\n",
    "hats.journey.yaml": JOURNEY.format(name="hats"),
    "shoes.journey.yaml": JOURNEY.format(name="shoes"),
    "nora.persona.yaml": PERSONA,
}
SOUND = {name: text.replace("touchponts", "touchpoints") for name, text in PROJECT.items()}
SETTINGS = {"cjm.yaml": SOUND["cjm.yaml"]}
OTHER = {"shoes.journey.yaml": SOUND["shoes.journey.yaml"].replace("Shop window", "Market")}
MERGED = {
    "base.journey.yaml": SOUND["shoes.journey.yaml"],
    "ours.journey.yaml": OTHER["shoes.journey.yaml"],
    "theirs.journey.yaml": SOUND["shoes.journey.yaml"].replace("Pay", "Pay at last"),
}
MERGE = " ".join(("git", "merge-driver", *MERGED))


@dataclass(frozen=True)
class Work:
    """A command that writes, and where: the files that are there, and what is done and changed before it."""

    line: str
    files: Mapping[str, str] = field(default_factory=lambda: SOUND)
    first: str = ""
    then: Mapping[str, str] = field(default_factory=dict)
    is_repository: bool = False

    def __str__(self) -> str:
        return f"{self.first}, {self.line}" if self.first else self.line


FMT = Work("fmt")
FIX = Work("validate --fix", PROJECT)
LEARN = Work("baseline write")
DRAW = Work("render -f svg -f md -o maps")
ONE = {name: SOUND[name] for name in ("cjm.yaml", "shoes.journey.yaml", "nora.persona.yaml")}
BUILD = Work("build -v -o site", ONE)
BUILD_AGAIN = Work("build -v -o site", ONE, first="build -o site", then=OTHER)
NEW = Work("new journey Umbrellas", SETTINGS | {"nora.persona.yaml": PERSONA})
SETUP = Work("git setup --merge", is_repository=True)
WORKS = (
    FMT,
    FIX,
    Work("validate --unsafe-fixes", PROJECT),
    Work("validate --fix-only", PROJECT),
    Work("lint --fix"),
    Work("validate --add-ignore=later"),
    Work("validate --report json=a.json --report sarif=out/b.sarif"),
    LEARN,
    Work("baseline prune", first="baseline write", then=OTHER),
    DRAW,
    Work("render -f html -o new/maps"),
    Work("render -f svg", first="render -f svg", then=OTHER),
    Work("render -f svg -o maps", SOUND | {"maps": "a file"}),
    BUILD,
    BUILD_AGAIN,
    Work("init --yes shop", {}),
    NEW,
    Work("new persona Tom", SETTINGS),
    Work("diff hats.journey.yaml shoes.journey.yaml -f html -o out/diff.html"),
    Work("compare hats.journey.yaml shoes.journey.yaml -f markdown -o compared.md"),
    Work("changelog -o CHANGES.md", is_repository=True),
    SETUP,
    Work("git setup --undo", first="git setup --merge", is_repository=True),
    Work(MERGE, MERGED),
)
"""Every command that writes to files; those that only print write to standard output."""

CHECK = "validate -f concise -v"
MANY = SOUND | {f"hats-{number}.journey.yaml": SOUND["hats.journey.yaml"] for number in range(MANY_TO_REMEMBER)}
CACHED = (Work(CHECK, MANY), Work(CHECK, MANY, first=CHECK), Work(CHECK, MANY, first=CHECK, then=OTHER))
"""With results of earlier runs: none, all, and all but one."""

CALLED = {".git/config": "the configuration of git"}
NO_CACHE = {"CJM_CACHE_DIR": ""}
AT_ONCE = """
import json, subprocess, sys
started = [subprocess.Popen(line, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) for line in json.loads(sys.argv[1])]
told = [process.communicate()[1].decode() for process in started]
print(json.dumps([(process.returncode, text) for process, text in zip(started, told)]))
"""
"""Starts processes at once, and prints the code and the errors of each."""
OBEYING = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
"""Before a command: takes away the right to pass over the modes of files."""


@pytest.fixture(scope="session")
def strace() -> None:
    assert not refused(), refused()


Prepare = Callable[..., Path]


@pytest.fixture
def prepare(attempt, write, git) -> Prepare:
    """Makes the folder that a command is run in."""

    def prepared(work: Work) -> Path:
        folder = write({f"project/{name}": text for name, text in work.files.items()}) / "project"
        folder.mkdir(exist_ok=True)
        if work.is_repository:
            git("init", "-q", cwd=folder)
            git("add", ".", cwd=folder)
            git("commit", "-q", "-m", "first", cwd=folder)
            git("tag", "v1.0", cwd=folder)
        if work.first:
            attempt(*work.first.split(), folder=folder, env=NO_CACHE)
        write({f"project/{name}": text for name, text in work.then.items()})
        return folder

    return prepared


@pytest.mark.parametrize("work", WORKS, ids=str)
def test_a_fault_tears_no_file_and_loses_none(work, prepare, attempt, strace, long_way) -> None:
    disk = Disk(attempt, prepare(work), work.line.split(), NO_CACHE)
    good, after = disk.watched(), disk.files()
    assert good.code in (0, 1) or after == disk.before, good.err
    disk.restore()
    for fault in _every(disk.calls()) if long_way else _gravest(disk.seen):
        disk.restore()
        ran, came_so_far = disk.hit(fault)
        told = f"{fault}: {ran.code} {ran.out.decode()}{ran.err.decode()}"
        assert "Traceback" not in told, told
        assert "a bug in cjm" not in told, told
        _whole(disk, after, fault, told)
        if not came_so_far:
            assert (ran.code, disk.files()) == (good.code, after), told
        elif fault.error == KILL:
            _goes_on(disk, good, after, told)
        else:
            _tells(disk, good, after, ran=ran, told=told)


def _gravest(times: Mapping[str, int]) -> Iterator[Fault]:
    """A full disk, a file that cannot take its place, and a kill on the way there."""
    placing = "link" if times["link"] else "rename"
    yield Fault("write", "ENOSPC", 1)
    yield Fault(placing, "EXDEV", times[placing] or 1)
    yield Fault(placing, KILL, times[placing] // 2 + 1)


def _every(times: Mapping[str, int], *, step: int = 1) -> Iterator[Fault]:
    """All that can happen: each kind of call up to one more than there are; in the middle only one in so many."""
    for kind in filter(times.get, ERRORS):
        errors = (*ERRORS[kind], KILL)
        ends = {1, 2, times[kind]} & {*range(1, times[kind] + 1)}
        yield from (Fault(kind, error, nth) for nth in sorted(ends) for error in errors)
        # In the middle of many one error after the other is enough.
        for turn, nth in enumerate(range(3, times[kind], step)):
            yield Fault(kind, errors[turn % len(errors)], nth)
        yield Fault(kind, KILL, times[kind] + 1)


def _whole(disk: Disk, after: Mapping[str, bytes], fault: Fault, told: str) -> None:
    """Each file is the old one or the new one, and there is no other but what could not be removed."""
    now = disk.files()
    for name in {*now, *after, *disk.before}:
        if name in after or name in disk.before:
            assert now.get(name) in (after.get(name), disk.before.get(name)), f"{name} is torn; {told}"
        else:
            assert fault.error == KILL or fault.kind == "unlink", f"{name} is left; {told}"
            assert f"/{name}".rpartition("/")[2].startswith(".") or name == ".git/config.lock", name


def _goes_on(disk: Disk, good: Any, after: Mapping[str, bytes], told: str) -> None:
    """What a kill leaves is in nobody's way, but for the lock of a git that was killed."""
    (disk.folder / ".git/config.lock").unlink(missing_ok=True)
    is_done = _ours(disk) == after
    again = disk.run()
    assert again.code == good.code or is_done, f"{told}\nagain: {again.err.decode()}"
    assert _ours(disk) == after, told


def _ours(disk: Disk) -> dict[str, bytes]:
    """The files but for what a kill has left."""
    return {name: content for name, content in disk.files().items() if not name.endswith(".tmp")}


def _tells(disk: Disk, good: Any, after: Mapping[str, bytes], *, ran: Any, told: str) -> None:
    """It is done all the same, or one line says what is not, and others which files were written."""
    if ran.code == good.code:
        assert _ours(disk) == after, told
        return
    errors = [line for line in ran.err.decode().splitlines() if line.startswith("error: ")]
    assert (ran.code, len(errors)) == (2, 1), told
    written = {name for name, content in disk.files().items() if content != disk.before.get(name) and name in after}
    assert all(CALLED.get(name, name.removeprefix("site/")) in told for name in written), told


FAULTS_OF_A_CACHE = (
    Fault("open", "EACCES", 1),
    Fault("read", "EIO", 2),
    Fault("lock", "ENOLCK", 1),
    Fault("write", "ENOSPC", 2),
    Fault("write", KILL, 3),
)


@pytest.mark.parametrize("work", CACHED, ids=["new", "the-same", "another-file"])
def test_results_of_earlier_runs_that_cannot_be_had_change_nothing(work, prepare, attempt, strace, long_way) -> None:
    """Faults of the cache. What -v tells of it may differ."""
    folder = prepare(Work("", work.files))
    env = {"CJM_CACHE_DIR": str(folder / ".cache")}
    if work.first:
        attempt(*work.first.split(), folder=folder, env=env)
    for name, text in work.then.items():
        (folder / name).write_text(text, "utf-8")
    disk = Disk(attempt, folder, work.line.split(), env)
    good = disk.watched()
    disk.restore()
    for fault in _every(disk.calls(), step=8) if long_way else FAULTS_OF_A_CACHE:
        disk.restore()
        ran, _ = disk.hit(fault)
        if fault.error != KILL:
            assert (ran.code, ran.out) == (good.code, good.out), f"{fault}: {ran.err.decode()}"
            assert _spoken(ran) == _spoken(good), fault
        else:
            again = disk.run()
            assert (again.code, again.out, _spoken(again)) == (good.code, good.out, _spoken(good)), fault


def _spoken(ran: Any) -> list[str]:
    return [line for line in ran.err.decode().splitlines() if "earlier run" not in line]


@pytest.mark.parametrize("work", [FMT, FIX, LEARN, DRAW, BUILD, BUILD_AGAIN, CACHED[0]], ids=str)
def test_runs_at_once_make_what_one_makes(work, prepare, attempt, strace, long_way) -> None:
    folder = prepare(work)
    kept = shutil.copytree(folder, folder.with_name("kept"))
    good = attempt(*work.line.split(), folder=folder, env=NO_CACHE)
    after = _contents(folder)
    for times in range(20 if long_way else 1):
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        cache = folder.with_name(f"cache-{times}")
        for code, told in _at_once(attempt, folder, work, times, cache):
            # What one has mended meanwhile, another may have found before, and tells of.
            assert code == good.code or (code, work) == (1, FIX), told
            assert not [line for line in told.splitlines() if line.startswith("error")], told
        assert _contents(folder) == after


def test_of_runs_at_once_that_begin_the_same_file_one_does(prepare, attempt, strace, long_way) -> None:
    folder = prepare(NEW)
    for times in range(20 if long_way else 1):
        shutil.rmtree(folder / "journeys", ignore_errors=True)
        ended = _at_once(attempt, folder, NEW, times, folder.with_name("cache"))
        assert sorted(code for code, _ in ended) == [0, 2, 2], ended
        assert [path.name for path in (folder / "journeys").iterdir()] == ["umbrellas.journey.yaml"]


def _at_once(attempt: Any, folder: Path, work: Work, times: int, cache: Path) -> list[tuple[int, str]]:
    """Three runs of a command, two of them slowed down a little at each rename, so that they meet everywhere."""
    command = [sys.executable, "-m", "cjm_cli", *work.line.split()]
    slow = ["strace", "--follow-forks", "--seccomp-bpf", "--quiet=all", "--output=/dev/null"]
    calls = f"{CALLS['rename']},{CALLS['link']},{CALLS['mkdir']}"
    delays = (f"--inject={calls}:delay_enter={(times * step) % 37}ms" for step in (2, 5))
    lines = [command, *([*slow, f"--trace={calls}", delay, *command] for delay in delays)]
    ran = attempt(
        "-c", AT_ONCE, json.dumps(lines), python=[sys.executable], folder=folder, env={"CJM_CACHE_DIR": str(cache)}
    )
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("work", [FMT, LEARN, DRAW, BUILD, SETUP], ids=str)
def test_what_is_the_same_is_not_written_again(work, prepare, attempt) -> None:
    folder = prepare(work)
    attempt(*work.line.split(), folder=folder, env=NO_CACHE)
    before = _states(folder)
    attempt(*work.line.split(), folder=folder, env=NO_CACHE)
    assert _states(folder) == before


def _states(folder: Path) -> dict[Path, tuple[int, int, int]]:
    found = {path: path.stat() for path in folder.rglob("*")}
    return {path: (state.st_ino, state.st_mtime_ns, state.st_mode) for path, state in found.items()}


@pytest.mark.parametrize("work", [FMT, LEARN, DRAW, NEW], ids=str)
def test_a_folder_that_nobody_may_write_to_stays_as_it_is(work, prepare, attempt) -> None:
    folder = prepare(work)
    before = _contents(folder)
    folder.chmod(0o555)
    ran = attempt(*work.line.split(), prefix=OBEYING, folder=folder, env=NO_CACHE)
    folder.chmod(0o755)
    assert (ran.code, ran.out) == (2, b""), ran.err
    (told,) = [line for line in ran.err.decode().splitlines() if line.startswith("error: ")]
    assert "permission denied; see who may write in its folder" in told
    assert _contents(folder) == before


@pytest.mark.parametrize("work", [FMT, FIX], ids=str)
def test_a_file_that_is_read_only_is_not_replaced_and_neither_are_those_with_it(work, prepare, attempt) -> None:
    folder = prepare(work)
    before = _contents(folder)
    (folder / "shoes.journey.yaml").chmod(0o444)
    ran = attempt(*work.line.split(), prefix=OBEYING, folder=folder, env=NO_CACHE)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == b"error: cannot write shoes.journey.yaml: it is read-only; no file was changed\n"
    assert _contents(folder) == before
