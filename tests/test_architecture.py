"""The shape of the house: layers point down, folders of choices do not know each other, nothing grows too large."""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "cjm_cli"

LAYERS = (
    {
        "__init__",
        "errors",
        "span",
        "characters",
        "suggest",
        "plugins",
        "resources",
        "figure",
        "colour",
        "ending",
        "files",
    },
    {"change"},
    {"finding", "terminal", "markup", "output", "git"},
    {"source", "summary", "streams", "tally", "git_setup"},
    {"each"},
    {"model", "page", "keys", "outline", "merge"},
    {"workspace"},
    {"lint", "views", "graphviz_layout", "difference", "tidy"},
    {"formats", "reports", "comparison"},
    {"reviews", "settings", "aside", "baseline"},
    {"history", "cache"},
    {"changelog"},
    {"session"},
    {"site"},
    {"live", "measure"},
    {"mend"},
    {"start"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""Rooms from the ground up: each imports only from those below, and none beside it."""

LEAVES = {
    "errors",
    "span",
    "change",
    "characters",
    "suggest",
    "plugins",
    "resources",
    "figure",
    "colour",
    "finding",
    "terminal",
    "markup",
}
"""Helpers that know nothing of journeys; what they use is a leaf too."""

CHOICES = ("commands", "formats", "lint/rules", "reports", "reviews", "views")
"""Folders whose files are names to choose from; those that start with `_` are shared."""

ANY = {"settings/rules": 2, "baseline": 2}
"""How often `dict[str, Any]` stands beyond: for `create_model`, which takes nothing else, and for the JSON of a baseline."""

LONGEST_BODY, LONGEST_MODULE, LONGEST_RULE = 45, 350, 80

MODULES = {path.relative_to(PACKAGE).with_suffix("").as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text("utf-8"))


def _imports(module: str) -> Iterator[str]:
    """The modules of ours that it imports, wherever in it, as paths."""
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (_path(name) for name in names if name.split(".")[0] == "cjm_cli")


def _path(name: str) -> str:
    """The file that a dotted name leads to: the module itself, else the one that holds it."""
    parts = name.split(".")[1:]
    while parts and "/".join(parts) not in MODULES and "/".join([*parts, "__init__"]) not in MODULES:
        parts.pop()
    return "/".join(parts) or "__init__"


def _room(module: str) -> str:
    return module.split("/")[0]


def _layer(room: str) -> int:
    return next(index for index, rooms in enumerate(LAYERS) if room in rooms)


def test_every_room_has_its_place() -> None:
    assert {_room(module) for module in MODULES} == set().union(*LAYERS)


def test_layers_point_down() -> None:
    upwards = {
        (module, found)
        for module in MODULES
        for found in _imports(module)
        if _room(found) != _room(module) and _layer(_room(found)) >= _layer(_room(module))
    }
    assert upwards == set()


@pytest.mark.parametrize("leaf", sorted(LEAVES))
def test_leaves_know_only_leaves(leaf) -> None:
    used = chain.from_iterable(_imports(module) for module in MODULES if _room(module) == leaf)
    assert {_room(found) for found in used} <= LEAVES | {leaf}


@pytest.mark.parametrize("folder", CHOICES)
def test_choices_do_not_know_each_other(folder) -> None:
    choices = {module for module in MODULES if module.startswith(f"{folder}/") and not _is_shared(module)}
    assert choices
    sideways = {(module, found) for module in choices for found in _imports(module) if found in choices - {module}}
    assert sideways == set()


def _is_shared(module: str) -> bool:
    return module.rpartition("/")[2].startswith("_")


def test_a_module_says_what_it_is_for() -> None:
    assert [module for module in MODULES if not ast.get_docstring(_tree(module))] == []


def test_modules_are_short() -> None:
    rules = {module for module in MODULES if module.startswith("lint/rules/") and not _is_shared(module)}
    assert rules
    lengths = {module: _lines(module) for module in MODULES}
    most = {module: LONGEST_RULE if module in rules else LONGEST_MODULE for module in MODULES}
    assert {module: length for module, length in lengths.items() if length > most[module]} == {}


def _lines(module: str) -> int:
    """How long a module is without its documentation, which for a rule is a page of its own."""
    before = _tree(module).body[0].end_lineno if ast.get_docstring(_tree(module)) else 0
    return len(MODULES[module].read_text("utf-8").splitlines()) - (before or 0)


def test_functions_are_short() -> None:
    every = ((module, function) for module in MODULES for function in _functions(module))
    assert {(module, function.name) for module, function in every if _length(function) > LONGEST_BODY} == set()


def _functions(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(_tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of its body, without the docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_most_functions_are_very_short() -> None:
    lengths = sorted(_length(function) for module in MODULES for function in _functions(module))
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[len(lengths) * 95 // 100] <= 28


def test_only_one_place_catches_whatever_happens() -> None:
    catching = [
        module
        for module in MODULES
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.ExceptHandler) and (node.type is None or ast.unparse(node.type) == "Exception")
    ]
    assert catching == ["cli"]


def test_nothing_is_printed_but_through_the_streams() -> None:
    said = {"print", "input", "exit", "quit", "sys.stdout.write"}
    assert {module for module in MODULES for name in _called(module) if name in said} == set()


def _called(module: str) -> Iterator[str]:
    return (ast.unparse(node.func) for node in ast.walk(_tree(module)) if isinstance(node, ast.Call))


def test_what_has_a_shape_has_a_type() -> None:
    rooms = ("source", "model", "reports")
    loose = {module: count for module in MODULES if _room(module) not in rooms and (count := _any_dicts(module))}
    assert loose == ANY


def _any_dicts(module: str) -> int:
    subscripts = (node for node in ast.walk(_tree(module)) if isinstance(node, ast.Subscript))
    return sum(ast.unparse(node) == "dict[str, Any]" for node in subscripts)


def test_nothing_depends_on_the_clock_or_on_chance() -> None:
    chance = {"random", "secrets", "uuid", "locale"}
    assert {module for module in MODULES for name in _all_imports(module) if name.split(".")[0] in chance} == set()
    clock = {"datetime.now", "date.today", "time.time", "time.time_ns"}
    # What day it is, the user may say: every command that has to know asks there.
    assert {module for module in MODULES for name in _called(module) if name in clock} == {"commands/_today"}


def _all_imports(module: str) -> Iterator[str]:
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("command", ["rules", "schema", "validate"])
@pytest.mark.parametrize("slow", ["jinja2", "graphviz", "rich", "resvg_py", "uharfbuzz", "fpdf", "fontTools"])
def test_a_command_loads_no_library_that_it_does_not_need(cjm, write, command, slow) -> None:
    write({"cjm.yaml": "extends: minimal\n", "a.journey.yaml": "title: A\nstages: [{name: B, thoughts: C}]\n"})
    arguments = [command, *(["journey"] if command == "schema" else [])]
    ended = cjm(*arguments, env={"PYTHONPROFILEIMPORTTIME": "1"})
    loaded = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines() if line.startswith("import time:")}
    assert ended.returncode == 0
    assert "cjm_cli.cli" in loaded
    assert slow not in loaded
