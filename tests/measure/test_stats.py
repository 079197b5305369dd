"""`cjm stats`: what is counted, and how it is told."""

import csv
import io
import json

import pytest


def stats(cjm, *arguments):
    ran = cjm("stats", "-f", "json", *arguments)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)["projects"]


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "csv"])
def test_the_numbers_read_as_agreed(cjm, shop, golden, format_) -> None:
    ran = cjm("stats", "-f", format_)
    assert (ran.returncode, ran.stderr) == (0, "")
    golden(f"stats-{format_}.txt", ran.stdout)


def test_all_that_hurts_is_counted_and_what_is_done_or_accepted_is_not_open(cjm, shop) -> None:
    buying = stats(cjm)[0]["journeys"][0]
    assert buying["pain_points"] == 5
    assert buying["open_pain_points"] == {"5": 0, "4": 1, "3": 1, "2": 0, "1": 0, "none": 1}


def test_the_total_is_the_sum_of_the_journeys(cjm, shop) -> None:
    (project,) = stats(cjm)
    for key in ("stages", "steps", "pain_points"):
        assert project["total"][key] == sum(journey[key] for journey in project["journeys"])
    for key in ("open_pain_points", "opportunities", "evidence"):
        for part, number in project["total"][key].items():
            assert number == sum(journey[key][part] for journey in project["journeys"])
    assert project["total"]["journeys"] == 2


def test_moments_are_told_in_the_scale_of_the_project(cjm, write) -> None:
    journey = "title: A\nstages: [{name: B, touchpoints: C, emotion: 1}, {name: D, touchpoints: C, emotion: 4}]\n"
    write({"cjm.yaml": "scale: {min: 1, max: 5}\n", "a.journey.yaml": journey})
    told = stats(cjm)[0]["journeys"][0]
    assert (told["lowest"]["score"], told["lowest"]["value"], told["lowest"]["step"]) == (-2, "1", "B")
    assert (told["highest"]["score"], told["highest"]["value"], told["highest"]["step"]) == (1, "4", "D")


@pytest.mark.parametrize(
    ("day", "told", "overdue"),
    [
        (None, "12 May 2026, holds until 12 November 2026", None),
        ("2026-11-12", "12 May 2026, holds until 12 November 2026", False),
        ("2026-11-13", "12 May 2026, overdue since 12 November 2026", True),
    ],
)
def test_only_who_says_what_day_it_is_is_told_what_is_late(cjm, shop, day, told, overdue) -> None:
    arguments = ["--today", day] if day else []
    assert f"reviewed       {told}\n" in cjm("stats", *arguments).stdout
    assert stats(cjm, *arguments)[0]["journeys"][0]["overdue"] is overdue


def test_a_path_chooses_the_journeys_and_another_files_answers_still_count(cjm, shop, write) -> None:
    future = "title: Soon\nstate: future\nbased_on: buying\nstages:\n  - name: Paying\n    opportunities:\n"
    future += "      - {text: Half a form, addresses: [form], status: done, owner: A}\n"
    write({"journeys/soon.journey.yaml": future})
    (project,) = stats(cjm, "journeys/buying.journey.yaml")
    assert [journey["id"] for journey in project["journeys"]] == ["buying"]
    assert project["journeys"][0]["open_pain_points"]["3"] == 0


def test_what_shall_be_has_nothing_to_prove(cjm, write) -> None:
    write({"a.journey.yaml": "title: A\nstate: future\nstages: [{name: B, emotion: 1}]\n"})
    assert stats(cjm)[0]["journeys"][0]["evidence"] == {"with": 0, "of": 0}


def test_a_file_that_cannot_be_understood_is_named_and_left_out(cjm, shop, write) -> None:
    write({"journeys/broken.journey.yaml": "title: [\n"})
    ran = cjm("stats", "-f", "json")
    assert ran.returncode == 0
    assert ran.stderr == "journeys/broken.journey.yaml cannot be understood, and is left out; see: cjm validate\n"
    assert len(json.loads(ran.stdout)["projects"][0]["journeys"]) == 2


def test_without_a_journey_there_is_nothing_to_count(cjm, write) -> None:
    write({"cjm.yaml": "cjm: 1\n", "a.persona.yaml": "name: A\n"})
    for command in ("stats", "score"):
        ran = cjm(command)
        told = 'error: no journeys found in "."; their names end in .journey.yaml\n'
        assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", told)


def test_settings_that_hold_mistakes_are_told_in_one_line(cjm, shop, write) -> None:
    write({"cjm.yaml": "nmae: X\n"})
    for command in ("stats", "score"):
        ran = cjm(command)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert ran.stderr == "error: the settings in cjm.yaml hold mistakes; see: cjm validate\n"


HOSTILE = "=1+1|`x`<b>\\u202e"


@pytest.mark.parametrize("command", ["stats", "score"])
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_nothing_that_a_file_holds_is_obeyed(cjm, write, command, format_) -> None:
    journey = f'title: "{HOSTILE}"\nstages: [{{name: "{HOSTILE}", emotion: 1}}]\n'
    write({"cjm.yaml": f'name: "{HOSTILE}"\n', "a.journey.yaml": journey})
    told = cjm(command, "-f", format_).stdout
    assert told
    assert "\u202e" not in told
    if format_ == "markdown":
        assert "<b>" not in told


def test_a_spreadsheet_runs_nothing(cjm, write) -> None:
    write({"a.journey.yaml": f'title: "{HOSTILE}"\nstages: [{{name: "{HOSTILE}", emotion: 1}}]\n'})
    rows = [*csv.reader(io.StringIO(cjm("stats", "-f", "csv").stdout))]
    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])
    texts = [cell for cell in rows[1] if "1+1" in cell]
    assert len(texts) == 5
    assert all(text.startswith("'=") and "\u202e" not in text for text in texts)


@pytest.mark.parametrize("title", ["=1+1", "  =1+1", "\t=1+1", "＝1+1", "＠SUM(1)", "-1+1"])
def test_no_cell_is_a_formula_whatever_stands_before_it(cjm, write, title) -> None:
    write({"a.journey.yaml": json.dumps({"title": title, "stages": [{"name": "A"}]})})
    (row,) = csv.DictReader(io.StringIO(cjm("stats", "-f", "csv").stdout))
    assert row["title"].startswith("'")
