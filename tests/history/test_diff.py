"""`cjm diff`: what is said where, and with which exit code; git is git."""

import json
import os
from pathlib import Path

import pytest

from cjm_cli import plugins, reviews

SHOES = "journeys/shoes.journey.yaml"
RETURNS = "journeys/returns.journey.yaml"


@pytest.fixture
def changed(project, commit) -> Path:  # type: ignore[no-untyped-def]
    """A second commit, tagged v2, in which much changed."""
    shoes = (project / SHOES).read_text("utf-8")
    calmer = shoes.replace("emotion: -2", "emotion: 0").replace("    pain_points: [Hidden fees]\n", "")
    added = calmer + "  - {name: Wear, emotion: 2}\n"
    commit("two", {SHOES: added.replace("So many", "So very many")}, gone=(RETURNS,), tag="v2")
    return Path(project)


@pytest.mark.parametrize("name", plugins.names(reviews))
def test_every_format_tells_the_same_bytes_again(cjm, changed, name) -> None:
    one, two = (cjm("diff", "v1", "v2", "-f", name, "-o", "-", env={"PYTHONHASHSEED": seed}) for seed in "12")
    assert (one.returncode, one.stderr) == (0, "")
    assert one.stdout == two.stdout
    assert "Buying running shoes" in one.stdout


def test_a_person_reads_what_changed(cjm, changed, golden) -> None:
    ran = cjm("diff", "v1", "v2")
    assert (ran.returncode, ran.stderr) == (0, "")
    golden("diff.txt", ran.stdout)


def test_what_is_not_told_on_stdout_is_told_on_stderr(cjm, git, commit, changed) -> None:
    git("checkout", "-q", "-b", "side", "v1")
    ran = cjm("diff", "v2...side")
    assert ran.stderr == f"Compared from {git('rev-parse', 'v1')[:7]} on, where the two parted.\n"
    assert cjm("diff", "v2...side", "-q").stderr == ""
    assert cjm("diff", "-v").stderr == f"old: HEAD {git('rev-parse', 'HEAD')}\nnew: the work tree\n"


@pytest.mark.parametrize(("fail_on", "code"), [(None, 0), ("never", 0), ("patch", 1), ("minor", 1), ("major", 0)])
def test_the_threshold_decides_the_exit_code(cjm, changed, fail_on, code) -> None:
    options = ["--fail-on", fail_on] if fail_on else []
    assert cjm("diff", "v1", "v2", *options).returncode == code


def test_without_a_change_no_threshold_is_reached(cjm, project) -> None:
    assert cjm("diff", "--fail-on", "patch").returncode == 0


def test_the_gravest_change_counts(cjm, project) -> None:
    (project / "personas/rina.persona.yaml").unlink()
    assert cjm("diff", "--fail-on", "major").returncode == 1


@pytest.mark.parametrize(
    ("words", "fail_on", "code"), [(["v1"], "major", 1), (["v1"], "never", 0), (["v2", "v1"], "major", 0)]
)
def test_a_file_that_is_broken_now_fails_what_has_a_threshold(cjm, commit, project, words, fail_on, code) -> None:
    commit("broken", {SHOES: "title: [\n"}, tag="v2")
    ran = cjm("diff", *words, "--fail-on", fail_on)
    assert (ran.returncode, ran.stderr) == (code, "")
    assert "1 file could not be compared" in ran.stdout


def test_a_document_goes_where_it_is_told_to(cjm, changed) -> None:
    ran = cjm("diff", "v1", "v2", "-f", "json", "-o", "out/changes.json")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "Wrote out/changes.json.\n")
    text = (changed / "out/changes.json").read_text("utf-8")
    assert text == cjm("diff", "v1", "v2", "-f", "json").stdout
    assert json.loads(text)["changes"]


def test_a_file_that_cannot_be_written_is_one_line_and_exit_2(cjm, changed) -> None:
    ran = cjm("diff", "v1", "v2", "-o", "cjm.yaml/x")
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)


def test_colour_is_for_terminals(cjm, changed) -> None:
    assert "\x1b[" not in cjm("diff", "v1", "v2").stdout
    assert "\x1b[" in cjm("diff", "v1", "v2", "--color", "always").stdout
    cjm("diff", "v1", "v2", "-o", "plain.txt")
    assert "\x1b[" not in (changed / "plain.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["nowhere"], 'error: "nowhere" is neither a revision nor a file or folder here; see: git log --oneline'),
        (["--", "--all"], 'error: "--all" is neither a revision nor a path; a path may start with ./'),
        (["HEAD~1"], 'error: "HEAD~1" is neither'),
        (["-f", "xml"], 'error: unknown format "xml"'),
        (["--fail-on", "high"], "error: "),
        (["v1", "v1", "v1"], "error: "),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(cjm, project, arguments, problem) -> None:
    ran = cjm("diff", *arguments)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert ran.stderr.startswith(problem)


def test_without_git_it_says_how_to_get_it(cjm, project) -> None:
    ran = cjm("diff", env={"PATH": str(project)})
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert "needs git, which is not installed" in ran.stderr
    assert cjm("diff", SHOES, RETURNS, env={"PATH": str(project)}).returncode == 0


def test_outside_of_a_repository_it_says_so(cjm, write) -> None:
    write({"cjm.yaml": "", "a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    ran = cjm("diff", env={"GIT_CEILING_DIRECTORIES": "/"})
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert "lies in no git repository" in ran.stderr


def test_what_a_file_says_reaches_no_terminal(cjm, write, project) -> None:
    write({"evil\x1b[31m.journey.yaml": 'title: "A\\e[31m"\nsteps: [{action: x}]\n'})
    ran = cjm("diff", "--color", "always")
    assert "\x1b[31m" not in ran.stdout + ran.stderr
    assert "evil" in ran.stdout


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal of POSIX")
def test_a_page_is_not_sent_to_a_terminal(cjm, changed) -> None:
    if "html" not in plugins.names(reviews):
        pytest.skip("there is no page yet")
    master, slave = os.openpty()
    with os.fdopen(master), os.fdopen(slave, "wb") as terminal:
        ran = cjm("diff", "v1", "v2", "-f", "html", stdout=terminal)
    assert (ran.returncode, ran.stderr) == (
        2,
        "error: a terminal cannot show html; add -o FILE, or -o - to have it all the same\n",
    )
