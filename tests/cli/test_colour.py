"""Colour is decided once, by the first that has an opinion."""

import io

import pytest

from cjm_cli import colour
from cjm_cli.colour import Choice, is_wanted


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "variables", "on_terminal", "elsewhere"),
    [
        ("auto", {}, True, False),
        ("auto", {"NO_COLOR": "1"}, False, False),
        ("auto", {"NO_COLOR": "0"}, False, False),
        ("auto", {"NO_COLOR": ""}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, True, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": "False"}, False, False),
        ("auto", {"FORCE_COLOR": ""}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ("auto", {"TERM": "dumb"}, False, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("auto", {"TERM": "xterm"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, True, True),
        ("never", {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_the_first_that_has_an_opinion_decides(choice, variables, on_terminal, elsewhere) -> None:
    assert is_wanted(Choice(choice), variables, Terminal()) is on_terminal
    assert is_wanted(Choice(choice), variables, io.StringIO()) is elsewhere
    assert is_wanted(Choice(choice), variables, None) is elsewhere


@pytest.mark.parametrize("paint", [colour.bold, colour.red, colour.yellow, colour.cyan, colour.blue])
def test_paint_comes_off(paint) -> None:
    assert paint("") == ""
    assert paint("text") != "text"
    assert colour.plain(f"a {paint('text')} b") == "a text b"


@pytest.mark.parametrize("command", [["validate"], ["rules"], ["explain", "stage-without-touchpoint"]])
def test_every_command_heeds_it(cjm, mixed, command) -> None:
    assert "\x1b[" not in cjm(*command).stdout
    assert "\x1b[" in cjm(*command, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" not in cjm(*command, "--color", "never", env={"FORCE_COLOR": "1"}).stdout
