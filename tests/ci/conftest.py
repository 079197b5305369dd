"""A project with defects in a repository of its own, and ways to install this checkout without the network."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from .github import Api, Runner

ROOT = Path(__file__).parents[2]
"""The checkout."""

Git = Callable[..., str]
PreCommit = Callable[..., subprocess.CompletedProcess[str]]

BUILT_FROM = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "cjm_cli", "templates", "schemas")
MADE_BY_USE = shutil.ignore_patterns("__pycache__")

DEFECTS = {
    "cjm.yaml": "extends: minimal\nrules: {stage-without-emotion: warning, unused-entry: off}\n",
    "journeys/pay on line.journey.yaml": "title: Paying\npersona: shoper\nstages: [{name: Pay, thoughts: Hm}]\n",
    "personas/shopper.persona.yaml": "name: Shopper\n",
}
"""An error, a warning, and a name with spaces."""

OWNED = """$(touch owned) `touch owned` ; touch owned && touch owned # "; touch owned; " '; touch owned; '"""
"""What a shell would make of a text, if it were to read it."""

SOUND = {**DEFECTS, "journeys/pay on line.journey.yaml": "title: Paying\npersona: shopper\nstages: [{name: Pay}]\n"}
SOUND["cjm.yaml"] = "extends: minimal\n"


def read_yaml(text: str) -> Any:
    """What a YAML text says."""
    return YAML(typ="safe", pure=True).load(text)


@pytest.fixture(scope="session")
def offline() -> dict[str, str]:
    """An environment in which pip takes the checkout alone, and Python finds what it needs among what tests use."""
    ours = ("PIP_", "GIT_", "GITHUB_", "CJM_", "PYTHON", "VIRTUAL_ENV", "PRE_COMMIT")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    libraries = dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    return kept | {
        "PYTHONPATH": os.pathsep.join(libraries),
        "PYTHONUTF8": "1",
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_IGNORE_INSTALLED": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads 0 as: there is none
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "NO_PROXY": "*",
    }


@pytest.fixture(scope="session")
def git(offline: Mapping[str, str]) -> Git:
    """Runs git in a folder."""

    def run(folder: Path, *arguments: str) -> str:
        command = ["git", "-c", "init.defaultBranch=main", *arguments]
        ran = subprocess.run(command, cwd=folder, env=offline, capture_output=True, check=True)
        return ran.stdout.decode().strip()

    return run


@pytest.fixture(scope="session")
def commit(git: Git) -> Callable[[Path], str]:
    """Commits all that a folder holds, and says what the commit is called."""

    def run(folder: Path) -> str:
        git(folder, "init", "--quiet")
        git(folder, "add", "--all")
        git(folder, "commit", "--quiet", "--message", "more")
        return git(folder, "rev-parse", "HEAD")

    return run


@pytest.fixture
def shop(tmp_path: Path, commit: Callable[[Path], str]) -> Path:
    """A repository that holds a project with defects."""
    return seed(tmp_path / "shop", DEFECTS, commit)


def seed(folder: Path, files: Mapping[str, str], commit: Callable[[Path], str]) -> Path:
    """Makes a repository, or commits to it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def installed(offline: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python that the action's own steps installed cjm into."""
    folder = tmp_path_factory.mktemp("installed")
    job = Runner(ROOT / "action.yml", folder, folder, offline).run({}, only=("python", "install"))
    assert job.exit_code == 0, job.log
    return Path(job.steps["install"]["python"])


@pytest.fixture
def action(shop: Path, tmp_path: Path, offline: Mapping[str, str], installed: Path, api: Api) -> Runner:
    """The action, with cjm installed, for a pull request to the repository of the defective project."""
    (tmp_path / "temp").mkdir()
    runner = Runner(ROOT / "action.yml", shop, tmp_path / "temp", {**offline, "GITHUB_API_URL": api.url})
    runner.done = {"python": {}, "install": {"python": str(installed)}}
    return runner


@pytest.fixture
def api() -> Any:
    """A server that keeps the comments of a pull request, and records what it is asked."""
    with Api() as server:
        yield server


@pytest.fixture(scope="session")
def pre_commit(offline: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> PreCommit:
    """Runs pre-commit in a folder; what it installs, it installs once."""
    folder = tmp_path_factory.mktemp("pre-commit")
    environment = {
        **offline,
        "PRE_COMMIT_HOME": str(folder / "home"),
        "VIRTUALENV_OVERRIDE_APP_DATA": str(folder / "virtualenv"),
    }

    def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
        )

    return run


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory, commit: Callable[[Path], str]) -> tuple[Path, str]:
    """A repository with this checkout as it stands, and the name of its commit."""
    folder = tmp_path_factory.mktemp("home")
    for name in BUILT_FROM:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=MADE_BY_USE)
        else:
            shutil.copy(path, folder / name)
    return folder, commit(folder)


def setup(home: tuple[Path, str]) -> str:
    """What the README says, for the repository that holds the checkout."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL | re.MULTILINE)
    (block,) = (block for block in blocks if ".pre-commit-config.yaml" in block)
    address = re.sub(r"repo: \S+", f"repo: {home[0].as_uri()}", block)
    return re.sub(r"rev: \S+", f"rev: {home[1]}", address)
