"""`--fix`, `--unsafe-fixes`, `--diff` and `--fix-only`, as they are typed."""

import stat
import subprocess

import pytest

from cjm_cli.commands._rewrites import write_all
from cjm_cli.errors import OutputError
from cjm_cli.output import Rewrite

JOURNEY = """\
title: Buying shoes # why
owner: Web team
stages:
  - name: Awareness
    touchponts: [Instagram ad]
    emotion: curious
"""
MENDED = JOURNEY.replace("touchponts", "touchpoints").replace("stages:", "basis: hypothesis\nstages:")


@pytest.fixture
def journey(write):
    return write({"a.journey.yaml": JOURNEY}) / "a.journey.yaml"


def test_fix_writes_what_is_safe_and_tells_what_is_left(journey, cjm):
    done = cjm("validate", "--fix", "-f", "concise")
    assert journey.read_text() == MENDED
    assert done.returncode == 0
    assert "Mended 2 findings in 1 file." in done.stderr
    assert "[journey-without-goal]" in done.stdout
    assert "[unknown-field]" not in done.stdout
    assert "fixable with --unsafe-fixes" in done.stderr


def test_what_was_mended_once_needs_no_mending_again(journey, cjm):
    cjm("validate", "--unsafe-fixes")
    once = journey.read_bytes()
    done = cjm("validate", "--unsafe-fixes")
    assert journey.read_bytes() == once
    assert "Nothing was mended." in done.stderr


def test_a_diff_shows_the_same_and_writes_nothing(journey, cjm, tmp_path):
    done = cjm("validate", "--diff")
    assert done.returncode == 1
    assert journey.read_text() == JOURNEY
    assert "Would mend 2 findings in 1 file." in done.stderr
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=done.stdout, encoding="utf-8", check=True)
    assert journey.read_text() == MENDED
    assert cjm("validate", "--diff").returncode == 0


def test_a_diff_says_where_the_last_line_break_is_missing(write, cjm, tmp_path):
    write({"a.journey.yaml": JOURNEY.removesuffix("\n").replace("curious", "curious\nstate: curent")})
    done = cjm("validate", "--diff")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=done.stdout, encoding="utf-8", check=True)
    assert (tmp_path / "a.journey.yaml").read_text().endswith("state: current")


def test_fix_only_tells_nothing_of_what_is_left(journey, cjm):
    done = cjm("validate", "--fix-only", "--strict")
    assert journey.read_text() == MENDED
    assert (done.returncode, done.stdout) == (0, "")


def test_lint_mends_its_own_findings_only(journey, cjm):
    journey.write_text(JOURNEY.replace("touchponts", "touchpoints") + "status: validated\n")
    cjm("lint", "--fix")
    assert "status: in-research" in journey.read_text()


def test_standard_input_is_mended_to_standard_output(journey, cjm):
    done = cjm("validate", "-", "--fix", input=JOURNEY)
    assert done.stdout == MENDED
    assert "journey-without-goal" in done.stderr
    assert cjm("validate", "-", "--fix", input=MENDED).stdout == MENDED
    assert journey.read_text() == JOURNEY


def test_what_the_baseline_forgives_is_left_as_it_is(journey, cjm):
    journey.write_text(MENDED.replace("basis: hypothesis\n", ""))
    cjm("baseline", "write")
    done = cjm("validate", "--unsafe-fixes")
    assert "Nothing was mended." in done.stderr


def test_a_link_stays_one_and_the_mode_of_the_file_too(write, cjm, tmp_path):
    write({"real.txt": JOURNEY})
    (tmp_path / "real.txt").chmod(0o640)
    (tmp_path / "a.journey.yaml").symlink_to("real.txt")
    cjm("validate", "--fix")
    assert (tmp_path / "a.journey.yaml").is_symlink()
    assert (tmp_path / "real.txt").read_text() == MENDED
    assert stat.S_IMODE((tmp_path / "real.txt").stat().st_mode) == 0o640


def test_when_one_file_cannot_be_written_all_stay_as_they_were(journey):
    """An id and the references to it go together."""
    files = {journey: Rewrite(JOURNEY.encode(), b"new"), journey / "below.yaml": Rewrite(b"", b"new")}
    with pytest.raises(OutputError):
        write_all(files)
    assert journey.read_text() == JOURNEY


def test_what_somebody_wrote_in_the_meantime_is_not_overwritten(journey):
    with pytest.raises(OutputError, match="changed in the meantime"):
        write_all({journey: Rewrite(b"as it was read", b"new")})
    assert journey.read_text() == JOURNEY


@pytest.mark.parametrize("option", ["--fix", "--unsafe-fixes", "--diff", "--fix-only", "--add-ignore=why"])
def test_watching_and_writing_do_not_go_together(option, journey, cjm):
    done = cjm("validate", "--watch", option)
    assert done.returncode == 2
    assert "--watch" in done.stderr
    assert journey.read_text() == JOURNEY


def test_a_report_tells_of_what_is_left(journey, cjm, tmp_path):
    cjm("validate", "--fix", "--report", "jsonl=left.jsonl")
    assert "unknown-field" not in (tmp_path / "left.jsonl").read_text()
