"""The GitHub Action: its own steps, run by bash in a repository with defects."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from .conftest import OWNED, ROOT, SOUND, read_yaml, seed
from .github import TOKEN, Runner

ACTION = read_yaml((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
MEBIBYTE = 1024 * 1024


def scripts() -> Iterator[Mapping[str, Any]]:
    return (step for step in STEPS if "run" in step)


def test_nothing_reaches_a_script_but_through_its_environment() -> None:
    assert [step["name"] for step in scripts() if "${{" in step["run"]] == []
    passed = {value for step in scripts() for value in step["env"].values()}
    read_by_steps = " ".join([*passed, *(str(step.get("with", "")) + step.get("if", "") for step in STEPS)])
    assert [name for name in ACTION["inputs"] if f"inputs.{name}" not in read_by_steps] == []


def test_the_token_reaches_nothing_but_the_comment() -> None:
    assert [step["name"] for step in STEPS if "token" in str(step)] == ["Comment on the pull request"]


def test_every_script_says_its_shell_and_is_there() -> None:
    assert {step["shell"] for step in scripts()} == {"bash"}
    paths = [step["run"].rpartition("$GITHUB_ACTION_PATH/")[2].rstrip('"') for step in scripts()]
    assert [path for path in paths if not (ROOT / path).is_file()] == []


def test_every_input_and_every_output_is_described_and_every_input_has_a_default() -> None:
    assert [name for name, about in ACTION["inputs"].items() if not {"description", "default"} <= {*about}] == []
    assert [name for name, about in ACTION["outputs"].items() if not about["description"]] == []


def test_the_default_installs_what_comes_with_the_action(installed: Path) -> None:
    code = "import cjm_cli; print(cjm_cli.__file__)"
    where = subprocess.run([installed, "-P", "-c", code], capture_output=True, check=True, cwd=ROOT).stdout.decode()
    assert Path(where).is_relative_to(installed.parents[1])


def test_a_version_that_cannot_be_had_ends_the_job(tmp_path: Path, offline: Mapping[str, str]) -> None:
    runner = Runner(ROOT / "action.yml", tmp_path, tmp_path, offline)
    job = runner.run({"version": "0.0.0", "comment": True, "upload-sarif": True})
    assert job.exit_code == 1
    assert "::error title=cjm::cannot install cjm-cli==0.0.0" in job.stdout
    assert [used for used, _ in job.used] == ["actions/setup-python@v6"]


def test_findings_are_told_everywhere_in_one_run(action: Runner, shop: Path) -> None:
    job = action.run({})
    assert job.exit_code == 1
    assert [line.partition(",")[0] for line in job.annotations] == [
        "::error file=journeys/pay on line.journey.yaml",
        "::warning file=journeys/pay on line.journey.yaml",
    ]
    results = json.loads((shop / "cjm.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["unknown-persona", "stage-without-emotion"]
    assert job.summary.startswith("## Customer journeys\n\nFound 1 error and 1 warning in 1 of 3 files.")
    assert job.summary == Path(job.outputs.pop("markdown")).read_text("utf-8")
    assert job.outputs == {"exit-code": "1", "errors": "1", "warnings": "1", "sarif": "cjm.sarif"}
    assert job.stderr.startswith("Found 1 error and 1 warning in 1 of 3 files.\n")


def test_a_sound_project_passes(action: Runner, shop: Path, commit: Any) -> None:
    seed(shop, SOUND, commit)
    job = action.run({"comment": True})
    assert (job.exit_code, job.annotations, job.outputs["errors"]) == (0, [], "0")
    assert "All good" in job.summary


@pytest.mark.parametrize(("level", "code"), [("never", 0), ("error", 1), ("warning", 1), ("", 1)])
def test_the_level_decides(action: Runner, level: str, code: int) -> None:
    assert action.run({"fail-on": level}).exit_code == code


def test_a_mistake_in_an_input_is_exit_2_and_says_so_on_the_page(action: Runner, shop: Path) -> None:
    (shop / "cjm.sarif").write_text("of yesterday", "utf-8")
    job = action.run({"paths": "nowhere", "upload-sarif": True})
    assert job.exit_code == 2
    assert "nowhere: there is no such file or folder" in job.stderr
    assert "The check could not be done (exit code 2)." in job.summary
    assert (job.outputs["exit-code"], job.outputs["errors"], job.outputs["sarif"]) == ("2", "", "")
    assert job.used == []


def test_a_mistake_in_the_settings_is_exit_2_and_a_finding(action: Runner, shop: Path, commit: Any) -> None:
    seed(shop, {"cjm.yaml": "rules: {no-such-rule: error}\n"}, commit)
    job = action.run({})
    assert (job.exit_code, job.outputs["exit-code"]) == (2, "2")
    assert "no-such-rule" in job.summary
    assert any("file=cjm.yaml" in line for line in job.annotations)


def test_paths_and_options_stand_one_a_line_and_may_hold_spaces(action: Runner) -> None:
    paths = "\n  journeys/pay on line.journey.yaml\n\n  personas\n"
    job = action.run({"paths": paths, "args": "--severity=unknown-persona=warning\n--max-warnings=2\n"})
    assert (job.exit_code, job.outputs["errors"], job.outputs["warnings"]) == (0, "0", "2")


@pytest.mark.parametrize("name", ["paths", "args", "fail-on", "new-since", "sarif"])
def test_no_input_is_read_as_shell(action: Runner, shop: Path, name: str) -> None:
    action.run({name: OWNED})
    assert not (shop / "owned").exists()


def test_a_path_that_looks_like_an_option_is_a_path(action: Runner) -> None:
    job = action.run({"paths": "--help"})
    assert job.exit_code == 2
    assert "--help: there is no such file or folder" in job.stderr


def test_what_lies_in_the_repository_is_not_imported(action: Runner, shop: Path, commit: Any) -> None:
    trap = "raise SystemExit('owned')\n"
    seed(shop, {"cjm_cli/__init__.py": trap, "json.py": trap, "runner.py": trap, "typer.py": trap}, commit)
    job = action.run({"comment": True})
    assert "owned" not in job.log
    assert len(job.annotations) == 2


def test_only_what_is_new_is_told(action: Runner, shop: Path, commit: Any) -> None:
    seed(shop, {"journeys/wear.journey.yaml": "title: Wearing\npersona: wearer\nstages: [{name: Run}]\n"}, commit)
    job = action.run({"new-since": "HEAD~1"})
    assert job.exit_code == 1
    assert {line.partition("file=")[2].partition(",")[0] for line in job.annotations} == {"journeys/wear.journey.yaml"}


def test_without_a_name_there_is_no_sarif(action: Runner, shop: Path) -> None:
    job = action.run({"sarif": "", "upload-sarif": True})
    assert (job.exit_code, job.outputs["sarif"], job.used) == (1, "", [])
    assert {path.name for path in shop.iterdir()} == {".git", "cjm.yaml", "journeys", "personas"}


def test_code_scanning_gets_the_findings_of_a_job_that_fails(action: Runner) -> None:
    job = action.run({"sarif": "out/my findings.sarif", "upload-sarif": True, "id": "shop"})
    (used,) = job.used[-1:]
    assert used == (
        "github/codeql-action/upload-sarif@v4",
        {"sarif_file": "out/my findings.sarif", "category": "cjm-shop"},
    )


def test_a_page_that_would_grow_too_long_is_cut_at_a_line_and_says_so(action: Runner) -> None:
    whole = action.run({}).summary
    action.summary = "x" * (MEBIBYTE - 300)
    cut = action.run({}).summary.removeprefix(action.summary)
    kept, said, nothing = cut.partition("\nThe rest would not fit here.\n")
    assert (bool(said), nothing) == (True, "")
    assert whole.startswith(kept)
    assert 100 < len(cut.encode()) <= 300
    assert kept.endswith("\n")


def test_the_token_is_never_told(action: Runner, api: Any) -> None:
    api.refuse = {"POST": 403}
    job = action.run({"comment": True})
    assert TOKEN not in job.log + job.summary + str(job.steps)
    assert [asked.authorization for asked in api.asked] == [f"Bearer {TOKEN}"] * 2
