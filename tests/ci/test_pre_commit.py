"""The hook, installed and run by pre-commit itself out of a repository that holds this checkout."""

import re
from pathlib import Path
from typing import Any

import pytest

from cjm_cli.baseline import DEFAULT_FILE
from cjm_cli.workspace.source_file import SETTINGS_FILES, SUFFIXES

from .conftest import ROOT, SOUND, Git, PreCommit, read_yaml, seed, setup

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOK, FMT = read_yaml(MANIFEST.read_text("utf-8"))


@pytest.fixture
def hooked(shop: Path, home: tuple[Path, str], commit: Any) -> Path:
    """The project with defects, with the hook as the README sets it up."""
    return seed(shop, {".pre-commit-config.yaml": setup(home)}, commit)


def test_the_manifest_is_one(pre_commit: PreCommit) -> None:
    ran = pre_commit(ROOT, "validate-manifest", str(MANIFEST))
    assert (ran.returncode, ran.stdout) == (0, "")


def test_defects_are_told_and_stop_the_commit(pre_commit: PreCommit, hooked: Path) -> None:
    ran = pre_commit(hooked, "run", "--all-files")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "exit code: 1" in ran.stdout
    assert "error[unknown-persona]" in ran.stdout
    assert "journeys/pay on line.journey.yaml:2:10" in ran.stdout


def test_a_sound_project_passes(pre_commit: PreCommit, hooked: Path, commit: Any) -> None:
    seed(hooked, SOUND, commit)
    ran = pre_commit(hooked, "run", "--all-files")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Passed" in ran.stdout


def test_options_of_the_user_count(pre_commit: PreCommit, hooked: Path, commit: Any) -> None:
    lax = {"cjm.yaml": "extends: minimal\nrules: {stage-without-emotion: warning, unknown-persona: warning}\n"}
    seed(hooked, lax, commit)
    assert "args: [--strict]" in (hooked / ".pre-commit-config.yaml").read_text("utf-8")
    assert pre_commit(hooked, "run", "--all-files").returncode == 1
    config = (hooked / ".pre-commit-config.yaml").read_text("utf-8").replace("--strict", "--max-warnings=9")
    seed(hooked, {".pre-commit-config.yaml": config}, commit)
    ran = pre_commit(hooked, "run", "--all-files")
    assert ran.returncode == 0, ran.stdout


def test_a_change_of_one_file_is_checked_against_all_others(
    pre_commit: PreCommit, hooked: Path, commit: Any, git: Git
) -> None:
    seed(hooked, SOUND, commit)
    (hooked / "personas" / "shopper.persona.yaml").write_text("id: buyer\nname: Buyer\n", "utf-8")
    git(hooked, "add", "--all")
    ran = pre_commit(hooked, "run")
    assert ran.returncode == 1, ran.stdout
    assert "journeys/pay on line.journey.yaml" in ran.stdout


def test_a_commit_of_other_files_is_let_through(pre_commit: PreCommit, hooked: Path, git: Git) -> None:
    (hooked / "notes.yaml").write_text("a: 1\n", "utf-8")
    git(hooked, "add", "--all")
    ran = pre_commit(hooked, "run")
    assert (ran.returncode, "Skipped" in ran.stdout) == (0, True)


@pytest.mark.parametrize("name", [*(f"a{suffix}" for suffix in SUFFIXES), *sorted(SETTINGS_FILES), DEFAULT_FILE])
@pytest.mark.parametrize("folder", ["", "shop/maps/"])
def test_every_file_that_the_tool_knows_starts_the_hook(folder: str, name: str) -> None:
    assert re.search(HOOK["files"], folder + name)


def test_the_hook_that_formats_writes_files_and_stops_the_commit(
    pre_commit: PreCommit, hooked: Path, commit: Any
) -> None:
    config = (hooked / ".pre-commit-config.yaml").read_text("utf-8")
    untidy = {
        ".pre-commit-config.yaml": config.replace("cjm-validate", "cjm-fmt").replace("--strict", "--quiet"),
        "journeys/a b.journey.yaml": "stages:\n- name: A\ntitle:   B  # c\n",
    }
    seed(hooked, untidy, commit)
    ran = pre_commit(hooked, "run", "cjm-fmt", "--all-files")
    assert ran.returncode == 1, ran.stdout
    assert "files were modified by this hook" in ran.stdout
    text = (hooked / "journeys" / "a b.journey.yaml").read_text("utf-8")
    assert text == "title: B  # c\nstages:\n  - name: A\n"
    assert pre_commit(hooked, "run", "cjm-fmt", "--all-files").returncode == 0


@pytest.mark.parametrize("name", [*(f"a{suffix}" for suffix in SUFFIXES), "cjm.yaml"])
def test_every_file_that_is_formatted_starts_its_hook(name: str) -> None:
    assert re.search(FMT["files"], f"shop/{name}")
    assert not re.search(FMT["files"], f"shop/{name}.md")


@pytest.mark.parametrize("name", ["notes.yaml", "my-cjm.yaml", "a.journey.yaml.orig", "journey.yaml", "cjm.yaml/a.md"])
def test_no_other_file_starts_the_hook(name: str) -> None:
    assert not re.search(HOOK["files"], name)
