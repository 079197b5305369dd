"""What is late depends on the day, and the day is the one that is given, or else today."""

import pytest

RULES = "extends: minimal\nrules: {review-overdue: error}\n"
MAP = "title: A\nreviewed: 2026-05-12\nreview_every: 6 months\nstages: [{name: B, thoughts: c}]\n"


@pytest.mark.parametrize(("day", "code"), [("2026-11-12", 0), ("2026-11-13", 1)])
@pytest.mark.parametrize("command", ["validate", "lint", "render"])
def test_a_command_that_checks_takes_the_day(cjm, write, command, day, code) -> None:
    write({"cjm.yaml": RULES, "a.journey.yaml": MAP})
    ran = cjm(command, "--today", day)
    assert ran.returncode == code
    assert ("review-overdue" in ran.stdout) == bool(code)


def test_a_baseline_holds_what_was_late_on_the_day(cjm, write) -> None:
    write({"cjm.yaml": RULES, "a.journey.yaml": MAP})
    assert cjm("baseline", "write", "--today", "2026-11-12").stderr.startswith("0 findings")
    assert cjm("baseline", "write", "--today", "2026-11-13").stderr.startswith("1 finding")
    assert cjm("validate", "--today", "2030-01-01").returncode == 0


def test_comments_are_written_for_what_was_late_on_the_day(cjm, write) -> None:
    root = write({"cjm.yaml": RULES, "a.journey.yaml": MAP})
    cjm("validate", "--add-ignore=until May", "--today", "2026-11-12")
    assert (root / "a.journey.yaml").read_text() == MAP
    cjm("validate", "--add-ignore=until May", "--today", "2026-11-13")
    assert "cjm: ignore[review-overdue] until May" in (root / "a.journey.yaml").read_text()


@pytest.mark.parametrize(("reviewed", "code"), [("2001-01-01", 1), ("9998-01", 0)])
def test_without_a_day_it_is_today(cjm, write, reviewed, code) -> None:
    write({"cjm.yaml": RULES, "a.journey.yaml": MAP.replace("2026-05-12", reviewed)})
    assert cjm("validate").returncode == code


@pytest.mark.parametrize("day", ["tomorrow", "", "2026-05", "2026-02-30", "20260531", "2026-W22-7", "31.05.2026"])
@pytest.mark.parametrize("command", [["validate"], ["lint"], ["render"], ["baseline", "show"]])
def test_a_day_that_is_none_is_one_line_and_exit_2(cjm, write, command, day) -> None:
    write({"cjm.yaml": RULES, "a.journey.yaml": MAP})
    ran = cjm(*command, "--today", day)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f'error: --today "{day}" is no day; write it as in --today 2026-05-31\n'
