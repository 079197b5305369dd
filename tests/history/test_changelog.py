"""`cjm changelog`: what changed for the customer, between tags; git is git."""

import json
from pathlib import Path

import pytest

SHOES = "journeys/shoes.journey.yaml"
RETURNS = "journeys/returns.journey.yaml"


@pytest.fixture
def history(project, commit) -> Path:  # type: ignore[no-untyped-def]
    """Five commits: v1, v1.9 and v1.10 with changes, v1.10.1 with another file's, and one without a tag."""
    shoes = (project / SHOES).read_text("utf-8")
    commit("wording", {SHOES: (shoes := shoes.replace("So many", "So very many"))}, tag="v1.8")
    shoes = shoes.replace("emotion: -2", "emotion: 0").replace("    pain_points: [Hidden fees]\n", "")
    commit("fees", {SHOES: shoes}, tag="v1.9")
    shoes += (
        "  - name: Wear\n    emotion: 2\n    touchpoints: chat\n    channels: web\n    pain_points: [They squeak]\n"
    )
    shared = (
        "name: Shoe shop\nextends: minimal\n"
        "channels: [{id: web, name: Web shop}]\ntouchpoints: [{id: chat, name: Live chat}]\n"
    )
    commit("wear", {SHOES: shoes, "cjm.yaml": shared}, gone=(RETURNS,), tag="v1.10")
    commit("beside", {"notes.txt": "x"}, tag="v1.10.1")
    future = "title: Shoes in 2030\nstate: future\nbased_on: shoes\nstages: [{name: Look, emotion: 2}]\n"
    commit("future", {"journeys/future.journey.yaml": future})
    return Path(project)


@pytest.mark.parametrize(("format_", "suffix"), [("markdown", "md"), ("text", "txt"), ("json", "json")])
def test_it_reads_as_agreed(cjm, golden, history, format_, suffix) -> None:
    ran = cjm("changelog", "-f", format_)
    assert (ran.returncode, ran.stderr) == (0, "")
    golden(f"changelog.{suffix}", ran.stdout)
    assert cjm("changelog", "-f", format_, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}).stdout == ran.stdout


def test_all_tells_wording_and_settings_too(cjm, golden, history) -> None:
    golden("changelog-all.md", cjm("changelog", "--all").stdout)


def headings(ran) -> list[str]:
    return [line.removeprefix("## ") for line in ran.stdout.splitlines() if line.startswith("## ")]


@pytest.mark.parametrize(
    ("range_", "names"),
    [
        ("v1..v1.10", ["v1.10 - 2026-05-31"]),
        ("v1.9..", ["Unreleased"]),
        ("v1.9", ["Unreleased"]),
        ("v1.10..v1.10.1", []),
        ("v1...v1.9", ["v1.9 - 2026-05-31"]),
        ("v1..v1.9~0", ["v1.9\\~0 - 2026-05-31"]),
    ],
)
def test_a_range_is_one_section(cjm, history, range_, names) -> None:
    ran = cjm("changelog", range_)
    assert (ran.returncode, headings(ran)) == (0, names)


def test_without_tags_all_is_unreleased(cjm, git, history) -> None:
    git("tag", "-d", *git("tag").split())
    assert headings(cjm("changelog")) == ["Unreleased"]


def test_tags_of_other_branches_are_no_part_of_it(cjm, git, commit, history) -> None:
    git("checkout", "-q", "-b", "side", "v1")
    commit("aside", {"journeys/aside.journey.yaml": "title: Aside\nsteps: [{action: x}]\n"}, tag="v1.5")
    git("checkout", "-q", "main")
    assert "v1.5" not in cjm("changelog").stdout


def test_the_order_is_that_of_ancestry_whatever_the_dates_and_names(cjm, git, write, project) -> None:
    for number, (tag, day) in enumerate([("z", "2026-05-01"), ("a-first", "2020-01-01"), ("v0.1", "2026-07-01")]):
        write({f"journeys/{number}.journey.yaml": f"title: J{number}\nsteps: [{{action: x}}]\n"})
        git("add", ".")
        git("commit", "-m", tag, env={"GIT_COMMITTER_DATE": f"{day}T23:30:00-0800"})
        git("tag", tag)
    assert headings(cjm("changelog"))[:3] == ["v0.1 - 2026-07-01", "a-first - 2020-01-01", "z - 2026-05-01"]


def test_tags_of_one_commit_share_a_section_the_highest_version_first(cjm, git, project) -> None:
    git("tag", "v1.0.1")
    git("tag", "-m", "annotated", "v1.0.10")
    git("tag", "tree", "HEAD^{tree}")
    assert headings(cjm("changelog")) == ["v1.0.10, v1.0.1, v1 - 2026-05-31"]


@pytest.mark.parametrize(
    "tag", ["<b>&x", "a|b`c`", "#1", "@all", "_x_", "(v1)", "ünï/cödé", "-x", "$(touch\u00a0x)", "1.a", "--all"]
)
def test_a_tag_may_be_called_anything(cjm, git, project, tag) -> None:
    git("tag", "-d", "v1")
    git("update-ref", f"refs/tags/{tag}", "HEAD")
    ran = cjm("changelog")
    assert (ran.returncode, ran.stderr, len(headings(ran))) == (0, "", 1)
    assert "<b>" not in ran.stdout
    assert json.loads(cjm("changelog", "-f", "json").stdout)["sections"][0]["name"] == tag
    assert not (project / "x").exists()


def test_a_file_that_is_broken_is_named_once_and_the_rest_told(cjm, commit, history) -> None:
    commit("broken", {SHOES: "title: [\n"}, tag="v2")
    commit("mended", {SHOES: "title: Shoes\nsteps: [{action: x}]\n"}, tag="v3")
    ran = cjm("changelog")
    assert ran.returncode == 0
    assert [line.split(":")[:3] for line in ran.stderr.splitlines()] == [["Left out v2", SHOES, "1"]]
    assert headings(ran)[0] == "v2 - 2026-05-31"


def test_a_shallow_clone_says_that_there_may_be_more(cjm, git, history) -> None:
    git("clone", "-q", "--depth", "1", f"file://{history}", "shallow")
    ran = cjm("changelog", cwd=history / "shallow")
    assert ran.returncode == 0
    assert "git fetch --unshallow" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["nowhere..HEAD"], 'error: "nowhere" is neither a revision'),
        (["--", "-x"], 'error: "-x'),
        (["journeys"], "error: a changelog is about revisions"),
        (["v1..v1", "-f", "html"], 'error: unknown format "html"'),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(cjm, project, arguments, problem) -> None:
    ran = cjm("changelog", *arguments)
    assert (ran.returncode, ran.stdout, len(ran.stderr.splitlines())) == (2, "", 1)
    assert ran.stderr.startswith(problem)


def test_without_a_commit_there_is_nothing_to_tell(cjm, git) -> None:
    git("init")
    ran = cjm("changelog")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("error: there is no commit yet")


def test_it_is_written_where_it_is_told_to(cjm, history) -> None:
    ran = cjm("changelog", "-o", "CHANGES.md")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "Wrote CHANGES.md.\n")
    assert (history / "CHANGES.md").read_text("utf-8") == cjm("changelog").stdout
