"""A team meets cjm: three journeys with defects, a hook that stops them, mending, a baseline, a change, a pull request."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cjm_cli.baseline import DEFAULT_FILE

from .conftest import Git, PreCommit, seed, setup
from .github import Runner

EXPECT = re.compile(r"# expect: ([a-z, -]+)$", re.MULTILINE)

SEEDED = {
    "cjm.yaml": """\
channels: [{id: web, name: Web shop}]
touchpoints: [{id: checkout, name: Checkout, channel: web}]
""",
    "personas/rina.persona.yaml": "name: Rina\nneeds: A pair that fits\ndata: {type: interview, title: Interviews}\n",
    "journeys/buying.journey.yaml": """\
title: Buying shoes # expect: unlabelled-hypothesis
persona: rinna # expect: unknown-persona
state: current
goal: Run again within a week
trigger: Her knee aches
outcome: She runs in new shoes
owner: Web team
stages:
  - {name: Awareness, goal: See what there is, touchpoints: checkout, emotion: curious}
  - name: Choice # expect: stage-without-emotion
    goal: Find her size
    touchpoints: checkout
  - name: Payment
    goal: Pay the price she saw
    touchpoints: chekout # expect: unknown-touchpoint
    emotion: {score: -2, feeling: angry, reason: Fees appear at the end}
    pain_points: {text: Hidden fees at checkout, severity: 5} # expect: pain-point-without-opportunity
""",
    "journeys/returning.journey.yaml": """\
title: Returning shoes
persona: rina
state: current
basis: hypothesis
goal: Have the money back
trigger: They pinch
outcome: The money is there
owner: Web team
stages:
  - {name: Label, goal: Print it, touchpoints: checkout, emotoin: calm} # expect: unknown-field
  - {name: Parcel, goal: Hand it in, touchpoints: checkout, emotion: calm}
  - {name: Refund, goal: See the money, touchpoints: checkout, emotion: relieved}
""",
    "journeys/asking.journey.yaml": """\
title: Asking for help # expect: journey-without-goal
persona: rina
state: current
basis: hypothesis
trigger: The parcel does not come
outcome: She knows when it will
owner: Web team
stages:
  - {name: Looking, goal: Find a number, touchpoints: checkout, emotion: calm}
  - name: Calling
    goal: Reach somebody
    touchpoints: checkout
    thoughts: Write to jane.doe@shoeshop.com again? # expect: personal-data
    emotion: worried
    pain_points: {id: waiting, text: Twelve minutes of music, severity: 2}
  - {name: Answer, goal: Know the day, touchpoints: checkout, emotion: relieved}
""",
}
"""A team's project as it is on the day that they meet the tool; what it should hear stands at the lines."""


@pytest.fixture
def team(tmp_path: Path, home: tuple[Path, str], commit: Any) -> Path:
    """Their repository, with the hook as the README sets it up."""
    files = {name: EXPECT.sub("", text).replace(" \n", "\n") for name, text in SEEDED.items()}
    config = setup(home).replace("[--strict]", "[--fail-on, warning]")
    return seed(tmp_path / "team", {**files, ".pre-commit-config.yaml": config}, commit)


def marked() -> Counter[tuple[str, int, str]]:
    lines = ((name, number, line) for name, text in SEEDED.items() for number, line in enumerate(text.split("\n"), 1))
    found = ((name, number, EXPECT.search(line)) for name, number, line in lines)
    return Counter((name, number, rule) for name, number, at in found if at for rule in at[1].split(", "))


def told(cjm: Any, team: Path, *arguments: str) -> list[Mapping[str, Any]]:
    """The findings of a run."""
    ran = cjm("validate", "-f", "json", *arguments, cwd=team)
    assert ran.returncode in (0, 1), ran.stderr
    return list(json.loads(ran.stdout)["findings"])


def rules(findings: list[Mapping[str, Any]]) -> set[str]:
    return {finding["rule"] for finding in findings}


def test_every_seeded_defect_is_told_at_its_line_and_nothing_else(team: Path, cjm: Any) -> None:
    found = Counter((finding["path"], finding["line"], finding["rule"]) for finding in told(cjm, team))
    lint_waits_for_sound_files = {rule for name, _, rule in found if name == "journeys/returning.journey.yaml"}
    assert lint_waits_for_sound_files == {"unknown-field"}
    assert found == marked()


def test_a_team_meets_the_tool(
    team: Path, pre_commit: PreCommit, cjm: Any, git: Git, commit: Any, action: Runner
) -> None:
    # The hook stops what they have.
    ran = pre_commit(team, "run", "--all-files")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert set(re.findall(r"^(?:error|warning)\[([a-z-]+)\]", ran.stdout, re.MULTILINE)) == {r for *_, r in marked()}

    # Slips of the hand are mended; what somebody has to think about is left.
    assert "Mended 4 findings in 2 files." in cjm("validate", "--fix", cwd=team).stderr
    changed = git(team, "diff", "--unified=0")
    assert [line for line in re.findall(r"^[-+](?![-+]).*", changed, re.MULTILINE) if line.startswith("+")] == [
        "+persona: rina",
        "+basis: hypothesis",
        "+    touchpoints: checkout",
        "+  - {name: Label, goal: Print it, touchpoints: checkout, emotion: calm}",
    ]
    left = told(cjm, team)
    assert rules(left) == {
        "stage-without-emotion", "pain-point-without-opportunity", "journey-without-goal", "personal-data",
    }  # fmt: skip

    # What was added finds its place.
    assert cjm("fmt", cwd=team).stderr == "1 file reformatted, 4 files left unchanged.\n"

    # The rest they live with for now, wherever it stands in the file.
    cjm("baseline", "write", cwd=team)
    journey = team / "journeys" / "asking.journey.yaml"
    journey.write_text("# Moved down.\n\n" + journey.read_text("utf-8"), "utf-8")
    start = commit(team)
    ran = pre_commit(team, "run", "--all-files")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    moved = told(cjm, team, "--no-baseline")
    assert {finding["fingerprint"] for finding in moved} == {finding["fingerprint"] for finding in left}
    assert [finding["line"] for finding in moved] != [finding["line"] for finding in left]

    # Who deletes a persona hears of the journeys that it breaks, and of nothing older.
    git(team, "rm", "--quiet", "personas/rina.persona.yaml")
    (team / DEFAULT_FILE).unlink()
    commit(team)
    new = told(cjm, team, "--new-since", start)
    assert rules(new) == {"unknown-persona"}
    assert len({finding["path"] for finding in new}) == 3

    # The pull request says so: at the lines, in code scanning, on the page of the run, and in one comment.
    action.workspace = team
    job = action.run({"new-since": start, "comment": True})
    assert job.exit_code == 1
    assert len(job.annotations) == 3
    results = json.loads((team / "cjm.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert {result["ruleId"] for result in results} == {"unknown-persona"}
    assert "unknown-persona" in job.summary
