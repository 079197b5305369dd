"""Surroundings: terminals, pipes, signals, folders.

Whatever a process finds around it, it ends with 0, 1 or 2 and never with a traceback.
"""

import pytest

from cjm_cli.cli import COMMANDS

from .commands import LINES


def test_no_command_is_forgotten() -> None:
    assert [*LINES] == [entry.name for entry in COMMANDS if entry.name != "serve"]


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"COLUMNS": "20"}], ids=str)
def test_what_a_terminal_can_show_is_shown(attempt, write, env) -> None:
    write({"a.journey.yaml": "title: Schöne Schuhe\nsteps: [{name: Größe finden, emotion: 1}]\n"})
    ran = attempt("validate", env=env)
    assert ran.code == 0, ran.err
    assert b"Traceback" not in ran.err
