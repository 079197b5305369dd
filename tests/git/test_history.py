"""A repository with a history of ten commits: what its readers see, and how its branches come together."""

import pytest

from .conftest import JOURNEY, MAP, Repository

STAGE = "\n  - id: {0}\n    name: {1}\n    emotion: calm\n"
OUTER = ["first", "1", "2", "3"]


@pytest.fixture
def history(repo: Repository) -> Repository:
    """Nine commits more, the last of which changes nothing that is said."""
    repo.commit(
        "Feel worse", ("emotion: angry", "emotion: {score: -2, feeling: angry, reason: Fees appear at the end}")
    )
    repo.commit("Graver", ("severity: 4", "severity: 5"))
    repo.commit("A comment", ("# where most people leave", "# where a third leaves"))
    repo.commit("More tags", ("tags: [shop, pay]", "tags: [shop, pay, mobile]"))
    repo.write(repo.read() + STAGE.format("wait", "Waiting"))
    repo.git("commit", "-qam", "Wait")
    repo.commit("Rename", ("name: Filling the cart", "name: Choosing"))
    repo.commit("An opportunity", ("    steps:\n", "    opportunities: [Show fees early]\n    steps:\n"))
    repo.git("mv", MAP, "buy it.journey.yaml")
    repo.git("commit", "-qm", "Another name for the file")
    repo.write(reformatted(repo.read("buy it.journey.yaml")), "buy it.journey.yaml")
    repo.git("commit", "-qam", "Other quotes, order and indentation")
    return repo


def reformatted(text: str) -> str:
    return (
        text.replace("title: Checkout\npersona: {name: Rina}\n", 'persona:\n    name: "Rina"\n"title":   Checkout\n')
        .replace("[shop, pay, mobile]", "\n- shop\n- 'pay' # how\n- mobile")
        .replace(
            "text: Fees appear at the end\n        severity: 5",
            "severity: 5\n        text: >-\n          Fees appear\n          at the end",
        )
    )


def facts(diff: str) -> list[str]:
    """The lines that come and go."""
    return [line for line in diff.splitlines() if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


def test_the_history_is_told_in_words(history):
    assert history.git("rev-list", "--count", "HEAD") == "10\n"
    log = history.git("log", "-p", "--follow", "--format=%s", "--", "buy it.journey.yaml")
    told = log.split("A map of the checkout")[0]
    assert facts(told) == [
        "+    opportunity: Show fees early",
        "-  stage: Filling the cart",
        "+  stage: Choosing",
        "+  stage: Waiting",
        "+    id: wait",
        "+    emotion: calm",
        "+  tag: mobile",
        "-      pain point severity: 4",
        "+      pain point severity: 5",
        "-    emotion: angry",
        "+    emotion: −2 angry – Fees appear at the end",
    ]
    assert "@@ journey" not in told
    assert "@@ stage: Paying" in told


def test_what_only_looks_different_shows_nothing(history):
    assert facts(history.git("show", "--format=%s", "HEAD")) == []
    assert facts(history.git("show", "--format=%s", "--no-textconv", "HEAD")) != []


def test_a_change_in_the_folder_is_told_by_diff(history):
    history.change(("action: Waits for the code", "action: Waits for a code"), file="buy it.journey.yaml")
    diff = history.git("diff")
    assert facts(diff) == ["-      action: Waits for the code", "+      action: Waits for a code"]
    assert "step: Confirms" in diff


def test_a_file_that_is_broken_is_shown_as_it_is(repo):
    repo.write("title: [Checkout\nowner: \x1b[31mme\n")
    assert "+title: [Checkout" in repo.git("diff")
    assert "+owner: \\x1b[31mme" in repo.git("diff")


def branches(repo: Repository, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    """Two branches that leave from the same commit; ours is checked out."""
    repo.git("checkout", "-qb", "theirs")
    repo.commit("Theirs", *theirs)
    repo.git("checkout", "-qb", "ours", "main")
    repo.commit("Ours", *ours)


STAGES_OF_BOTH = (
    [
        ("\n  # where most", STAGE.format("coupon", "Redeeming a coupon") + "\n  # where most"),
        ("severity: 4", "severity: 5"),
    ],
    [
        ("\n  # where most", STAGE.format("sign-in", "Signing in") + "\n  # where most"),
        ("        severity", "        cause: Law\n        severity"),
    ],
)


def is_merged(text: str) -> bool:
    place = [text.index(part) for part in ("id: cart", "id: coupon", "id: sign-in", "# where most", "id: pay")]
    return place == sorted(place) and "        cause: Law\n        severity: 5\n" in text and "<<<" not in text


def test_a_merge_is_clean_by_id_where_lines_are_in_conflict(repo):
    branches(repo, *STAGES_OF_BOTH)
    repo.git("branch", "mine")
    repo.git("merge", "-q", "--no-edit", "theirs")
    merged = repo.read()
    assert is_merged(merged)
    repo.git("checkout", "-q", "--detach", "theirs")
    repo.git("merge", "-q", "--no-edit", "mine")
    assert repo.read() == merged
    repo.git("checkout", "-q", "mine")
    repo.cjm("git", "setup", "--undo")
    repo.git("commit", "-qam", "By lines")
    assert "CONFLICT (content)" in repo.git("merge", "theirs", code=1)


@pytest.mark.parametrize("way", ["rebase", "cherry-pick"])
def test_commits_are_moved_by_id_too(repo, way):
    branches(repo, *STAGES_OF_BOTH)
    repo.git(way, "theirs")
    assert is_merged(repo.read())


def test_a_linked_worktree_merges_in_the_same_way(repo):
    branches(repo, *STAGES_OF_BOTH)
    linked = repo.at(repo.folder.parent / "linked tree")
    repo.git("worktree", "add", "-q", "--detach", str(linked.folder), "ours")
    linked.git("merge", "-q", "--no-edit", "theirs")
    assert is_merged(linked.read())


def test_both_sides_of_one_field_are_a_conflict_round_that_field(repo):
    branches(
        repo,
        [("emotion: angry", "emotion: furious"), ("tags: [shop, pay]", "tags: [shop]")],
        [("emotion: angry", "emotion: sad"), ("tags: [shop, pay]", "tags: [shop, pay, app]")],
    )
    assert "CONFLICT (content)" in repo.git("merge", "theirs", code=1)
    conflict = "<<<<<<< ours\n    emotion: furious\n=======\n    emotion: sad\n>>>>>>> theirs\n"
    wanted = JOURNEY.replace("    emotion: angry\n", conflict).replace("[shop, pay]", "[shop, app]")
    # From version 2.44 on, git tells what the branches are called.
    told = repo.read().replace("<<<<<<< HEAD", "<<<<<<< ours")
    assert told == wanted
    told = [line[2:] for line in repo.git("diff").splitlines() if line[:2] in ("++", "+ ", " +", " -", "- ")]
    marks = ["<<<<<<< ours", "    emotion: furious", "=======", "    emotion: sad", ">>>>>>> theirs"]
    assert [line.replace("<<<<<<< HEAD", "<<<<<<< ours") for line in told][-5:] == marks
    repo.write(repo.read().replace(conflict, "    emotion: furious\n"))
    repo.git("commit", "-qam", "Ours wins")
    assert repo.git("status", "--short") == ""


def test_what_one_side_removed_and_the_other_changed_is_a_conflict(repo):
    step = JOURNEY[JOURNEY.index("      - name: Confirms") :]
    branches(repo, [(step, "")], [("Waits for the code", "Waits for a code")])
    assert "CONFLICT (content)" in repo.git("merge", "theirs", code=1)
    theirs = step.replace("Waits for the code", "Waits for a code")
    conflict = f"<<<<<<< ours (removed)\n=======\n{theirs}>>>>>>> theirs\n"
    assert repo.read() == JOURNEY.replace(step, conflict)


def test_where_cjm_cannot_run_git_shows_and_merges_lines(repo):
    for key in ("diff.cjm.textconv", "merge.cjm.driver"):
        command = repo.git("config", key).strip()
        start = command.index(" git textconv" if "textconv" in key else " git merge-driver")
        prefix = "f() { " if key.startswith("diff") else ""
        repo.git("config", key, f"{prefix}no-such-program{command[start:]}")
    branches(repo, [("emotion: angry", "emotion: furious")], [("emotion: angry", "emotion: sad")])
    assert "+    emotion: furious" in repo.git("show", "HEAD")
    assert "CONFLICT (content)" in repo.git("merge", "theirs", code=1)
    assert "<<<<<<< ours\n    emotion: furious\n=======\n    emotion: sad\n>>>>>>> theirs\n" in repo.read()


def test_after_undoing_git_goes_by_lines_again(history):
    history.cjm("git", "setup", "--undo")
    history.git("commit", "-qam", "Undone")
    assert '+"title":   Checkout' in history.git("show", "HEAD~1")
