"""The comment of the action: one for a pull request, brought up to date; a server in the test keeps it."""

from pathlib import Path
from typing import Any

import pytest

from .conftest import SOUND, seed
from .github import TOKEN, Api, Runner

MARKER = "<!-- cjm-validate: journeys -->"
COMMENT = {"comment": True}


def test_the_comment_is_the_report_behind_a_marker(action: Runner, api: Api) -> None:
    job = action.run(COMMENT)
    assert job.exit_code == 1
    assert [comment["body"] for comment in api.comments] == [f"{MARKER}\n{job.summary}"]


def test_a_second_run_brings_the_comment_up_to_date(action: Runner, api: Api, shop: Path, commit: Any) -> None:
    action.run(COMMENT)
    seed(shop, SOUND, commit)
    job = action.run(COMMENT)
    assert job.exit_code == 0
    assert api.methods == ["GET", "POST", "GET", "PATCH"]
    (comment,) = api.comments
    assert "All good" in comment["body"]


def test_a_check_that_could_not_be_done_is_told_in_the_comment(action: Runner, api: Api) -> None:
    action.run(COMMENT)
    assert action.run({**COMMENT, "paths": "nowhere"}).exit_code == 2
    (comment,) = api.comments
    assert "could not be done" in comment["body"]


def test_nothing_is_asked_of_the_api_unless_a_comment_is_wanted(action: Runner, api: Api) -> None:
    assert action.run({}).exit_code == 1
    assert api.asked == []


def test_two_uses_have_a_comment_each(action: Runner, api: Api) -> None:
    for name in ("shop", "shop.eu", "shop", "shop.eu"):
        action.run({**COMMENT, "id": name})
    heads = [comment["body"].splitlines()[0] for comment in api.comments]
    assert heads == ["<!-- cjm-validate: shop -->", "<!-- cjm-validate: shop.eu -->"]


@pytest.mark.parametrize("name", ["", "a b", "a-->b", "a\nb"])
def test_an_id_that_would_break_the_marker_is_refused(action: Runner, api: Api, name: str) -> None:
    job = action.run({**COMMENT, "fail-on": "never", "id": name})
    assert job.exit_code == 2
    assert "::error title=cjm::the input id may hold" in job.stdout
    assert api.asked == []


def test_the_comment_is_found_beyond_the_first_hundred(action: Runner, api: Api) -> None:
    for number in range(230):
        api.add(f"remark {number}", "reader")
    ours = api.add(f"{MARKER}\nold")
    action.run(COMMENT)
    assert api.methods == ["GET", "GET", "GET", "PATCH"]
    assert ours["body"].startswith(f"{MARKER}\n## Customer journeys")
    assert len(api.comments) == 231


@pytest.mark.parametrize(
    ("body", "login"),
    [
        (f"{MARKER}\nmine now", "somebody"),
        (f"see: {MARKER}", "github-actions[bot]"),
        (f"\n{MARKER}", "github-actions[bot]"),
        ("<!-- cjm-validate: journeys-of-others -->", "github-actions[bot]"),
        (None, "github-actions[bot]"),
    ],
)
def test_a_comment_that_is_not_ours_is_left_alone(action: Runner, api: Api, body: str | None, login: str) -> None:
    api.add(body, login)
    action.run(COMMENT)
    assert [comment["body"] for comment in api.comments][:1] == [body]
    assert len(api.comments) == 2


def test_a_comment_of_a_deleted_account_is_no_obstacle(action: Runner, api: Api) -> None:
    api.add("old")["user"] = None
    action.run(COMMENT)
    assert api.methods == ["GET", "POST"]


def test_with_the_token_of_a_person_the_comment_of_that_person_is_ours(action: Runner, api: Api) -> None:
    api.login = "maintainer"
    api.add(f"{MARKER}\nmine now", "somebody")
    for _ in range(2):
        action.run(COMMENT)
    assert [comment["user"]["login"] for comment in api.comments] == ["somebody", "maintainer"]
    assert api.comments[0]["body"] == f"{MARKER}\nmine now"


def test_the_text_of_a_finding_cannot_forge_a_marker(action: Runner, api: Api, shop: Path, commit: Any) -> None:
    forged = "<!-- cjm-validate: other -->"
    seed(shop, {"journeys/pay on line.journey.yaml": f'title: A\npersona: "{forged}"\nstages: [{{name: B}}]\n'}, commit)
    action.run(COMMENT)
    (comment,) = api.comments
    assert "cjm-validate: other" in comment["body"]
    assert forged not in comment["body"]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("code", [401, 403, 404])
def test_without_permission_a_notice_says_so_and_the_findings_decide(
    action: Runner, api: Api, method: str, code: int
) -> None:
    api.refuse = {method: code}
    job = action.run({**COMMENT, "fail-on": "never"})
    assert job.exit_code == 0
    assert f"::notice title=cjm::no comment: GitHub does not allow it ({code};" in job.stdout
    assert "Found 1 error" in job.summary
    assert api.comments == []


@pytest.mark.parametrize(("method", "code"), [("GET", 500), ("POST", 422), ("GET", 301), ("POST", 307)])
def test_a_failure_of_the_api_is_a_warning(action: Runner, api: Api, method: str, code: int) -> None:
    api.refuse = {method: code}
    job = action.run({**COMMENT, "fail-on": "never"})
    assert job.exit_code == 0
    assert f"::warning title=cjm::no comment: GitHub answers {code}" in job.stdout
    assert "Traceback" not in job.stderr


def test_an_api_that_is_not_there_is_a_warning(action: Runner) -> None:
    action.environment["GITHUB_API_URL"] = "http://127.0.0.1:9"
    job = action.run(COMMENT)
    assert job.exit_code == 1
    assert "::warning title=cjm::no comment: GitHub cannot be reached or understood" in job.stdout


@pytest.mark.parametrize("token", ["", f"{TOKEN}\n", f"{TOKEN}\r\nX-More: 1", "tökén…"])
def test_a_token_that_is_none_is_not_told(action: Runner, api: Api, token: str) -> None:
    api.refuse = {"GET": 401}
    job = action.run({**COMMENT, "fail-on": "never", "token": token})
    assert job.exit_code == 0
    assert "no comment" in job.stdout
    assert not token or token.strip() not in job.log
    assert TOKEN not in job.log


def test_where_there_is_no_pull_request_there_is_no_comment(action: Runner, api: Api) -> None:
    action.event = {"ref": "refs/heads/main"}
    job = action.run(COMMENT)
    assert job.exit_code == 1
    assert "::notice title=cjm::no comment: this run is for no pull request" in job.stdout
    assert api.asked == []


def test_a_long_report_is_cut_to_what_a_comment_may_hold(action: Runner, api: Api, tmp_path: Path) -> None:
    report = tmp_path / "long.md"
    report.write_text("| é | 1:1 |\n" * 10_000, "utf-8")
    action.done["check"] = {"markdown": str(report)}
    action.run(COMMENT)
    (comment,) = api.comments
    assert 65_000 < len(comment["body"]) <= 65_536
    assert comment["body"].endswith("| é | 1:1 |\n\nThe rest would not fit here.\n")
