"""The Dockerfile, as far as it can be tried without an engine: its first stage is run here, with folders of the test."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm_cli import __version__

from .conftest import MADE_BY_USE, ROOT


class Instruction(NamedTuple):
    """A line of a Dockerfile, joined with those it goes on in."""

    word: str
    rest: str


def stages() -> list[list[Instruction]]:
    """The instructions of each stage; what stands before the first is left out."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    lines = filter(None, re.sub(r"\\\n\s*", "", text).splitlines())
    found: list[list[Instruction]] = []
    for instruction in (Instruction(*line.split(" ", 1)) for line in lines):
        if instruction.word == "FROM":
            found.append([])
        if found:
            found[-1].append(instruction)
    return found


BUILD, FINAL = stages()


def told(stage: list[Instruction], word: str) -> list[str]:
    return [instruction.rest for instruction in stage if instruction.word == word]


def copied() -> list[tuple[list[str], str]]:
    """What is copied out of the checkout, and whereto."""
    return [(sources, target) for *sources, target in map(shlex.split, told(BUILD, "COPY"))]


@pytest.fixture
def image(tmp_path: Path, offline: Mapping[str, str]) -> Path:
    """The folder that the first stage leaves to the second, made by its own commands."""
    source = tmp_path / "src"
    source.mkdir()
    for sources, target in copied():
        for name in sources:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, source / target, ignore=MADE_BY_USE)
            else:
                shutil.copy(ROOT / name, source / target)
    (tmp_path / "bin").mkdir()
    for name, module in {"python": "", "pip": " -m pip"}.items():
        program = tmp_path / "bin" / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{module} "$@"\n', "utf-8")
        program.chmod(0o755)
    environment = {**offline, "PATH": f"{tmp_path / 'bin'}:{offline['PATH']}"}
    for line in told(BUILD, "RUN"):
        here = line.replace("/wheels", str(tmp_path / "wheels")).replace("/opt/cjm", str(tmp_path / "opt"))
        ran = subprocess.run(["sh", "-c", here], cwd=source, env=environment, capture_output=True, check=False)
        assert ran.returncode == 0, f"{here}\n{ran.stderr.decode()}"
    return tmp_path / "opt"


def test_what_is_copied_is_enough_to_build_and_run(image: Path, tmp_path: Path, offline: Mapping[str, str]) -> None:
    (entry,) = told(FINAL, "ENTRYPOINT")
    (program,) = json.loads(entry)
    project = Path(shutil.copytree(ROOT / "examples" / "clinic", tmp_path / "project"))

    def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [image / "bin" / program, *arguments]
        return subprocess.run(command, cwd=project, env=offline, capture_output=True, check=False)

    assert run("--version").stdout.decode() == f"cjm {__version__}\n"
    assert run(*json.loads(told(FINAL, "CMD")[0])).returncode == 0
    assert run("validate").returncode == 0


def test_the_first_stage_leaves_what_the_second_takes() -> None:
    assert told(FINAL, "COPY") == ["--from=build /opt/cjm /opt/cjm"]
    assert told(BUILD, "FROM") == ["python:${PYTHON}-slim AS build"]
    assert told(FINAL, "ENV") == ["PATH=/opt/cjm/bin:$PATH"]


def test_both_stages_have_the_same_python() -> None:
    assert {rest.split()[0] for stage in (BUILD, FINAL) for rest in told(stage, "FROM")} == {"python:${PYTHON}-slim"}


def test_the_program_does_not_run_as_root() -> None:
    words = [instruction.word for instruction in FINAL]
    assert told(FINAL, "USER") == ["cjm"]
    assert "RUN" not in words[words.index("USER") :]
    assert told(FINAL, "WORKDIR") == ["/project"]


def test_git_is_there_for_new_since() -> None:
    (line,) = told(FINAL, "RUN")
    assert re.search(r"apt-get install .* git ", line)
    assert "safe.directory" in line


def test_docker_sees_what_is_copied_and_nothing_else() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == {name for names, _ in copied() for name in names}
