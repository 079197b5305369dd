"""What was typed, and the two versions that it means; git is git."""

import os

import pytest

from cjm_cli.errors import CjmError, MissingToolError

WORK = "the work tree"
SHOES = "journeys/shoes.journey.yaml"


@pytest.fixture
def history(project, git, commit):  # type: ignore[no-untyped-def]
    """Two commits on main, tagged v1 and v2, and one beside them on the branch `side`, and the branch `feature/x`."""
    git("checkout", "-q", "-b", "side")
    commit("beside", {"notes.txt": "x"})
    git("checkout", "-q", "main")
    commit("two", {"more.txt": "x"}, tag="v2")
    git("branch", "feature/x")
    git("tag", "-m", "annotated", "release-2")
    return project


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ([], "HEAD", WORK),
        (["v1"], "v1", WORK),
        (["HEAD~1"], "HEAD~1", WORK),
        (["feature/x"], "feature/x", WORK),
        (["v1", "v2"], "v1", "v2"),
        (["v1..v2"], "v1", "v2"),
        (["v1.."], "v1", "HEAD"),
        (["..side"], "HEAD", "side"),
        ([SHOES], f"HEAD {SHOES}", f"{WORK} {SHOES}"),
        (["journeys/"], "HEAD journeys", f"{WORK} journeys"),
        (["."], "HEAD .", f"{WORK} ."),
        (["v1", SHOES], f"v1 {SHOES}", f"{SHOES} {SHOES}"),
        ([SHOES, "v1"], f"{SHOES} {SHOES}", f"v1 {SHOES}"),
        (["v1..v2", SHOES], f"v1 {SHOES}", f"v2 {SHOES}"),
        ([f"v1:{SHOES}"], f"v1:{SHOES} {SHOES}", f"{WORK} {SHOES}"),
        ([f"v1:{SHOES}", "v2"], f"v1:{SHOES} {SHOES}", f"v2 {SHOES}"),
        ([f"v1:{SHOES}", "./personas"], f"v1:{SHOES} {SHOES}", "personas personas"),
        (["journeys", "personas"], "journeys journeys", "personas personas"),
        (["v1", "gone.journey.yaml"], "v1 gone.journey.yaml", "gone.journey.yaml gone.journey.yaml"),
        ([f":{SHOES}"], f":{SHOES} {SHOES}", f"{WORK} {SHOES}"),
    ],
)
def test_words_mean_two_versions(ask, history, words, old, new) -> None:
    answer = ask(*words)
    assert [_told(side) for side in (answer.old, answer.new)] == [old, new]


def _told(side) -> str:
    path = "" if side.path is None else f" {os.path.relpath(side.path)}"
    return f"{side.name}{path}"


def test_a_path_is_meant_from_where_one_stands_and_that_of_a_revision_from_the_top(ask, history) -> None:
    answers = [
        ask(word, here="journeys").old for word in ("shoes.journey.yaml", f"v1:{SHOES}", "v1:./shoes.journey.yaml")
    ]
    assert {answer.path for answer in answers} == {history / SHOES}


@pytest.mark.parametrize("words", [["v2...side"], ["v2", "side"], ["v2"], ["HEAD", "side"]])
def test_a_merge_base_is_where_two_parted(ask, git, history, words) -> None:
    if words == ["v2"]:
        git("checkout", "-q", "side")
    answer = ask(*words, merge_base="..." not in words[0])
    assert answer.old.commit == git("rev-parse", "v1")
    assert answer.old.name == answer.old.commit[:7]
    assert answer.notes == (f"Compared from {answer.old.name} on, where the two parted.",)


def test_what_is_staged_is_compared_with_head_or_another_revision(ask, history) -> None:
    assert [ask(staged=True).old.name, ask("v1", staged=True).old.name] == ["HEAD", "v1"]
    assert ask(staged=True).new.name == "what is staged"
    about = ask(SHOES, staged=True)
    assert (about.old.name, about.old.path, about.new.path) == ("HEAD", history / SHOES, history / SHOES)


@pytest.mark.parametrize("name", ["v1", "feature/x"])
def test_what_may_be_a_revision_and_a_path_is_neither(ask, write, history, name) -> None:
    write({f"{name}/a.journey.yaml": "title: A\nsteps: [{action: x}]\n"})
    with pytest.raises(CjmError, match=f'"{name}" is a revision, and a path too; write {name}~0 or ./{name}'):
        ask(name)
    assert ask(f"{name}~0").old.commit is not None
    assert ask(f"./{name}").new.path == history / name


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["nowhere"], '"nowhere" is neither a revision nor a file or folder here; see: git log --oneline'),
        (["origin/main"], "if it is a branch, get it with: git fetch origin main"),
        (["v1..nowhere"], '"nowhere" is neither a revision'),
        (["--all"], '"--all" is neither a revision nor a path; a path may start with ./'),
        (["-x..v1"], '"-x..v1" is neither'),
        (["v1", "--output=x"], '"--output=x" is neither'),
        ([""], '"" is neither'),
        (["HEAD\nHEAD"], "neither"),
        (["nowhere:a.yaml"], 'unknown revision "nowhere"'),
        (["v1..v2", "side"], "these are more than two versions"),
        (["v1..v2", "v1..v2"], "these are more than two versions"),
    ],
)
def test_what_means_nothing_is_refused(ask, history, words, problem) -> None:
    with pytest.raises(CjmError) as refused:
        ask(*words)
    assert problem in str(refused.value)


@pytest.mark.parametrize(
    ("words", "options"), [(("v1", "v2"), {"staged": True}), ((SHOES, SHOES), {"merge_base": True})]
)
def test_options_for_revisions_want_revisions(ask, history, words, options) -> None:
    with pytest.raises(CjmError, match="revision"):
        ask(*words, **options)


def test_dots_that_lead_upwards_are_no_range(ask, history) -> None:
    assert ask("../personas", here="journeys").old.path == history / "personas"
    assert ask("..", here="journeys").old.path == history


def test_branches_without_a_common_commit_cannot_be_compared_from_one(ask, git, commit, history) -> None:
    git("checkout", "-q", "--orphan", "other")
    commit("other")
    with pytest.raises(CjmError, match="have no commit in common"):
        ask("main...other")


def test_in_a_shallow_clone_it_says_what_to_fetch(ask, git, history) -> None:
    git("clone", "-q", "--depth", "1", f"file://{history}", "shallow")
    for words in (["HEAD~1"], ["v1.."]):
        with pytest.raises(CjmError, match="git fetch --unshallow"):
            ask(*words, here="shallow")
    git("fetch", "-q", "--depth", "1", "origin", "v1", cwd=history / "shallow")
    with pytest.raises(CjmError, match="have no commit in common; this clone is shallow"):
        ask("FETCH_HEAD...HEAD", here="shallow")


def test_without_a_commit_all_is_new(ask, git, write) -> None:
    git("init")
    answer = ask()
    assert (answer.old.name, answer.notes) == ("HEAD", ("There is no commit yet: all is new.",))


def test_outside_of_a_repository_paths_can_be_compared_and_nothing_else(ask, write, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    write({"a.journey.yaml": "", "b.journey.yaml": ""})
    assert ask("a.journey.yaml", "b.journey.yaml").repo is None
    for words, problem in (
        ([], "lies in no git repository"),
        (["a.journey.yaml"], "lies in no git repository"),
        (["v1"], 'there is no file or folder "v1"'),
        (["./c", "./d"], "cannot read ./c"),
    ):
        with pytest.raises(CjmError, match=problem):
            ask(*words)


def test_without_git_paths_can_be_compared_and_nothing_else(ask, project, monkeypatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    assert ask("journeys", "personas").repo is None
    for words in ([], ["v1"], ["journeys"]):
        with pytest.raises(MissingToolError, match="needs git, which is not installed"):
            ask(*words)
