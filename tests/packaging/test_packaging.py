"""What users get: the wheel and the sdist hold all that is needed, and work where the checkout is not."""

import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from cjm_cli import __version__

from .conftest import ROOT, Program, build

DATA = ("templates", "schemas")
"""Folders beside the package that it takes along."""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A copy of an example."""
    return Path(
        shutil.copytree(ROOT / "examples" / "shoe-shop", tmp_path / "shop", ignore=shutil.ignore_patterns("dist"))
    )


def names_in(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def drawn(program: Program, project: Path, to: Path) -> dict[str, bytes]:
    """What `render` writes, by name."""
    ran = program(project, "render", "-f", "html", "-f", "svg", "-f", "md", "-f", "png", "-f", "pdf", "-o", str(to))
    assert ran.returncode == 0, ran.stderr.decode()
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


def test_the_program_tells_its_version(program: Program, tmp_path: Path) -> None:
    ran = program(tmp_path, "--version")
    assert (ran.returncode, ran.stdout.decode(), ran.stderr) == (0, f"cjm {__version__}\n", b"")


def test_the_code_that_runs_is_that_of_the_wheel(program: Program, wheel: Path, tmp_path: Path) -> None:
    python = Path(program.command[0]).with_name("python")
    asked = Program((str(python), "-c"), program.environment)
    ran = asked(tmp_path, "import sys, cjm_cli; print(cjm_cli.__file__, *sys.path, sep='\\n')")
    code, *searched = ran.stdout.decode().splitlines()
    home = wheel if program.environment else python.parents[1]
    assert Path(code).is_relative_to(home)
    assert str(ROOT) not in searched


@pytest.mark.parametrize("kind", ["journey", "persona", "project"])
def test_the_schemas_are_found(program: Program, tmp_path: Path, kind: str) -> None:
    ran = program(tmp_path, "schema", kind)
    assert ran.returncode == 0, ran.stderr.decode()
    assert ran.stdout == (ROOT / "schemas" / f"{kind}.schema.json").read_bytes()


def test_an_example_is_validated(program: Program, checkout: Program, shop: Path) -> None:
    here, there = program(shop, "validate"), checkout(shop, "validate")
    assert (here.returncode, here.stdout, here.stderr) == (there.returncode, there.stdout, there.stderr)
    assert here.returncode == 0, here.stdout.decode() + here.stderr.decode()


def test_a_project_starts_from_the_same_files(program: Program, checkout: Program, tmp_path: Path) -> None:
    for which, name in ((program, "here"), (checkout, "there")):
        ran = which(tmp_path, "init", name, "--template", "b2b", "--name", "A", "--ci", "github")
        assert ran.returncode == 0, ran.stderr.decode()
    here, there = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "here", tmp_path / "there")
    )
    assert here == there
    assert len(here) >= 10


def test_every_rule_is_there(program: Program, checkout: Program, tmp_path: Path) -> None:
    here, there = program(tmp_path, "rules"), checkout(tmp_path, "rules")
    assert (here.returncode, here.stdout) == (0, there.stdout)


def test_an_example_is_drawn_as_in_the_checkout(
    program: Program, checkout: Program, shop: Path, tmp_path: Path
) -> None:
    here, there = drawn(program, shop, tmp_path / "here"), drawn(checkout, shop, tmp_path / "there")
    assert {Path(name).suffix for name in here} == {".html", ".svg", ".md", ".png", ".pdf"}
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in names_in(wheel)}
    assert tops == {"cjm_cli", f"cjm_cli-{__version__}.dist-info"}
    assert [name for name in names_in(wheel) if re.search(r"(^|/)(tests?|conftest)\b|\.pyc$|__pycache__", name)] == []


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    paths = [path for path in (ROOT / "cjm_cli").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.relative_to(ROOT).as_posix() for path in paths} <= {*names_in(wheel)}


@pytest.mark.parametrize("folder", DATA)
def test_the_wheel_holds_every_file_of_the_folders_beside_the_package(wheel: Path, folder: str) -> None:
    paths = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert paths
    assert {f"cjm_cli/_data/{path.relative_to(ROOT).as_posix()}" for path in paths} <= {*names_in(wheel)}


def test_no_path_of_this_machine_is_in_the_wheel(wheel: Path) -> None:
    machine = [str(path).encode() for path in {ROOT, Path.home(), Path(sys.prefix)} if path != Path("/")]
    with zipfile.ZipFile(wheel) as archive:
        told = [name for name in archive.namelist() if any(path in archive.read(name) for path in machine)]
    assert told == []


@pytest.mark.parametrize("folder", [*DATA, "examples", "tests", "cjm_cli", "benchmarks", "ci"])
def test_the_sdist_holds_what_the_checkout_holds(unpacked: Path, folder: str) -> None:
    def files(root: Path) -> set[str]:
        made_by_use = {"__pycache__", "dist", ".hypothesis", "node_modules"}
        paths = (path.relative_to(root) for path in (root / folder).rglob("*") if path.is_file())
        return {path.as_posix() for path in paths if not made_by_use & {*path.parts}}

    assert files(unpacked)
    assert files(unpacked) == files(ROOT)


def test_the_sdist_holds_no_environment_and_no_history(unpacked: Path) -> None:
    assert {path.name for path in unpacked.iterdir()} & {".venv", ".git", "dist", "build"} == set()


def test_the_sdist_builds_the_same_wheel(unpacked: Path, wheel: Path, tmp_path: Path) -> None:
    again = build(unpacked, tmp_path / "again", "--wheel")
    assert again.name == wheel.name
    with zipfile.ZipFile(again) as one, zipfile.ZipFile(wheel) as other:
        assert one.namelist() == other.namelist()
        assert [name for name in one.namelist() if one.read(name) != other.read(name)] == []
    assert again.read_bytes() == wheel.read_bytes()
