"""Help and version: what a stranger reads first, and how little is loaded for it."""

import inspect
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from cjm_cli import __version__, plugins
from cjm_cli import commands as folder
from cjm_cli.cli import COMMANDS

HEAVY = (
    "cjm_cli.commands",
    "cjm_cli.settings",
    "pydantic",
    "ruamel",
    "rich",
    "jinja2",
    "graphviz",
    "resvg_py",
    "uharfbuzz",
    "fpdf",
    "fontTools",
)

# Prints on stderr which of the modules named after "--" were loaded by the command line before it.
SPY = """
import sys
from cjm_cli.__main__ import main
cut = sys.argv.index("--")
heavy, sys.argv[1:] = sys.argv[cut + 1:], sys.argv[1:cut]
try:
    main()
except SystemExit:
    pass
loaded = [name for name in sys.modules if name in heavy or name.startswith(tuple(name + "." for name in heavy))]
print("loaded:", *loaded, file=sys.stderr)
"""


def loaded_by(arguments: list[str], names: tuple[str, ...], environment: dict[str, str]) -> set[str]:
    command = [sys.executable, "-c", SPY, *arguments, "--", *names]
    ran = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True, timeout=60)
    return set(ran.stderr.rpartition("loaded:")[2].split())


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_the_table_says_what_the_command_says(entry) -> None:
    assert first_line(entry.module, entry.function) == entry.help


def first_line(module: str, function: str) -> str:
    return inspect.cleandoc(getattr(import_module(module), function).__doc__).splitlines()[0]


GROUPS = [entry for entry in COMMANDS if hasattr(import_module(entry.module), "COMMANDS")]


@pytest.mark.parametrize("entry", GROUPS, ids=lambda entry: entry.name)
def test_the_table_of_a_group_says_what_its_commands_say(entry) -> None:
    group = import_module(entry.module)
    own = {
        name: first_line(f"{entry.module}.{name.replace('-', '_')}", name.replace("-", "_")) for name in group.COMMANDS
    }
    assert own == group.COMMANDS
    assert sorted(own) == plugins.names(group)


def test_help_of_a_group_loads_none_of_its_commands(environment) -> None:
    assert loaded_by(["git", "--help"], HEAVY, environment) == {"cjm_cli.commands", "cjm_cli.commands.git"}


def test_the_table_lists_every_command() -> None:
    assert sorted(entry.name for entry in COMMANDS) == plugins.names(folder)


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"], [], ["nonsense"]])
def test_help_and_version_load_no_command(environment, arguments) -> None:
    assert loaded_by(arguments, HEAVY, environment) == set()


def test_the_version_is_told_without_typer(environment) -> None:
    assert loaded_by(["--version"], ("typer", "cjm_cli.cli", "dataclasses", "re"), environment) == set()


def test_a_command_loads_no_other_and_no_library_that_it_does_without(environment, good) -> None:
    loaded = loaded_by(
        ["validate", str(good)], ("cjm_cli.commands", "rich", "jinja2", "graphviz", "click"), environment
    )
    own = {
        "cjm_cli.commands",
        "cjm_cli.commands._check",
        "cjm_cli.commands._mending",
        "cjm_cli.commands._options",
        "cjm_cli.commands._repeat",
        "cjm_cli.commands._rules",
        "cjm_cli.commands._today",
        "cjm_cli.commands._reports",
        "cjm_cli.commands.validate",
    }
    assert loaded == own


def test_what_draws_one_format_is_not_loaded_for_another(environment, good) -> None:
    arguments = ["render", str(good), "-f", "svg", "-o", str(good / "dist")]
    heavy = ("resvg_py", "uharfbuzz", "fpdf", "fontTools", "jinja2", "graphviz", "rich", "webbrowser")
    assert loaded_by(arguments, heavy, environment) == set()


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "validate"]])
def test_the_version_is_one_line(cjm, arguments) -> None:
    ran = cjm(*arguments)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"cjm {__version__}\n", "")


def test_without_a_command_help_is_shown_as_a_mistake(cjm) -> None:
    ran = cjm()
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == cjm("--help").stdout


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("vaildate", 'did you mean "validate"?'),
        ("Lint", 'did you mean "lint"?'),
        ("xyzzy\x1b", "see: cjm --help"),
        ("git stup", 'did you mean "setup"?'),
        ("git xyzzy", "see: cjm git --help"),
        ("git", "see: cjm git --help"),
    ],
)
def test_an_unknown_command_is_one_line_with_the_nearest(cjm, word, told) -> None:
    ran = cjm(*word.split(" "))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith(f"{told}\n")
    assert len(ran.stderr.splitlines()) == 1
    assert "\x1b" not in ran.stderr


@pytest.mark.parametrize(
    "name",
    ["", *(entry.name for entry in COMMANDS), "git setup", "git textconv", "git merge-driver"],
)
def test_help_reads_as_agreed(cjm, golden, name) -> None:
    ran = cjm(*name.split(), "--help")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert max(map(len, ran.stdout.splitlines())) <= 80
    golden(f"help{'-' * bool(name)}{name.replace(' ', '-')}.txt", ran.stdout)


def test_help_is_plain_text_on_a_terminal_too(cjm) -> None:
    assert "\x1b" not in cjm("--help", env={"FORCE_COLOR": "1"}).stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX interpreter")
def test_the_program_starts_as_a_module_and_as_a_function(environment, tmp_path: Path) -> None:
    for start in (["-m", "cjm_cli"], ["-c", "from cjm_cli.__main__ import main; main()"]):
        command = [sys.executable, *start, "--version"]
        assert subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True).stdout
