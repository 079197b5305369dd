"""Limits: little memory, few files and processes, no working folder, no home, no programs.

What cannot be done for want of something is told in one line, and what can be done is done.
"""

import os
import sys
from pathlib import Path

import pytest

from .commands import few

_ALL_FILES = "+dac_override,+dac_read_search"
AS_NOBODY = (
    ("setpriv", "--reuid=65534", f"--inh-caps={_ALL_FILES}", f"--ambient-caps={_ALL_FILES}")
    if os.geteuid() == 0
    else ()
)
"""Root may start as many processes as it likes. Somebody else may read these files as well."""
BOUND = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner") if os.geteuid() == 0 else ()

LIMITS = {
    **{f"{count} open files": f"ulimit -n {count}" for count in (32, 12, 8, 6)},
    **{f"{mib} MiB of memory": f"ulimit -v {mib * 1024}" for mib in (32, 40, 44, 52, 64, 96)},
    "no file larger than nothing": "ulimit -f 0",
    "no file larger than a kilobyte": "ulimit -f 1",
}

ABORTED = 134
"""So ends what is written in Rust, as our models' library is, when it gets no memory; nobody can stop it."""
ENDS = (0, 1, 2, ABORTED)


def lines(odd: str, table: dict, long_way: bool) -> list[str]:
    """A third of the commands, one in the sample; others for each limit."""
    at = [*table].index(odd)
    return few()[at % 3 :: 3] if long_way else few()[at % 20 :: 20]


def told(err: bytes) -> bool:
    """Whether the last line says what is wrong."""
    return err.rstrip().rpartition(b"\n")[2].startswith(b"error: ")


@pytest.mark.parametrize("limit", LIMITS)
def test_what_a_limit_forbids_is_told_and_tears_nothing(do, plain, long_way, limit) -> None:
    for line in lines(limit, LIMITS, long_way):
        whole = plain(line)
        # What is said goes into a pipe, for no file takes it where files may hold nothing.
        here = do(
            line, prefix=("bash", "-c", f'set -o pipefail; ({LIMITS[limit]}; exec "$@") 2>&1 | cat', "-"), codes=ENDS
        )
        assert here.ran.code in (whole.ran.code, 2) or "memory" in limit, (line, here.ran)
        assert here.ran.code in (whole.ran.code, ABORTED) or told(here.ran.out), (line, here.ran)
        assert {*here.files.items()} <= {*here.before.items(), *whole.files.items()}, line


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
@pytest.mark.parametrize("line", ["validate --jobs 2 --no-cache", "fmt --jobs 2 --check"])
def test_one_process_does_it_all_where_there_can_be_no_other(do, plain, line) -> None:
    here, whole = do(line, prefix=("prlimit", "--nproc=0", *AS_NOBODY)), plain(line)
    assert (here.ran.code, here.ran.out) == (whole.ran.code, whole.ran.out)


LOST = {
    "a working folder that is gone": ('mkdir g; cd g; rmdir ../g; exec "$@"', ()),
    "a working folder nobody may read": ('mkdir g; chmod 111 g; cd g; exec "$@"', BOUND),
    "a working folder nobody may enter": ('mkdir g; cd g; chmod 0 .; exec "$@"', BOUND),
}
NEEDS_NO_FOLDER = ("rules", "explain", "schema", "changelog")
"""The last reads what git keeps, which can be found where a folder cannot be listed."""


@pytest.mark.parametrize("name", LOST)
def test_a_lost_working_folder_is_told(do, fresh, tmp_path, long_way, name) -> None:
    script, prefix = LOST[name]
    for number, line in enumerate(lines(name, LOST, long_way)):
        folder = fresh(f"{number}")
        ran = do(line, folder=folder, prefix=("bash", "-c", script, "-", *prefix)).ran
        (folder / "g").is_dir() and (folder / "g").chmod(0o755)
        assert line.split()[0] in NEEDS_NO_FOLDER or (ran.code, told(ran.err)) == (2, True), (line, ran)
        assert b"standard output" not in ran.err, line


HOMES: dict[str, dict[str, str | None]] = {
    "no home": {"HOME": None, "XDG_CACHE_HOME": None},
    "a home that is not there": {"HOME": "/no/where", "XDG_CACHE_HOME": None},
    "a home that is a file": {"HOME": "/dev/null", "XDG_CACHE_HOME": None},
    "a home that cannot be written": {"HOME": "/proc", "XDG_CACHE_HOME": None},
    "a cache that is no folder": {"XDG_CACHE_HOME": "/dev/full"},
    "a cache that is nowhere": {"XDG_CACHE_HOME": "not/absolute"},
}


@pytest.mark.parametrize("name", HOMES)
def test_no_home_changes_nothing(do, plain, long_way, name) -> None:
    for line in ["validate", *lines(name, HOMES, long_way)]:
        here, whole = do(line, env=HOMES[name]), plain(line)
        assert (line, here.ran.code, here.ran.out, here.files) == (line, whole.ran.code, whole.ran.out, whole.files)


@pytest.mark.parametrize("path", ["", "/no/where"])
def test_without_programs_only_what_needs_git_is_refused(do, plain, long_way, path) -> None:
    for line in few() if long_way else ["validate", "build", "diff HEAD~1"]:
        here, whole = do(line, env={"PATH": path}), plain(line)
        if b"needs git" in here.ran.err:
            assert (here.ran.code, here.files) == (2, here.before), line
        else:
            assert (line, here.ran.code, here.files) == (line, whole.ran.code, whole.files)


PIPES = {
    "nobody reads": ('mkfifo x; exec "$@"', 2, b""),
    "somebody reads": ('mkfifo x; cat <x >y & sleep 0.1; "$@"; code=$?; wait; cat y; exit $code', 0, b"{"),
}


@pytest.mark.parametrize("name", PIPES)
@pytest.mark.parametrize("line", ["validate --report json=x --fail-on never", "diff HEAD~1 -f json -o x"])
def test_a_pipe_that_is_written_to_makes_it_wait_for_nobody(do, line, name) -> None:
    script, code, start = PIPES[name]
    ran = do(line, prefix=("bash", "-c", script, "-"), clock=20).ran
    assert (ran.code, start in ran.out) == (code, True), ran
    assert bool(code) == told(ran.err), ran


MANY = 10_000


@pytest.mark.parametrize("line", ["validate --no-cache", "init --yes", "build"])
def test_a_folder_with_ten_thousand_others_is_no_trouble(do, tmp_path: Path, line) -> None:
    folder = tmp_path / "full"
    for number in range(MANY // 2):
        (folder / f"folder{number}").mkdir(parents=True)
        (folder / f"file{number}.txt").touch()
    (folder / "a.journey.yaml").write_text("title: Sound\nsteps: [{name: Look, emotion: 1}]\n", "utf-8")
    ran = do(line, folder=folder).ran
    assert (ran.code, ran.seconds < 5, ran.memory < 300) == (0, True, True), ran


def test_five_thousand_paths_can_be_given(do, tmp_path: Path, long_way) -> None:
    names = [f"{number}.journey.yaml" for number in range(5000 if long_way else 500)]
    for name in names:
        (tmp_path / name).write_text("title: Sound\nsteps: [{name: Look, emotion: 1}]\n", "utf-8")
    for line in ("validate", "fmt --check"):
        ran = do(f"{line} {' '.join(names)}", folder=tmp_path).ran
        assert (ran.code in (0, 1), ran.memory < 300) == (True, True), ran.err[-500:]
