"""Surroundings: locales, terminals, pipes.

Whatever a process finds around it, it ends with 0, 1 or 2 and never with a traceback, and writes what it writes elsewhere.
"""

import sys
from pathlib import Path

import pytest

from cjm_cli.cli import COMMANDS

from .commands import LINES, STDIN, few

IN_TERMINAL = (sys.executable, "-I", str(Path(__file__).with_name("in_terminal.py")))


def lines(odd: object, table: list, long_way: bool) -> list[str]:
    """The lines to try where something is odd: a third of the commands, two lines in the sample; others for each oddity."""
    at = table.index(odd)
    return [*(few()[at % 3 :: 3] if long_way else few()[at % 11 :: 11][:1]), STDIN[at % len(STDIN)]]


def in_shell(redirection: str) -> tuple[str, ...]:
    return ("bash", "-c", f'set -o pipefail; "$@" {redirection}', "-")


def both(do, plain, line: str, prefix: tuple[str, ...]) -> tuple:
    """What a line does in odd surroundings and in plain ones: it ends with the same code, and writes the same files."""
    here, elsewhere = do(line, prefix=prefix), plain(line)
    assert (line, here.ran.code, here.files) == (line, elsewhere.ran.code, elsewhere.files)
    return here, elsewhere


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
            both(do, plain, line, (*IN_TERMINAL, str(columns)))


UNHEARD = ["2>&-", "2>/dev/full", "2> >(exec true)", "2> >(exec head -c 1 >/dev/null)"]


@pytest.mark.parametrize("redirection", UNHEARD)
def test_where_nobody_hears_what_is_said_all_is_done(do, plain, long_way, redirection) -> None:
    for line in lines(redirection, UNHEARD, long_way):
        here, elsewhere = both(do, plain, line, in_shell(redirection))
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
        here, elsewhere = both(do, plain, line, in_shell(redirection))
        assert here.ran.err == elsewhere.ran.err, line
