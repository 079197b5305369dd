"""`cjm show` draws journeys in the terminal at hand."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

STAGE = "stages: [{name: A, touchpoints: Shop, emotion: curious}]\n"
SETTINGS = "extends: minimal\n"


@pytest.fixture
def sound(write) -> Path:
    """A project with one journey."""
    return write({"cjm.yaml": SETTINGS, "a.journey.yaml": f"title: Buying\n{STAGE}"})


def test_it_draws_every_journey_that_was_named_or_lies_there(cjm, sound, write) -> None:
    write({"b.journey.yaml": f"title: Returning\n{STAGE}"})
    shown = cjm("show")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert [word in shown.stdout for word in ("Buying", "Returning", "Shop")] == [True] * 3
    assert "Buying" not in cjm("show", "b.journey.yaml").stdout


def test_it_is_as_wide_as_it_is_told(cjm, sound) -> None:
    (sound / "a.journey.yaml").write_text(f"title: {'Buying shoes ' * 20}\n{STAGE}")
    assert [max(map(len, cjm("show", env={"COLUMNS": wide}).stdout.splitlines())) <= int(wide) for wide in ("40", "97")]
    assert max(map(len, cjm("show").stdout.splitlines())) in range(60, 81)


def test_it_is_as_wide_as_the_terminal(sound, environment) -> None:
    controller, terminal = pty.openpty()
    os.set_blocking(controller, True)
    subprocess.run(["stty", "cols", "50"], stdin=terminal, check=True)
    (sound / "a.journey.yaml").write_text(f"title: {'Buying shoes ' * 20}\n{STAGE}")
    with subprocess.Popen(
        [sys.executable, "-m", "cjm_cli", "show", "--color", "never"], cwd=sound, env=environment, stdout=terminal
    ) as run:
        os.close(terminal)
        told = b""
        while part := _read(controller):
            told += part
        assert run.wait(timeout=60) == 0
    os.close(controller)
    assert max(map(len, told.decode().splitlines())) in range(40, 51)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""  # Linux says so when the other end is closed.


@pytest.mark.parametrize(
    ("arguments", "env", "painted"),
    [([], {}, False), ([], {"FORCE_COLOR": "1"}, True), (["--color", "always"], {"NO_COLOR": "1"}, True)],
)
def test_colour_is_wanted_or_not(cjm, sound, arguments, env, painted) -> None:
    assert ("\x1b[" in cjm("show", *arguments, env=env).stdout) is painted


def test_what_cannot_be_understood_is_told_beside_what_can(cjm, sound, write) -> None:
    write({"b.journey.yaml": f"titel: Returning\n{STAGE}"})
    shown = cjm("show")
    assert shown.returncode == 1
    assert "Buying" in shown.stdout
    assert 'b.journey.yaml:1:1: error[unknown-field] unknown field "titel"' in shown.stderr


def test_what_breaks_a_rule_is_shown(cjm, write) -> None:
    write({"cjm.yaml": "", "a.journey.yaml": f"title: Buying\npersona: nobody\n{STAGE}"})
    assert cjm("show").returncode == 0


def test_a_journey_from_standard_input_is_shown(cjm, sound) -> None:
    assert "Returning" in cjm("show", "-", input=f"title: Returning\n{STAGE}").stdout


def test_a_folder_without_journeys_and_unusable_settings_are_told(cjm, write) -> None:
    write({"cjm.yaml": SETTINGS})
    told = "error: there is no journey to show here; name a journey, or a folder that holds *.journey.yaml\n"
    assert (cjm("show").returncode, cjm("show").stderr) == (2, told)
    write({"cjm.yaml": "rendr: 1\n", "a.journey.yaml": f"title: A\n{STAGE}"})
    shown = cjm("show")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert shown.stderr.endswith("error: the settings in cjm.yaml cannot be used; correct the findings above\n")


def test_nobody_has_to_read_to_the_end(sound, environment) -> None:
    command = f"{sys.executable} -m cjm_cli show | head -1"
    ended = subprocess.run(command, shell=True, cwd=sound, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Buying\n", "")
