"""Signals: Ctrl-C, and an end that somebody else wants.

Whenever they come, nothing is torn, nothing lies about, no process is left, and the next run does what was left undone.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

from .commands import ROUGH, WAITING, few

INTERRUPTED = (sys.executable, "-I", str(Path(__file__).with_name("interrupted.py")))
ENDS = {"SIGINT": 130, "SIGTERM": 143, "SIGHUP": 129}
MOMENTS = [0.62, 0.08, 0.93, 0.31, 0.0, 0.77, 0.47, 1.1, 0.19, 0.7, 0.02, 0.54, 0.86, 0.39, 0.13, 0.66]
"""When, in parts of the time that the command takes."""
MAPS = 160

LONG = [
    "validate --jobs 2 --no-cache",
    "validate --jobs 2",
    "validate --fix --unsafe-fixes --no-cache",
    "fmt --jobs 2",
    "render --no-validate -f svg -o made",
    "build --no-validate -o made",
    "baseline write",
    "stats -f json",
]


@pytest.fixture
def crowd(fresh) -> Callable[[str], Path]:
    """The project with so many maps that all take a while."""

    def make(name: str) -> Path:
        folder = fresh(name)
        text = (folder / ROUGH).read_bytes().replace(b"rnia", b"rina")
        for number in range(MAPS):
            (folder / f"journeys/m{number}.journey.yaml").write_bytes(text)
        return folder

    return make


def stopped_by(name: str, after: float, whom: str = "all") -> dict[str, object]:
    """How to run a line that is to be stopped."""
    return {"prefix": (*INTERRUPTED, name, f"{after:.3f}", whom), "codes": (0, 1, 2, ENDS[name])}


@pytest.mark.parametrize("name", ENDS)
def test_a_command_that_is_stopped_tears_nothing_and_leaves_nothing(do, plain, long_way, name) -> None:
    at = [*ENDS].index(name)
    for line in few() if long_way else few()[at::9]:
        whole = plain(line)
        for moment in MOMENTS[at : at + (2 if long_way else 1)]:
            done = do(line, **stopped_by(name, moment * whole.ran.seconds))
            assert {*done.files.items()} <= {*done.before.items(), *whole.files.items()}, (line, moment)


@pytest.mark.parametrize("line", LONG)
def test_long_work_that_is_stopped_can_be_done_again(do, crowd, long_way, line) -> None:
    whole = do(line, folder=crowd("whole"))
    chosen = [(name, whom) for name in ENDS for whom in ("all", "one")]
    here = LONG.index(line)
    for index, moment in enumerate(MOMENTS[: 3 if long_way else 1]):
        name, whom = chosen[(index + here) % len(chosen)]
        folder = crowd(f"part{index}")
        done = do(line, folder=folder, **stopped_by(name, moment * whole.ran.seconds, whom))
        told = {*done.before.items(), *whole.files.items()}
        assert {file for file, _ in {*done.files.items()} - told} <= {"made/.cjm-site.json"}, (line, name, moment)
        if long_way:
            again = do(line, folder=folder)
            assert (again.ran.code, again.files) == (whole.ran.code, whole.files), (line, name, moment)


@pytest.mark.parametrize("line", WAITING)
@pytest.mark.parametrize("name", ENDS)
def test_what_waits_ends_when_it_is_told_to(do, long_way, line, name) -> None:
    for after in (0.01, 1.5) if long_way else (1.5,):
        done = do(line, **stopped_by(name, after) | {"codes": [ENDS[name]]})
        assert done.ran.err.count(b"\n") < 40


def with_another(name: str, body: str) -> tuple[str, ...]:
    """The program, with another function in the place of one of its own."""
    head = "import signal, time; from pathlib import Path; from cjm_cli import __main__, cli, output"
    return sys.executable, "-c", f"{head}\ndef {name}(*_):\n{indent(body, ' ')}\ncli.{name} = {name}\n__main__.main()"


WRITING = """
while True:
    for letter in (b'a', b'b'): output.write(Path('one.txt'), letter * 100000)
"""


def test_nothing_torn_is_left_where_files_are_written_all_the_time(attempt, tmp_path, long_way) -> None:
    """The moment between making a file and giving it its name is short, so it is looked for."""
    for index, moment in enumerate(MOMENTS if long_way else MOMENTS[:4]):
        name = [*ENDS][index % len(ENDS)]
        prefix = stopped_by(name, 0.1 + moment / 3)["prefix"]
        ran = attempt(prefix=prefix, python=with_another("run", WRITING))
        assert ran.code == ENDS[name], ran.err
        assert b"Traceback" not in ran.err
        assert [path.name for path in tmp_path.iterdir()] == ["one.txt"]


WRAPPED = """
try: signal.raise_signal(signal.{name})
except BaseException as end: raise ValueError(f'this cannot be built: {{end!r}}') from None
"""
FREED = """
class Freed:
    def __del__(self): signal.raise_signal(signal.{name})
Freed()
while True: time.sleep(1)
"""


@pytest.mark.parametrize("name", ENDS)
def test_an_end_that_a_library_makes_an_error_of_is_an_end(attempt, name) -> None:
    """As Pydantic does while it builds a model."""
    ran = attempt(python=with_another("_invoke", WRAPPED.format(name=name)))
    assert (ran.code, ran.err) == (ENDS[name], b"")


@pytest.mark.parametrize("name", ENDS)
def test_an_end_that_comes_where_nothing_can_be_raised_comes_again(attempt, name) -> None:
    ran = attempt(python=with_another("run", FREED.format(name=name)))
    assert (ran.code, ran.err.strip()) == (ENDS[name], b"")
