"""What all tests share: the command line in a process of its own, projects on disk, and golden files."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A law holds however slow the machine is.
settings.register_profile("whole", deadline=None)
settings.load_profile("whole")

ROOT = Path(__file__).parent.parent
"""The checkout."""

# What a developer's terminal or CI may set, and what would change the output.
_UNSETTLING = {"NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS", "COLUMNS", "TERM", "PYTHONIOENCODING", "LC_ALL"}

Run = Callable[..., subprocess.CompletedProcess[str]]
Write = Callable[[Mapping[str, str | bytes]], Path]
Golden = Callable[[str, str], None]
Git = Callable[..., str]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden files with what the code makes now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the file of this name in the folder `golden` beside the test."""

    def compare(name: str, text: str) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--update"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{path} is missing; pytest --update writes it"
        assert text == path.read_bytes().decode()

    return compare


@pytest.fixture(scope="session")
def environment(tmp_path_factory) -> dict[str, str]:
    """The environment of a plain process that finds this checkout, and keeps results of runs apart from the developer's."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNSETTLING}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "CJM_CACHE_DIR": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture
def cjm(tmp_path: Path, environment: dict[str, str]) -> Run:
    """Runs `cjm` in the test's folder: `cjm("validate", "-q", env={...}, input="...")`."""

    def run(*arguments: str, env: Mapping[str, str] | None = None, **more: Any) -> subprocess.CompletedProcess[str]:
        options = {"cwd": tmp_path, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8", **more}
        command = [sys.executable, "-m", "cjm_cli", *arguments]
        return subprocess.run(command, env=environment | dict(env or {}), timeout=60, check=False, **options)

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files, by their names, into the test's folder."""

    def write_all(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write_all


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in the test's folder, or in `cwd`, and returns what it says."""
    names = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {f"GIT_{who}_DATE": "2026-05-31T12:00:00+0200" for who in ("AUTHOR", "COMMITTER")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def run(*arguments: str, cwd: Path = tmp_path, env: Mapping[str, str] | None = None) -> str:
        command = ["git", "-c", "init.defaultBranch=main", *arguments]
        settled = os.environ | names | dates | plain | dict(env or {})
        ran = subprocess.run(command, cwd=cwd, env=settled, capture_output=True, check=True)
        return ran.stdout.decode().strip()

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One browser for all tests."""
    from .chromium import started

    with started() as chromium:
        yield chromium
