"""Surroundings: locales, terminals, pipes.

Whatever a process finds around it, it ends with 0, 1 or 2 and never with a traceback, and writes what it writes elsewhere.
"""

import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm_cli.cli import COMMANDS

from .commands import LINES, ROUGH, STDIN, every, few
from .conftest import Attempt, Ran

IN_TERMINAL = (sys.executable, "-I", str(Path(__file__).with_name("in_terminal.py")))


class Done(NamedTuple):
    """What became of a line, and the files before and after."""

    ran: Ran
    before: Mapping[str, bytes]
    files: Mapping[str, bytes]


Do = Callable[..., Done]


@pytest.fixture
def do(attempt: Attempt, fresh) -> Do:
    """Runs a line in a project of its own and sees that it ends as it should: `do(line, env={...}, prefix=[...])`."""
    made = iter(range(10_000))

    def run(line: str, **options: object) -> Done:
        folder = fresh(f"p{next(made)}")
        before = contents(folder)
        given = before[ROUGH] if line in STDIN else b""
        ran = attempt(*shlex.split(line), folder=folder, input=given, **options)
        assert ran.code in (0, 1, 2), (line, ran)
        for never in (b"Traceback", b"Exception ignored", b"a bug in cjm"):
            assert never not in ran.err + ran.out, (line, ran.err[-2000:])
        return Done(ran, before, contents(folder))

    return run


@pytest.fixture(scope="session")
def usual() -> dict[str, Done]:
    return {}


@pytest.fixture
def plain(do: Do, usual: dict[str, Done]) -> Do:
    """The same where nothing is odd; each line is run once."""

    def run(line: str) -> Done:
        if line not in usual:
            usual[line] = do(line)
        return usual[line]

    return run


def contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    inside = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path.read_bytes() for name, path in inside.items() if not name.startswith(".git/")}


def lines(odd: object, table: list, long_way: bool) -> list[str]:
    """The lines to try where something is odd: each command all the way, a part of them in the sample."""
    at = table.index(odd)
    return [*few(), *every()[at::12], *STDIN[at::5]] if long_way else [*few()[at % 6 :: 6], STDIN[at % len(STDIN)]]


def in_shell(redirection: str) -> tuple[str, ...]:
    return ("bash", "-c", f'set -o pipefail; "$@" {redirection}', "-")


def test_no_command_is_forgotten() -> None:
    assert [*LINES] == [entry.name for entry in COMMANDS if entry.name != "serve"]


LOCALES: list[dict[str, str | None]] = [
    {"PYTHONUTF8": None},
    {"LC_ALL": "C", "PYTHONUTF8": None},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "no_SUCH.locale", "LANG": "tlh", "PYTHONUTF8": None},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "utf-16"},
    {"PYTHONIOENCODING": "latin-1:strict"},
]


@pytest.mark.parametrize("env", LOCALES, ids=str)
def test_a_locale_changes_no_file_and_no_answer(do, plain, long_way, env) -> None:
    for line in lines(env, LOCALES, long_way):
        here, elsewhere = do(line, env=env), plain(line)
        assert (line, here.ran.code, here.files) == (line, elsewhere.ran.code, elsewhere.files)
        assert bool(here.ran.out) == bool(elsewhere.ran.out), line


TERMINALS: list[dict[str, str | None]] = [
    {"COLUMNS": "20"},
    {"COLUMNS": "1"},
    {"COLUMNS": "0"},
    {"COLUMNS": "-7", "LINES": "x"},
    {"COLUMNS": "99999"},
    {"TERM": "dumb"},
    {"TERM": None, "HOME": None, "USER": None, "LOGNAME": None},
]


@pytest.mark.parametrize("env", TERMINALS, ids=str)
def test_what_a_terminal_is_said_to_be_changes_no_file(do, plain, long_way, env) -> None:
    for line in lines(env, TERMINALS, long_way):
        here, elsewhere = do(line, env=env), plain(line)
        assert (line, here.ran.code, here.files) == (line, elsewhere.ran.code, elsewhere.files)


COLUMNS = [20, 1, 0, 500]


@pytest.mark.parametrize("columns", COLUMNS)
def test_in_a_terminal_of_any_width_all_is_done(do, plain, long_way, columns) -> None:
    for line in lines(columns, COLUMNS, long_way):
        if line not in STDIN:
            here, elsewhere = do(line, prefix=(*IN_TERMINAL, str(columns))), plain(line)
            assert (line, here.ran.code, here.files) == (line, elsewhere.ran.code, elsewhere.files)


UNHEARD = ["2>&-", "2>/dev/full", "2> >(exec true)", "2> >(exec head -c 1 >/dev/null)"]


@pytest.mark.parametrize("redirection", UNHEARD)
def test_where_nobody_hears_what_is_said_all_is_done(do, plain, long_way, redirection) -> None:
    for line in lines(redirection, UNHEARD, long_way):
        here, elsewhere = do(line, prefix=in_shell(redirection)), plain(line)
        assert (line, here.ran.code, here.files) == (line, elsewhere.ran.code, elsewhere.files)
        assert here.ran.out == elsewhere.ran.out, line


REFUSED = [">&-", ">/dev/full", "<&- >&-", "<&- >&- 2>&-", ">&- 2>&1"]


@pytest.mark.parametrize("redirection", REFUSED)
def test_an_output_that_takes_nothing_is_told_and_tears_nothing(do, plain, long_way, redirection) -> None:
    for line in lines(redirection, REFUSED, long_way):
        here, elsewhere = do(line, prefix=in_shell(redirection)), plain(line)
        whole = {*here.before.items(), *elsewhere.files.items()}
        assert (line, {*here.files.items()} - whole) == (line, set())
        if elsewhere.ran.out and "2>" not in redirection and line not in STDIN:
            assert here.ran.err.splitlines()[-1].startswith(b"error: cannot write standard output: "), line
            assert here.ran.code == 2, line


LEAVING = ["| true", "| head -c 1", "| head -n 1", "> >(exec head -c 1)"]


@pytest.mark.parametrize("redirection", LEAVING)
def test_a_reader_that_leaves_is_no_mistake(do, plain, long_way, redirection) -> None:
    for line in lines(redirection, LEAVING, long_way):
        here, elsewhere = do(line, prefix=in_shell(redirection)), plain(line)
        assert (line, here.ran.code, here.files) == (line, elsewhere.ran.code, elsewhere.files)
        assert here.ran.err == elsewhere.ran.err, line
