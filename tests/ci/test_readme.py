"""What the README says to copy is YAML, names things that are there, and does what it says."""

import re
from typing import Any

import pytest

from cjm_cli import __version__

from .conftest import ROOT, read_yaml
from .github import Api, Runner

SECTION = (ROOT / "README.md").read_text("utf-8").partition("\n## In CI\n")[2].partition("\n## ")[0]
SNIPPETS = [read_yaml(text) for text in re.findall(r"^```yaml\n(.*?)^```", SECTION, re.DOTALL | re.MULTILINE)]
GITHUB, GITLAB, PRE_COMMIT = SNIPPETS
HOME = "YOUR-ORG/cjm"


@pytest.fixture(scope="module")
def step() -> dict[str, Any]:
    (found,) = (step for step in GITHUB["jobs"]["validate"]["steps"] if step["uses"].startswith(HOME))
    return dict(found)


def test_the_inputs_of_the_github_snippet_do_what_it_says(action: Runner, api: Api, step: dict[str, Any]) -> None:
    job = action.run(step["with"])
    assert (job.exit_code, len(job.annotations), len(api.comments)) == (1, 2, 1)
    assert job.summary


def test_the_github_snippet_asks_for_no_more_permissions_than_it_needs() -> None:
    assert GITHUB["permissions"] == {"contents": "read", "pull-requests": "write"}


def test_the_gitlab_snippet_includes_a_file_that_is_there_and_sets_variables_of_it() -> None:
    (included,) = GITLAB["include"]
    template = read_yaml((ROOT / included["file"].lstrip("/")).read_text("utf-8"))
    assert included["project"] == HOME
    assert GITLAB["variables"].keys() <= template["variables"].keys()


def test_the_options_of_the_gitlab_snippet_are_options(cjm: Any) -> None:
    for option in GITLAB["variables"]["CJM_ARGS"].splitlines():
        assert cjm("validate", option, "--help").returncode == 0
        assert "no journeys found" in cjm("validate", option).stderr


def test_the_pre_commit_snippet_names_a_hook_that_is_there() -> None:
    hooks = read_yaml((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository,) = PRE_COMMIT["repos"]
    assert repository["repo"].endswith(HOME)
    assert {hook["id"] for hook in repository["hooks"]} <= {hook["id"] for hook in hooks}


def test_the_snippets_name_the_version_that_this_is(step: dict[str, Any]) -> None:
    versions = {step["uses"].partition("@")[2], GITLAB["include"][0]["ref"], PRE_COMMIT["repos"][0]["rev"]}
    assert versions == {f"v{__version__}"}


def test_every_file_that_the_section_points_to_is_there() -> None:
    paths = re.findall(r"\]\(([^)#:]+)\)", SECTION)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
