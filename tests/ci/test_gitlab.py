"""The template for GitLab: the lines of its job, run by a shell in a project with defects."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from .conftest import OWNED, ROOT, SOUND, read_yaml, seed

TEMPLATE = read_yaml((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))
JOB = TEMPLATE["cjm-validate"]
REPORTS = JOB["artifacts"]["reports"]
SHELLS = ("bash", "sh")
"""What a runner has: bash if the image holds one, else sh."""


class Pipeline:
    """Runs the lines of the job the way a runner does: one shell, which ends at the first that fails."""

    def __init__(self, project: Path, environment: Mapping[str, str]) -> None:
        self.project, self.environment = project, environment

    def __call__(
        self, shell: str = "bash", part: str = "script", **variables: str
    ) -> subprocess.CompletedProcess[bytes]:
        environment = {**self.environment, **TEMPLATE["variables"], **variables}
        command = [shell, "-e", "-c", "\n".join(JOB[part])]
        return subprocess.run(command, cwd=self.project, env=environment, capture_output=True, timeout=120, check=False)


@pytest.fixture
def pipeline(shop: Path, offline: Mapping[str, str], installed: Path) -> Pipeline:
    return Pipeline(shop, {**offline, "PATH": f"{installed.parent}:{offline['PATH']}"})


def code_quality(project: Path) -> list[tuple[str, str]]:
    findings = json.loads((project / REPORTS["codequality"]).read_text("utf-8"))
    return [(finding["check_name"], finding["location"]["path"]) for finding in findings]


@pytest.mark.parametrize("shell", SHELLS)
def test_findings_fail_the_job_and_stand_in_both_reports(pipeline: Pipeline, shop: Path, shell: str) -> None:
    ran = pipeline(shell)
    assert ran.returncode == 1, ran.stderr.decode()
    path = "journeys/pay on line.journey.yaml"
    assert code_quality(shop) == [("unknown-persona", path), ("stage-without-emotion", path)]
    assert len(ElementTree.parse(shop / REPORTS["junit"]).findall(".//failure")) == 2
    assert b"error[unknown-persona]" in ran.stdout


def test_a_sound_project_passes(pipeline: Pipeline, shop: Path, commit: Any) -> None:
    seed(shop, SOUND, commit)
    ran = pipeline()
    assert ran.returncode == 0, ran.stdout.decode()
    assert code_quality(shop) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_paths_and_options_stand_one_a_line_and_may_hold_spaces(pipeline: Pipeline, shop: Path, shell: str) -> None:
    args = "--severity=unknown-persona=warning\n--max-warnings=2\n--report=markdown=my report.md"
    ran = pipeline(shell, CJM_PATHS="journeys/pay on line.journey.yaml\npersonas", CJM_ARGS=args)
    assert ran.returncode == 0, ran.stderr.decode()
    assert (shop / "my report.md").exists()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("name", ["CJM_PATHS", "CJM_ARGS"])
@pytest.mark.parametrize("text", [OWNED, "*"])
def test_no_variable_is_read_as_shell(pipeline: Pipeline, shop: Path, shell: str, name: str, text: str) -> None:
    ran = pipeline(shell, **{name: text})
    assert ran.returncode == 2
    assert text in ran.stderr.decode()
    assert not (shop / "owned").exists()


def test_a_check_that_cannot_be_done_is_exit_2(pipeline: Pipeline) -> None:
    assert pipeline(CJM_PATHS="nowhere").returncode == 2


def test_what_the_job_installs_is_what_it_runs(shop: Path, tmp_path: Path, offline: Mapping[str, str]) -> None:
    home = tmp_path / "image"
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    pipeline = Pipeline(shop, {**offline, "PATH": f"{home / 'bin'}:{offline['PATH']}"})
    ran = pipeline(part="before_script", CJM_PACKAGE=str(ROOT))
    assert ran.returncode == 0, ran.stderr.decode()
    assert (home / "bin" / "cjm").exists()
    assert pipeline().returncode == 1


def test_the_reports_that_are_kept_are_those_that_are_made_whatever_the_job_ends_with() -> None:
    script = "\n".join(JOB["script"])
    assert JOB["artifacts"]["when"] == "always"
    assert f"--report=gitlab={REPORTS['codequality']}" in script
    assert f"--report=junit={REPORTS['junit']}" in script


def test_the_job_runs_for_merge_requests_and_the_default_branch() -> None:
    assert [rule["if"] for rule in JOB["rules"]] == [
        '$CI_PIPELINE_SOURCE == "merge_request_event"',
        "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH",
    ]


def test_every_variable_is_used_and_every_one_that_is_used_is_there() -> None:
    job = str(JOB)
    assert [name for name in TEMPLATE["variables"] if f"${name}" not in job] == []
    assert job.count("$CJM_") == len(TEMPLATE["variables"])
