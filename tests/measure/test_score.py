"""`cjm score`: what maps are worth, and that they can only get better."""

import json
import re
from pathlib import Path

import pytest

from cjm_cli.measure.score import PARTS

from .conftest import BUYING, WEAK


def scores(cjm, *arguments) -> dict[str, float]:
    ran = cjm("score", "-f", "json", *arguments)
    (project,) = json.loads(ran.stdout)["projects"]
    return {"": project["score"]} | {journey["id"]: journey["score"] for journey in project["journeys"]}


@pytest.fixture
def past(shop, git) -> None:
    """The project as it is, committed."""
    git("init")
    git("add", ".")
    git("commit", "-m", "one")


def changed(shop: Path, name: str, old: str, new: str) -> None:
    path = shop / "journeys" / f"{name}.journey.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("format_", ["text", "json", "markdown"])
def test_the_scores_read_as_agreed(cjm, shop, golden, format_) -> None:
    ran = cjm("score", "-f", format_)
    assert (ran.returncode, ran.stderr) == (0, "")
    golden(f"score-{format_}.txt", ran.stdout)


def test_the_parts_are_told(cjm, golden) -> None:
    ran = cjm("score", "--explain")
    assert (ran.returncode, ran.stderr) == (0, "")
    golden("explain.txt", ran.stdout)
    assert sum(part.weight for part in PARTS) == 100


def test_a_journey_is_the_weighted_mean_of_its_parts_and_the_project_that_of_its_journeys(cjm, shop) -> None:
    (project,) = json.loads(cjm("score", "-f", "json").stdout)["projects"]
    for journey in project["journeys"]:
        counted = {name: share for name, share in journey["parts"].items() if share is not None}
        weighed = sum(project["weights"][name] * share for name, share in counted.items())
        assert journey["score"] == pytest.approx(weighed / sum(project["weights"][name] for name in counted), abs=0.1)
    mean = sum(journey["score"] for journey in project["journeys"]) / len(project["journeys"])
    assert project["score"] == pytest.approx(mean, abs=0.051)


def test_freshness_counts_only_when_somebody_says_what_day_it_is(cjm, shop) -> None:
    without = scores(cjm)["buying"]
    fresh, stale = (scores(cjm, "--today", day)["buying"] for day in ("2026-06-01", "2027-06-01"))
    assert stale < without < fresh


def test_an_archived_journey_is_not_rated(cjm, shop) -> None:
    changed(shop, "buying", "status: published", "status: archived")
    assert scores(cjm).keys() == {"", "returning"}


def test_a_file_that_cannot_be_understood_is_worth_nothing_and_named(cjm, shop, write) -> None:
    write({"journeys/broken.journey.yaml": "title: [\n"})
    ran = cjm("score")
    assert ran.stderr == "journeys/broken.journey.yaml cannot be understood, and is worth 0; see: cjm validate\n"
    assert scores(cjm)["broken"] == 0


def test_what_the_baseline_forgives_is_counted(cjm, shop) -> None:
    before = scores(cjm)
    assert cjm("baseline", "write").returncode == 0
    assert scores(cjm) == before


@pytest.mark.parametrize(("least", "code"), [("0", 0), ("50", 0), ("100", 1)])
def test_a_project_below_the_threshold_fails(cjm, shop, least, code) -> None:
    ran = cjm("score", "--fail-under", least)
    assert ran.returncode == code
    assert re.fullmatch(r"Shoe shop: \d+\.\d is below 100\.\n" if code else "", ran.stderr)


@pytest.mark.parametrize("least", ["-1", "101", "x"])
def test_a_threshold_beyond_the_scale_is_refused(cjm, shop, least) -> None:
    assert cjm("score", f"--fail-under={least}").returncode == 2


def test_what_is_as_it_was_does_not_fail(cjm, shop, past) -> None:
    ran = cjm("score", "--no-regress", "HEAD")
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_got_worse_fails_and_is_named_with_both_scores(cjm, shop, past) -> None:
    changed(shop, "buying", "goal: Run again\n", "")
    ran = cjm("score", "--no-regress", "HEAD")
    assert ran.returncode == 1
    first, second = ran.stderr.splitlines()
    assert re.fullmatch(r"buying is worth \d+\.\d, and was worth \d+\.\d at HEAD\.", first)
    assert re.fullmatch(r"Shoe shop, without what is new, is worth \d+\.\d, and was worth \d+\.\d at HEAD\.", second)


def test_one_that_got_worse_is_not_made_up_for_by_another(cjm, shop, past) -> None:
    changed(shop, "buying", "goal: Run again\n", "")
    changed(shop, "returning", "title:", "goal: Money back\nstate: current\nbasis: hypothesis\nowner: A\ntitle:")
    ran = cjm("score", "--no-regress", "HEAD")
    assert ran.returncode == 1
    assert [line.split()[0] for line in ran.stderr.splitlines()] == ["buying"]


def test_a_new_journey_has_no_past(cjm, shop, past, write) -> None:
    write({"journeys/new.journey.yaml": "title: New\nstages: []\n"})
    assert cjm("score", "--no-regress", "HEAD").returncode == 0
    assert cjm("score", "--fail-under", "60").returncode == 1


def test_losing_the_best_journey_lowers_the_project(cjm, shop, past) -> None:
    (shop / "journeys/buying.journey.yaml").unlink()
    ran = cjm("score", "--no-regress", "HEAD")
    assert ran.returncode == 1
    assert ran.stderr.startswith("Shoe shop, without what is new, is worth ")


def test_a_journey_that_broke_fell(cjm, shop, past) -> None:
    changed(shop, "buying", "title:", "title: [")
    ran = cjm("score", "--no-regress", "HEAD")
    assert ran.returncode == 1
    assert "buying is worth 0.0, and was worth" in ran.stderr


def test_a_renamed_file_is_the_same_journey_by_its_id(cjm, shop, past) -> None:
    (shop / "journeys/buying.journey.yaml").rename(shop / "journeys/shoes.journey.yaml")
    changed(shop, "shoes", "title: Buying shoes\n", "id: buying\ntitle: Buying shoes\n")
    changed(shop, "shoes", "goal: Run again\n", "")
    assert "buying is worth" in cjm("score", "--no-regress", "HEAD").stderr


def test_rules_of_today_judge_both(cjm, shop, past) -> None:
    (shop / "cjm.yaml").write_text("name: Shoe shop\nextends: strict\n")
    assert cjm("score", "--no-regress", "HEAD").returncode == 0


def test_a_path_chooses_what_is_held_to_its_past(cjm, shop, past) -> None:
    changed(shop, "buying", "goal: Run again\n", "")
    assert cjm("score", "journeys/returning.journey.yaml", "--no-regress", "HEAD").returncode == 0
    assert cjm("score", "journeys/buying.journey.yaml", "--no-regress", "HEAD").returncode == 1


@pytest.mark.parametrize("revision", ["nowhere", "-x", ""])
def test_a_revision_that_is_none_is_one_line(cjm, shop, past, revision) -> None:
    ran = cjm("score", f"--no-regress={revision}")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1


def test_without_a_repository_there_is_no_past(cjm, shop) -> None:
    ran = cjm("score", "--no-regress", "HEAD")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert len(ran.stderr.splitlines()) == 1


def test_two_journeys_of_one_id_are_told_apart(cjm, write) -> None:
    write({"cjm.yaml": "cjm: 1\n", "a/x.journey.yaml": BUYING, "b/x.journey.yaml": WEAK})
    assert scores(cjm).keys() == {"", "x", "x (b/x.journey.yaml)"}
