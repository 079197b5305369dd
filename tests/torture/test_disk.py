"""Disk: full, broken, read-only, or shared with another run

Each command that writes is run again and again, and each time another one of its calls fails: writing, bringing to the disk,
renaming, making a folder. Whatever fails, a file is the old one or the new one, whole.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

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
OTHER = {"shoes.journey.yaml": SOUND["shoes.journey.yaml"].replace("curious", "glad")}
MERGED = {
    "base.journey.yaml": SOUND["shoes.journey.yaml"],
    "ours.journey.yaml": OTHER["shoes.journey.yaml"],
    "theirs.journey.yaml": SOUND["shoes.journey.yaml"].replace("Pay", "Pay at last"),
}
MERGE = ("git", "merge-driver", *MERGED)


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


WORKS = (
    Work("fmt"),
    Work("validate --fix", PROJECT),
    Work("validate --unsafe-fixes", PROJECT),
    Work("validate --fix-only", PROJECT),
    Work("lint --fix"),
    Work("validate --add-ignore=later"),
    Work("validate --report json=a.json --report sarif=out/b.sarif"),
    Work("baseline write"),
    Work("baseline prune", first="baseline write", then=OTHER),
    Work("render -f svg -o maps"),
    Work("render -f html -f md -f svg -o new/maps"),
    Work("render -f svg", first="render -f svg", then=OTHER),
    Work("render -f svg -o maps", SOUND | {"maps": "a file"}),
    Work("build -v -o site"),
    Work("build -v -o site", first="build -v -o site", then=OTHER),
    Work("init --yes shop", {}),
    Work("new journey Umbrellas", SETTINGS | {"nora.persona.yaml": PERSONA}),
    Work("new persona Tom", SETTINGS),
    Work("diff hats.journey.yaml shoes.journey.yaml -f html -o out/diff.html"),
    Work("compare hats.journey.yaml shoes.journey.yaml -f markdown -o compared.md"),
    Work("changelog -o CHANGES.md", is_repository=True),
    Work("git setup --merge", is_repository=True),
    Work("git setup --undo", first="git setup --merge", is_repository=True),
    Work(" ".join(MERGE), MERGED),
)
"""Every command that writes to files; those that only print write to standard output."""


@pytest.fixture(scope="session")
def strace() -> None:
    assert not refused(), refused()


@pytest.fixture(params=WORKS, ids=str)
def disk(request, attempt, write, git, strace) -> Disk:
    work: Work = request.param
    folder = write({f"project/{name}": text for name, text in work.files.items()}) / "project"
    folder.mkdir(exist_ok=True)
    if work.is_repository:
        git("init", "-q", cwd=folder)
        git("add", ".", cwd=folder)
        git("commit", "-q", "-m", "first", cwd=folder)
        git("tag", "v1.0", cwd=folder)
    env = {"CJM_CACHE_DIR": ""}
    if work.first:
        attempt(*work.first.split(), folder=folder, env=env)
    write({f"project/{name}": text for name, text in work.then.items()})
    return Disk(attempt, folder, work.line.split(), env)


def test_a_fault_tears_no_file_and_loses_none(disk, long_way) -> None:
    good = disk.watched()
    after = disk.files()
    assert good.code in (0, 1) or after == disk.before, good.err
    for fault in _faults(disk, long_way=long_way):
        disk.restore()
        ran, came_so_far = disk.hit(fault)
        told = f"{fault}: {ran.code} {ran.out.decode()}{ran.err.decode()}"
        assert not (b"Traceback" in ran.err or b"a bug" in ran.err), told
        _whole(disk, after, fault, told)
        if not came_so_far:
            assert (ran.code, disk.files()) == (good.code, after), told
        elif fault.error == KILL:
            _goes_on(disk, good, after, told)
        else:
            _tells(disk, good, after, fault=fault, ran=ran)


def _faults(disk: Disk, *, long_way: bool) -> Iterator[Fault]:
    """All that can happen, each kind of call up to one more than there are; or the gravest."""
    disk.restore()
    times = disk.calls()
    if not long_way:
        placing = "rename" if times["rename"] else "link"
        if times[placing]:
            yield Fault("write", "ENOSPC", 1)
            yield Fault("fsync", "EIO", 1)
            yield Fault(placing, "EXDEV", times[placing])
            yield Fault(placing, KILL, times[placing] // 2 + 1)
        return
    for kind in CALLS:
        for nth in range(1, times[kind] + 2):
            yield from (Fault(kind, error, nth) for error in (*ERRORS[kind], KILL))


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
    """What a kill leaves is in nobody's way."""
    for lock in disk.folder.glob(".git/*.lock"):
        lock.unlink()
    is_done = _ours(disk, after) == after
    again = disk.run()
    assert again.code == good.code or is_done, f"{told}\nagain: {again.err.decode()}"
    assert _ours(disk, after) == after, told


def _ours(disk: Disk, after: Mapping[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in disk.files().items() if not name.endswith(".tmp")}


def _tells(disk: Disk, good: Any, after: Mapping[str, bytes], *, fault: Fault, ran: Any) -> None:
    """It is done all the same, or one line says what is not, and others which files were written."""
    told = f"{fault}: {ran.code} {ran.out.decode()}{ran.err.decode()}"
    if ran.code == good.code:
        assert _ours(disk, after) == after, told
        return
    errors = [line for line in ran.err.decode().splitlines() if line.startswith("error: ")]
    assert (ran.code, len(errors)) == (2, 1), told
    written = {name for name, content in disk.files().items() if content != disk.before.get(name) and name in after}
    words = ran.out.decode() + ran.err.decode()
    assert all(name.removeprefix("site/") in words for name in written), told
